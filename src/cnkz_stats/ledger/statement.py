"""What kinds of things claims say, and the world as a partner."""

from enum import StrEnum

WORLD = "W00"


class Statement(StrEnum):
    """What kind of thing a claim says; a target and a rank never constrain."""

    LEVEL = "level"
    GROWTH = "growth"
    MULTIPLE = "multiple"
    SHARE = "share"
    CHANGE = "change"
    TARGET = "target"
    RANK = "rank"

    @property
    def compares(self) -> bool:
        """Whether it says how what is counted differs from that of another period."""
        return self in {Statement.GROWTH, Statement.MULTIPLE, Statement.CHANGE}
