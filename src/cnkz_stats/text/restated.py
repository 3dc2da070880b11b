"""What kind of thing a figure says, once it is known what it is about: plans of what lies ahead, shares, gaps."""

from cnkz_stats.figures.figure import Figure
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.ahead import is_ahead
from cnkz_stats.text.changes import is_change
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.cues import table
from cnkz_stats.text.nearest import holder
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.series import RELATIVE

_GAP = "mirror_gap"
_SHARES = frozenset({_GAP, "ownership_share"})
"""Series whose rates are parts of something where nothing is said to rise."""
_LEVELS = frozenset({Statement.LEVEL, Statement.TARGET})
_AHEAD = frozenset({Statement.LEVEL, Statement.GROWTH, Statement.MULTIPLE, Statement.CHANGE})


def by_time(passage: Passage, number: int, statement: Statement, series: str, clock: Clock) -> Statement:
    """What a figure says by its time: what lies ahead is a plan, and what is offered is none."""
    if statement is Statement.TARGET and series in table("series")["offered"]:
        return Statement.LEVEL
    if statement in _AHEAD and is_ahead(passage, number, series, clock):
        return Statement.TARGET
    return statement


def is_held(passage: Passage, number: int, statement: Statement) -> bool:
    """Whether a figure is the level of what is compared with, and goes on with what was said before."""
    figure = passage.figures[number]
    is_level = statement in _LEVELS and figure.unit not in RELATIVE
    return is_level and holder(passage, number) is not None and not is_change(passage, figure)


def by_series(statement: Statement, series: str, figure: Figure) -> Statement:
    """What a figure says by its series: a gap is a change from book to book, and its rate, like an owner's, a share."""
    if series == _GAP and statement is Statement.LEVEL:
        return Statement.CHANGE
    if series in _SHARES and statement is Statement.GROWTH and not figure.turn:
        return Statement.SHARE
    return statement
