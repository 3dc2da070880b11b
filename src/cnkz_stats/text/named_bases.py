"""What a sentence names as that with which a figure is compared: a period, or the month before."""

from cnkz_stats.figures.later import later
from cnkz_stats.figures.period import Period
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.nearest import holder, neighbours
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.point import Point
from cnkz_stats.text.series import RELATIVE
from cnkz_stats.text.spoken import Spoken

_JOINS = later(r",? ?(?:or|and|или|и|әрі|яғни|即|和|、)? ?\(?[$€¥]?")
"""What joins figures that share what they are compared with: 17 percent or 2.8 million tons above 2012."""
_AND = later(r",? (?:and|и|және|мен|пен)\b|，?(?:和|且|并)")


def named_base(point: Point, period: Period | None, clock: Clock) -> Period | None:
    """What the sentence names; the same months of a year that is named alone."""
    spoken = base_near(point)
    if spoken is None:
        return None
    base = clock.resolved[spoken.start]
    if period is None:
        return base
    earlier = period.year_earlier()
    year_before = spoken.year is None and (point.is_seasonal or base.first > period.last)
    if year_before or (spoken.relative == "moved" and base.last == earlier.last):
        return earlier
    same_months = spoken.is_whole_year and not period.is_year and period.last.year != base.last.year
    return period.moved(base.last.year - period.last.year) if same_months else base


def base_near(point: Point) -> Spoken | None:
    """What is compared with behind a figure, before it, or further before and told after the last period."""
    own = [
        one for one in point.passage.periods if one.is_base and point.left <= one.start < point.figure.start
    ]
    behind = _bases_behind(point)
    if behind and own:
        return _nearer(point, own[-1], behind[0])
    if behind or own:
        return behind[0] if behind else own[-1]
    before = [one for one in point.passage.periods if one.start < point.figure.start and not one.is_day]
    return before[-1] if before and before[-1].is_base else None


def _bases_behind(point: Point) -> list[Spoken]:
    """What is compared with between a figure and the next, or behind that if it shares it; in another clause only what is not of that one."""
    passage, figure, number = point.passage, point.figure, point.number
    _, right = neighbours(passage, number)
    _, end = passage.clause(figure.end - 1)
    following = number + 1 < len(passage.figures)
    if following and _JOINS.fullmatch(passage.between(figure.end, right)):
        _, right = neighbours(passage, number + 1)
    taken = holder(passage, number + 1) if following else None
    other, within = pattern(passage.lang, "other_rate"), following and passage.lang == "zh"
    bases = [one for one in passage.periods if one.is_base and figure.end <= one.start < right]
    return [
        one
        for one in bases
        if one.start < end
        or (
            one is not taken
            and (not within or passage.clause(one.start)[1] <= right)
            and other.match(passage.sentence.text, one.end) is None
        )
    ]


def _nearer(point: Point, before: Spoken, behind: Spoken) -> Spoken:
    """Which of two that stand around a figure it is compared with: the nearer one, unless it is of the rate before or in another clause."""
    figure = point.figure
    if behind.start > point.passage.clause(figure.end - 1)[1]:
        return before
    if _is_of_rate_before(point, before):
        return behind
    return min(behind, before, key=lambda one: max(one.start - figure.end, figure.start - one.end))


def _is_of_rate_before(point: Point, base: Spoken) -> bool:
    """Whether what is compared with stands right behind the rate before: 62 % more than in 2023 and six times the volume of 2020."""
    before = point.passage.figures[point.number - 1] if point.number else None
    told = before is not None and before.unit in RELATIVE and base.end > before.end
    return told and _AND.match(point.passage.sentence.text, base.end) is not None


def is_monthly(point: Point) -> bool:
    """Whether a rate is one against the month before."""
    left, right = neighbours(point.passage, point.number)
    _, end = point.passage.clause(point.figure.end - 1)
    own = [one for one in point.passage.periods if one.by_months and not one.is_base]
    told = [one for one in point.passage.cues.of("mark") if left <= one.start < min(end, right)]
    return any(cue.code == "mom" and not any(one.start <= cue.start < one.end for one in own) for cue in told)
