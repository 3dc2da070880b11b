"""Quantities, facts and their ranges in words."""

from cnkz_stats.figures.display import percent_text, range_text, scale_of
from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.facts import Fact


def quantity_text(quantity: Quantity, folder: Folder) -> str:
    """A quantity in words: `trade turnover CN–KZ 2022 (GACC)`."""
    return _named(quantity, str(quantity.period), folder)


def timeless_text(quantity: Quantity, folder: Folder) -> str:
    """A quantity whatever its period: `trade turnover CN–KZ (GACC, 2017-11)`."""
    return _named(quantity, "", folder)


def _named(quantity: Quantity, when: str, folder: Folder) -> str:
    unit = quantity.unit if quantity.unit != folder.series[quantity.series].unit else ""
    scope, vintage = (text.partition("~")[0] for text in (quantity.scope, quantity.vintage))
    book = ", ".join(filter(None, (scope, unit, quantity.authority, vintage)))
    named = f"{lowered(folder.name(quantity.series))} {pair_text(quantity)} {when}".rstrip()
    return f"{named} ({book})" if book else named


def pair_text(quantity: Quantity) -> str:
    """The area and partner that a quantity is about."""
    return "–".join(filter(None, (quantity.area, quantity.partner)))


def lowered(name: str) -> str:
    """A name within a sentence: a first word in capitals, or a proper name of two capitalised words or parts, stays."""
    first, _, rest = name.partition(" ")
    keeps = rest[:1].isupper() or first[1:] != first[1:].lower()
    return name if keeps else name[:1].lower() + name[1:]


def fact_text(fact: Fact, folder: Folder) -> str:
    """What a fact is about, without its figure: `growth of turnover CN–KZ 2022 (GACC) on 2021`."""
    about = quantity_text(fact.quantity, folder)
    match fact.statement:
        case Statement.GROWTH:
            average = "average annual growth" if fact.years is not None else "growth"
            return f"{average} of {about} on {_base(fact)}"
        case Statement.MULTIPLE:
            return f"{about} as a multiple of {_base(fact)}"
        case Statement.SHARE:
            return f"share of {about} in {quantity_text(fact.base, folder) if fact.base else ''}"
        case Statement.CHANGE:
            return f"change of {about} from {_base(fact)}"
        case _:
            return about


def _base(fact: Fact) -> str:
    return str(fact.base.period) if fact.base is not None else ""


def fact_range_text(fact: Fact) -> str:
    """The certain range of a fact for people: `25.245–25.255 billion USD`, `23.55–23.65 %`, `under 70 times`."""
    return number_text(fact, fact.certain)


def number_text(fact: Fact, bounds: Interval, *, digits: int = 12) -> str:
    """A range in the measure of a fact."""
    if fact.statement in (Statement.GROWTH, Statement.SHARE):
        return percent_text(bounds, digits=digits)
    if fact.statement is Statement.MULTIPLE:
        return f"{range_text(bounds, digits=digits)} times"
    return amount_text(bounds, fact.quantity.unit, digits=digits)


def amount_text(bounds: Interval, unit: str, *, digits: int = 12) -> str:
    """A range of amounts in the scale people use."""
    if bounds.lo is None and bounds.hi is None:
        return "anything"
    scale, name = scale_of(bounds.lo, bounds.hi)
    return " ".join(filter(None, (range_text(bounds, scale=scale, digits=digits), name, unit)))
