"""What kind of thing a figure of a sentence says."""

from functools import lru_cache

from cnkz_stats.figures.figure import MEASURED, PERCENT, POINTS, TIMES, Figure
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.passage import REMEMBERED, Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.series import RELATIVE

_NOW = 20
_SPOKEN_OF, _CHANGE, _GAP, _LISTED = 110, 50, 70, 50
_GOAL_BEHIND = {"en": 30, "ru": 30, "zh": 8, "kk": 80}
_LABELLED = "- "
"""What stands between a word for a plan and its figure: our goal - 100 billion."""
_TIMES_OF_PLANS = frozenset({"target", "ahead", "done"})


def statement_of(passage: Passage, number: int, before: Statement | None) -> Statement:
    """What a figure says; `before` is what the figure before in the sentence says."""
    figure = passage.figures[number]
    if is_distance_from_plan(passage, figure):
        return Statement.CHANGE
    stated = _stated(passage, number, before)
    is_aim = _is_intended(passage, number) or _is_aim(passage, figure)
    if stated is Statement.LEVEL and _is_present(passage, number) and not is_aim:
        return stated
    if _is_planned(passage, number, before) or _is_wished(passage, figure):
        return Statement.TARGET
    first = number - 1 if follows(passage, number) and _is_present(passage, number - 1) else number
    if first < number and _is_planned(passage, first, None):
        return Statement.TARGET
    lies_ahead = stated is not Statement.SHARE and _last_mark(passage, first) == "ahead"
    return Statement.TARGET if lies_ahead else stated


def _is_aim(passage: Passage, figure: Figure) -> bool:
    """Whether the word for an aim stands right behind a level: it fell short of the aim of 30 million."""
    return passage.lang == "zh" and "target_behind" in passage.codes("mark", figure.end, figure.end + 2)


def _is_present(passage: Passage, number: int) -> bool:
    """Whether a level is what there is before a plan: now 1.4 million, from 1.4 to 2 million."""
    figure = passage.figures[number]
    before = passage.between(max(0, figure.start - _NOW), figure.start)
    return is_from(passage, number) or pattern(passage.lang, "now").search(before) is not None


def _stated(passage: Passage, number: int, before: Statement | None) -> Statement:
    figure = passage.figures[number]
    if figure.unit == TIMES:
        return Statement.MULTIPLE
    if figure.unit == POINTS:
        return Statement.CHANGE
    if figure.unit == PERCENT:
        return Statement.SHARE if _is_share(passage, number, before) else Statement.GROWTH
    differs = pattern(passage.lang, "differs").match(passage.sentence.text, figure.end)
    came_from = number > 0 and differs is None and may_be_from(passage, number - 1)
    return Statement.CHANGE if is_change(passage, figure) and not came_from else Statement.LEVEL


def is_distance_from_plan(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is said to lie above or below a plan."""
    behind = passage.between(figure.end, figure.end + 30)
    before = passage.between(max(0, figure.start - _CHANGE), figure.start)
    return bool(
        pattern(passage.lang, "plan").match(behind.lstrip())
        or pattern(passage.lang, "plan_before").search(before)
    )


def _is_planned(passage: Passage, number: int, before: Statement | None) -> bool:
    figure = passage.figures[number]
    if _last_mark(passage, number) == "target":
        return True
    if pattern(passage.lang, "yet").match(passage.sentence.text, figure.end):
        return True
    end = _predicate(passage, number)
    if "target_behind" in passage.codes("mark", figure.end, end):
        return True
    if _is_intended(passage, number) or _is_aimed(passage, number):
        return True
    return before is Statement.TARGET and not _is_fresh(passage, number)


def _is_aimed(passage: Passage, number: int) -> bool:
    """Whether a verb of planning stands right before a figure, or it was announced for a year."""
    figure = passage.figures[number]
    before = passage.between(max(0, figure.start - _CHANGE), figure.start)
    start, _ = passage.segment(figure.start)
    planned = pattern(passage.lang, "aims_for").search(passage.between(start, figure.start))
    return figure.unit not in RELATIVE and bool(planned or pattern(passage.lang, "aims").search(before))


@lru_cache(maxsize=REMEMBERED)
def _is_intended(passage: Passage, number: int) -> bool:
    """Whether the verb behind a figure tells what is to be: a warehouse for 23,000 tons is to be ready in 2026."""
    behind = passage.between(passage.figures[number].end, _predicate(passage, number))
    if pattern(passage.lang, "intends").search(behind) is not None:
        return True
    return pattern(passage.lang, "shares_verb").search(behind) is not None and _is_intended(
        passage, number + 1
    )


def _is_wished(passage: Passage, figure: Figure) -> bool:
    """Whether a multiple is told by a verb as something to be done, and not as something that could be done: to double."""
    wished = pattern(passage.lang, "wished").fullmatch(passage.between(figure.start, figure.end))
    return wished is not None and "done" not in passage.codes("mark", *passage.clause(figure.start))


def _is_fresh(passage: Passage, number: int) -> bool:
    """Whether a figure starts something new after the plan before it: another topic or time, or what came of it."""
    figure, left = passage.figures[number], _reach(passage, number)
    if number:
        before = passage.figures[number - 1]
        between = passage.between(before.end, figure.start)
        apart = before.start < passage.segment(figure.start)[0] or is_multiple_of_next(passage, number - 1)
        if apart or pattern(passage.lang, "now").search(between):
            return True
        if figure.unit not in RELATIVE and pattern(passage.lang, "has_done").search(between):
            return True
        gained = figure.unit not in RELATIVE and before.unit in RELATIVE
        if gained and pattern(passage.lang, "reached").search(between):
            return False
    told = {*passage.codes("mark", left, figure.start)} if figure.unit == PERCENT else set()
    if figure.unit in RELATIVE:
        left = max(left, passage.clause(figure.start)[0])
    if _last_mark(passage, number) == "done" or "share" in told:
        return True
    if passage.lang != "zh" and passage.codes("topic", left, figure.start):
        return not _is_listed(passage, number)
    dated = any(one for one in passage.periods if left <= one.start < figure.start and not one.is_base)
    dated = dated and not _is_joined(passage, number)
    goes_on = pattern(passage.lang, "gapped").search(passage.between(left, figure.start))
    return dated and figure.unit not in RELATIVE and goes_on is None


def _is_joined(passage: Passage, number: int) -> bool:
    """Whether but the time of the plan before, and a word for and, parts a figure from that: 14 million for 2019 and 16 million for 2020."""
    before, figure = passage.figures[max(0, number - 1)], passage.figures[number]
    told = [one for one in passage.periods if before.end <= one.start < figure.start]
    if len(told) != 1 or not number:
        return False
    led = pattern(passage.lang, "dated_by").fullmatch(passage.between(before.end, told[0].start))
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
    before = passage.between(max(0, figure.start - _NOW), figure.start)
    if passage.lang == "kk" and figure.unit in RELATIVE and pattern("kk", "rose_by").search(before):
        return min(end, passage.clause(figure.end - 1)[1])
    if passage.lang != "kk":
        return min([end, *(other.start for other in others[:1])])
    for other in others:
        if pattern("kk", "told").search(passage.between(figure.end, other.start)):
            return min(end, other.start)
        end = max(end, min(passage.clause(other.end - 1)[1], other.end + _GOAL_BEHIND["kk"]))
    return end


@lru_cache(maxsize=REMEMBERED)
def _reach(passage: Passage, number: int) -> int:
    """How far back the words reach that tell a plan from what came of it."""
    figure = passage.figures[number]
    left = passage.figures[number - 1].end if number else 0
    in_clause = passage.lang == "zh" or (passage.lang == "kk" and number > 0)
    start, _ = passage.clause(figure.start) if in_clause else passage.segment(figure.start)
    opened = passage.bracket(start - 2) if in_clause and start > 1 else None
    if opened is not None and opened[1] == start:
        start, _ = passage.clause(opened[0] - 1)
    told = passage.between(start, figure.start)
    if in_clause and start > left and pattern(passage.lang, "goes_on").match(told):
        start, _ = passage.clause(start - 2)
    if passage.between(start, start + 2) == _LABELLED:
        start, _ = passage.clause(start - 2)
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


def _is_share(passage: Passage, number: int, before: Statement | None) -> bool:
    figure = passage.figures[number]
    left = passage.figures[number - 1].end if number else 0
    start, _ = passage.segment(figure.start)
    before = None if left < start and before is Statement.CHANGE else before
    left = max(left, start)
    text = passage.sentence.text
    if passage.lang == "kk" and figure.turn:
        left = max(left, passage.clause(figure.start)[0])
    if "share" in passage.codes("mark", left, figure.start):
        return not pattern(passage.lang, "rose_by").search(text[left : figure.start])
    if pattern(passage.lang, "owned").match(text, figure.end):
        return True
    by = pattern(passage.lang, "change_by").search(text[max(0, figure.start - _CHANGE) : figure.start])
    more = text[figure.end : figure.end + 1] == "," and pattern(passage.lang, "change_after").match(
        text, figure.end + 1
    )
    ends = by is None and pattern(passage.lang, "share_behind").search(
        passage.between(figure.end, figure.end + 30)
    )
    if ends or more:
        return not (figure.turn or more)
    if not (figure.turn or by) and pattern(passage.lang, "part_of").match(text, figure.end):
        return True
    rose = number > 0 and passage.figures[number - 1].turn
    grew = figure.turn or before is Statement.CHANGE or (rose and start < left)
    if not grew and pattern(passage.lang, "share_before").search(text[left : figure.start]):
        return True
    behind = min(figure.end + 30, passage.clause(figure.end - 1)[1])
    named = not figure.turn and "share" in passage.codes("mark", figure.end, behind)
    came_from = pattern(passage.lang, "from").search(text[left : figure.start]) is not None
    goes_on = before is Statement.SHARE and (follows(passage, number) or came_from or not figure.turn)
    return named or goes_on or _gained_points(passage, number)


def _gained_points(passage: Passage, number: int) -> bool:
    """Whether a figure is what a share came to that gained points or was halved: its share rose by 3.5 points to 18.7 %."""
    before = passage.figures[number - 1] if number else None
    if before is None or before.unit not in {POINTS, TIMES}:
        return False
    return "share" in passage.codes("mark", passage.segment(before.start)[0], before.start)


@lru_cache(maxsize=REMEMBERED)
def follows(passage: Passage, number: int) -> bool:
    """Whether a figure is the end of a "from A to B"."""
    if number == 0:
        return False
    between = passage.between(passage.figures[number - 1].end, passage.figures[number].start)
    return bool(pattern(passage.lang, "between").search(between))


@lru_cache(maxsize=REMEMBERED)
def is_from(passage: Passage, number: int) -> bool:
    """Whether a figure is the start of a "from A to B"."""
    figure = passage.figures[number]
    behind = number + 1 < len(passage.figures) and follows(passage, number + 1)
    return behind and bool(
        pattern(passage.lang, "from").search(passage.between(max(0, figure.start - 12), figure.start))
    )


def may_be_from(passage: Passage, number: int) -> bool:
    """Whether a figure is the start of a "from A to B", or by its case may be one: over the years from 368 to 31,2."""
    own = passage.between(passage.figures[number].start, passage.figures[number].end)
    ends = pattern(passage.lang, "from_end").search(own) and number + 1 < len(passage.figures)
    return is_from(passage, number) or bool(ends and follows(passage, number + 1))


def is_change(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is the amount by which something rose or fell."""
    start, _ = passage.clause(figure.start)
    if passage.between(start, start + 2) == _LABELLED:
        start, _ = passage.clause(start - 2)
    before = passage.between(max(start, figure.start - _CHANGE), figure.start)
    turned = figure.turn or pattern(passage.lang, "more_behind").match(passage.sentence.text, figure.end)
    if turned and pattern(passage.lang, "change_by").search(before):
        return True
    counted = figure.unit not in {*MEASURED, *RELATIVE, ""} and (
        any(one.is_base and start <= one.start < figure.start for one in passage.periods)
        or pattern(passage.lang, "more_than_told").search(before) is not None
    )
    told = (figure.unit in MEASURED or counted) and (
        before.endswith("+")
        or pattern(passage.lang, "change_before").search(before)
        or is_gap(passage, figure)
    )
    return bool(told or _is_so_much_more(passage, figure))


def _is_so_much_more(passage: Passage, figure: Figure) -> bool:
    """Whether a word for more or less stands behind a figure, or behind the next that tells the same: 2.8 million, or 17 %, more."""
    text, after = passage.sentence.text, pattern(passage.lang, "change_after")
    if after.match(text, figure.end):
        return True
    following = next((one for one in passage.figures if one.start >= figure.end), None)
    if following is None:
        return False
    same = pattern(passage.lang, "same_as").fullmatch(passage.between(figure.end, following.start))
    comma = text[following.end : following.end + 1] == ","
    if same is None or comma != same[0].startswith(","):
        return False
    return after.match(text, following.end + comma) is not None


def is_multiple_of_next(passage: Passage, number: int) -> bool:
    """Whether a multiple is one of the amount behind it: to double the $41 billion of 2023."""
    figures = passage.figures[number : number + 2]
    if len(figures) == 1 or figures[0].unit != TIMES or figures[1].unit in RELATIVE:
        return False
    between = passage.between(figures[0].end, figures[1].start)
    return pattern(passage.lang, "of_that").fullmatch(between) is not None


def is_gap(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is how far two books are apart."""
    before = passage.between(max(0, figure.start - _GAP), figure.start)
    return pattern(passage.lang, "gap").search(before) is not None
