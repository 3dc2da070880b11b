"""Documents to read figures from: plain text, Markdown, the main text of a web page, PDF, standard input."""

import re
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from importlib import import_module
from logging import CRITICAL, getLogger
from pathlib import Path

from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.later import later

STANDARD_INPUT = "-"
_HTML = (".html", ".htm", ".xhtml")
_LOOKS_LIKE_FILE = later(
    r"\S+\.(?:txt|md|markdown|html?|xhtml|pdf|text|rst|docx?|odt|rtf|csv|json|xml)", re.IGNORECASE
)
_NO_WORDS = later(r"https?://\S+|\bwww\.\S+|\x1b\[[0-9;?]*[a-z]|</?[a-z][^<>\n]{0,200}>", re.IGNORECASE)
_DATE = later(r"\d{4}-\d\d(?:-\d\d)?")


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document, its name, and what it says of itself in its own form: when (ISO 8601) and by whom published."""

    name: str
    text: str
    published: str | None = None
    title: str = ""
    publisher: str = ""
    url: str = ""

    @property
    def readable(self) -> str:
        """The text with web addresses, orders to terminals and tags blanked out, so that their digits are no figures; places stay."""
        return _NO_WORDS.sub(lambda match: " " * len(match[0]), self.text)


def read_document(name: str) -> Document:
    """Read a file by its suffix, or standard input for `-`.

    Raises CnkzError, with the place and the reason, if it cannot be read.
    """
    if name == STANDARD_INPUT:
        return _document("standard input", sys.stdin.buffer.read(), is_page=False)
    path = Path(name)
    if path.suffix.lower() == ".pdf":
        return Document(name, _pdf_text(path))
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(name, error) from None
    return _document(name, content, is_page=path.suffix.lower() in _HTML)


def text_or_document(argument: str) -> Document:
    """What an argument stands for: `-`, a file, or else a text itself.

    Raises CnkzError if it is spelt like a file that is not there.
    """
    if argument == STANDARD_INPUT or _LOOKS_LIKE_FILE.fullmatch(argument) or _is_there(argument):
        return read_document(argument)
    return Document("", argument)


def _is_there(argument: str) -> bool:
    try:
        return bool(argument) and Path(argument).exists()
    except (OSError, ValueError):
        return False


def _unreadable(name: str, error: OSError) -> CnkzError:
    read = "no such file" if isinstance(error, FileNotFoundError) else f"nothing ({error.strerror or error})"
    return CnkzError(f"{name or 'no name'}: read {read}, expected text, Markdown, HTML or PDF")


def _document(name: str, content: bytes, *, is_page: bool) -> Document:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CnkzError(
            f"{name}: read bytes that are not UTF-8 at byte {error.start}, expected UTF-8"
        ) from None
    if not is_page:
        return Document(name, text.replace("\r\n", "\n"))
    page = _Page()
    page.feed(text)
    page.close()
    said = page.said
    title, publisher = said.get("og:title") or said.get("title", ""), said.get("og:site_name", "")
    url = said.get("canonical") or said.get("og:url", "")
    return Document(name, page.main_text(), page.published, title.strip(), publisher.strip(), url.strip())


def _pdf_text(path: Path) -> str:
    try:
        pypdf = import_module("pypdf")
    except ImportError:
        raise CnkzError(f"{path}: a PDF is read by pypdf, expected: pip install 'cnkz-stats[pdf]'") from None
    getLogger("pypdf").setLevel(CRITICAL)  # one line says what is wrong, and that is ours
    try:
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    except OSError as error:
        raise _unreadable(str(path), error) from None
    except Exception as error:  # noqa: BLE001 (pypdf raises whatever the parts of a broken file run into)
        raise CnkzError(f"{path}: read no PDF that can be opened ({error}), expected one") from None


_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "br",
        "div",
        "dd",
        "dl",
        "dt",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_ASIDE = frozenset(
    [
        "aside",
        "button",
        "footer",
        "form",
        "header",
        "nav",
        "noscript",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "title",
    ]
)
_MAIN = frozenset(["article", "main"])


class _Page(HTMLParser):
    """The text of a page: of its article or main part if it has one, without menus, forms and scripts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.published: str | None = None
        self.said: dict[str, str] = {}
        self._all: list[str] = []
        self._main: list[str] = []
        self._aside: list[str] = []
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Follow where in the page we are."""
        said = {name: value or "" for name, value in attrs}
        if tag == "meta" and "published" in said.get("property", said.get("name", "")):
            self._publish(said.get("content", ""))
        elif tag == "meta" and said.get("property", said.get("name", "")).startswith("og:"):
            self.said.setdefault(said.get("property", said.get("name", "")), said.get("content", ""))
        elif tag == "link" and said.get("rel") == "canonical":
            self.said.setdefault("canonical", said.get("href", ""))
        elif tag == "time":
            self._publish(said.get("datetime", ""))
        if tag in _ASIDE and not (tag == "header" and self._inside):
            self._aside.append(tag)
        self._inside += tag in _MAIN
        if tag in _BLOCKS:
            self._put("\n")

    def handle_endtag(self, tag: str) -> None:
        """Leave a part of the page."""
        if tag in self._aside:
            del self._aside[self._aside.index(tag) :]
        self._inside = max(0, self._inside - (tag in _MAIN))
        if tag in _BLOCKS:
            self._put("\n")

    def handle_data(self, data: str) -> None:
        """Take the text in."""
        if self._aside and self._aside[-1] == "title":
            self.said["title"] = self.said.get("title", "") + re.sub(r"\s+", " ", data)
        if not self._aside:
            self._put(re.sub(r"\s+", " ", data))

    def main_text(self) -> str:
        """The lines of the main part, or of all."""
        parts = self._main if "".join(self._main).strip() else self._all
        lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
        return "\n".join(line for line in lines if line) + "\n"

    def _put(self, text: str) -> None:
        self._all.append(text)
        if self._inside:
            self._main.append(text)

    def _publish(self, text: str) -> None:
        date = _DATE.match(text)
        if date and self.published is None:
            self.published = date[0]
