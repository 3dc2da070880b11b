"""Whose words a text is without naming him each time: who is interviewed, whose speech or column it is, who is there."""

from cnkz_stats.text.cues import Cue
from cnkz_stats.text.offices import is_rest_of_name
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.saying import listens
from cnkz_stats.text.sides import beside, form, with_side

_STOPS = frozenset(".!?。！？…;；")
_UNASKED = frozenset({"NOBODY", "ELSEWHERE"})


def persons_in(passage: Passage) -> list[Cue]:
    """The persons with an office whom a sentence names, those whom somebody speaks to left out."""
    is_person, is_staff = beside(passage.lang, "person"), beside(passage.lang, "staff")
    named = []
    offices = passage.cues.of("authority")
    for office in offices:
        other = is_rest_of_name(passage, office, offices) or listens(passage, office)
        is_there = is_person.search(passage.between(office.start, office.end)) or is_staff.search(
            form(passage, office)
        )
        if is_there and not other:
            named.append(with_side(passage, office))
    return named


def is_interview(passage: Passage) -> bool:
    """Whether a sentence tells that somebody is interviewed."""
    return not passage.figures and "interview" in passage.codes("hint", 0, len(passage.sentence.text))


def is_own_words(passage: Passage) -> bool:
    """Whether a line is the heading of a speech, a column or a letter, of whom it names."""
    line = passage.sentence.text.rstrip()
    title = line[-1:] not in _STOPS and not passage.figures
    return title and "genre" in passage.codes("hint", 0, len(line))


def asked(passage: Passage) -> list[Cue]:
    """Those of an interview whom its heading names."""
    offices = [cue for cue in passage.cues.of("authority") if cue.code not in _UNASKED]
    return persons_in(passage) or [with_side(passage, cue) for cue in offices]
