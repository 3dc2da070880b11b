"""What of that which was spoken of before the words of a figure end, though they do not say so."""

from collections.abc import Iterator

from cnkz_stats.text.between import SUMS
from cnkz_stats.text.memory import STATISTICS, About, gone_on
from cnkz_stats.text.offices import may_count, speakers
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.series import RELATIVE, unit_class
from cnkz_stats.text.topics import Topics, slot_of, stretch
from cnkz_stats.text.wholes import WAYS

_CARRIED = frozenset({"container", "freight", "trains"})
_GAP = "gap"


def without_ended(
    base: About, own: Topics, passage: Passage, number: int, *, is_first: bool, names_partner: bool
) -> About:
    """What a figure goes on from without the ways, goods and places that its `own` words end; a gap is no book's.

    `is_first` says that it is the first figure of its sentence, `names_partner` that its words name with whom the trade is.
    """
    tells_gap = _GAP not in base.topics or _GAP in own or not _has_own_books(passage, number)
    anew = names_partner and "route" not in passage.codes("hint", *stretch(passage, number))
    ended = {*_ended(base, own, passage, is_first=is_first, names_partner=anew)}
    kept = base.topics
    if is_first and base.measure != unit_class(passage.figures[number].unit):
        kept = gone_on(base)
    topics = tuple(topic for topic in kept if topic not in ended and (tells_gap or topic != _GAP))
    return base._replace(topics=topics, series=base.series if tells_gap else "")


def sends_goods(passage: Passage, reach: tuple[int, int], told: About, paragraph: int) -> bool:
    """Whether deliveries are those of the goods told before in the same paragraph, and not freight."""
    goods = "goods" in {slot_of(topic) for topic in told.topics}
    sent = pattern(passage.lang, "goods_sent").search(passage.between(*reach))
    return goods and sent is not None and passage.sentence.paragraph == paragraph


def _ended(
    base: About, own: Topics, passage: Passage, *, is_first: bool, names_partner: bool
) -> Iterator[str]:
    is_sum = not SUMS.isdisjoint(own)
    new = is_first and "turnover" in own and not base.series.startswith("port_")
    if is_sum and WAYS.isdisjoint(own) and (names_partner or new):
        yield from WAYS
    if is_first and is_sum and passage.is_item:
        yield from (topic for topic in base.topics if slot_of(topic) == "goods")
    if is_first and names_partner and not _CARRIED.isdisjoint(own):
        yield from (topic for topic in base.topics if slot_of(topic) == "hub")


def counted_by(office: str, last: About) -> About:
    """What was told of last, as far as who is named for a figure that names nothing can count it: the bureau has 15 billion."""
    counts = office not in STATISTICS or may_count(office, last.series)
    return last if counts else About(area=last.area, partner=last.partner)


def _has_own_books(passage: Passage, number: int) -> bool:
    """Whether whose books an amount is from stands before it, so that it is not how far they are apart."""
    left, _ = stretch(passage, number)
    figure = passage.figures[number]
    told = any(left <= cue.start < figure.start for cue in speakers(passage))
    return told and figure.unit not in RELATIVE
