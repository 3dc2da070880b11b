"""Whether the figures of a text can be right, by the judge of the claims and with the folder's facts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from cnkz_stats.ledger.claim import Claim, Source
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.books import assigned_authorities, facts_of
from cnkz_stats.reasoning.changes import TOLD, Change
from cnkz_stats.reasoning.facts import UNSTATED, Fact, fact_of
from cnkz_stats.reasoning.wording import fact_text
from cnkz_stats.text.mention import Mention
from cnkz_stats.text.neighbours import may_be_stated, near, shelf_of
from cnkz_stats.text.otherwise import borrowing, in_its_currency, is_told_twice, left_open, mistaken, narrower
from cnkz_stats.text.stated import TEXT, as_claim, why_silent
from cnkz_stats.text.trial import STATED, Trial, books_of, says_the_same
from cnkz_stats.text.verdict import Label, Verdict


def verify(mentions: Iterable[Mention], folder: Folder) -> tuple[Verdict, ...]:
    """Hold each mention against the folder, one by one: a text is not held against itself."""
    hearing = _Hearing(tuple(mentions), folder)
    return tuple(map(hearing.verdict, range(len(hearing.mentions))))


def exit_status(verdicts: Iterable[Verdict]) -> int:
    """1 if a figure is refuted, else 3 if one could not be decided, else 0."""
    found = tuple(verdicts)
    if any(verdict.label is Label.REFUTED for verdict in found):
        return 1
    return 3 if any(verdict.undecided for verdict in found) else 0


class _Hearing:
    """The figures of a text and the folder; what a figure is about may be told by those beside it."""

    def __init__(self, mentions: Sequence[Mention], folder: Folder) -> None:
        self.mentions, self._shelf = mentions, shelf_of(folder)
        text = Source(TEXT, TEXT, "", "", "", "", "", "")
        self._folder = replace(folder, sources={**folder.sources, TEXT: text})
        told = [self._claim(number, mention) for number, mention in enumerate(mentions)]
        self._claims = [one and in_its_currency(one, number, told) for number, one in enumerate(told)]

    def _claim(self, number: int, mention: Mention) -> Claim | None:
        return None if why_silent(mention, self._folder) else as_claim(mention, number, self._folder)

    def verdict(self, number: int) -> Verdict:
        """What the folder makes of a figure as it was read, else as its words may be read, or those beside it let one read it."""
        mention, claim = self.mentions[number], self._claims[number]
        if claim is None:
            return Verdict(mention, Label.NOT_ENOUGH_INFO, why=why_silent(mention, self._folder))
        found = self._heard(mention, claim)
        if found.agreeing or found.label is Label.SUPPORTED:
            return found
        other = self._first_stated(mention, left_open(claim, self._folder))
        if other is not None:
            return other
        part = self._first_stated(mention, narrower(claim, self._folder))
        if part is not None:
            is_open = found.label is Label.NOT_ENOUGH_INFO or mention.qualifiers or mention.scope
            return part if is_open else _disputed(found, part)
        return found if found.label is Label.NOT_ENOUGH_INFO else self._doubted(number, found)

    def _doubted(self, number: int, found: Verdict) -> Verdict:
        """A figure against which claims speak as it was read, where it may have been read amiss."""
        mention = self.mentions[number]
        borrowed = filter(None, (self._claim(number, told) for told in borrowing(number, self.mentions)))
        tried = (other for claim in borrowed for other in (claim, *narrower(claim, self._folder)))
        other = self._first_stated(mention, tried)
        if other is not None:
            return _disputed(found, other)
        if found.label is Label.DISPUTED:
            return found
        if is_told_twice(number, self._claims):
            why = "the text states another number of what seems to be the same: one may be of a part"
            return Verdict(mention, Label.NOT_ENOUGH_INFO, found.fact, why=why)
        if mention.qualifiers:
            why = "it may be of a part only, for which the folder has no name"
            return Verdict(mention, Label.NOT_ENOUGH_INFO, found.fact, why=why)
        return self._explained(mention, found)

    def _explained(self, mention: Mention, found: Verdict) -> Verdict:
        """A refuted figure with that first of which it would be the right one: this is Kazakhstan's figure."""
        claim = found.fact.claims[0] if found.fact is not None else None
        for cause, other in mistaken(claim, self._folder) if claim is not None else ():
            verdict = self._first_stated(mention, [other])
            if verdict is not None and verdict.fact is not None and found.fact is not None:
                about = fact_text(verdict.fact, self._folder)
                text = f"if “{mention.figure}” is {about}, of which others state the same"
                told = Change(cause, TOLD, text, (found.fact,), (verdict.fact,), excuses=False)
                rest = tuple(one for one in found.causes if one.cause is not cause)
                return replace(found, causes=(told, *rest))
        return found

    def _first_stated(self, mention: Mention, claims: Iterable[Claim]) -> Verdict | None:
        """The verdict on the first of several claims that others state; `None` if they state none."""
        known = (claim for claim in claims if may_be_stated(claim, self._folder, self._shelf))
        verdicts = (self._heard(mention, claim) for claim in known)
        return next((one for one in verdicts if one.label is Label.SUPPORTED and one.why == STATED), None)

    def _heard(self, mention: Mention, claim: Claim) -> Verdict:
        around = near(claim, self._folder, self._shelf)
        facts = facts_of(around)
        fact = fact_of(claim, around, authority=_book(claim, around, facts))
        return Trial(mention, fact, facts, around).verdict()


def _disputed(found: Verdict, otherwise: Verdict) -> Verdict:
    """A figure that is refuted as it was read, and that claims state of something else."""
    why = "it is right of something else of which the text may speak"
    return replace(otherwise, label=Label.DISPUTED, against=found.against, why=why)


def _book(claim: Claim, folder: Folder, facts: Sequence[Fact]) -> str:
    """Whose books a figure is read in: who is named, else who says the same, unless all that is known of it names nobody."""
    if not claim.authority:
        alike = Counter(
            one.quantity.authority
            for one in facts
            if says_the_same(fact_of(claim, folder, authority=one.quantity.authority), one)
            for _ in one.claims
        )
        if alike:
            return min(alike, key=lambda book: (-alike[book], book))
    authority = assigned_authorities(replace(folder, claims=(*folder.claims, claim)))[claim.id]
    spoken = books_of(fact_of(claim, folder, authority=UNSTATED), facts)
    return UNSTATED if spoken == {UNSTATED} else authority
