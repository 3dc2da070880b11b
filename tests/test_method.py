"""The pages on method and the records of decisions: examples run, tables recomputed, links and references hold."""

import doctest
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from cnkz_stats.figures.display import percent_text, range_text
from cnkz_stats.figures.figure import MEASURED, PERCENT, TIMES, Figure
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reader import read_figure
from cnkz_stats.figures.reading import Cause, certain_range, readings
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.causes import explanations
from cnkz_stats.reasoning.changes import Change
from cnkz_stats.reasoning.conflicts import Conflict, find_conflict
from cnkz_stats.reasoning.system import components, families
from cnkz_stats.reasoning.wording import amount_text
from conflicts.score import COLLECTION, scores, totals

ROOT = Path(__file__).parents[1]
METHOD = ROOT / "docs" / "method.md"
RECORDS = sorted((ROOT / "docs" / "adr").glob("*.md"))
PAGES = [METHOD, *RECORDS]
TEXT = METHOD.read_text(encoding="utf-8")
names = [page.name for page in PAGES]


def table(header: str) -> list[list[str]]:
    """The cells of the rows below a header line of the page on method."""
    below = TEXT.split(f"\n{header}\n", 1)[1].splitlines()[1:]
    rows = below[: next(number for number, line in enumerate(below) if not line.startswith("|"))]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def is_counted(figure: Figure) -> bool:
    return figure.unit not in MEASURED | {PERCENT, TIMES}


def shown(bounds: Interval, unit: str) -> str:
    """A range as the program prints it."""
    if unit == PERCENT:
        return percent_text(bounds, digits=12)
    if bounds.lo is bounds.hi is None:
        return "any"
    return f"{range_text(bounds)} times" if unit == TIMES else amount_text(bounds, unit)


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_the_examples_of_a_page_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"^```pycon\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page.name, str(page), 0)
    found: list[str] = []
    doctest.DocTestRunner().run(examples, out=found.append)
    assert not found, "".join(found)


@pytest.mark.parametrize(("printed", "meant", "_why"), table("| printed | range | why |"))
def test_a_printed_figure_has_the_range_that_the_page_gives(printed: str, meant: str, _why: str) -> None:
    figure = read_figure(printed.strip("`"))
    assert shown(certain_range(figure, counted=is_counted(figure)), figure.unit) == meant


@pytest.mark.parametrize(("_what", "cost", "printed", "meant"), table("| reading | cost | of | range |"))
def test_a_figure_has_the_reading_that_the_page_gives(
    _what: str, cost: str, printed: str, meant: str
) -> None:
    figure = read_figure(printed.strip("`"))
    others = readings(figure, counted=is_counted(figure))[1:]
    found = [(one.cost, shown(one.range, figure.unit)) for one in others]
    assert (Fraction(cost), meant) in found


HEDGES = table("| hedge | certain | likely, 1 digit | 2 digits | 3 or more |")


def hedged(words: str) -> Iterator[str]:
    """Phrases with each hedge, before or behind a number of one, two and three significant digits."""
    for word in words.split(", "):
        pattern = {"以上": "{}吨以上", "多": "{}多吨"}.get(word, f"{word} {{}} t")
        yield from (pattern.format(number) for number in (70, 25, 252))


@pytest.mark.parametrize(("words", "certain", "one", "two", "three"), HEDGES, ids=[row[0] for row in HEDGES])
def test_a_hedge_has_the_band_that_the_page_gives(
    words: str, certain: str, one: str, two: str, three: str
) -> None:
    for place, phrase in enumerate(hedged(words)):
        figure = read_figure(phrase)
        likely = readings(figure)[0].range.scaled(1 / figure.value)
        assert band(likely, certain_range(figure)) == (certain, (one, two, three)[place % 3]), phrase


def band(likely: Interval, certain: Interval) -> tuple[str, str]:
    """A hedge in the words of the page."""
    low, high = ("" if end is None else f"{float(end):g}" for end in (likely.lo, likely.hi))
    if certain.lo is None:
        return "below" if certain.hi_open else "at most", f"from {low}"
    if certain.hi is None:
        return "above" if certain.lo_open else "at least", f"to {high}"
    return "–", f"{low} to {high}"


CAUSES = table("| cost | cause | the figure | severity | case | there |")


@pytest.fixture(scope="module")
def changes() -> dict[str, list[Change]]:
    """What may explain the conflicts of each case that the table of causes names."""
    return {case: list(changes_of(COLLECTION / case)) for case in {row[4] for row in CAUSES} - {"–"}}


def changes_of(path: Path) -> Iterator[Change]:
    folder = read_folder(path)
    for family in families(facts_of(folder), folder):
        for component in components(family, folder):
            conflict = find_conflict(component)
            if isinstance(conflict, Conflict):
                yield from explanations(conflict, family, folder)


@pytest.mark.parametrize("row", [row for row in CAUSES if row[5]], ids=lambda row: f"{row[4]} {row[1]}")
def test_a_case_has_the_cause_that_the_page_gives(row: list[str], changes: dict[str, list[Change]]) -> None:
    cost, cause, _, severity, case, there = row
    found = {(one.cause, one.cost, one.excuses) for one in changes[case] if there in one.text}
    assert found == {(Cause(cause.strip("`")), Fraction(cost), severity == "warning")}


def test_an_unexplained_case_has_no_cause(changes: dict[str, list[Change]]) -> None:
    [case] = [row[4] for row in CAUSES if row[1] == "`UNEXPLAINED`"]
    assert changes[case] == []


def test_the_page_names_every_cause() -> None:
    assert {row[1].strip("`") for row in CAUSES} == set(Cause)


def test_causes_stand_in_the_order_of_their_cost() -> None:
    costs = [Fraction(row[0]) for row in CAUSES if row[0]]
    assert costs == sorted(costs)


def test_the_page_gives_the_score_of_the_collected_cases() -> None:
    assert re.findall(r"^- (.* \d+ of \d+)$", TEXT, re.MULTILINE) == list(totals(scores()))


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        path, _, heading = target.partition("#")
        linked = page.parent / path if path else page
        assert linked.is_file(), target
        headings = re.findall(r"^#+ (.*)$", linked.read_text(encoding="utf-8"), re.MULTILINE)
        assert not heading or heading in [anchor(line) for line in headings], target


def anchor(heading: str) -> str:
    """The name that a heading can be linked by."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_the_method_lists_every_record() -> None:
    assert re.findall(r"\]\(adr/(.*?)\)", TEXT) == [page.name for page in RECORDS]


@pytest.mark.parametrize(("number", "page"), list(enumerate(RECORDS, 1)), ids=names[1:])
def test_a_record_is_numbered_and_says_context_decision_and_consequences(number: int, page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert page.name.startswith(f"{number:04}-")
    assert text.startswith(f"# {number}. ")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
