"""What a figure is about: series, area and partner, scope, authority."""

from cnkz_stats.text.beside import is_of_nothing
from cnkz_stats.text.between import SUMS, Between
from cnkz_stats.text.candidates import Candidate, candidates
from cnkz_stats.text.cues import table
from cnkz_stats.text.memory import About
from cnkz_stats.text.opposite import turned
from cnkz_stats.text.places import ABROAD, CENTRAL_ASIA, XINJIANG, part_of_country, places
from cnkz_stats.text.series import as_counted_by, by_size, narrowing
from cnkz_stats.text.subject import Subject
from cnkz_stats.text.topics import over

_OWNED = "ownership_share"
_HARD, _TRILLION = frozenset({"USD", "CNY", "EUR"}), 10**12
_AT_PORTS = frozenset({"port_freight", "port_trade_value"})
"""Series of which those that count trains tell what came on these."""


def about_of(subject: Subject) -> About | None:
    """What a figure is about; `None` if that is nothing that could be told."""
    if subject.before is None and not subject.own and is_of_nothing(subject.passage, subject.number):
        return None
    found = next(candidates(subject), None)
    if found is None or _is_too_small(subject, found.series):
        return None
    owned = found.series == _OWNED and found.base.topics
    topics = over(("stake",), found.base.topics) if owned else found.topics
    series = by_size(found.series, subject.own, subject.figure)
    authority = subject.credit.office(series)
    series = as_counted_by(authority, subject.credit.at_port(authority, series), subject.own)
    placed = _placed(subject, found, About(series, authority=authority, topics=topics, measure=found.measure))
    opposite = turned(subject.passage, subject.reach, subject.spoken)
    series = opposite.get(series, placed.series)
    return placed._replace(series=series, qualifiers=_qualifiers(subject, series))


def _is_too_small(subject: Subject, series: str) -> bool:
    """Whether an amount is none of a series, whose figures are larger."""
    smallest: int = table("series")["smallest_of"].get(series, 0)
    return not subject.is_relative and abs(subject.figure.value) < smallest


def _placed(subject: Subject, found: Candidate, about: About) -> About:
    """What a figure is about with its places; all countries where it is the trade, or the products, of one with these."""
    region = XINJIANG if found.base.area == XINJIANG else CENTRAL_ASIA
    between = Between(
        subject.passage, subject.number, subject.statement, subject.before, subject.reach, region
    )
    placed = between.placed(about, found.base, subject.own)
    is_all = placed.series in SUMS and _is_of_the_world(subject)
    with_all = found.series in table("series")["with_all"]
    if is_all or (with_all and (subject.voices.tells_of_one or _is_at_home(subject))):
        return placed._replace(area=ABROAD, partner=ABROAD)
    return placed


def _is_of_the_world(subject: Subject) -> bool:
    """Whether a sum is so large that it can only be what a country trades with all others: 25.7 trillion yuan."""
    return subject.figure.unit in _HARD and abs(subject.figure.value) >= _TRILLION


def _is_at_home(subject: Subject) -> bool:
    """Whether what the country produces was told before, and nothing names China: oil exports grew, too."""
    at_home = subject.before is None and subject.voices.at_home
    return at_home and "CN" not in places(subject.passage, 0, len(subject.passage.sentence.text))


def _qualifiers(subject: Subject, series: str) -> tuple[str, ...]:
    """What its words narrow its series to without a name; where they name nothing, those of the figure before it."""
    own, before = subject.own, subject.before
    if not own and before is not None and before.series == series:
        return before.qualifiers
    by_train = before is not None and before.measure == "trains" and series in _AT_PORTS
    of_trains = ("trains",) if by_train and "trains" not in own else ()
    region = part_of_country(subject.passage, subject.reach, series, subject.spoken.qualifiers)
    return (*narrowing(series, own), *of_trains, *region)
