"""Whether an office speaks: by a word of saying beside it, a colon, a paper of its own, or in its turn behind another one."""

from cnkz_stats.figures.figure import PERCENT
from cnkz_stats.text.cues import Cue
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.sides import beside, form

COUNT = frozenset({"GACC", "BNS", "KGD", "BORDER", "KTZ", "CR", "KTO", "KZ-TRANSPORT", "KZ-AGRI"})
"""Offices that count rather than speak."""
FIRMS = frozenset({"KTZ", "CR", "KTO", "COMPANY"})
_ACTING = FIRMS | {"THIS-FIRM", "RAILWAY", "FIRM"}
"""Those that do what is told of as well as tell it."""
VERB_LAST = frozenset({"kk"})
"""Languages in which the word of saying ends the sentence."""
_NEXT = 2
"""So many letters stand at most between a figure and him who says it."""


def speaks(passage: Passage, office: Cue) -> bool:
    """Whether a word of saying, a colon or a figure of its own stands beside an office, none of the other figures between."""
    if not passage.figures and (_heads(passage, office) or _is_addressed(passage, office)):
        return True
    if not passage.figures and "back" in passage.codes("hint", 0, len(passage.sentence.text)):
        return not listens(passage, office)
    start, end = passage.segment(office.start)
    figures = [figure.start for figure in passage.figures]
    before = max((place for place in figures if place < office.start), default=start)
    behind = min((place for place in figures if place >= office.end), default=end)
    behind = end if passage.lang in VERB_LAST else behind
    says = passage.codes("hint", max(start, before), min(end, behind))
    following = passage.between(office.end, behind)
    owned = passage.between(office.start, behind).endswith("'s ")
    claims = owned or beside(passage.lang, "that").match(following) is not None
    claims = claims or ":" in passage.between(office.end, end) or _acts(passage, office)
    claims = claims or _owns_words(passage, office) or _is_subject_behind(passage, office)
    claims = claims or takes_turn(passage, office)
    return (claims or not {"says", "books", "back"}.isdisjoint(says)) and not listens(passage, office)


def _heads(passage: Passage, office: Cue) -> bool:
    """Whether a sentence, or brackets in it, are but the name of an office and a date, and so say whose the figures behind are."""
    first, last = passage.bracket(office.start) or (0, len(passage.sentence.text))
    spans = [(office.start, office.end), *((one.start, one.end) for one in passage.periods)]
    text = passage.sentence.text
    own = (any(start <= place < end for start, end in spans) for place in range(first, last))
    return not any(sign.isalnum() and not inside for sign, inside in zip(text[first:last], own, strict=True))


def _is_addressed(passage: Passage, office: Cue) -> bool:
    """Whether a sentence speaks to somebody, who answers: Mr Ambassador, how much is it?"""
    return beside(passage.lang, "addressed").search(form(passage, office)) is not None


def _owns_words(passage: Passage, office: Cue) -> bool:
    """Whether what tells the figures is an office's own: the ministry's paper, by the operator's account."""
    return beside(passage.lang, "source").search(form(passage, office)) is not None


def _is_subject_behind(passage: Passage, office: Cue) -> bool:
    """Whether an office stands behind what it says: "оценивает в 7,4 млрд долларов министр"."""
    start, _ = passage.clause(office.start)
    told = [one for one in passage.figures if start <= one.start and one.end <= office.start]
    if not told or len(passage.between(told[-1].end, office.start)) > _NEXT:
        return False
    return "says" in passage.codes("hint", start, told[0].start)


def takes_turn(passage: Passage, office: Cue) -> bool:
    """Whether an office says the next figure by the word of saying of another one: "the premier spoke of 31 billion, the envoy of 41"."""
    start, _ = passage.clause(office.start)
    following = next((one for one in passage.figures if one.start >= office.end), None)
    if following is None or following.unit == PERCENT or start == 0 or office.code in _ACTING:
        return False
    between = passage.between(office.end, following.start)
    said = "says" in passage.codes("hint", 0, start) or not COUNT.isdisjoint(
        passage.codes("authority", 0, start)
    )
    told = said and any(one.end <= start for one in passage.figures)
    return told and beside(passage.lang, "turn").fullmatch(between) is not None


def _acts(passage: Passage, office: Cue) -> bool:
    """Whether a railway did what is told of."""
    return office.code == "RAILWAY" and beside(passage.lang, "acts").search(form(passage, office)) is not None


def listens(passage: Passage, office: Cue) -> bool:
    """Whether somebody speaks to an office or of a visit of it."""
    return beside(passage.lang, "listener").search(form(passage, office)) is not None
