"""Two figures that belong together: the ends of a "from A to B", a multiple and the amount that it multiplies."""

from functools import lru_cache

from cnkz_stats.figures.figure import TIMES
from cnkz_stats.text.passage import REMEMBERED, Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.series import RELATIVE


@lru_cache(maxsize=REMEMBERED)
def follows(passage: Passage, number: int) -> bool:
    """Whether a figure is the end of a "from A to B"."""
    if number == 0:
        return False
    between = passage.between(passage.figures[number - 1].end, passage.figures[number].start)
    return bool(pattern(passage.lang, "between").search(between))


@lru_cache(maxsize=REMEMBERED)
def is_from(passage: Passage, number: int) -> bool:
    """Whether a figure is the start of a "from A to B"."""
    figure = passage.figures[number]
    behind = number + 1 < len(passage.figures) and follows(passage, number + 1)
    return behind and bool(
        pattern(passage.lang, "from").search(passage.between(max(0, figure.start - 12), figure.start))
    )


def may_be_from(passage: Passage, number: int) -> bool:
    """Whether a figure is the start of a "from A to B", or by its case may be one: over the years from 368 to 31,2."""
    own = passage.between(passage.figures[number].start, passage.figures[number].end)
    ends = pattern(passage.lang, "from_end").search(own) and number + 1 < len(passage.figures)
    return is_from(passage, number) or bool(ends and follows(passage, number + 1))


def is_multiple_of_next(passage: Passage, number: int) -> bool:
    """Whether a multiple is one of the amount behind it: to double the $41 billion of 2023."""
    figures = passage.figures[number : number + 2]
    if len(figures) == 1 or figures[0].unit != TIMES or figures[1].unit in RELATIVE:
        return False
    between = passage.between(figures[0].end, figures[1].start)
    return pattern(passage.lang, "of_that").fullmatch(between) is not None
