"""Commands that answer from the claims of a folder: growth, bounds, explanations."""

from typing import Annotated

import typer

from cnkz_stats.cli.options import DataOption, ExplainFormat, Format, FormatOption, OutputOption
from cnkz_stats.cli.printing import audited, data_folder, period_of, print_rows, show, write


def growth(
    series: Annotated[str | None, typer.Argument(help="A series code, e.g. turnover [default: all]")] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="PERIOD", help="First period, e.g. 1992")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="PERIOD", help="Last period, e.g. 2021")] = None,
    authority: Annotated[str | None, typer.Option(help="Only the books of this authority, e.g. GACC")] = None,
    real: Annotated[
        bool, typer.Option("--real", help="In constant prices, those of the last year of deflators.csv")
    ] = False,
    prices: Annotated[
        str | None, typer.Option(metavar="YEAR", help="In constant prices, those of this year, e.g. 2015")
    ] = None,
    data: DataOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """How fast it grew, and how sure that is given the rounding. Beside it what sources claim, and whether that agrees."""
    from cnkz_stats.analysis.constant import in_constant_prices
    from cnkz_stats.analysis.targets import growth_with_targets
    from cnkz_stats.views.growth_rows import growth_tables
    from cnkz_stats.views.layout import Line
    from cnkz_stats.views.legend import growth_legend
    from cnkz_stats.views.machine import GROWTH_COLUMNS, a_row_for_each_claim, growth_json

    folder = data_folder(data)
    rows = growth_with_targets(
        folder, series, start=period_of(start, "--from"), end=period_of(end, "--to"), authority=authority
    )
    notes: list[str] = []
    if real or prices is not None:
        rows, notes = in_constant_prices(rows, folder, period_of(prices, "--prices"))
    tables, below = growth_tables(rows, folder), [*growth_legend(rows, folder), *map(Line, notes)]
    lines = growth_json(rows)
    if form is Format.CSV:
        lines = a_row_for_each_claim(lines)
    if form is not Format.TABLE:
        for note in notes:
            typer.echo(note, err=True)
    print_rows(tables, lines, GROWTH_COLUMNS, form, output, below=below)


def bounds(
    series: Annotated[str | None, typer.Argument(help="A series code, e.g. turnover [default: all]")] = None,
    data: DataOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """The tightest range that all claims together leave. For each quantity, published or not, with the claims that bind it."""
    from cnkz_stats.reasoning.explain import implied_bounds
    from cnkz_stats.views.explanations import BOUNDS_CSV, bounds_json, bounds_table, repair_lines

    folder = data_folder(data)
    found = audited(folder)
    ranges = implied_bounds(found, folder, series)
    table = bounds_table(ranges, folder)
    spoken_of = {quantity for one in ranges for fact in one.bounds.facts for quantity in fact.quantities}
    print_rows([table], bounds_json(ranges), BOUNDS_CSV, form, output, below=repair_lines(found, spoken_of))


def explain(
    what: Annotated[str, typer.Argument(help="The id of a claim or a finding, or a series code")],
    period: Annotated[
        str | None, typer.Argument(help="For a series: the period, e.g. 2021 [default: all]")
    ] = None,
    data: DataOption = None,
    form: Annotated[ExplainFormat, typer.Option("--format", help="How to print")] = ExplainFormat.TEXT,
    output: OutputOption = None,
) -> None:
    """From which claims a figure follows. In numbered lines to redo on a calculator, and what would have to change."""
    from cnkz_stats.reasoning.explain import explain as derivations
    from cnkz_stats.views.explanations import about_of, explanation_json, explanation_lines, repair_lines
    from cnkz_stats.views.machine import json_text

    folder = data_folder(data)
    found = audited(folder)
    explained = derivations(what, period_of(period, "PERIOD"), found, folder)
    if form is ExplainFormat.JSON:
        write(json_text(explanation_json(explained, found)), output)
    else:
        show([*explanation_lines(explained, folder), *repair_lines(found, about_of(explained))], output)
