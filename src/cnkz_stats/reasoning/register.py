"""The register of projects in the check: what is named is a part of what is stated of the whole."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cnkz_stats.figures.figure import CURRENCIES, MEASURED, Figure
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reader import read_figure
from cnkz_stats.ledger.claim import Claim, Identity, Project
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.identity import NAMED, Term, parse_side
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.facts import constrains

NAMED_SCOPE = "named in the register"
"""The scope of the number of projects that the register names."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """A series, and the projects that an identity says are parts of it."""

    term: Term
    unit: str
    projects: tuple[Project, ...]

    @property
    def counts(self) -> bool:
        """Whether the whole is a number of things, and no amount of capacity or money."""
        return self.unit.partition("/")[0] not in MEASURED

    def scopes(self) -> Sequence[str]:
        return (NAMED_SCOPE,) if self.counts else [project.name for project in self.projects]

    def parts(self, period: Period) -> Iterator[tuple[Project, str, Figure]]:
        """What the register says of the whole in a period: the project, the scope of its figure, and the figure.

        A project counts from the year in which it came to its status; one without a year never does.
        """
        there = [one for one in self.projects if one.year is not None and one.year.first <= period.last]
        for project in there:
            if self.counts:
                yield project, NAMED_SCOPE, read_figure(f"at least {len(there)} named", "en")
            else:
                figure = _measure(project, self.unit)
                if figure is not None:
                    yield project, project.name, figure


def terms_of(identity: Identity, folder: Folder) -> tuple[Term, ...]:
    """The terms of an identity, all on the left side; projects of the register as parts of the whole, each a scope of it."""
    whole = _whole(identity, folder)
    right = parse_side(identity.right)
    if whole is None:
        left = parse_side(identity.left)
    else:
        left = tuple(
            replace(whole.term, where={**whole.term.where, "scope": name}) for name in whole.scopes()
        )
        right = (whole.term,)
    return (*left, *(replace(term, coefficient=-term.coefficient) for term in right))


def named_parts(folder: Folder, books: Mapping[str, str]) -> Iterator[tuple[Claim, str]]:
    """What the register says of the parts wherever somebody states the whole, each with the book of that whole.

    `books` tells whose book each claim of the folder is read in.
    """
    told: set[tuple[object, ...]] = set()
    for whole in filter(None, (_whole(identity, folder) for identity in folder.identities)):
        for claim in folder.claims:
            if not _states(claim, whole):
                continue
            for project, scope, figure in whole.parts(claim.periods[0]):
                part, book = _part(claim, project, scope, figure), books[claim.id]
                key = (part.id, part.series, part.area, part.partner, part.periods, book, part.vintage)
                if key not in told:
                    told.add(key)
                    yield part, book


def _whole(identity: Identity, folder: Folder) -> _Whole | None:
    named = [term for term in parse_side(identity.left) if term.series == NAMED]
    if not named:
        return None
    (term,) = parse_side(identity.right)
    parts = {
        project.id: project
        for project in folder.projects.values()
        if any(_is_one_of(project, which) for which in named)
    }
    return _Whole(
        replace(term, where={"scope": "", **term.where}),
        folder.series[term.series].unit,
        tuple(parts.values()),
    )


def _is_one_of(project: Project, which: Term) -> bool:
    return all(project.row[column] == value for column, value in which.where.items())


def _states(claim: Claim, whole: _Whole) -> bool:
    return (
        constrains(claim)
        and claim.statement is Statement.LEVEL
        and claim.series == whole.term.series
        and claim.unit == whole.unit
        and all(getattr(claim, column) == value for column, value in whole.term.where.items())
    )


def _measure(project: Project, unit: str) -> Figure | None:
    figure = project.value if unit in CURRENCIES else project.capacity
    return figure if figure is not None and figure.unit == unit.partition("/")[0] else None


def _part(claim: Claim, project: Project, scope: str, figure: Figure) -> Claim:
    """The project's figure as a claim about a part of what another claim speaks of."""
    return replace(
        claim,
        id=project.id,
        topic=project.at.file.removesuffix(".csv"),
        scope=scope,
        periods=claim.periods[:1],
        figure=figure,
        authority="",
        source=project.sources[0],
        locator="",
        note=project.note,
        at=project.at,
    )
