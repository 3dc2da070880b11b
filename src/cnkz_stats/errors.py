"""The one family of errors that the program raises on purpose."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong with the input, and where: line and column count from 1, 0 means the whole file."""

    file: str
    line: int
    column: int
    text: str

    def __str__(self) -> str:
        place = ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])
        return f"{place}: {self.text}"


class CnkzError(Exception):
    """Something the user can mend; the command line prints it and exits with status 2."""


class DataError(CnkzError):
    """A data folder that cannot be used: every problem found in it, in the order of files and lines."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))
