"""What stands below a result: how to read its ranges and codes."""

from collections.abc import Iterable, Iterator

from cnkz_stats.ledger.folder import Folder
from cnkz_stats.views.layout import Line

_RANGES = (
    "A range holds every value that the printed figures allow, by their rounding and words such as “nearly”."
)


def legend(codes: Iterable[str], folder: Folder, *, also: str = "") -> Iterator[Line]:
    """Lines on ranges, on what `also` says, and on whose books those of the codes are that stand for any."""
    yield Line(f"{_RANGES} {also}".rstrip(), style="dim")
    for code in sorted(set(codes) & folder.authorities.keys()):
        yield Line(f"{code}: {folder.authorities[code].name}", style="dim")
