"""A figure of a text as a row of a claim file would state it, or why it states nothing that could be held against claims."""

from dataclasses import replace

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reader import read_figure
from cnkz_stats.ledger.claim import Claim, Location
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.mention import Mention, says_as_much

TEXT = "text"
"""The id of the text that is verified, as a source, and the start of the ids of its claims."""


def why_silent(mention: Mention, folder: Folder) -> str:
    """Why a mention states nothing that could be held against claims; empty if it does."""
    if mention.series not in folder.series:
        return f"the folder has no series {mention.series}"
    if mention.statement in (Statement.TARGET, Statement.RANK):
        return f"a {mention.statement.value} says nothing about what is"
    if not mention.period:
        return "the text does not say when"
    if mention.statement in (Statement.MULTIPLE, Statement.CHANGE) and not mention.base:
        return "the text does not say compared with when"
    if mention.statement is Statement.SHARE and not mention.whole:
        return "the text does not say for certain of what it is a share"
    return ""


def as_claim(mention: Mention, number: int, folder: Folder) -> Claim:
    """The mention as a row of a claim file would state it."""
    series = folder.series[mention.series]
    amount = mention.statement in (Statement.LEVEL, Statement.CHANGE)
    return Claim(
        id=f"{TEXT}-{number}",
        topic=TEXT,
        statement=mention.statement,
        series=mention.series,
        area=mention.area,
        partner=mention.partner,
        scope=mention.scope,
        periods=(_period(mention, folder),),
        bases=(Period.parse(mention.base),) if mention.base else (),
        whole=dict([mention.whole.split("=")]) if mention.whole else {},
        figure=_figure(mention),
        unit=mention.unit if amount and mention.unit else series.unit,
        authority=mention.authority if mention.authority in folder.authorities else "",
        vintage="",
        source=TEXT,
        locator="",
        note="",
        row={},
        at=Location(mention.file, 0, 0),
    )


def _figure(mention: Mention) -> Figure:
    """The figure by its shortest phrase, which is what is quoted; as read in its sentence if the phrase says less: 5.3 and 7.4 million."""
    try:
        alone = read_figure(mention.figure, mention.lang)
    except ValueError:
        alone = None
    if alone is not None and says_as_much(alone, mention.read):
        return alone
    return replace(mention.read, text=mention.span, start=0, end=len(mention.span))


def _period(mention: Mention, folder: Folder) -> Period:
    """The period; for a stock in a year the day in it of which claims speak, if there is one only."""
    period = Period.parse(mention.period)
    if not folder.series[mention.series].stock:
        return period
    spoken = {
        one
        for claim in folder.claims
        if claim.series == mention.series
        for one in claim.periods
        if one in period
    }
    return spoken.pop() if len(spoken) == 1 else period
