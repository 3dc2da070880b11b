"""Options that several commands share, and the words that options take."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class CheckFormat(StrEnum):
    """How a check is printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


class ExplainFormat(StrEnum):
    """How an explanation is printed."""

    TEXT = "text"
    JSON = "json"


class FailOn(StrEnum):
    """The mildest finding that makes a check fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Language(StrEnum):
    """The languages that figures are read in."""

    EN = "en"
    RU = "ru"
    ZH = "zh"
    KK = "kk"


class VerifyFormat(StrEnum):
    """How a verified text is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


class By(StrEnum):
    """What projects are added up by."""

    SECTOR = "sector"
    PLACE = "place"
    YEAR = "year"
    STATUS = "status"


DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="DIR", envvar="CNKZ_STATS_DATA", help="The data folder [default: the bundled one]"
    ),
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all")
]
PublishedOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="When the text was published, e.g. 2023-05-19: what last year means"),
]
LanguageOption = Annotated[
    Language | None, typer.Option(help="The language [default: recognised sentence by sentence]")
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print")]
