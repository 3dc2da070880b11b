"""Rows from short texts; random systems of facts and laws, many of them off by a hair or with ends that just touch."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from random import Random

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law, ratio_range
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.system import Component, group
from reasoning import oracle
from reasoning.worlds import root

_HAIRS = (ZERO, ZERO, Fraction(1, 10**12), Fraction(1, 10**6), Fraction(1, 200))
"""How far a range reaches from the truth, or misses it, relative to its size."""


def quantity(series: str = "turnover", year: int = 2021, authority: str = "") -> Quantity:
    """A quantity between China and Kazakhstan over a year."""
    return Quantity(series, "CN", "KZ", "", Period.year(year), "USD", authority, "")


_TERM = re.compile(r"([+-]?)\s*(?:([\d.]+)\s*\*\s*)?([a-z]\w*)|([+-]?)\s*([\d.]+(?:e-?\d+)?)")


def rows(text: str) -> list[Constraint]:
    """Inequalities between unknowns of one letter and more, one a line or between semicolons.

    `2*x - y < 3; x = 1` are three rows: an equation is two.
    """
    return [row for line in re.split(r"[;\n]", text) if line.strip() for row in _rows(line.strip())]


def _rows(line: str) -> Iterator[Constraint]:
    left, relation, right = re.split(r"\s*(<=|>=|=|<|>)\s*", line)
    terms: dict[Quantity, Fraction] = {}
    bound = ZERO
    for side, sign in ((left, 1), (right, -1)):
        for minus, factor, name, other_minus, number in _TERM.findall(side):
            value = Fraction(factor or number or 1) * sign * (-1 if "-" in (minus, other_minus) else 1)
            if name:
                terms[unknown(name)] = terms.get(unknown(name), ZERO) + value
            else:
                bound -= value
    for turn in {"<": (1,), "<=": (1,), ">": (-1,), ">=": (-1,), "=": (1, -1)}[relation]:
        turned = tuple((quantity, coefficient * turn) for quantity, coefficient in terms.items())
        yield Constraint(turned, bound * turn, relation in "<>", Law(line))


def unknown(name: str) -> Quantity:
    """The unknown that rows call so."""
    return quantity(name)


def fact(
    statement: Statement,
    about: Quantity,
    bounds: Interval,
    *,
    base: Quantity | None = None,
    years: int | None = None,
) -> Fact:
    """A fact that no claim stands behind."""
    return Fact(statement, about, base, years, bounds, ())


def rows_of_component(component: Component) -> list[Constraint]:
    """All rows of a component."""
    return [*component.laws, *(row for one in component.facts for row in group(one))]


def is_possible(component: Component, facts: Iterable[Fact]) -> bool:
    """Whether some facts of a component can all be true under its laws, as the oracle sees it."""
    heard = [*component.laws, *(row for one in facts for row in group(one))]
    return isinstance(oracle.decide(heard), oracle.Possible)


def random_system(random: Random, *, lies: float = 0.15) -> Component:
    """Levels, growth, average growth, shares, multiples and changes of two to six unknowns, from a dollar to a trillion.

    The last unknown is a sum of others; in every third system one of them is a balance, which may be negative. Each fact
    misses the truth with probability `lies`.
    """
    truth = _truth(random)
    names = list(truth)
    laws = [*_sum_law(names, truth), *_signs(truth)]
    facts = [_random_fact(random, truth, lies) for _ in range(random.randint(2, 2 + 2 * len(names)))]
    return Component(tuple(facts), tuple(laws))


def _truth(random: Random) -> dict[Quantity, Fraction]:
    count = random.randint(2, 5)
    truth = {
        quantity(year=2010 + index): Fraction(
            random.randint(1, 999) * 10 ** random.randint(0, 9), random.choice([1, 7])
        )
        for index in range(count)
    }
    if random.random() < 0.33:
        truth[quantity("balance", 2010)] = -Fraction(random.randint(1, 999) * 10 ** random.randint(0, 9))
    truth[quantity("sum", 2010)] = sum(truth.values(), ZERO)
    return truth


def _sum_law(names: list[Quantity], truth: dict[Quantity, Fraction]) -> Iterator[Constraint]:
    *parts, whole = names
    law = Law("the parts make up the whole")
    for sign in (ONE, -ONE):
        terms = (*((part, sign) for part in parts), (whole, -sign))
        yield Constraint(terms, ZERO, strict=False, origin=law)


def _signs(truth: dict[Quantity, Fraction]) -> Iterator[Constraint]:
    for name in truth:
        if name.series == "turnover":
            yield Constraint(((name, -ONE),), ZERO, strict=False, origin=Law("it cannot be negative"))


def _random_fact(random: Random, truth: dict[Quantity, Fraction], lies: float) -> Fact:
    about = random.choice(list(truth))
    others = [name for name in truth if name != about and truth[name] > 0]
    kind = random.choice(list(Statement)[:5])
    lying = random.random() < lies
    if kind is Statement.LEVEL or not others or (truth[about] < 0 and kind is not Statement.CHANGE):
        return fact(Statement.LEVEL, about, _range(random, truth[about], lying=lying))
    base = random.choice(others)
    if kind is Statement.CHANGE:
        return fact(kind, about, _range(random, truth[about] - truth[base], lying=lying), base=base)
    ratio = truth[about] / truth[base]
    if kind is not Statement.GROWTH:
        return fact(kind, about, _range(random, ratio, lying=lying), base=base)
    years = random.choice([None, 2, 3])
    if years is None:
        return fact(kind, about, _range(random, ratio, lying=lying).shifted(-ONE), base=base)
    rate = Fraction(max(1, round(1000 * root(ratio, years))), 1000) - 1
    return fact(kind, about, _yearly(rate, ratio, years), base=base, years=years)


def _range(random: Random, true: Fraction, *, lying: bool) -> Interval:
    """A range around a number, or beside it; often it ends at the number itself, sometimes it has one end only."""
    size = abs(true) or ONE
    below, above = (size * random.choice(_HAIRS) for _ in range(2))
    shift = size * random.choice(_HAIRS) * random.choice([-1, 1]) * 2 if lying else ZERO
    lo, hi = true - below + shift, true + above + shift
    lo_open, hi_open = (random.random() < 0.2 for _ in range(2))
    if lo == hi:
        lo_open = hi_open = False
    match random.randint(0, 7):
        case 0:
            return Interval(lo, None, lo_open)
        case 1:
            return Interval(None, hi, hi_open=hi_open)
        case _:
            return Interval(lo, hi, lo_open, hi_open)


def _yearly(rate: Fraction, ratio: Fraction, years: int) -> Interval:
    """A range of rates a year whose power holds the ratio, or just does not."""
    step = Fraction(1, 2000)
    bounds = Interval.around(rate, step)
    reached = ratio_range(fact(Statement.GROWTH, quantity(), bounds, base=quantity(year=2020), years=years))
    return bounds if ratio in reached else Interval(rate - step, None)
