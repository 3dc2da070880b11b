"""What the words of a figure go on from: the figure before, or the whole of which the last sentence told a part."""

from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.ended import counted_by
from cnkz_stats.text.memory import About, is_part_of
from cnkz_stats.text.places import FLOWS
from cnkz_stats.text.subject import Subject
from cnkz_stats.text.topics import Topics

_ACROSS = frozenset({"to_china", "from_china"})
_PARTS = frozenset(
    {
        "exports",
        "imports",
        "balance",
        "grain",
        "flour",
        "vegoil",
        "nonferrous",
        "ore",
        "crop",
        "crossing",
        *_ACROSS,
    }
)
"""What is but a part where all there is is told of."""


def antecedent(subject: Subject, own: Topics) -> About:
    """What a figure goes on from whose words name `own`."""
    named = "" if own or subject.last is None else subject.credit.office("")
    told = subject.before or counted_by(named, subject.last or About())
    base = _with_parts_of(subject, own, _without_crossing(subject, own, told))
    return _without_parts(base) if subject.is_whole else base


def _without_crossing(subject: Subject, own: Topics, base: About) -> About:
    """What was told without the crossing, where flows are told anew: of both countries, and not of what came over it."""
    if subject.before is None:
        ends = not _ACROSS.isdisjoint(own) and "crossing" not in own
    else:
        in_turn = "respectively" in subject.passage.codes("mark", *subject.passage.segment(subject.reach[0]))
        ends = not (FLOWS.isdisjoint(own) or _is_in_segment_before(subject) or in_turn)
    topics = tuple(topic for topic in base.topics if topic != "crossing")
    return base._replace(topics=topics) if ends else base


def _with_parts_of(subject: Subject, own: Topics, base: About) -> About:
    """The whole of which a part was told, for a figure that begins anew; else that part."""
    rates = subject.is_relative and subject.statement is not Statement.SHARE
    rose = rates or subject.statement is Statement.CHANGE
    fresh = subject.before is None or not (own or rose or _is_in_segment_before(subject))
    memory = subject.memory
    if memory is None or not fresh or not is_part_of(base, memory.whole):
        return base
    return base if memory.goes_on_with_opening(base, subject.passage.sentence.paragraph) else memory.whole


def _without_parts(base: About) -> About:
    """What was told without what narrows it to a part."""
    ports = {"port"} if base.series == "crossing_freight" else set()
    kept = tuple(topic for topic in base.topics if topic not in _PARTS | ports)
    if kept == base.topics:
        return base
    whole = ("turnover",) if {*FLOWS, "balance"} & {*base.topics} and base.measure == "money" else ()
    return base._replace(topics=(*whole, *kept), series="")


def _is_in_segment_before(subject: Subject) -> bool:
    """Whether the figure before stands between the same semicolons."""
    before = subject.passage.figures[subject.number - 1]
    return before.start >= subject.passage.segment(subject.figure.start)[0]
