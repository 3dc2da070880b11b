"""Claims as pandas frames."""

import pandas as pd

from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.claim import CLAIM_COLUMNS
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.facts import claim_range


def claims_frame(folder: Folder, topic: str) -> pd.DataFrame:
    """One row a claim: the columns of the file as text, then the ends of its certain range in base units.

    Raises CnkzError if the folder has no such topic.
    """
    if topic not in folder.topics:
        raise CnkzError(f"no topic {topic!r} in this folder, expected one of: {', '.join(folder.topics)}")
    claims = [claim for claim in folder.claims if claim.topic == topic]
    frame = pd.DataFrame([dict(claim.row) for claim in claims], columns=list(CLAIM_COLUMNS), dtype="string")
    ranges = [claim_range(claim) for claim in claims]
    frame["low"] = pd.array([None if one.lo is None else float(one.lo) for one in ranges], dtype="Float64")
    frame["high"] = pd.array([None if one.hi is None else float(one.hi) for one in ranges], dtype="Float64")
    return frame
