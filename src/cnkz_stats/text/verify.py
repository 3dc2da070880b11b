"""Whether the figures of a text can be right, by the judge of the claims and with the folder's facts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from cnkz_stats.ledger.claim import Claim, Source
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.books import assigned_authorities, facts_of
from cnkz_stats.reasoning.facts import UNSTATED, Fact, fact_of
from cnkz_stats.text.mention import Mention
from cnkz_stats.text.neighbours import Shelf, near, shelf_of
from cnkz_stats.text.stated import TEXT, as_claim, why_silent
from cnkz_stats.text.trial import Trial, books_of, says_the_same
from cnkz_stats.text.verdict import Label, Verdict


def verify(mentions: Iterable[Mention], folder: Folder) -> tuple[Verdict, ...]:
    """Hold each mention against the folder, one by one: a text is not held against itself."""
    shelf = shelf_of(folder)
    return tuple(_verdict(mention, number, folder, shelf) for number, mention in enumerate(mentions, 1))


def exit_status(verdicts: Iterable[Verdict]) -> int:
    """1 if a figure is refuted, else 3 if one could not be decided, else 0."""
    found = tuple(verdicts)
    if any(verdict.label is Label.REFUTED for verdict in found):
        return 1
    return 3 if any(verdict.undecided for verdict in found) else 0


def _verdict(mention: Mention, number: int, folder: Folder, shelf: Shelf) -> Verdict:
    silent = why_silent(mention, folder)
    if silent:
        return Verdict(mention, Label.NOT_ENOUGH_INFO, why=silent)
    claim = as_claim(mention, number, folder)
    text = Source(TEXT, TEXT, "", "", "", mention.lang, "", "")
    around = near(claim, replace(folder, sources={**folder.sources, TEXT: text}), shelf)
    facts = facts_of(around)
    fact = fact_of(claim, around, authority=_book(claim, around, facts))
    return Trial(mention, fact, facts, around).verdict()


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
