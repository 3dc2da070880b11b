"""Who counts a figure: the office that its sentence names, or the one that was speaking and goes on."""

from collections.abc import Sequence
from functools import lru_cache

from cnkz_stats.figures.later import later
from cnkz_stats.text.books import books, with_books
from cnkz_stats.text.cues import Cue, table
from cnkz_stats.text.passage import REMEMBERED, Passage
from cnkz_stats.text.places import ABROAD
from cnkz_stats.text.saying import COUNT, FIRMS, VERB_LAST, listens, speaks
from cnkz_stats.text.series import as_counted_by
from cnkz_stats.text.sides import beside, form, with_side
from cnkz_stats.text.tellers import by_form, tellers

_ALWAYS = {
    "NOBODY": "",
    "BOTH": "",
    "ELSEWHERE": "",
    "FIRM": "COMPANY",
    "RAILWAY": "KTZ",
    "CN-PARTY": "CN-GOV",
    "CN-SAID": "CN-GOV",
    "KZ-PARTY": "KZ-GOV",
}
"""Who is meant by words that have to be told from the offices' names."""
_GOVERNMENTS = frozenset({"KZ-GOV", "CN-GOV"})
_LIKE_BEFORE: dict[str, frozenset[str]] = {
    "SAME": frozenset(),
    "HE": frozenset(),
    "OFFICE": frozenset(),
    "SAME-COUNT": COUNT,
    "OFFICIAL": frozenset({"KZ-AGRI", "KZ-TRANSPORT", "KZ-GOV", "CN-GOV"}),
    "MINISTRY": frozenset({"KZ-AGRI", "KZ-TRANSPORT"}),
    "THIS-FIRM": FIRMS,
    "ITS-FIRM": FIRMS,
}
"""Words that mean the one who spoke before, if it was one of these, or any."""
_OF_FIRM = frozenset({"THIS-FIRM", "ITS-FIRM"})
_HE = frozenset({"SAME", "HE"})
_NAME_FIRST = frozenset({"zh"})
"""Languages in which a title stands behind the name: 李强总理."""
_HEADS = frozenset({"OFFICE", "OFFICIAL"})
"""Words for a part of an office or somebody in it, which go with its name."""
_SIDES = ("CN-SIDE", "KZ-SIDE", "OURS")


_OWNED = later(r"'s (?:[\w-]+ ){0,2}")
"""What leads from an office to somebody in it: Kazakh Invest's regional director."""


@lru_cache(maxsize=REMEMBERED)
def speakers(passage: Passage) -> tuple[Cue, ...]:
    """The offices that a sentence names as sources, of several in a clause the one with books of its own."""
    spoken = all_speakers(passage)
    general = table("series")["general"]["offices"]
    return tuple(
        cue for cue in spoken if cue.code not in general or not _beside_another(passage, cue, spoken)
    )


@lru_cache(maxsize=REMEMBERED)
def all_speakers(passage: Passage) -> tuple[Cue, ...]:
    """The offices that a sentence names as speaking; those that only take part in what it tells are left out."""
    offices = [cue for cue in passage.cues.of("authority") if not _is_counted(passage, cue)]
    offices = sorted([*offices, *by_form(passage, offices)])
    heard = [cue for cue in offices if not (cue.code == "NOBODY" and _is_venue(passage, cue))]
    heard = [cue for cue in heard if not (cue.code == "ELSEWHERE" and _leads_on(passage, cue, offices))]
    heard = [cue for cue in heard if not beside(passage.lang, "inside").search(form(passage, cue))]
    places = tellers(passage, offices)
    every = sorted([*heard, *places])
    named = [
        with_books(passage, with_side(passage, cue))
        for cue in heard
        if not is_rest_of_name(passage, cue, every)
    ]
    named += [*books(passage, offices), *places, *_pronouns(passage)]
    named.sort(key=lambda cue: cue.start)
    general = table("series")["general"]["offices"]
    spoken = [
        cue
        for cue in named
        if (not _is_met(passage, cue) if cue.code not in general else cue in places or speaks(passage, cue))
    ]
    spoken = [cue for cue in spoken if cue.code not in general or not _another_tells(passage, cue, spoken)]
    spoken = [cue for cue in spoken if cue.code != "BOTH" or len(spoken) == 1]
    spoken = [cue for cue in spoken if not _is_of_two(passage, cue, named)]
    present = [cue for cue in named if cue in spoken or not listens(passage, cue)]
    return tuple(_as_named_before(cue, present) for cue in spoken)


def _is_of_two(passage: Passage, office: Cue, named: Sequence[Cue]) -> bool:
    """Whether somebody of each country is named together, so that what they say is neither's: Tokayev and Xi noted."""
    others = (cue for cue in named if {cue.code, office.code} == _GOVERNMENTS)
    spans = ((min(one.end, office.end), max(one.start, office.start)) for one in others)
    return any(beside(passage.lang, "joined").fullmatch(passage.between(*span)) for span in spans)


def _leads_on(passage: Passage, elsewhere: Cue, offices: Sequence[Cue]) -> bool:
    """Whether "others say" has behind it who they are: 另据西部管道公司, a report by the ministry."""
    reach = beside(passage.lang, "by").match(passage.sentence.text, elsewhere.end)
    end = elsewhere.end if reach is None else reach.end()
    return any(elsewhere.end <= cue.start <= end for cue in offices)


def _is_counted(passage: Passage, office: Cue) -> bool:
    """Whether a word for an office is the unit of a figure: 6,000 companies."""
    return any(figure.start <= office.start < figure.end for figure in passage.figures)


def _pronouns(passage: Passage) -> list[Cue]:
    """The words of saying beside "he", "she" or "there": who spoke before goes on."""
    said = [cue for cue in passage.cues.of("hint") if cue.code == "says"]
    spoken = [cue for cue in said if beside(passage.lang, "he").search(form(passage, cue))]
    return [Cue(cue.start, cue.end, "authority", "SAME") for cue in spoken]


def _as_named_before(same: Cue, named: Sequence[Cue]) -> Cue:
    """Who "he" is if the sentence has named him: Wang Yi put it at 43.8 billion, he added."""
    before = [cue for cue in named if cue.end <= same.start and cue.code not in _HE]
    return same._replace(code=before[-1].code) if same.code in {*_HE, "OFFICE"} and before else same


def is_rest_of_name(passage: Passage, office: Cue, offices: Sequence[Cue]) -> bool:
    """Whether an office is but a part of the name of another: the statistics of the customs, Premier of Premier Li."""
    unnamed = {*table("series")["general"]["offices"], "ELSEWHERE", *_HE}
    unnamed_before = {"ELSEWHERE", *_HE} if office.code in _HEADS else unnamed
    earlier = [cue for cue in offices if cue.end <= office.start]
    titled = passage.lang in _NAME_FIRST and office.code == "KZ-GOV"
    before = [cue for cue in earlier if (titled and cue.code == "CN-GOV") or cue.code not in unnamed_before]
    if office.code in unnamed and earlier and _is_owned(passage, earlier[-1], office):
        return True
    return _is_title(passage, office, offices) or bool(
        before and not passage.between(before[-1].end, office.start).strip()
    )


def _is_owned(passage: Passage, owner: Cue, office: Cue) -> bool:
    """Whether an office has another's name and an apostrophe before it: the railway's annual report."""
    between = passage.between(owner.end, office.start)
    owns = between == " " and passage.between(owner.start, owner.end).endswith("'s")
    return owns or _OWNED.fullmatch(between) is not None


def _is_title(passage: Passage, office: Cue, offices: Sequence[Cue]) -> bool:
    """Whether an office that may be anybody's has behind it whose it is: the head of the customs, Minister Wang Yi."""
    behind = [cue for cue in offices if office.end <= cue.start and cue.code not in {office.code, *_HEADS}]
    unnamed = {*table("series")["general"]["offices"], "ELSEWHERE", *_HE}
    if office.code not in unnamed or not behind or passage.between(office.start, office.end).endswith("'s"):
        return False
    between = passage.between(office.end, behind[0].start)
    if behind[0].code == "NOBODY" and between == " ":
        return False
    return beside(passage.lang, "title").fullmatch(between) is not None


def _another_tells(passage: Passage, office: Cue, spoken: Sequence[Cue]) -> bool:
    """Whether the word of saying in the segment is another's, right before him: a Chinese company will build it, said the minister."""
    start, end = passage.clause(office.start)
    if "says" in passage.codes("hint", start, end):
        return False
    start, end = passage.segment(office.start)
    words = [cue for cue in passage.cues.of("hint") if cue.code == "says"]
    said = {cue.end for cue in words}
    ahead = {cue.start for cue in words if passage.lang in VERB_LAST and cue.start < office.start}
    others = (
        cue for cue in spoken if cue is not office and cue.code != "OFFICE" and start <= cue.start < end
    )
    return any(cue.start - 1 in said or cue.end + 1 in ahead for cue in others)


def _is_met(passage: Passage, office: Cue) -> bool:
    """Whether an office is a person whom somebody meets: after talks with the transport minister."""
    is_person = beside(passage.lang, "person").search(passage.between(office.start, office.end))
    return is_person is not None and listens(passage, office)


def _is_venue(passage: Passage, office: Cue) -> bool:
    """Whether somebody speaks at the meeting of a council or a chamber."""
    return beside(passage.lang, "venue").search(form(passage, office)) is not None


def _beside_another(passage: Passage, office: Cue, named: Sequence[Cue]) -> bool:
    """Whether a special office stands in the same clause, or the company has its name before: "the agriculture ministry in Astana says"."""
    general = table("series")["general"]["offices"]
    start, end = passage.clause(office.start)
    unnamed = {*general, *_SIDES}
    firms = [other for other in named if other.start < office.start and other.code in FIRMS]
    is_same = office.code == "THIS-FIRM" and bool(firms)
    return is_same or any(start <= other.start < end and other.code not in unnamed for other in named)


def office_of(code: str, series: str, before: Sequence[str]) -> str:
    """Who counts, where only a side or "the ministry" is named; `before` are those who were named, the last one last."""
    if code in _ALWAYS:
        return _ALWAYS[code]
    if code in _LIKE_BEFORE:
        return _like_before(code, series, before)
    if code not in _SIDES:
        return code
    if code == "OURS" and before[-1:] == ("CN-GOV",):
        code = "CN-SIDE"
    elif code == "OURS" and before and before[-1] in {*FIRMS, "EDB"}:
        return before[-1]
    trade, other = table("series")["sides"][code]
    return str(trade if not series or series in table("series")["trade"] else other)


def _like_before(code: str, series: str, before: Sequence[str]) -> str:
    """Who "he", "the minister" or "the ministry" is."""
    alike = _LIKE_BEFORE[code]
    meant = [one for one in before if one and (not alike or one in alike)]
    able = [one for one in meant if may_count(one, as_counted_by(one, series))]
    last = next(reversed(able or meant), "")
    if last or not alike or code == "SAME-COUNT":
        return last or next(reversed([*before]), "")
    if code in _OF_FIRM:
        return "COMPANY"
    return str(table("series")["ministry_of"].get(series, "KZ-GOV") if code == "MINISTRY" else "KZ-GOV")


def may_count(office: str, series: str) -> bool:
    """Whether a figure of that series can be an office's own."""
    counted = table("series")["counts"].get(office)
    return counted is None or series in {"", ABROAD} or series in counted
