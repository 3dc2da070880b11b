"""What flows the other way: the flow back, in the opposite direction."""

from cnkz_stats.text.cues import table
from cnkz_stats.text.memory import About
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.series import is_part


def turned(passage: Passage, reach: tuple[int, int], spoken: About) -> dict[str, str]:
    """The series that are told of from the other end of what was `spoken` of, each with the one that it then is."""
    if "reverse" not in passage.codes("hint", *reach):
        return {}
    other: dict[str, str] = table("series")["opposite"]
    series = next((one for one in other if is_part(spoken.series, one)), spoken.series)
    ways = (*other, *table("series")["parts"])
    return dict.fromkeys(ways, other[series]) if series in other else {}
