"""Panels: one country's exports to many partners over many years with their sum, of sizes that other tools were timed on."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import floor
from random import Random

from reasoning.worlds import RULES, Press, Row, World, root

_PARTNERS = (
    "KZ", "KG", "TJ", "TM", "UZ", "RU", "MN", "AZ", "GE", "AM", "TR", "IR", "PK", "IN", "VN", "TH", "MY", "ID", "JP", "KR",
)  # fmt: skip


def panel(random: Random, *, partners: int, years: int, lies: int = 1) -> World:
    """Levels, growth, shares, multiples, average growth and totals that are all true but for some lies."""
    names, span = _PARTNERS[:partners], range(2001, 2001 + years)
    truth: dict[tuple[str, int], Fraction] = {}
    for name in names:
        level = Fraction(random.randint(10**8, 4 * 10**10))
        for year in span:
            truth[name, year] = level
            level = Fraction(floor(level * random.randint(85_000, 130_000) / 100_000))
    for year in span:
        truth["W00", year] = sum((truth[name, year] for name in names), Fraction(0))
    press = Press(random, RULES["half-up"], fewest=3)
    claims = [
        claim for (name, year) in truth for claim in _panel_claims(random, press, truth, name=name, year=year)
    ]
    rows = [
        {"id": f"c{index:04}", "source": f"s{random.randint(1, 9)}"} | row for index, row in enumerate(claims)
    ]
    liars = random.sample(range(len(rows)), lies)
    for index in liars:
        rows[index]["figure"] = distorted(random, rows[index]["figure"])
    total = " + ".join(f"exports[partner={name}]" for name in names)
    sum_of_partners = {"id": "sum", "left": "exports[partner=W00]", "relation": "=", "right": total}
    identities = ({**sum_of_partners, "why": "all partners together"},)
    return World(tuple(rows), identities, frozenset(rows[index]["id"] for index in liars))


def _panel_claims(
    random: Random, press: Press, truth: Mapping[tuple[str, int], Fraction], *, name: str, year: int
) -> Iterable[Row]:
    about = {"series": "exports", "area": "CN", "partner": name, "period": str(year), "authority": "GACC"}
    here, before = truth[name, year], truth.get((name, year - 1))
    if random.random() < 0.65:
        yield about | {"statement": "level", "figure": press.amount(here)}
    if before is not None and random.random() < 0.6:
        yield about | {"statement": "growth", "figure": press.growth(here / before - 1)}
    if name != "W00" and random.random() < 0.3:
        share = press.percent(here / truth["W00", year])
        yield about | {"statement": "share", "base": "partner=W00", "figure": share}
    base = random.randint(2001, year)
    if base < year and random.random() < 0.2:
        ratio = press.multiple(here / truth[name, base])
        yield about | {"statement": "multiple", "base": str(base), "figure": ratio}
    if base < year - 1 and random.random() < 0.1:
        rate = root(here / truth[name, base], year - base) - 1
        yield about | {"statement": "growth", "base": str(base), "figure": press.average(rate)}


def distorted(random: Random, figure: str) -> str:
    """The figure with its first digit that is not zero made another one."""
    at = next(index for index, sign in enumerate(figure) if sign in "123456789")
    other = random.choice([digit for digit in "123456789" if digit != figure[at]])
    return f"{figure[:at]}{other}{figure[at + 1 :]}"
