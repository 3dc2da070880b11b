"""Whether a known slip is told for what it is: `python bench/causes.py [slip …]`.

Worlds of figures that fit, and one that does not: years of trade between two countries by two offices (the tables of
`data/statistics.csv`, all amounts times one random number, so that digits differ), rail freight and a count of firms, printed
and rounded honestly by documents that name whose figures they are or do not. Into each world one slip is planted as the
press makes it. The seeds are fixed: whoever runs it gets the same counts.

A column says how many worlds

- **found**: have a finding that names the planted claim;
- **first**: have a first cause there that a careful reader accepts, who knows the documents and not the slip (the causes
  stand in the table; RESULTS.md says why some slips have several);
- **two**: have one among the first two;
- **severity**: are an error where a slip was planted, a warning where somebody rounded, hedged or worded loosely;
- **blamed**: have an error whose first cause changes honest claims only, although more than two facts take part, so that it
  could be told which one is odd;
- **others**: have an error of honest claims only, beside the planted one or instead of it.
"""

import csv
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor, log10
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from cnkz_stats.figures.reader import read_figure
from cnkz_stats.ledger.folder import bundled_rates
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.findings import Finding, Severity
from reasoning.trade import IDENTITIES
from reasoning.worlds import RULES as ROUND
from reasoning.worlds import Row, World, in_places

ROOT = Path(__file__).parents[1]
WORLDS = 20
HALF_UP, CUT = ROUND["half-up"], ROUND["truncation"]
TABLES = {"GACC": "2017-11", "BNS": "2026-09"}
BILLION = 10**9
YUAN = {one.year.first.year: Fraction(one.text) for one in bundled_rates() if one.code == "CNY"}

Truth = Mapping[tuple[str, str, int], Fraction]
"""By office, series and year."""


def tables() -> Truth:
    """Both flows and their sum, of every year that both offices have."""
    truth: dict[tuple[str, str, int], Fraction] = {}
    with (ROOT / "data" / "statistics.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if TABLES.get(row["authority"]) == row["vintage"] and row["statement"] == "level":
                flow = (
                    row["series"]
                    if row["area"] == "CN"
                    else {"exports": "imports"}.get(row["series"], "exports")
                )
                truth[row["authority"], flow, int(row["period"])] = read_figure(row["figure"]).value
    for office, flow, year in list(truth):
        if flow == "exports" and (office, "imports", year) in truth:
            truth[office, "turnover", year] = truth[office, flow, year] + truth[office, "imports", year]
    return truth


@dataclass
class Press:
    """Who prints figures of one world, each rounded honestly, and which claims that has made so far."""

    random: Random
    truth: Truth
    year: int
    rows: list[Row]
    said: int = 0
    false: list[str] = field(default_factory=list)

    def say(self, source: str, figure: str, office: str = "", **row: str) -> Row:
        """One claim, added to the world."""
        named = {
            "area": "CN",
            "partner": "KZ",
            "series": "turnover",
            "statement": "level",
            "period": str(self.year),
        }
        self.said += 1
        made = (
            {"id": f"c{self.said:02}", "source": source, "authority": office}
            | named
            | row
            | {"figure": figure}
        )
        self.rows.append(made)
        return made

    def value(self, office: str = "GACC", series: str = "turnover", year: int = 0) -> Fraction:
        return self.truth[office, series, self.year + year]

    def growth(self, office: str = "GACC", series: str = "turnover", year: int = 0) -> Fraction:
        return self.value(office, series, year) / self.value(office, series, year - 1) - 1


def digits(size: Fraction, significant: int, rule: Callable[[Fraction], int] = HALF_UP) -> str:
    return in_places(size, max(0, significant - 1 - floor(log10(size))), rule)


def dollars(value: Fraction, significant: int = 4, rule: Callable[[Fraction], int] = HALF_UP) -> str:
    return f"${digits(value / BILLION, significant, rule)} billion"


def percent(rate: Fraction, places: int = 1) -> str:
    return f"{'down' if rate < 0 else 'up'} {in_places(abs(rate) * 100, places, HALF_UP)} percent"


def tonnes(value: Fraction, significant: int = 3) -> str:
    return f"{digits(value / 10**6, significant)} million tonnes"


def trade(press: Press) -> None:
    """What honest documents say of trade: two offices, a yearbook, papers that name nobody; some of it missing."""
    for office, source in (("GACC", "customs"), ("BNS", "bureau")):
        press.say(source, dollars(press.value(office)), office)
        press.say(source, percent(press.growth(office)), office, statement="growth")
        for flow in ("exports", "imports"):
            figure = dollars(press.value(office, flow), press.random.choice([3, 4]))
            press.say(source, figure, office, series=flow)
    for year in (-1, -2):
        press.say("yearbook", dollars(press.value(year=year)), "GACC", period=str(press.year + year))
    press.say(
        "yearbook", percent(press.growth(year=-1)), "GACC", statement="growth", period=str(press.year - 1)
    )
    press.say("paper-a", dollars(press.value(), 3))
    press.say("paper-a", percent(press.growth(), press.random.choice([0, 1])), statement="growth")
    press.say("paper-b", dollars(press.value("BNS"), 3))
    press.say("paper-b", percent(press.growth("BNS")), statement="growth")
    press.say("paper-c", dollars(press.value("GACC", "exports"), 3), series="exports")
    press.say("paper-c", percent(press.growth("GACC", "exports")), statement="growth", series="exports")
    needed = [press.rows[0], press.rows[8]]
    press.rows[:] = [row for row in press.rows if row in needed or press.random.random() < 0.75]


def where(press: Press) -> tuple[str, str]:
    """The document that a slip stands in, and whom it names: alone or beside honest figures, its office or nobody."""
    return press.random.choice([("paper-x", ""), ("paper-x", "GACC"), ("paper-a", ""), ("customs", "GACC")])


def same(one: Fraction, other: Fraction) -> bool:
    """Whether two numbers are as near as two editions usually are: nobody could tell a slip from those."""
    return abs(one / other - 1) <= Fraction(5, 1000)


def level(press: Press, value: Fraction, **row: str) -> Row:
    source, office = where(press)
    return press.say(source, dollars(value, press.random.choice([3, 4])), office, **row)


def growth(press: Press, rate: Fraction, **row: str) -> Row:
    source, office = where(press)
    return press.say(source, percent(rate), office, statement="growth", **row)


def times(factor: Fraction | int) -> Callable[[Press], Row]:
    return lambda press: level(press, press.value() * factor)


def yuan(press: Press) -> Row:
    return level(press, press.value() * YUAN[press.year])


def months(press: Press) -> Row:
    """Nine to eleven months told as a year; half the time the yearbook has them."""
    last = press.random.choice([9, 10, 11])
    part = press.value() * Fraction(last * 10 + press.random.randint(-5, 5), 120)
    if press.random.random() < 0.5:
        press.say("yearbook", dollars(part), "GACC", period=f"{press.year}-01/{press.year}-{last:02}")
    return level(press, part)


def stale(press: Press) -> Row:
    return level(press, press.value(year=-1))


def stale_growth(press: Press) -> Row:
    press.say(
        "yearbook", percent(press.growth(year=-1)), "GACC", statement="growth", period=str(press.year - 1)
    )
    return growth(press, press.growth(year=-1))


def half_growth(press: Press) -> Row:
    rate = press.growth() + Fraction(press.random.choice([-1, 1]) * press.random.randint(5, 15), 100)
    press.say("half", percent(rate), "GACC", statement="growth", period=f"{press.year}-01/{press.year}-06")
    return growth(press, rate)


def multiple(press: Press, figure: str) -> Row:
    press.say("yearbook", dollars(press.value(year=-6)), "GACC", period=str(press.year - 6))
    source, office = where(press)
    return press.say(source, figure, office, statement="multiple", base=str(press.year - 6))


def ratio(press: Press) -> Fraction:
    return press.value() / press.value(year=-6)


def larger_by(press: Press) -> Row:
    return multiple(press, f"increased {in_places(ratio(press) - 1, 1, HALF_UP)} times")


def as_much(press: Press) -> Row:
    return multiple(press, f"в {in_places(ratio(press) - 1, 1, HALF_UP)} раза".replace(".", ","))


def by_percent(press: Press) -> Row:
    press.say("yearbook", dollars(press.value(year=-6)), "GACC", period=str(press.year - 6))
    source, office = where(press)
    figure = f"grew by {in_places(ratio(press) * 100, 0, HALF_UP)} percent"
    return press.say(source, figure, office, statement="growth", base=str(press.year - 6))


def hundredfold(press: Press) -> Row:
    rounded = floor(ratio(press) * Fraction(press.random.choice([88, 112]), 100)) or 1
    return multiple(press, f"{rounded} times")


def times_for_percent(press: Press) -> Row | None:
    if press.growth() < 0:
        return None
    source, office = where(press)
    figure = f"grew {in_places(abs(press.growth()) * 100, 1, HALF_UP)} times"
    return press.say(source, figure, office, statement="multiple", base=str(press.year - 1))


def percent_for_times(press: Press) -> Row | None:
    if press.growth() < 0:
        return None
    source, office = where(press)
    figure = f"up {in_places(1 + press.growth(), 1, HALF_UP)} percent"
    return press.say(source, figure, office, statement="growth")


def against_stated(press: Press) -> Row:
    return press.say("paper-x", dollars(press.value("BNS"), 4), "GACC")


def mixed(press: Press) -> Row | None:
    if same(1 + press.growth(), 1 + press.growth("BNS")):
        return None
    press.say("paper-x", dollars(press.value(), 3))
    return press.say("paper-x", percent(press.growth("BNS")), statement="growth")


def edition(press: Press) -> Row:
    moved = 1 + Fraction(press.random.choice([-1, 1]) * press.random.randint(10, 40), 10_000)
    source, office = where(press)
    return press.say(source, dollars(press.value(year=-1) * moved, 5), office, period=str(press.year - 1))


def misprinted(press: Press, value: Fraction, wrong: Callable[[Random, list[str]], list[str]]) -> Row | None:
    printed = digits(value / BILLION, 4)
    places = [index for index, sign in enumerate(printed) if sign.isdigit()]
    for place, digit in zip(places, wrong(press.random, [printed[place] for place in places]), strict=True):
        printed = printed[:place] + digit + printed[place + 1 :]
    if same(Fraction(printed) * BILLION, value):
        return None
    source, office = where(press)
    return press.say(source, f"${printed} billion", office)


def one_wrong(random: Random, printed: list[str]) -> list[str]:
    place = random.randrange(len(printed) - 1)
    others = [digit for digit in "123456789" if digit != printed[place]]
    return [*printed[:place], random.choice(others), *printed[place + 1 :]]


def two_swapped(random: Random, printed: list[str]) -> list[str]:
    pairs = [place for place in range(len(printed) - 1) if len({*printed[place : place + 2], "0"}) == 3]
    place = random.choice(pairs or [0])
    return [*printed[:place], printed[place + 1], printed[place], *printed[place + 2 :]]


def wrong_digit(press: Press) -> Row | None:
    return misprinted(press, press.value(), one_wrong)


def swapped(press: Press) -> Row | None:
    return misprinted(press, press.value(), two_swapped)


def region(press: Press) -> Row:
    """A province's figure told as the country's; half the time somebody states it as the province's."""
    part = press.value() * Fraction(press.random.randint(35, 75), 100)
    if press.random.random() < 0.5:
        press.say("province", dollars(part), "GACC", area="CN-XJ")
    return level(press, part)


def one_flow(press: Press) -> Row:
    press.say("paper-y", dollars(press.value("GACC", "exports"), 4), "GACC", series="exports")
    return level(press, press.value("GACC", "exports"))


def one_flow_growth(press: Press) -> Row:
    press.say(
        "paper-y", percent(press.growth("GACC", "exports")), "GACC", statement="growth", series="exports"
    )
    return growth(press, press.growth("GACC", "exports"))


def nearly(press: Press) -> Row:
    source, office = where(press)
    below = press.value() * Fraction(press.random.randint(985, 995), 1000)
    return press.say(source, f"nearly {dollars(below, 3)}", office)


def far_over(press: Press) -> Row:
    source, office = where(press)
    return press.say(
        source, f"more than {dollars(press.value() * Fraction(press.random.randint(55, 68), 100), 2)}", office
    )


def cut_off(press: Press) -> Row:
    """Cut off where that shows: the next digit is five or more."""
    source, office = where(press)
    value = press.value()
    places = next((n for n in (2, 3, 4) if digits(value / BILLION, n) != digits(value / BILLION, n, CUT)), 2)
    return press.say(source, dollars(value, places, CUT), office)


def rail(press: Press) -> None:
    """Rail freight: years, their growth, halves; one office counts, papers name nobody."""
    size = Fraction(press.random.randint(60, 400), 10) * 10**6
    rate = Fraction(press.random.randint(8, 30), 100)
    half = Fraction(press.random.randint(44, 54), 100)
    now = size * (1 + rate)
    halves = (now * half, now * (1 - half))
    series = {"series": "rail_tonnage"}
    press.say("railway", tonnes(size), "KTZ", **series, period=str(press.year - 1))
    press.say("railway", tonnes(now), "KTZ", **series)
    press.say("railway", percent(rate), "KTZ", statement="growth", **series)
    press.say("paper-a", tonnes(now, 2), **series)
    press.say("paper-b", tonnes(size), **series, period=str(press.year - 1))
    press.say("paper-b", percent(rate, 0), statement="growth", **series)
    press.say("railway", tonnes(halves[0]), "KTZ", **series, period=f"{press.year}-01/{press.year}-06")
    press.say("paper-a", tonnes(halves[1]), **series, period=f"{press.year}-07/{press.year}-12")
    press.say("customs", dollars(press.value()), "GACC")
    press.say("bureau", dollars(press.value("BNS")), "BNS")
    press.truth = dict(press.truth) | {
        ("KTZ", "rail", press.year): now,
        ("KTZ", "rail", press.year - 1): size,
    }


def rail_where(press: Press) -> tuple[str, str]:
    return press.random.choice([("paper-x", ""), ("paper-x", "KTZ"), ("paper-a", "")])


def rail_level(press: Press, figure: str, **row: str) -> Row:
    source, office = rail_where(press)
    return press.say(source, figure, office, series="rail_tonnage", **row)


def no_thousands(press: Press) -> Row:
    """One document prints thousands of tonnes as tonnes, of two years."""
    source, office = rail_where(press)
    for year in (-1, 0):
        thousands = press.value("KTZ", "rail", year) / 1000
        row = press.say(
            source,
            f"{in_places(thousands, 0, HALF_UP)} tons",
            office,
            series="rail_tonnage",
            period=str(press.year + year),
        )
        press.false.append(row["id"])
    return row


def rail_swapped(press: Press) -> Row:
    printed = list(digits(press.value("KTZ", "rail") / 10**6, 3).replace(".", ""))
    first, second, third = printed if len(printed) == 3 else [*printed, "0"][:3]
    wrong = f"{second}{first}.{third}" if first != second else f"{first}{third}.{second}"
    if press.value("KTZ", "rail") < 10**7:
        wrong = f"{first}.{third}{second}" if second != third else f"{second}.{first}{third}"
    return rail_level(press, f"{wrong} million tonnes")


def rail_stale(press: Press) -> Row:
    return rail_level(press, tonnes(press.value("KTZ", "rail", -1)))


def rail_ten(press: Press) -> Row:
    return rail_level(press, tonnes(press.value("KTZ", "rail") / 10))


def firms(press: Press) -> None:
    """A count that grows, of which papers tell with a hedge."""
    size = press.random.randint(20, 80) * 100
    count = {"series": "projects_count"}
    press.say("paper-a", f"{size - size // 20} projects", period=str(press.year - 1), **count)
    press.say("paper-b", f"nearly {size} projects", **count)
    press.truth = dict(press.truth) | {("", "count", press.year): Fraction(size)}


def zero_too_many(press: Press) -> Row:
    hedge = press.random.choice(["", "nearly "])
    return press.say(
        "paper-x", f"{hedge}{int(press.value('', 'count')) * 10:,} projects", series="projects_count"
    )


@dataclass(frozen=True)
class Slip:
    """How to plant it in which world, the causes to accept, how bad it is."""

    world: Callable[[Press], None]
    plant: Callable[[Press], Row | None]
    causes: str
    severity: str = "error"


SLIPS = {
    "亿 for billion, ×10": Slip(trade, times(10), "UNIT"),
    "÷10": Slip(trade, times(Fraction(1, 10)), "UNIT"),
    "million for billion": Slip(trade, times(Fraction(1, 1000)), "UNIT"),
    "hundredfold scale": Slip(trade, times(100), "UNIT"),
    "yuan for dollars": Slip(trade, yuan, "UNIT"),
    "thousands left out, two figures": Slip(rail, no_thousands, "UNIT"),
    "rail freight ÷10": Slip(rail, rail_ten, "UNIT"),
    "a zero too many in a count": Slip(firms, zero_too_many, "UNIT TYPO"),
    "percent for times": Slip(trade, percent_for_times, "UNIT WORDING"),
    "times for percent": Slip(trade, times_for_percent, "UNIT WORDING"),
    "by N times, not to": Slip(trade, larger_by, "WORDING", "warning"),
    "by N percent, not to": Slip(trade, by_percent, "WORDING", "warning"),
    "to N times, not by": Slip(trade, as_much, "WORDING"),
    "months for a year": Slip(trade, months, "PERIOD SCOPE REVISION"),
    "last year's level": Slip(trade, stale, "PERIOD"),
    "last year's growth": Slip(trade, stale_growth, "PERIOD"),
    "half a year's growth": Slip(trade, half_growth, "PERIOD"),
    "last year's freight": Slip(rail, rail_stale, "PERIOD"),
    "other office than stated": Slip(trade, against_stated, "REPORTER"),
    "growth of the other office": Slip(trade, mixed, "MIX REPORTER"),
    "one flow for both": Slip(trade, one_flow, "MIX SCOPE"),
    "growth of one flow for both": Slip(trade, one_flow_growth, "MIX SCOPE"),
    "a province for the country": Slip(trade, region, "SCOPE"),
    "one digit wrong": Slip(trade, wrong_digit, "TYPO"),
    "two digits swapped": Slip(trade, swapped, "TYPO"),
    "two digits of freight swapped": Slip(rail, rail_swapped, "TYPO"),
    "first edition": Slip(trade, edition, "REVISION ROUNDING", "warning"),
    "cut off": Slip(trade, cut_off, "ROUNDING REVISION", "warning"),
    "nearly, of more": Slip(trade, nearly, "HEDGE", "warning"),
    "more than, of far more": Slip(trade, far_over, "HEDGE", "warning"),
}


def planted(slip: Slip, seed: str) -> tuple[World, frozenset[str]]:
    """One world with the slip, and the planted claims."""
    random = Random(seed)
    claim = None
    while claim is None:
        factor = Fraction(random.randint(300, 3000), 1000)
        truth = {key: value * factor for key, value in tables().items()}
        press = Press(random, truth, random.randint(2003, 2014), [])
        slip.world(press)
        claim = slip.plant(press)
    rows = [row for row in press.rows if row is claim or not same_place(row, claim)]
    return World(tuple(rows), tuple(row for row in IDENTITIES if row["id"] == "sum")), frozenset(
        {claim["id"], *press.false}
    )


def same_place(row: Row, claim: Row) -> bool:
    """Whether a document would say two things of one number: the slip takes the place of the honest figure."""
    about = ("source", "statement", "series", "area", "period")
    return all(row[column] == claim[column] for column in about)


def judged(slip: Slip, findings: list[Finding], false: frozenset[str]) -> Iterator[str]:
    mine = named(findings, false)
    if any(one.severity is Severity.ERROR and one not in mine for one in findings):
        yield "others"
    if not mine:
        return
    yield "found"
    [first, *_] = mine
    codes = [cause.code.value for cause in first.causes]
    accepted = set(slip.causes.split())
    if codes[0] in accepted:
        yield "first"
    if not accepted.isdisjoint(codes[:2]):
        yield "two"
    if first.severity.value == slip.severity:
        yield "severity"
    changed = {claim.id for claim in first.causes[0].claims}
    if first.severity.value == "error" and changed and not false & changed and len(first.facts) > 2:
        yield "blamed"


def named(findings: list[Finding], false: frozenset[str]) -> list[Finding]:
    """The findings that name one of the false claims."""
    return [one for one in findings if false & {claim.id for claim in one.claims}]


COLUMNS = ("found", "first", "two", "severity", "blamed", "others")


def main() -> None:
    names = [name for name in SLIPS if not sys.argv[1:] or any(part in name for part in sys.argv[1:])]
    print(f"| planted, {WORLDS} worlds each | accepted | {' | '.join(COLUMNS)} | first causes named |")
    print(f"| --- | --- | {' | '.join('---' for _ in COLUMNS)} | --- |")
    total: Counter[str] = Counter()
    start = perf_counter()
    for name in names:
        counts, causes = measured(SLIPS[name], name)
        total += counts
        firsts = ", ".join(f"{code} {number}" for code, number in causes.most_common())
        print(f"| {name} | {SLIPS[name].causes} | {row(counts)} | {firsts} |", flush=True)
    print(f"| **all {WORLDS * len(names)}** | | {row(total)} | |")
    print(f"\n{perf_counter() - start:.0f} s")


def row(counts: Counter[str]) -> str:
    return " | ".join(str(counts[column]) for column in COLUMNS)


def measured(slip: Slip, name: str) -> tuple[Counter[str], Counter[str]]:
    """What comes of the worlds with one slip, and the first causes named for it."""
    counts: Counter[str] = Counter()
    causes: Counter[str] = Counter()
    for number in range(WORLDS):
        world, false = planted(slip, f"{name} {number}")
        with tempfile.TemporaryDirectory() as path:
            findings = list(audit(world.folder(Path(path))).findings)
        counts.update(judged(slip, findings, false))
        causes.update(one.causes[0].code.value for one in named(findings, false)[:1])
    return counts, causes


if __name__ == "__main__":
    main()
