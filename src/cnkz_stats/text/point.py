"""A figure of a sentence as far as its time is asked: what it states of which series, beside which period."""

from dataclasses import dataclass

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.cues import table
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.series import RELATIVE
from cnkz_stats.text.spoken import Spoken

_COMPARED, _YEARLY, _EACH_YEAR = 40, 16, 40
"""Characters beside a figure among which "a year" makes it a rate."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Point:
    """A figure of a sentence, what it states of which series, and the period `spoken` of nearest to it.

    `targets` says that a figure before it in the sentence is a target.
    """

    passage: Passage
    number: int
    statement: Statement
    series: str
    targets: bool
    spoken: Spoken | None

    @property
    def figure(self) -> Figure:
        """The figure."""
        return self.passage.figures[self.number]

    @property
    def is_stock(self) -> bool:
        """Whether the series is a stock, which has no time of its own."""
        return self.series in table("series")["stocks"]

    @property
    def is_balance(self) -> bool:
        """Whether the series is one of sums that have gathered, or are owed, at a day."""
        return self.series in table("series")["balances"]

    @property
    def is_accumulated(self) -> bool:
        """Whether it is told as what has been summed up."""
        return "accumulated" in self.passage.codes("topic", self.left, self.figure.start)

    @property
    def is_compared(self) -> bool:
        """Whether it is a level with which another one of its sentence is compared: 333.9 thousand against 301.6 thousand."""
        if self.statement is not Statement.LEVEL or self.number == 0:
            return False
        before = self.passage.between(max(self.left, self.figure.start - _COMPARED), self.figure.start)
        _, end = self.passage.clause(self.figure.end - 1)
        of_others = self.passage.codes("authority", self.left, end)
        return not of_others and pattern(self.passage.lang, "compared").search(before) is not None

    @property
    def is_seasonal(self) -> bool:
        """Whether its year is no calendar year."""
        return self.spoken is not None and self.spoken.is_season

    @property
    def is_rated(self) -> bool:
        """Whether it is an amount a year, such as a capacity."""
        if self.figure.unit in RELATIVE:
            return False
        if self.is_by_year:
            return True
        return self.series in table("series")["per_time"] or self.series in table("series")["yearly"]

    @property
    def is_earlier(self) -> bool:
        """Whether it is told behind another one as what was so before that: 23.1 million, a year earlier 21.1."""
        told = self.number > 0 and self.spoken is not None and self.spoken.start >= self.left
        if not told or self.spoken is None or self.spoken.relative != "moved":
            return False
        return self.spoken.by < 0 or self.spoken.year is not None

    @property
    def is_by_year(self) -> bool:
        """Whether "a year" stands beside it."""
        behind = self.passage.between(self.figure.end, self.figure.end + _YEARLY)
        before = self.passage.between(max(0, self.figure.start - _EACH_YEAR), self.figure.start)
        return pattern(self.passage.lang, "a_year").search(before + "|" + behind) is not None

    def is_without_end(self, period: Period, document: Period | None) -> bool:
        """Whether it grew since a year up to a day that the text leaves unknown."""
        open_ = self.spoken is not None and self.spoken.is_open and period.first.year == period.last.year
        return open_ and document is None and self.statement in {Statement.GROWTH, Statement.MULTIPLE}

    @property
    def left(self) -> int:
        """Where the figure before ends."""
        return self.passage.left(self.number)
