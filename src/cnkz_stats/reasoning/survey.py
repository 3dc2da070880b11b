"""Tightest bounds of expressions under consistent rows, each with the rows that it follows from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.certificate import certify
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law
from cnkz_stats.reasoning.judge import Consistent, Contradictory, Court, Undecided
from cnkz_stats.reasoning.limits import Limit, Side, limits

Expression = Mapping[Quantity, Fraction]


@dataclass(frozen=True, slots=True)
class End:
    """The least upper bound of an expression, whether it is reached, and the rows it follows from; no value: unbounded."""

    value: Fraction | None
    is_open: bool = False
    rows: tuple[Constraint, ...] = ()


class GaveUpError(Exception):
    """The solver did not answer in time; the text is its own reason."""


class Survey:
    """Consistent rows, to be asked for the tightest bounds of expressions, one after the other.

    A bound is found from above: a first guess follows from one row after the other. While it cannot be reached, the
    solver says because of which rows; their certificate gives the bound that they imply, and that is tried next. All
    exact; the rows with open ends closed, since that moves no bound.
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
        guess, rows = (self._unreached(expression), ()) if limit is None else limit
        while not rows or not _reaches(self._with_ends, expression, guess):
            rows, guess = self._implied(expression, guess)
        return End(guess, not _reaches(self._as_stated, expression, guess), rows)

    def _limit(self, expression: Expression) -> tuple[Fraction, tuple[Constraint, ...]] | None:
        """A bound of a single quantity by one row after the other."""
        if len(expression) > 1:
            return None
        ((quantity, factor),) = expression.items()
        limit = self._limits.get((quantity, factor < 0))
        if limit is None:
            return None
        used = {id(row) for row in limit.rows}
        return limit.value * abs(factor), tuple(row for row in self._rows if id(row) in used)

    def _unreached(self, expression: Expression) -> Fraction:
        """A value that a bounded expression does not reach."""
        assert isinstance(self._verdict, Consistent)
        witness = self._verdict.witness
        guess = sum((value * witness[quantity] for quantity, value in expression.items()), ZERO)
        step = abs(guess) / 8 + 1
        while _reaches(self._with_ends, expression, guess):
            guess, step = guess + step, step * 4
        return guess

    def _implied(
        self, expression: Expression, unreached: Fraction
    ) -> tuple[tuple[Constraint, ...], Fraction]:
        """Rows because of which a value is not reached, and the bound that they imply."""
        asked = _at_least(expression, unreached)
        clash = self._one_by_one.reaches(asked, range(len(self._rows)))
        core = sorted(clash.core) if isinstance(clash, Contradictory) else []
        rows = [*(self._closed[index] for index in core), asked]
        certificate = certify(rows) or certify(_irreducible(rows))
        if certificate is None:
            raise GaveUpError("no certificate could be found for a bound")
        weights = dict(zip(map(id, certificate.rows), certificate.weights, strict=True))
        used = [index for index in core if id(self._closed[index]) in weights]
        bound = sum((weights[id(self._closed[index])] * self._closed[index].bound for index in used), ZERO)
        return tuple(self._rows[index] for index in used), bound / weights[id(asked)]


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
