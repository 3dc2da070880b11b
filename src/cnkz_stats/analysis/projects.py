"""Named projects, chosen and added up: what the register says of capacity and value by sector, place, year or status."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reading import certain_range
from cnkz_stats.ledger.claim import Project
from cnkz_stats.ledger.folder import Folder


class Measure(StrEnum):
    """What of a project is added up."""

    CAPACITY = "capacity"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Total:
    """A measure of several projects in one unit: the sum of what `stated` of them state, as a range."""

    measure: Measure
    unit: str
    stated: int
    range: Interval


@dataclass(frozen=True, slots=True)
class Group:
    """The projects of one sector, place, year or status; `key` is empty where that is not known."""

    key: str
    projects: tuple[Project, ...]
    totals: tuple[Total, ...]


def chosen(folder: Folder, **words: str | None) -> list[Project]:
    """The projects whose columns (sector, place, status, year) hold the words asked for, in upper or lower case.

    Raises CnkzError where no project has such a word, with the words that there are.
    """
    projects = list(folder.projects.values())
    for column, word in words.items():
        if word is None:
            continue
        there = sorted({one.row[column] for one in projects if one.row[column]})
        projects = [one for one in projects if word.casefold() in one.row[column].casefold()]
        if not projects:
            raise CnkzError(
                f"no project with {column} {word!r}, expected one of: {'; '.join(there) or 'none'}"
            )
    return projects


def groups(projects: Sequence[Project], column: str) -> list[Group]:
    """Projects by a column of the register, the totals of each group; what is not known comes last."""
    together: dict[str, list[Project]] = defaultdict(list)
    for project in projects:
        together[project.row[column]].append(project)
    keys = sorted(together, key=lambda key: (not key, key))
    return [Group(key, tuple(together[key]), tuple(totals(together[key]))) for key in keys]


def totals(projects: Sequence[Project]) -> Iterator[Total]:
    """Capacity, then value, each in every unit that some project states it in."""
    for measure in Measure:
        ranges: dict[str, list[Interval]] = defaultdict(list)
        for project in projects:
            figure: Figure | None = getattr(project, measure.value)
            if figure is not None:
                ranges[figure.unit].append(certain_range(figure))
        for unit, stated in sorted(ranges.items()):
            yield Total(measure, unit, len(stated), _sum(stated))


def _sum(ranges: Sequence[Interval]) -> Interval:
    """Where one range has no end on a side, neither has the sum."""
    lows = [one.lo for one in ranges if one.lo is not None]
    highs = [one.hi for one in ranges if one.hi is not None]
    return Interval(
        sum(lows, Fraction(0)) if len(lows) == len(ranges) else None,
        sum(highs, Fraction(0)) if len(highs) == len(ranges) else None,
        any(one.lo_open for one in ranges),
        any(one.hi_open for one in ranges),
    )
