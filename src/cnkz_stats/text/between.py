"""Between whom, and where, what a figure counts was: area, partner and scope by the places that its words name."""

import re
from dataclasses import dataclass
from functools import cached_property

from cnkz_stats.figures.figure import PERCENT
from cnkz_stats.figures.later import later
from cnkz_stats.ledger.statement import WORLD, Statement
from cnkz_stats.text.cues import table
from cnkz_stats.text.memory import About
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.places import (
    ABROAD,
    CENTRAL_ASIA,
    FLOWS,
    HOME,
    PROVINCE,
    XINJIANG,
    Pair,
    flow_between,
    is_abroad,
    is_all,
    is_through,
    pair_of,
    places,
    whole_of_share,
    without_members,
)
from cnkz_stats.text.respective import named_in_turn, place_in_turn
from cnkz_stats.text.topics import Topics, behind_topics

_POSSESSED = {"en": 20, "ru": 20, "zh": 12, "kk": 20}
"""So many letters before the word for exports may stand whose they are."""
_TOWARDS = later(r"[对向往]\w{1,12}$")
"""The country before the word for exports is the one to which they go: 中国对哈农产品出口."""
_LED = later(r" ?[-(:] ?")
"""What leads from a share to whose it is: 30 % - Uzbekistan."""
_OPENS = later(r"\W*(?:(?:and|but|while|whereas|meanwhile|и|а|но|ал|而)\W+)?", re.IGNORECASE)
_OF_BOXES = frozenset({"container_transit", "rail_transit", "container_trains"})
"""What other countries carry, too."""
_CHINESE = later("chin|китай|қытай|中", re.IGNORECASE)
_SIDE_BY_SIDE = 4
"""So many letters stand at most between two ports that a figure counts together."""
_WAYS_TO = frozenset({"to_china", "from_china", "to_kz", "from_kz"})
SUMS = frozenset({"turnover", *FLOWS})
_OF_FARMS = frozenset({"agri_exports", "agri_imports"})
_OF_PORTS = frozenset({"port_freight", "port_trade_value"})
_BOOKS_AT_HOME = frozenset({"BNS", "KGD"})
"""Those whose figures are Kazakhstan's own."""


@dataclass(frozen=True, eq=False, repr=False)
class Between:
    """A figure of a sentence; `before` is what the figure before it is about, its own words stand within `reach`.

    `region` is which one "the region" is.
    """

    passage: Passage
    number: int
    statement: Statement
    before: About | None
    reach: tuple[int, int]
    region: str = CENTRAL_ASIA

    def placed(self, about: About, base: About, told: Topics) -> About:
        """What the figure is about with its places; `told` are the topics of its own words, `base` is what they go on from."""
        own, behind = self._named
        if self._is_abroad(about, base, told):
            series = ABROAD if base.series == ABROAD else about.series
            return about._replace(series=series, area=ABROAD, partner=ABROAD)
        named = [*own, *behind] if {*own} == {"CN"} and CENTRAL_ASIA in behind else own or behind
        area, partner = pair_of(about.series, named, self._pair_before(about, base))
        if not own and not behind and base.series == about.series and base.partner == CENTRAL_ASIA:
            area, partner = base.pair
        series, side = about.series, ""
        if (area, partner) == HOME or series in _OF_FARMS:
            side = self._side(about)
            goes_on = {series, base.series} <= FLOWS and not ({*FLOWS} | _WAYS_TO) & {*told}
            series = base.series if goes_on else flow_between(series, about.topics, side)
            if series in FLOWS:
                area, partner = "KZ", "CN"
                kept = self.before.side if goes_on and self.before is not None else ""
                side = kept or ("KZ" if series == about.series else "CN")
        elif partner == CENTRAL_ASIA and series in FLOWS and self._are_chinese:
            series = "exports"
        whole = ""
        if self.statement is Statement.SHARE and base.area == XINJIANG and CENTRAL_ASIA in {partner, *own}:
            area, partner = XINJIANG, CENTRAL_ASIA
        if self._is_part_of_region(base):
            area, partner = HOME
        if self.statement is Statement.SHARE:
            behind_it = behind_topics(self.passage, self.number)[0]
            (area, partner), whole = whole_of_share(series, (area, partner), base.pair, behind_it)
        scope = "via Kazakhstan" if whole == "scope=" else self._scope(about, base)
        return about._replace(series=series, area=area, partner=partner, scope=scope, side=side, whole=whole)

    @property
    def _is_goal_of_share(self) -> bool:
        """Whether a rate is what a share is to come to."""
        left, figure = self.reach[0], self.passage.figures[self.number]
        told = "share" in self.passage.codes("mark", left, figure.start)
        return self.statement is Statement.TARGET and figure.unit == PERCENT and told

    def _is_part_of_region(self, base: About) -> bool:
        """Whether a share of all that the region trades is said to be Kazakhstan's behind it: 46 % of the sum fell to Kazakhstan."""
        figure = self.passage.figures[self.number]
        behind = places(self.passage, figure.end, self.reach[1])
        is_whole = base.pair == ("CN", CENTRAL_ASIA)
        return self.statement is Statement.SHARE and is_whole and {*behind} == {"KZ"}

    @property
    def _are_chinese(self) -> bool:
        """Whether a figure's words tell of Chinese deliveries, which are China's exports to all of the region."""
        left, right = self.reach
        ways = [cue for cue in self.passage.cues.of("topic") if cue.code == "from_china"]
        printed = (self.passage.between(cue.start, cue.end) for cue in ways if left <= cue.start < right)
        return any(map(_CHINESE.match, printed))

    @cached_property
    def _named(self) -> tuple[list[str], list[str]]:
        """The places that are named before a figure and behind it; of a whole none."""
        left, right = self.reach
        figure = self.passage.figures[self.number]
        own = without_members(places(self.passage, left, self._whole_starts, region=self.region))
        turn = place_in_turn(self.passage, self.number)
        text, lang = self.passage.sentence.text, self.passage.lang
        led = _LED.match(text, figure.end) or pattern(lang, "falls_to").match(text, figure.end)
        of_whole = self.statement is Statement.SHARE and not led
        return (
            [*(one for one in own if one == XINJIANG), turn] if turn else own,
            [] if of_whole else places(self.passage, figure.end, right, region=self.region),
        )

    @property
    def _is_of_province(self) -> bool:
        """Whether the words before a figure name a province of China."""
        left, right = self.reach[0], self._whole_starts
        return any(cue.code == PROVINCE and left <= cue.start < right for cue in self.passage.cues.of("area"))

    @property
    def _is_subject(self) -> bool:
        """Whether another country, named last before a figure, opens its clause: Russia sold 15 million tons to China."""
        return self._opens(0, -1)

    def _opens(self, left: int, place: int) -> bool:
        """Whether the first or last country named for a figure opens its clause."""
        start = self.passage.figures[self.number].start
        named = [cue for cue in self.passage.cues.of("area") if left <= cue.start < start]
        if not named:
            return False
        clause, _ = self.passage.clause(named[place].start)
        return _OPENS.fullmatch(self.passage.between(clause, named[place].start)) is not None

    @property
    def _is_to_others(self) -> bool:
        """Whether a figure goes to the country named right behind it, or is all that goes to a list of countries: 4.9 million, including 2.2 to Uzbekistan."""
        _, behind = self._named
        passage, figure = self.passage, self.passage.figures[self.number]
        start = max(self.reach[0], passage.clause(figure.start)[0])
        if {*places(passage, start, figure.start)} - {"KZ"}:
            return False
        if behind[:1] == [ABROAD]:
            cue = next(one for one in passage.cues if one.kind == "area" and one.start >= figure.end)
            led = passage.between(figure.end, cue.end)
            return pattern(passage.lang, "towards").fullmatch(led) is not None
        if self.number + 1 == len(passage.figures):
            return False
        following = passage.figures[self.number + 1].start
        listed = pattern(passage.lang, "of_which").search(passage.between(figure.end, following))
        return listed is not None and places(passage, figure.end, following)[:1] == [ABROAD]

    @property
    def _whole_starts(self) -> int:
        """Where the whole is named before a figure that is a share of it (占全区外贸的65.2%, бұл барлығының 43 %-ы); else the figure."""
        left, _ = self.reach
        start = self.passage.figures[self.number].start
        if self.statement is not Statement.SHARE:
            return start
        told = pattern(self.passage.lang, "of_whole").search(self.passage.between(left, start))
        return left + told.start() if told else start

    def _is_abroad(self, about: About, base: About, told: Topics) -> bool:
        """Whether a figure is another country's, or of all the trade of one with all others."""
        own, behind = self._named
        through = is_through(about.series) or "middle_corridor" in about.topics
        through &= bool(told) or self.before is not None or own != [ABROAD]
        others = own[-1:] == [ABROAD] and self._is_subject
        to_china = others and {*behind} == {"CN"}
        through = through and not (others and not behind and about.series in _OF_BOXES)
        first = own[:1] == [ABROAD] and "KZ" not in own and self._opens(self.reach[0], 0)
        others_alone = to_china or is_abroad(own, behind) or self._is_to_others or first
        others_alone |= about.series in SUMS and {*own, *behind} == {"KZ"} and self._is_of_province
        if about.series == ABROAD or (not through and others_alone):
            return True
        of_that = not own or self.statement is Statement.SHARE
        in_bracket = self.passage.bracket(self.passage.figures[self.number].start) is not None
        of_same = base.area == ABROAD and (base.series != ABROAD or in_bracket)
        goes_on = self.before is not None and of_same and of_that and not through
        if goes_on and not {*HOME, CENTRAL_ASIA} & set(behind):
            return True
        is_share = self.statement is Statement.SHARE or self._is_goal_of_share
        if about.series not in SUMS or is_share or not is_all(own) or "KZ" in behind:
            return False
        inner = XINJIANG in own or (base.area == XINJIANG and "CN" not in own)
        towards = own[-1:] and own[-1] in HOME and bool(_WAYS_TO & {*about.topics})
        if inner or towards:
            return False
        return pattern(self.passage.lang, "bilateral").search(self.passage.between(*self.reach)) is None

    def _pair_before(self, about: About, base: About) -> Pair:
        named = places(self.passage, 0, self.passage.figures[self.number].start)
        if XINJIANG in named and self._speaks_anew_of_xinjiang(base):
            return XINJIANG, WORLD
        at_home = about.authority in _BOOKS_AT_HOME or base.area == ABROAD or set(base.pair) == set(HOME)
        return HOME if at_home else base.pair

    def _speaks_anew_of_xinjiang(self, base: About) -> bool:
        """Whether Xinjiang's trade is one with all others: told first, or again, or behind another country's."""
        own, _ = self._named
        first = self.before is None and not (base.series or base.topics)
        again = self.before is None and base.area == XINJIANG and XINJIANG in own
        return first or again or base.area == ABROAD

    def _side(self, about: About) -> str:
        """Whose exports or imports a figure is, Kazakhstan's where nobody says."""
        if about.series not in FLOWS:
            return self._possessor
        goes_on = self.before is not None and self.before.authority == about.authority
        side = self._possessor or (self.before.side if goes_on and self.before is not None else "")
        return side or ("CN" if about.authority in {"GACC", "CN-GOV"} else "KZ")

    @property
    def _flows_told(self) -> tuple[int, int, list[int]]:
        """Where the words that name flows start and end, and where the flows stand; in English those behind the figure, if none before."""
        left, right = self.reach
        figure = self.passage.figures[self.number]
        told = [cue.start for cue in self.passage.cues.of("topic") if cue.code in FLOWS]
        before = [place for place in told if left <= place < figure.start]
        behind = [place for place in told if figure.end <= place < right]
        if before or not behind or self.passage.lang != "en":
            return left, figure.start, before
        return figure.end, right, behind[:1]

    @property
    def _possessor(self) -> str:
        """Whose exports or imports the words before a figure name: the place directly before the last such word.

        China's share in exports is one in Kazakhstan's.
        """
        left, _ = self.reach
        start = self.passage.figures[self.number].start
        left, start, flows = self._flows_told
        reach = _POSSESSED[self.passage.lang]
        named: list[str] = []
        for place in flows[::-1] if self.passage.lang == "zh" else flows[-1:]:
            clause = self.passage.clause(place)[0] if len(flows) > 1 else left
            named = named or places(self.passage, max(left, clause, place - reach), place)
        if flows and not named and self.passage.lang in {"en", "ru"}:
            named = places(self.passage, flows[-1], min(start, flows[-1] + reach))
        if self.statement is Statement.SHARE and named == ["CN"]:
            return "KZ"
        towards = any(_TOWARDS.search(self.passage.between(left, place)) for place in flows)
        if {*named[-1:]} & {*HOME} and towards:
            return HOME[HOME.index(named[-1]) - 1]
        return named[-1] if named else ""

    def _scope(self, about: About, base: About) -> str:
        """What a figure counts of its series: a crossing, a port, a platform; nothing if two together."""
        scopes = table("series")["scopes"].get(about.series, ())
        left, right = self.reach
        turn = named_in_turn(self.passage, self.number, "scope", about.series)
        named = [
            cue for cue in self.passage.cues.of("scope") if left <= cue.start < right and cue.code in scopes
        ]
        if turn:
            return turn
        if not named:
            hubs = [table("series")["hub_of"].get(topic, "") for topic in about.topics] if self.before else []
            hub = next((one for one in hubs if one in scopes), "")
            same = base.series == about.series or {base.series, about.series} == _OF_PORTS
            same = same or (self.before is not None and base.scope in scopes)
            return base.scope if same else hub
        both = len(named) > 1 and named[-1].start - named[-2].end <= _SIDE_BY_SIDE
        return "" if both and named[-2].code != named[-1].code else named[-1].code
