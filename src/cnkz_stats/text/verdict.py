"""What a folder makes of a figure."""

from dataclasses import dataclass
from enum import StrEnum

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.reasoning.changes import Change
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.text.mention import Mention


class Label(StrEnum):
    """What the folder makes of a figure."""

    SUPPORTED = "SUPPORTED"
    REFUTED = "REFUTED"
    DISPUTED = "DISPUTED"
    NOT_ENOUGH_INFO = "NOT ENOUGH INFO"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the folder makes of a mention: the claims that decide, the range of the figure that would be right, and why.

    `fact` is what the mention states, in the books it was read in; `None` if it states nothing that could be held
    against claims. `agreeing` are the claims that state the same. `why` says in words what decided.
    """

    mention: Mention
    label: Label
    fact: Fact | None = None
    would_be_right: Interval | None = None
    causes: tuple[Change, ...] = ()
    agreeing: tuple[Claim, ...] = ()
    against: tuple[Claim, ...] = ()
    why: str = ""
    undecided: bool = False

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that decide, those that agree first."""
        return tuple(dict.fromkeys([*self.agreeing, *self.against]))
