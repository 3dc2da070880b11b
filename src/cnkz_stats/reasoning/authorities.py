"""Who can have counted what: which series one count has together, and which authorities are of a side of it."""

from collections.abc import Mapping

from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.identity import NAMED, parse_side


def joined_series(folder: Folder) -> Mapping[str, str]:
    """For each series a name that it shares with those it makes up by an identity: who counts one of them counts all.

    Turnover, exports, imports and balance are one count. A series that is only a part of another may be somebody else's.
    """
    names = {code: _twin(code, folder) for code in folder.series}
    for identity in folder.identities:
        if identity.relation == "=":
            terms = (*parse_side(identity.left), *parse_side(identity.right))
            together = {names[term.series] for term in terms if term.series != NAMED}
            names = {code: min(together) if name in together else name for code, name in names.items()}
    return names


def _twin(code: str, folder: Folder) -> str:
    """Imports are told as the exports of the other side."""
    twin = code.replace("imports", "exports")
    return twin if twin in folder.series else code


def is_of_a_side(authority: str, area: str, partner: str, folder: Folder) -> bool:
    """Whether an authority is of one of the two countries."""
    return _country(folder.authorities[authority].area) in _sides(area, partner)


def may_count(authority: str, area: str, partner: str, folder: Folder) -> bool:
    """Whether an authority can have counted something between two areas.

    Those of the two can, those of no country, and where one of the two is a region, those of any: they may lie in it.
    """
    open_to_all = not folder.authorities[authority].area or any(map(str.isdigit, _sides(area, partner)))
    return open_to_all or is_of_a_side(authority, area, partner, folder)


def _sides(area: str, partner: str) -> set[str]:
    return {_country(code) for code in (area, partner) if code}


def _country(area: str) -> str:
    return area.partition("-")[0]
