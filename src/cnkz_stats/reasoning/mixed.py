"""Figures that mix the books of two authorities: growth from one to the other, a sum of parts of both."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.changes import TOLD, Change, bookless, follows, quoted, total
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.laws import Laws


def across_books(fact: Fact, stated: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """A comparison, or a sum, of two digits and more that rests on levels of two authorities, as others state them."""
    figure = fact.claims[0].figure
    if figure.digits - figure.zeros < 2 or fact.statement is Statement.SHARE:
        return
    levels: dict[Quantity, list[Fact]] = defaultdict(list)
    periods = {quantity.period for quantity in fact.quantities}
    for other in stated:
        if other.base is None and other.quantity.authority and other.quantity.period in periods:
            levels[bookless(other.quantity)].append(other)
    if fact.base is None:
        yield from _sums(fact, levels, folder)
    else:
        yield from _comparisons(fact, fact.base, levels, folder)


def _comparisons(
    fact: Fact, base: Quantity, levels: Mapping[Quantity, Sequence[Fact]], folder: Folder
) -> Iterator[Change]:
    seen = set()
    for later, earlier in product(*(levels.get(bookless(one), ()) for one in (fact.quantity, base))):
        new = replace(fact, quantity=later.quantity, base=earlier.quantity)
        books = later.quantity.authority, earlier.quantity.authority
        if len(set(books)) > 1 and books not in seen and follows(new, (later, earlier)):
            seen.add(books)
            text = f"if {quoted(fact)} compares a figure of {_named(books, ' with one of ', folder)}"
            yield Change(Cause.MIX, TOLD, text, (fact,), (new,), excuses=False)


def _sums(fact: Fact, levels: Mapping[Quantity, Sequence[Fact]], folder: Folder) -> Iterator[Change]:
    """The whole of an identity whose other terms, as two authorities count them, make the number."""
    about = bookless(fact.quantity)
    near = [one for one in levels if (one.period, one.unit) == (about.period, about.unit)]
    for row in Laws(folder).between([about, *near]):
        terms = dict(row.terms)
        factor = terms.pop(about, None)
        whole = factor == 1 and len(terms) > 1 and all(weight < 0 for weight in terms.values())
        if not whole or terms.keys() - levels.keys():
            continue
        for parts in product(*(levels[one] for one in terms)):
            books = sorted({part.quantity.authority for part in parts})
            whole_of_both = total(
                part.range.scaled(-weight) for part, weight in zip(parts, terms.values(), strict=True)
            )
            if len(books) > 1 and whole_of_both.meets(fact.range):
                text = f"if {quoted(fact)} adds up figures of {_named(books, ' and ', folder)}"
                new = replace(fact, range=Interval(None, None))
                yield Change(Cause.MIX, TOLD, text, (fact,), (new,), excuses=False)
                return


def _named(books: Iterable[str], between: str, folder: Folder) -> str:
    return between.join(folder.authorities[book].name for book in books)
