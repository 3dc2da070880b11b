"""Tightest bounds of expressions under consistent rows, each with the rows that it follows from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.certificate import certify
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law
from cnkz_stats.reasoning.judge import Court
from cnkz_stats.reasoning.limits import Limit, Side, limits
from cnkz_stats.reasoning.verdict import Consistent, Contradictory, Undecided

Expression = Mapping[Quantity, Fraction]


@dataclass(frozen=True, slots=True)
class End:
    """The least upper bound of an expression, whether it is reached, and the rows it follows from; no value: unbounded."""

    value: Fraction | None
    is_open: bool = False
    rows: tuple[Constraint, ...] = ()


@dataclass(frozen=True, slots=True)
class _Bound:
    """What an expression is at most, and the rows, by number, that say so; whether values are known that reach it."""

    value: Fraction
    rows: tuple[int, ...]
    is_reached: bool = False


class GaveUpError(Exception):
    """The solver did not answer in time; the text is its own reason."""


class Survey:
    """Consistent rows, to be asked for the tightest bounds of expressions, one after the other.

    A scout in floating point goes as far as it can. The rows that hold it back there imply a bound, exactly; where values
    are found that reach it, again exactly, it is the tightest. Otherwise the solver is asked what can be reached, from
    above: while a bound cannot, it says because of which rows; their certificate gives the bound that they imply, and that is
    tried next. The ends of rows count as theirs for the bound, open or not, since that moves none.
    """

    def __init__(self, rows: Sequence[Constraint], *, until: float | None = None) -> None:
        self._rows, self._until = rows, until
        self._closed = [replace(row, strict=False) for row in rows]
        self._as_stated = Court(always=rows, until=until)
        self._verdict = self._as_stated.hear([])
        if isinstance(self._verdict, Undecided):
            raise GaveUpError(self._verdict.reason)

    @cached_property
    def _with_ends(self) -> Court:
        if not any(row.strict for row in self._rows):
            return self._as_stated
        return Court(always=self._closed, until=self._until)

    @cached_property
    def _directions(self) -> Court:
        return Court(always=[replace(row, bound=ZERO) for row in self._closed], until=self._until)

    @cached_property
    def _one_by_one(self) -> Court:
        return Court(([row] for row in self._closed), until=self._until)

    @cached_property
    def _limits(self) -> Mapping[Side, Limit]:
        return limits(self._rows)

    @cached_property
    def _numbers(self) -> Mapping[int, int]:
        return {id(row): number for number, row in enumerate(self._rows)}

    @property
    def feasible(self) -> bool:
        """Whether the rows can all hold; if not, there is nothing to ask."""
        return isinstance(self._verdict, Consistent)

    def upper(self, expression: Expression) -> End:
        """The least upper bound of a linear expression under the rows.

        Raises GaveUpError if the solver does not answer in time.
        """
        limit = self._limit(expression)
        if limit is None and _reaches(self._directions, expression, ONE):
            return End(None)
        bound = self._seen(expression, limit) or self._asked(expression, limit)
        rows = tuple(self._rows[number] for number in bound.rows)
        is_open = any(row.strict for row in rows) or not (
            bound.is_reached or _reaches(self._as_stated, expression, bound.value)
        )
        return End(bound.value, is_open, rows)

    def _limit(self, expression: Expression) -> _Bound | None:
        """A bound of a single quantity by one row after the other."""
        if len(expression) > 1:
            return None
        ((quantity, factor),) = expression.items()
        limit = self._limits.get((quantity, factor < 0))
        if limit is None:
            return None
        numbers = sorted(self._numbers[id(row)] for row in limit.rows)
        return _Bound(limit.value * abs(factor), tuple(numbers))

    def _seen(self, expression: Expression, limit: _Bound | None) -> _Bound | None:
        """The bound that the scout comes upon, if rows imply it and values reach it."""
        seen = self._as_stated.furthest(_at_least(expression, ZERO))
        if seen is None:
            return None
        below, held_back = seen
        found = self._implied(expression, abs(below) / 8 + 1 - below, held_back)
        if found is None:
            return None
        if limit is not None and limit.value == found.value:
            found = limit
        broken = self._as_stated.broken_at_ends_of(found.rows)
        return None if broken is None else replace(found, is_reached=not broken)

    def _asked(self, expression: Expression, limit: _Bound | None) -> _Bound:
        """The bound by asking what can be reached."""
        bound = limit
        guess = self._unreached(expression) if bound is None else bound.value
        while bound is None or not _reaches(self._with_ends, expression, guess):
            clash = self._one_by_one.reaches(_at_least(expression, guess), range(len(self._rows)))
            bound = self._implied(expression, guess, clash.core if isinstance(clash, Contradictory) else [])
            if bound is None:
                raise GaveUpError("no certificate could be found for a bound")
            guess = bound.value
        return bound

    def _unreached(self, expression: Expression) -> Fraction:
        """A value that a bounded expression does not reach."""
        assert isinstance(self._verdict, Consistent)
        witness = self._verdict.witness
        guess = sum((value * witness[quantity] for quantity, value in expression.items()), ZERO)
        step = abs(guess) / 8 + 1
        while _reaches(self._with_ends, expression, guess):
            guess, step = guess + step, step * 4
        return guess

    def _implied(self, expression: Expression, unreached: Fraction, core: Iterable[int]) -> _Bound | None:
        """The bound implied by rows because of which a value is not reached; `None` if they are not such rows."""
        asked, core = _at_least(expression, unreached), sorted(core)
        rows = [*(self._closed[number] for number in core), asked]
        certificate = certify(rows) or certify(_irreducible(rows))
        if certificate is None:
            return None
        weights = dict(zip(map(id, certificate.rows), certificate.weights, strict=True))
        used = tuple(number for number in core if id(self._closed[number]) in weights)
        bound = sum((weights[id(self._closed[number])] * self._closed[number].bound for number in used), ZERO)
        return _Bound(bound / weights[id(asked)], used)


def _at_least(expression: Expression, value: Fraction) -> Constraint:
    terms = tuple((quantity, -factor) for quantity, factor in expression.items())
    return Constraint(terms, -value, strict=False, origin=Law("what is asked"))


def _reaches(court: Court, expression: Expression, value: Fraction) -> bool:
    answer = court.reaches(_at_least(expression, value))
    if isinstance(answer, Undecided):
        raise GaveUpError(answer.reason)
    return answer is None


def _irreducible(rows: Sequence[Constraint]) -> list[Constraint]:
    """Contradictory rows without those that can be spared; the last one always stays."""
    left = list(rows)
    for row in rows[:-1]:
        fewer = [other for other in left if other is not row]
        if isinstance(Court([fewer]).hear([0]), Contradictory):
            left = fewer
    return left
