"""How periods lie in each other: which parts fill a whole, and which lie beside each other in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from cnkz_stats.figures.period import Period


@dataclass(frozen=True, slots=True)
class Parts:
    """Periods inside a whole; `tile` if nothing of it is left out."""

    periods: tuple[Period, ...]
    tile: bool


@cache
def part_periods(periods: frozenset[Period]) -> tuple[tuple[Parts, Period], ...]:
    """For each period the next smaller ones inside it, with what has room beside each, each pair that tiles it, and its finest
    tiling.
    """
    return tuple(_part_periods(periods))


def _part_periods(periods: frozenset[Period]) -> Iterator[tuple[Parts, Period]]:
    ordered = sorted(periods, key=lambda period: (period.first, -period.last.toordinal()))
    for whole in ordered:
        inside = [period for period in ordered if period in whole and period != whole]
        largest = [part for part in inside if not any(part in other and part != other for other in inside)]
        for part in largest:
            yield Parts((part,), tile=False), whole
        for beside in dict.fromkeys(_beside(part, inside) for part in largest):
            if len(beside) > 1 and _days(beside) < _days([whole]):
                yield Parts(beside, tile=False), whole
        tilings: set[tuple[Period, ...]] = {
            (left, right)
            for left in inside
            for right in inside
            if _meet(left, right) and _fill(whole, (left, right))
        }
        finest = _finest_tiling(inside, whole)
        if finest:
            tilings.add(finest)
        for tiling in sorted(tilings):
            yield Parts(tiling, tile=True), whole


def _beside(part: Period, inside: Sequence[Period]) -> tuple[Period, ...]:
    """A part and those before and after it that fill most days without overlapping, as few as do."""
    before = [one for one in inside if one.last < part.first]
    after = [one for one in inside if one.first > part.last]
    return (*_fullest(before), part, *_fullest(after))


def _fullest(periods: Iterable[Period]) -> tuple[Period, ...]:
    best: list[tuple[Period, ...]] = [()]
    for one in sorted(periods, key=lambda period: period.last):
        best += [max(((*some, one) for some in best if not some or some[-1].last < one.first), key=_fills)]
    return max(best, key=_fills)


def _fills(periods: tuple[Period, ...]) -> tuple[int, int]:
    return _days(periods), -len(periods)


def _days(periods: Iterable[Period]) -> int:
    return sum(one.last.toordinal() - one.first.toordinal() + 1 for one in periods)


def _meet(left: Period, right: Period) -> bool:
    return right.first.toordinal() == left.last.toordinal() + 1


def _fill(whole: Period, parts: tuple[Period, ...]) -> bool:
    return parts[0].first == whole.first and parts[-1].last == whole.last


def _finest_tiling(inside: list[Period], whole: Period) -> tuple[Period, ...]:
    """The tiling with the most parts, or nothing."""
    best: dict[int, tuple[Period, ...]] = {whole.first.toordinal(): ()}
    for part in sorted(inside):
        start, end = part.first.toordinal(), part.last.toordinal() + 1
        if start in best and len(best[start]) + 1 > len(best.get(end, ())):
            best[end] = (*best[start], part)
    return best.get(whole.last.toordinal() + 1, ())
