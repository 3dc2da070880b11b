"""The Python side: the same answers as the commands."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cnkz_stats.ledger.folder import Folder, bundled_folder
from cnkz_stats.ledger.remembered import remembered_folder

if TYPE_CHECKING:
    import pandas as pd

    from cnkz_stats.analysis.growth import GrowthRow
    from cnkz_stats.figures.period import Period
    from cnkz_stats.reasoning.findings import Audit


class Collection:
    """A data folder, read, to be asked questions."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder

    def frame(self, topic: str) -> "pd.DataFrame":
        """The claims of a topic: text columns as printed, `low` and `high` as floats for plotting, not for verdicts.

        Raises CnkzError if there is no such topic.
        """
        from cnkz_stats.views.frames import claims_frame  # noqa: PLC0415 (pandas is heavy)

        return claims_frame(self.folder, topic)

    def growth(
        self,
        series: str | None = None,
        *,
        start: "Period | None" = None,
        end: "Period | None" = None,
        authority: str | None = None,
    ) -> "list[GrowthRow]":
        """What `cnkz-stats growth` prints, exact: see `GrowthRow`."""
        from cnkz_stats.analysis.targets import growth_with_targets  # noqa: PLC0415

        return growth_with_targets(self.folder, series, start=start, end=end, authority=authority)

    def in_constant_prices(
        self, rows: "Sequence[GrowthRow]", prices: "Period | None" = None
    ) -> "list[GrowthRow]":
        """What `cnkz-stats growth --real` makes of these rows; those without a price index are left out."""
        from cnkz_stats.analysis.constant import in_constant_prices  # noqa: PLC0415

        return in_constant_prices(rows, self.folder, prices)[0]

    def check(self, *, timeout: float | None = None) -> "Audit":
        """What `cnkz-stats check` finds: see `Finding`."""
        from cnkz_stats.reasoning.heard import heard  # noqa: PLC0415 (the solver is heavy)

        return heard(self.folder, timeout=timeout)


def load(folder: str | Path | None = None) -> Collection:
    """Read a data folder, or the bundled one.

    Raises DataError with every problem in it.
    """
    return Collection(remembered_folder(bundled_folder() if folder is None else Path(folder)))
