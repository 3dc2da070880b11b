"""Limits of quantities that follow from one row after the other: exact, found without a solver, not always the tightest."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.constraints import ZERO, Constraint

_MOST = 8
"""How often one limit is tightened: rows that feed each other could do so for ever."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What a quantity, or its negative, is at most; by a row and the limits of the other quantities in it."""

    value: Fraction
    is_open: bool
    row: Constraint
    others: tuple["Limit", ...]

    @property
    def rows(self) -> tuple[Constraint, ...]:
        """All rows that it follows from."""
        found = {id(limit.row): limit.row for limit in self._all()}
        return tuple(found.values())

    def _all(self) -> Iterator["Limit"]:
        seen: set[int] = set()
        left = [self]
        while left:
            limit = left.pop()
            if id(limit) not in seen:
                seen.add(id(limit))
                left += limit.others
                yield limit


Side = tuple[Quantity, bool]
"""A quantity, and whether its negative is meant."""


def limits(rows: Sequence[Constraint]) -> Mapping[Side, Limit]:
    """What rows, taken one after the other, say that each quantity and its negative is at most."""
    found: dict[Side, Limit] = {}
    tightened: Counter[Side] = Counter()
    reading: dict[Side, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        for quantity, coefficient in row.terms:
            reading[quantity, coefficient > 0].append(index)
    queue = deque(range(len(rows)))
    queued = set(queue)
    while queue:
        index = queue.popleft()
        queued.discard(index)
        for side, limit in _told(rows[index], found):
            if tightened[side] < _MOST and _is_tighter(limit, found.get(side)):
                found[side] = limit
                tightened[side] += 1
                further = [one for one in reading[side] if one not in queued]
                queue.extend(further)
                queued.update(further)
    return found


def _told(row: Constraint, found: Mapping[Side, Limit]) -> Iterator[tuple[Side, Limit]]:
    """What a row says of each of its quantities, by the limits of the others so far."""
    terms = [(quantity, coefficient) for quantity, coefficient in row.terms if coefficient]
    known = [found.get((quantity, coefficient > 0)) for quantity, coefficient in terms]
    if known.count(None) > 1:
        return
    least = [
        None if limit is None else -limit.value * abs(coefficient)
        for limit, (_, coefficient) in zip(known, terms, strict=True)
    ]
    room = row.bound - sum((one for one in least if one is not None), ZERO)
    for at, (quantity, coefficient) in enumerate(terms):
        own = least[at]
        if own is not None and None in known:
            continue
        others = tuple(limit for place, limit in enumerate(known) if place != at and limit is not None)
        value = (room if own is None else room + own) / abs(coefficient)
        is_open = row.strict or any(limit.is_open for limit in others)
        yield (quantity, coefficient < 0), Limit(value, is_open, row, others)


def _is_tighter(new: Limit, old: Limit | None) -> bool:
    return old is None or (new.value, not new.is_open) < (old.value, not old.is_open)
