"""Numbers in digits: their value by the marks between them, and how finely they were printed."""

from fractions import Fraction
from functools import lru_cache

_COMMA_GROUPS = frozenset({"en", "zh"})
_LONGEST = 40
"""Characters of a number that anybody prints; a longer run is no figure."""


def digits_of(value: Fraction, quantum: Fraction) -> int:
    """With how many digits a number that ends at this place is printed, without the zeros in front.

    >>> digits_of(Fraction("0.40"), Fraction("0.01"))
    2
    """
    (top, bottom), (place, whole) = value.as_integer_ratio(), quantum.as_integer_ratio()
    return len(str(top * whole // (bottom * place)))


@lru_cache(maxsize=4096)
def read_digits(printed: str, lang: str) -> tuple[Fraction, Fraction] | None:
    """Value and place of the last digit of a number in digits; `None` if its marks have no meaning.

    A comma before three digits is a thousands mark in English and Chinese, a decimal mark in Russian and Kazakh unless
    only zeros follow it; a single point is a decimal mark everywhere; what is repeated separates thousands.

    >>> read_digits("7,349", "en"), read_digits("7,349", "ru")
    ((Fraction(7349, 1), Fraction(1, 1)), (Fraction(7349, 1000), Fraction(1, 1000)))
    """
    if len(printed) > _LONGEST:
        return None
    bare = printed.replace(" ", "")
    marks = [sign for sign in bare if not sign.isdigit()]
    whole, decimals = bare, ""
    if marks and not _is_thousands_mark(bare, marks, lang):
        whole, _, decimals = bare.rpartition(marks.pop())
    groups = whole.replace("'", ",").replace(".", ",").split(",")
    if len(set(marks)) > 1 or (len(groups) > 1 and not _in_groups(groups)):
        return None
    place = 10 ** len(decimals)
    return Fraction(int("".join(groups) + decimals), place), Fraction(1, place)


def _is_thousands_mark(bare: str, marks: list[str], lang: str) -> bool:
    """Whether the last mark separates thousands: repeated, or one that the language uses so before three digits."""
    last = marks[-1]
    head, _, tail = bare.rpartition(last)
    if last == "'" or marks.count(last) > 1:
        return True
    if last != "," or len(marks) > 1 or len(tail) != 3 or len(head) > 3 or head.startswith("0"):
        return False
    return lang in _COMMA_GROUPS or tail == "000"


def _in_groups(groups: list[str]) -> bool:
    return 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])


def final_zeros(value: Fraction, quantum: Fraction) -> int:
    """How many final zeros a whole number is printed with; none if it has decimals."""
    if quantum != 1 or not value:
        return 0
    whole = str(value.numerator)
    return len(whole) - len(whole.rstrip("0"))
