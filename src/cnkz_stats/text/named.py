"""Which of the offices that a sentence names is a figure's."""

from collections.abc import Sequence

from cnkz_stats.figures.later import later
from cnkz_stats.text.cues import Cue, table
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.saying import VERB_LAST, speaks, takes_turn
from cnkz_stats.text.sides import beside, form

_AND = later(r", ?(?:and|while|but|и|а|но|ал|және)\b")
"""What goes on behind who has said what stands before."""
_NEXT = 5
"""So many letters stand at most between the word for quoting and whom it quotes."""


def named_for(passage: Passage, number: int, named: Sequence[Cue]) -> Cue | None:
    """The office that the sentence names for a figure: before it in its segment, behind it, or before it at all."""
    if not named:
        return None
    figure = passage.figures[number]
    start, end = passage.segment(figure.start)
    own = _at_its_side(passage, number, named)
    if own is not None:
        return own
    before = [cue for cue in named if cue.start < figure.start]
    inside = [cue for cue in before if cue.start >= start]
    general = table("series")["general"]["offices"]
    behind = [
        cue
        for cue in named
        if cue.start >= figure.end
        and _closes(passage, cue)
        and not _leads(passage, figure.end, cue)
        and not takes_turn(passage, cue)
    ]
    near = [cue for cue in behind if cue.start < end and (not inside or cue.code not in general)]
    near = [cue for cue in near if not inside or not _is_of_a_later_one(passage, number, cue)]
    told = near and inside and speaks(passage, near[0]) and not speaks(passage, inside[-1])
    told = told or (near and inside and _is_told_of(passage, number, inside[-1], near[0]))
    if inside and not told and (inside[-1].code not in general or not near):
        return _of_one_source(passage, inside)
    if near:
        _, comma = passage.clause(near[0].start)
        cited = [
            cue
            for cue in near
            if cue.code != "NOBODY" and (cue.start < comma or _quotes(passage, near[0], cue))
        ]
        return cited[0] if near[0].code == "NOBODY" and cited else near[0]
    first = passage.figures[0].start
    wide = [cue for cue in before if cue.start < first or cue.code not in general]
    if wide or before:
        return wide[-1] if wide else None
    alone = len(named) == 1 and bool(behind) and speaks(passage, behind[0])
    return next((cue for cue in behind if (alone or cue.code not in general) and _ends(passage, cue)), None)


def _at_its_side(passage: Passage, number: int, named: Sequence[Cue]) -> Cue | None:
    """The office that a figure has behind it for itself: "24 billion by the Kazakh count and 31 by the Chinese one"."""
    figure = passage.figures[number]
    following = passage.figures[number + 1].start if number + 1 < len(passage.figures) else None
    for office in named:
        if figure.end <= office.start and (following is None or office.end <= following):
            leads = following is not None and following < passage.clause(office.start)[1]
            if leads and passage.lang == "zh":
                return None
            own = beside(passage.lang, "own").fullmatch(passage.between(figure.end, office.start))
            return office if own and not takes_turn(passage, office) else None
    return None


def _is_told_of(passage: Passage, number: int, office: Cue, behind: Cue) -> bool:
    """Whether an office before a figure tells of the one before, and one behind it of this: 5, the first reports, and 7, says the second."""
    before, following = passage.figures[max(0, number - 1) : number], passage.figures[number + 1 : number + 2]
    closed = any(one.end <= office.start for one in before)
    return closed and all(behind.start < one.start for one in following) and speaks(passage, behind)


def _is_of_a_later_one(passage: Passage, number: int, office: Cue) -> bool:
    """Whether an office stands at the side of a figure behind this one."""
    later = range(number + 1, len(passage.figures))
    return any(_at_its_side(passage, place, [office]) is not None for place in later)


def _of_one_source(passage: Passage, inside: Sequence[Cue]) -> Cue:
    """The last office, or one with books of its own whom it quotes: "citing customs data, the envoy says"."""
    general = table("series")["general"]["offices"]
    told = [figure.start for figure in passage.figures if figure.start < inside[-1].start]
    quoted = [
        cue
        for cue in inside
        if cue.code not in {*general, "ELSEWHERE"} and not (told and cue.start < told[-1])
    ]
    cited = [cue for cue in quoted if beside(passage.lang, "quoted").search(form(passage, cue))]
    return (cited or quoted or inside)[-1]


def _leads(passage: Passage, place: int, office: Cue) -> bool:
    """Whether an office between commas leads to the next figure: 400 million, and in 2022, by customs data, 31 billion."""
    start, end = passage.clause(office.start)
    if passage.lang in VERB_LAST and "says" in passage.codes("hint", start, office.start):
        return False
    if _AND.match(passage.sentence.text, end) and "says" in passage.codes("hint", start, end):
        return False
    apart = any(place <= comma < start - 1 for comma in passage.clauses)
    behind = (figure.start for figure in passage.figures if figure.start >= end)
    return apart and next(behind, passage.segment(place)[1]) < passage.segment(place)[1]


def _quotes(passage: Passage, office: Cue, other: Cue) -> bool:
    """Whether one says what another has counted: "a union says, referring to the railway"."""
    said = [cue for cue in passage.cues.of("hint") if office.end <= cue.start < other.start]
    return bool(said) and said[-1].code == "says" and other.start - said[-1].end <= _NEXT


def _ends(passage: Passage, office: Cue) -> bool:
    """Whether no figure stands behind an office in its segment, so that it is that of all before it."""
    _, end = passage.segment(office.start)
    return not any(office.end <= figure.start < end for figure in passage.figures)


def _closes(passage: Passage, office: Cue) -> bool:
    """Whether an office ends what is told before it, and does not open what is behind it: "Kazakh data: 12 billion"."""
    opens = passage.sentence.text[office.end : office.end + 2].lstrip()[:1] == ":"
    _, end = passage.clause(office.start)
    return not opens and not any(office.end <= figure.start < end for figure in passage.figures)
