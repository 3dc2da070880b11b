"""The register of projects as tables and as JSON."""

from collections.abc import Iterator, Sequence

from cnkz_stats.analysis.projects import Group, Measure, Total, totals
from cnkz_stats.figures.display import range_json
from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.reading import certain_range
from cnkz_stats.ledger.claim import Project
from cnkz_stats.ledger.rows import COLUMNS
from cnkz_stats.reasoning.wording import amount_text
from cnkz_stats.views.machine import Json
from cnkz_stats.views.tables import Column, Table

PROJECTS_CSV = (
    *COLUMNS["project_register.csv"],
    "capacity_range_low", "capacity_range_high", "value_range_low", "value_range_high",
)  # fmt: skip
TOTALS_CSV = ("by", "group", "projects", "measure", "unit", "stated", "total_low", "total_high")
_DIGITS = 6
_PROJECT_COLUMNS = (
    Column("Project", wide=True),
    Column("Place", wide=True),
    Column("Sector"),
    Column("Capacity", number=True),
    Column("Value", number=True),
    Column("Status"),
    Column("Year"),
    Column("Sources", wide=True),
)


def project_table(projects: Sequence[Project]) -> Table:
    """A line for each project, and what those together state that say how much."""
    return Table("", _PROJECT_COLUMNS, (*map(_line, projects), *_last_line(projects)))


def _line(project: Project) -> tuple[str, ...]:
    row = project.row
    return (
        *(row[column] for column in ("name", "place", "sector", "capacity", "value", "status", "year")),
        ", ".join(project.sources),
    )


def _last_line(projects: Sequence[Project]) -> Iterator[tuple[str, ...]]:
    if len(projects) > 1:
        sums = list(totals(projects))
        cells = (_sums(sums, measure, len(projects)) for measure in Measure)
        yield (f"{len(projects)} projects", "", "", *cells, "", "", "")


def group_table(groups: Sequence[Group], column: str) -> Table:
    """A line for each group; a sum says how many of its projects it is the sum of."""
    columns = (
        Column(column.capitalize()),
        Column("Projects", number=True),
        Column("Capacity", number=True),
        Column("Value", number=True),
    )
    return Table("", columns, tuple(_group_line(group) for group in groups))


def _group_line(group: Group) -> tuple[str, ...]:
    count = len(group.projects)
    return (
        group.key or "not stated",
        str(count),
        *(_sums(group.totals, measure, count) for measure in Measure),
    )


def _sums(sums: Sequence[Total], measure: Measure, count: int) -> str:
    """The totals of one measure: `over 124.85 MW (2 of 3)`."""
    return "; ".join(
        amount_text(one.range, one.unit, digits=_DIGITS)
        + (f" ({one.stated} of {count})" if one.stated < count else "")
        for one in sums
        if one.measure is measure
    )


def projects_json(projects: Sequence[Project]) -> list[Json]:
    """Projects as their rows are written, and the ranges that capacity and value say for certain."""
    return [
        {
            **project.row,
            "sources": list(project.sources),
            "capacity_range": _range(project.capacity),
            "value_range": _range(project.value),
        }
        for project in projects
    ]


def _range(figure: Figure | None) -> Json | None:
    return None if figure is None else range_json(certain_range(figure))


def totals_json(groups: Sequence[Group], column: str) -> Iterator[Json]:
    """A row for each measure and unit of each group; one without a measure where a group states none."""
    for group in groups:
        common: Json = {"by": column, "group": group.key, "projects": len(group.projects)}
        for one in group.totals:
            yield common | {
                "measure": one.measure.value,
                "unit": one.unit,
                "stated": one.stated,
                "total": range_json(one.range),
            }
        if not group.totals:
            yield common | {"measure": None, "unit": None, "stated": 0, "total": None}
