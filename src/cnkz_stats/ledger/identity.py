"""What holds by definition, read: `exports + imports`, `2 * turnover[area=CN-XJ] - balance`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from cnkz_stats.ledger.fields import (
    Parse,
    area,
    area_or_empty,
    conditions,
    identifier,
    trimmed,
    word,
    word_or_empty,
)

_TERM = re.compile(
    r"\s*+(?:(?P<sign>[+-])\s*+)?(?:(?P<factor>[0-9]{1,18}(?:\.[0-9]{1,18})?)\s*+\*\s*+)?"
    r"(?P<series>[A-Za-z][A-Za-z0-9_]*+)\s*+(?:\[(?P<where>[^\]]*)\])?\s*+"
)
_WHERE: Mapping[str, Parse[str]] = {
    "area": area,
    "partner": area_or_empty,
    "scope": trimmed,
    "authority": word_or_empty,
    "vintage": word_or_empty,
    "unit": word,
}
NAMED = "projects"
"""The name that stands, in an identity, for the projects of the register: `projects[sector=wind power]`."""
_WHICH: Mapping[str, Parse[str]] = {
    "id": identifier,
    "place": trimmed,
    "sector": trimmed,
    "status": trimmed,
}


@dataclass(frozen=True, slots=True)
class Term:
    """A multiple of a series; `where` gives the columns that are fixed, all others are those of the other terms.

    Of `projects`, the projects of the register, it tells which.
    """

    coefficient: Fraction
    series: str
    where: Mapping[str, str]


@cache
def parse_side(text: str) -> tuple[Term, ...]:
    """The terms of one side of an identity.

    >>> [str(term.coefficient) for term in parse_side("exports - 0.5 * imports[area=CN-XJ;partner=KZ]")]
    ['1', '-1/2']

    Raises ValueError, with what was expected, on any other text.
    """
    terms: list[Term] = []
    at = 0
    while at < len(text) or not terms:
        match = _TERM.match(text, at)
        if not match or (terms and not match["sign"]):
            raise ValueError("terms such as 'exports + imports', '2 * turnover[area=CN-XJ]'")
        factor = Fraction(f"{match['sign'] or ''}{match['factor'] or 1}")
        columns = _WHICH if match["series"] == NAMED else _WHERE
        where = conditions(match["where"], columns) if match["where"] is not None else {}
        terms.append(Term(factor, match["series"], where))
        at = match.end()
    return tuple(terms)
