"""What the periods of a sentence come to, and what they count from: "last year", "then", months without a year."""

from dataclasses import replace

from cnkz_stats.figures.period import Period
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.dateline import take_dates
from cnkz_stats.text.nearest import is_of_compared
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.spoken import Spoken

_YEAR, _DIRECTLY, _LONG = 12, 10, 100
_GRAINS, _HARVEST = frozenset({"grain", "flour", "crop"}), 7
"""The month in which a marketing year of grain begins."""


def reckoned(passage: Passage, clock: Clock) -> Passage:
    """The sentence with those of its periods that come to something, which the clock keeps, in their order."""
    clock.begin_sentence()
    take_dates(passage, clock)
    clock.paragraph = passage.sentence.paragraph
    year = clock.document.last.year if clock.document and passage.is_news else clock.year
    for spoken in passage.periods:
        if _is_this_year_so_far(spoken, passage, clock):
            year = clock.document.last.year if clock.document and spoken.relative == "document" else year
            continue
        period = _resolved(spoken, passage, year, clock)
        if period is not None:
            clock.resolved[spoken.start] = period
            year = _remember(spoken, passage, period, year, clock)
        elif _is_undated(spoken, clock):
            clock.undated.append(spoken.start)
            clock.is_adrift |= _is_this_year(spoken, passage)
            year = clock.year = None if clock.is_adrift else year
    periods = [one for one in passage.periods if one.start in clock.resolved]
    if len(periods) == len(passage.periods):
        return passage
    clock.is_waiting = True
    return replace(passage, periods=periods)


def _is_undated(spoken: Spoken, clock: Clock) -> bool:
    """Whether a period counts from the unknown day of the text, or is of the unknown year told as "this year"."""
    adrift = clock.is_adrift and clock.year is None and not spoken.year and not spoken.relative
    return not spoken.is_base and (spoken.relative == "document" or spoken.is_open or adrift)


def _is_this_year(spoken: Spoken, passage: Passage) -> bool:
    """Whether "this year" is spoken of, which is none that the text told before."""
    printed = passage.between(spoken.start, spoken.end)
    return spoken.by == 0 and pattern(passage.lang, "this_year").search(printed) is not None


def _is_this_year_so_far(spoken: Spoken, passage: Passage, clock: Clock) -> bool:
    """Whether "this year" is that of the day or month up to which the sentence tells: by the end of October."""
    is_all = "whole" in passage.codes("hint", spoken.start, spoken.end)
    same = spoken.relative == "before" and not is_all
    if not ((spoken.relative == "document" or same) and spoken.by == 0 and spoken.is_whole_year):
        return False
    reach = 0 if _tells_of_plan(passage) else _LONG
    told = any(
        one.is_asof
        and one.start in clock.resolved
        and 0 <= spoken.start - one.end <= max(_DIRECTLY, reach if one.days else 0)
        for one in passage.periods
    )
    behind = (one for one in passage.periods if 0 <= one.start - spoken.end <= _DIRECTLY)
    return told or any(one.is_asof and one.days and one.year is None for one in behind)


def _tells_of_plan(passage: Passage) -> bool:
    """Whether a sentence tells of something planned."""
    return "target" in passage.codes("mark", 0, len(passage.sentence.text))


def _resolved(spoken: Spoken, passage: Passage, year: int | None, clock: Clock) -> Period | None:
    """What a period comes to, where the sentence told of a `year` before it."""
    named = clock.document or spoken.relative or spoken.year
    near = year or (None if named else _year_behind(passage))
    known = None if near is None else Period.year(near)
    period = spoken.resolved(
        document=clock.document or _present(spoken, passage, clock),
        before=_before(spoken, known, passage, clock),
        now=clock.document if clock.is_dated else None,
        begun=clock.begun,
    )
    return _season(period, passage, clock) if period is not None and spoken.is_season else period


def _remember(spoken: Spoken, passage: Passage, period: Period, year: int | None, clock: Clock) -> int | None:
    """Remember a period for those that count from it; the year of what the sentence tells next without one."""
    if spoken.is_begun or (spoken.is_open and (spoken.days is not None or clock.begun is None)):
        clock.begun = period.first
    if _is_passed_over(spoken, passage, period, clock):
        return year
    is_back = clock.year is not None and period.last.year < clock.year
    if is_back and pattern(passage.lang, "once").search(passage.sentence.text):
        return period.last.year
    ran_over = spoken.is_open and period.first.year != period.last.year
    if ran_over and any(one.start < spoken.start and not one.is_base for one in passage.periods):
        return year
    if ran_over:
        period = Period.year(period.first.year)
    if not spoken.is_day:
        clock.before = period
    if (spoken.year or spoken.by >= 0) and not (ran_over or (spoken.is_open and spoken.year)):
        clock.year = period.last.year
    return period.last.year


def _is_passed_over(spoken: Spoken, passage: Passage, period: Period, clock: Clock) -> bool:
    """Whether nothing counts from a period: an aside, what is compared with, a plan, an earlier year looked back at."""
    told_as_plan = spoken.is_due or "target" in passage.codes("mark", 0, spoken.start)
    ahead = told_as_plan and spoken.relative != "moved" and _is_ahead(passage, period, spoken, clock)
    looks_back = spoken.relative == "moved" and spoken.year and clock.before and period < clock.before
    compared = spoken.is_base or is_of_compared(passage, spoken)
    return passage.is_aside(spoken) or compared or ahead or bool(looks_back)


def _is_ahead(passage: Passage, period: Period, spoken: Spoken, clock: Clock) -> bool:
    """Whether a plan is for a time behind the date of the text."""
    if clock.document is None:
        return spoken.is_due and _tells_of_plan(passage)
    return (period.last if spoken.is_due else period.first) > clock.document.last


def _present(spoken: Spoken, passage: Passage, clock: Clock) -> Period | None:
    """The year that others count from, and plans; not what is so now."""
    told = [one.year for one in passage.periods if one.start < spoken.start and not one.is_whole_year]
    years = [year for year in told if year]
    present = Period.year(years[-1]) if years and spoken.by == -1 else clock.present
    if present is None and clock.before is not None and clock.before.months == 1:
        return Period.year(clock.before.last.year)
    return present if spoken.by or _tells_of_plan(passage) else None


def _before(spoken: Spoken, known: Period | None, passage: Passage, clock: Clock) -> Period | None:
    """What a period counts from: what was compared with last for "then", what was spoken of last, or its year."""
    earlier = [one for one in passage.periods if one.start < spoken.start and one.start in clock.resolved]
    as_long = spoken.relative == "ago" and spoken.by == -1 and earlier and clock.before is not None
    if spoken.is_alike or as_long:  # 200 in the first quarter, 114 a year ago
        return clock.before
    run = clock.carried(passage) if spoken.is_then and not spoken.is_base else None
    if run is not None and run.months > _YEAR and clock.before == Period.year(run.first.year):
        return run
    if spoken.relative not in {"moved", "month"}:
        planned = spoken.relative == "before" and not spoken.by and _tells_of_plan(passage)
        return max(known, clock.document) if known and clock.document and planned else known
    bases = [one for one in earlier if one.is_base]
    return clock.resolved[bases[-1].start] if spoken.is_then and bases else clock.before


def _season(period: Period, passage: Passage, clock: Clock) -> Period:
    """A season has the months of the one told before it; one of grain runs from July to June."""
    before = clock.before
    if before is not None and before.months == _YEAR and before.first.month != 1:
        return before.moved(period.last.year - before.last.year)
    if _GRAINS.isdisjoint(passage.codes("topic", 0, len(passage.sentence.text))):
        return period
    return Period(period.first.replace(month=_HARVEST), period.last.replace(month=_HARVEST - 1, day=30))


def _year_behind(passage: Passage) -> int | None:
    """The year that a sentence prints behind months without one, where none was told before: as of 10 May, in 2023."""
    told = (one for one in passage.periods if not (one.is_base or passage.is_aside(one)))
    return next((one.year for one in told if one.year), None)
