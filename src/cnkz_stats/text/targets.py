"""Whether a figure is a target: what is planned, aimed at or lies ahead, as long as nothing new is told."""

from functools import lru_cache

from cnkz_stats.figures.figure import PERCENT, Figure
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.pairs import follows, is_from, is_multiple_of_next
from cnkz_stats.text.passage import REMEMBERED, Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.series import RELATIVE

_SPOKEN_OF, _CHANGE, _NOW, _LISTED = 110, 50, 20, 50
_GOAL_BEHIND = {"en": 30, "ru": 30, "zh": 8, "kk": 80}
_TIMES_OF_PLANS = frozenset({"target", "ahead", "done"})


def is_target(passage: Passage, number: int, stated: Statement, before: Statement | None) -> bool:
    """Whether what a figure states is to be; `before` is what the figure before in the sentence says."""
    figure = passage.figures[number]
    is_aim = _is_intended(passage, number) or _is_aim(passage, figure)
    if stated is Statement.LEVEL and _is_present(passage, number) and not is_aim:
        return False
    if _is_planned(passage, number, before) or _is_wished(passage, figure):
        return True
    first = number - 1 if follows(passage, number) and _is_present(passage, number - 1) else number
    if first < number and _is_planned(passage, first, None):
        return True
    return stated is not Statement.SHARE and _last_mark(passage, first) == "ahead"


def is_distance_from_plan(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is said to lie above or below a plan."""
    behind = passage.between(figure.end, figure.end + 30)
    before = passage.between(max(0, figure.start - _CHANGE), figure.start)
    return bool(
        pattern(passage.lang, "plan").match(behind.lstrip())
        or pattern(passage.lang, "plan_before").search(before)
    )


def _is_aim(passage: Passage, figure: Figure) -> bool:
    """Whether the word for an aim stands right behind a level: it fell short of the aim of 30 million."""
    return passage.lang == "zh" and "target_behind" in passage.codes("mark", figure.end, figure.end + 2)


def _is_present(passage: Passage, number: int) -> bool:
    """Whether a level is what there is before a plan: now 1.4 million, from 1.4 to 2 million."""
    figure = passage.figures[number]
    before = passage.between(max(0, figure.start - _NOW), figure.start)
    return is_from(passage, number) or pattern(passage.lang, "now").search(before) is not None


def _is_planned(passage: Passage, number: int, before: Statement | None) -> bool:
    figure = passage.figures[number]
    return (
        _last_mark(passage, number) == "target"
        or pattern(passage.lang, "yet").match(passage.sentence.text, figure.end) is not None
        or "target_behind" in passage.codes("mark", figure.end, _predicate(passage, number))
        or _is_intended(passage, number)
        or _is_aimed(passage, number)
        or (before is Statement.TARGET and not _is_fresh(passage, number))
    )


def _is_aimed(passage: Passage, number: int) -> bool:
    """Whether a verb of planning stands right before a figure, or it was announced for a year."""
    figure = passage.figures[number]
    before = passage.between(max(0, figure.start - _CHANGE), figure.start)
    start, _ = passage.segment(figure.start)
    aimed = pattern(passage.lang, "aims").search(before) or pattern(passage.lang, "aims_for").search(
        passage.between(start, figure.start)
    )
    return figure.unit not in RELATIVE and aimed is not None


@lru_cache(maxsize=REMEMBERED)
def _is_intended(passage: Passage, number: int) -> bool:
    """Whether the verb behind a figure tells what is to be: a warehouse for 23,000 tons is to be ready in 2026."""
    behind = passage.between(passage.figures[number].end, _predicate(passage, number))
    if pattern(passage.lang, "intends").search(behind) is not None:
        return True
    shared = pattern(passage.lang, "shares_verb").search(behind) is not None
    return shared and number + 1 < len(passage.figures) and _is_intended(passage, number + 1)


def _is_wished(passage: Passage, figure: Figure) -> bool:
    """Whether a multiple is told by a verb as something to be done, and not as something that could be done: to double."""
    wished = pattern(passage.lang, "wished").fullmatch(passage.between(figure.start, figure.end))
    return wished is not None and "done" not in passage.codes("mark", *passage.clause(figure.start))


def _is_fresh(passage: Passage, number: int) -> bool:
    """Whether a figure starts something new after the plan before it: another topic or time, or what came of it."""
    figure, left = passage.figures[number], _reach(passage, number)
    if number and _is_apart(passage, number):
        return True
    if number and _is_reached(passage, number):
        return False
    is_share = figure.unit == PERCENT and "share" in passage.codes("mark", left, figure.start)
    if is_share or _last_mark(passage, number) == "done":
        return True
    if figure.unit in RELATIVE:
        left = max(left, passage.clause(figure.start)[0])
    if passage.lang != "zh" and passage.codes("topic", left, figure.start):
        return not _is_listed(passage, number)
    if figure.unit in RELATIVE or _is_joined(passage, number):
        return False
    dated = any(left <= one.start < figure.start and not one.is_base for one in passage.periods)
    return dated and pattern(passage.lang, "gapped").search(passage.between(left, figure.start)) is None


def _is_apart(passage: Passage, number: int) -> bool:
    """Whether what parts a figure from the one before it tells of what is: now, or what has been done."""
    before, figure = passage.figures[number - 1 : number + 1]
    between = passage.between(before.end, figure.start)
    return (
        before.start < passage.segment(figure.start)[0]
        or is_multiple_of_next(passage, number - 1)
        or pattern(passage.lang, "now").search(between) is not None
        or (figure.unit not in RELATIVE and pattern(passage.lang, "has_done").search(between) is not None)
    )


def _is_reached(passage: Passage, number: int) -> bool:
    """Whether a level is what the rate before it leads to: to grow by 10 % to 50 billion."""
    before, figure = passage.figures[number - 1 : number + 1]
    gained = figure.unit not in RELATIVE and before.unit in RELATIVE
    between = passage.between(before.end, figure.start)
    return gained and pattern(passage.lang, "reached").search(between) is not None


def _is_joined(passage: Passage, number: int) -> bool:
    """Whether but the time of the plan before, and a word for and, parts a figure from that: 14 million for 2019 and 16 million for 2020."""
    left, figure = passage.left(number), passage.figures[number]
    told = [one for one in passage.periods if left <= one.start < figure.start]
    if len(told) != 1 or not number:
        return False
    led = pattern(passage.lang, "dated_by").fullmatch(passage.between(left, told[0].start))
    joined = pattern(passage.lang, "joined_by").fullmatch(passage.between(told[0].end, figure.start))
    return led is not None and joined is not None


def _is_listed(passage: Passage, number: int) -> bool:
    """Whether a figure is a part in a list of what is planned: no verb of something done stands before it."""
    between = passage.between(passage.figures[number - 1].end, passage.figures[number].start)
    return len(between) <= _LISTED and not pattern(passage.lang, "did").search(between)


@lru_cache(maxsize=REMEMBERED)
def _predicate(passage: Passage, number: int) -> int:
    """How far behind a figure its verb may stand: in Kazakh behind the figures that share it."""
    figure, others = passage.figures[number], passage.figures[number + 1 :]
    end = min(passage.clause(figure.end - 1)[1], figure.end + _GOAL_BEHIND[passage.lang])
    if passage.lang != "kk":
        return min([end, *(other.start for other in others[:1])])
    before = passage.between(max(0, figure.start - _NOW), figure.start)
    if figure.unit in RELATIVE and pattern("kk", "rose_by").search(before):
        return end
    for other in others:
        if pattern("kk", "told").search(passage.between(figure.end, other.start)):
            return min(end, other.start)
        end = max(end, min(passage.clause(other.end - 1)[1], other.end + _GOAL_BEHIND["kk"]))
    return end


@lru_cache(maxsize=REMEMBERED)
def _reach(passage: Passage, number: int) -> int:
    """How far back the words reach that tell a plan from what came of it."""
    figure = passage.figures[number]
    left = passage.left(number)
    in_clause = passage.lang == "zh" or (passage.lang == "kk" and number > 0)
    start, _ = passage.clause(figure.start) if in_clause else passage.segment(figure.start)
    opened = passage.bracket(start - 2) if in_clause and start > 1 else None
    if opened is not None and opened[1] == start:
        start, _ = passage.clause(opened[0] - 1)
    told = passage.between(start, figure.start)
    if in_clause and start > left and pattern(passage.lang, "goes_on").match(told):
        start, _ = passage.clause(start - 2)
    start = passage.with_label(start)
    led = [
        cue.start for cue in passage.cues.of("mark") if passage.lang == "zh" and start - 2 < cue.end < start
    ]
    left = max(left, min([start, *led]), figure.start - _SPOKEN_OF)
    planned = pattern(passage.lang, "plan").search(passage.sentence.text, left, figure.start)
    return planned.end() if planned else left


@lru_cache(maxsize=REMEMBERED)
def _last_mark(passage: Passage, number: int) -> str:
    """Whether a plan (`target`), what lies `ahead`, or what has been `done` was spoken of last before a figure."""
    left, end = _reach(passage, number), passage.figures[number].start
    marks = [cue for cue in passage.cues.of("mark") if left <= cue.start < end]
    last = next((cue for cue in reversed(marks) if cue.code in _TIMES_OF_PLANS), None)
    if last is None:
        return ""
    return "done" if pattern(passage.lang, "has_done").search(passage.between(last.end, end)) else last.code
