"""From text to words that know where they stand and what they may mean."""

import re
from dataclasses import dataclass
from functools import cache

from cnkz_stats.figures.lexicon import HAN, LANGUAGES, Lexicon, Word, lexicon

_RAW = re.compile(
    rf"""(?P<number>[0-9]{{1,3}}(?:\ [0-9]{{3}}(?![0-9]))+(?:[.,][0-9]+(?![.,]?[0-9]))?
                  | [0-9]+(?:[.,'][0-9]+)*)
       | (?P<han>[{HAN}]+)
       | (?P<word>[mм][23](?!\w) | [^\W\d_{HAN}]+)
       | (?P<sign>[^\w\s]|_)""",
    re.VERBOSE,
)
_HAN_DIGITS = re.compile("[〇零一二三四五六七八九]{2,}")
_AS_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_JOINERS = ".·⋅'-"
_KAZAKH = re.compile("[ӘәҒғҚқҢңӨөҰұҮүҺһІіǵńǴŃ]")
_SCRIPTS = ((re.compile(f"[{HAN}]"), ("zh",)), (re.compile("[А-Яа-яЁё]"), ("ru", "kk")))
_NOTHING = Word()


@dataclass(slots=True, eq=False)
class Token:
    """A number in digits (`digits` as printed), a word or a sign; `known` is false for a word outside the lexicon."""

    start: int
    end: int
    text: str
    word: Word = _NOTHING
    digits: str = ""

    @property
    def known(self) -> bool:
        """Whether the lexicon says anything about it."""
        return self.word is not _NOTHING


def lex(text: str, lang: str | None = None) -> list[Token]:
    """Words, numbers and signs of a normalised text, phrases of the lexicon joined to one token.

    `lang` is en, ru, zh or kk; anything else has the language recognised from script and words.
    """
    return _joined(_raw(text), text, lexicon(language(text, lang)))


def language(text: str, lang: str | None = None) -> str:
    """`lang` if there is a lexicon for it, else the language recognised."""
    return lang if lang in LANGUAGES else detect(text)


def detect(text: str) -> str:
    """The language of a normalised text, by its script; between two of one script, the one that knows more words."""
    if _KAZAKH.search(text):
        return "kk"
    for script, languages in _SCRIPTS:
        if script.search(text):
            break
    else:
        languages = ("en", "kk")
    if len(languages) == 1 or text.isascii():
        return languages[0]
    words = [match[0].lower() for match in _RAW.finditer(text) if match.lastgroup == "word"]
    return max(languages, key=lambda name: sum(bool(lexicon(name).phrases(word)) for word in words))


def _raw(text: str) -> list[tuple[str, int, int]]:
    return [(match.lastgroup or "", match.start(), match.end()) for match in _RAW.finditer(text)]


def _joined(raw: list[tuple[str, int, int]], text: str, words: Lexicon) -> list[Token]:
    small = text.lower() if len(text.lower()) == len(text) else text
    tokens: list[Token] = []
    at = 0
    while at < len(raw):
        kind, start, end = raw[at]
        if kind == "number":
            tokens.append(Token(start, end, text[start:end], digits=text[start:end]))
        elif kind == "han":
            tokens.extend(_characters(text, start, end, words))
        else:
            word, last = _phrase(raw, at, small, words)
            end = raw[last][2]
            tokens.append(Token(start, end, small[start:end], word))
            at = last
        at += 1
    return tokens


def _phrase(raw: list[tuple[str, int, int]], at: int, small: str, words: Lexicon) -> tuple[Word, int]:
    """The longest phrase that starts at this word, and the place of its last word."""
    for pattern, word in words.phrases(small[raw[at][1] : raw[at][2]]):
        last = at
        for piece in pattern[1:]:
            last += 1
            if last < len(raw) and small[raw[last][1]] in _JOINERS:
                last += 1
            if last >= len(raw) or not _fits(piece, small[raw[last][1] : raw[last][2]]):
                break
        else:
            return word, last
    return _NOTHING, at


@cache
def _pattern(piece: str) -> tuple[str, bool]:
    return piece.rstrip("*"), piece.endswith("*")


def _fits(piece: str, printed: str) -> bool:
    stem, open_ended = _pattern(piece)
    return printed.startswith(stem) if open_ended else printed == stem


def _characters(text: str, start: int, end: int, words: Lexicon) -> list[Token]:
    tokens: list[Token] = []
    at = unknown = start

    def flush() -> None:
        if unknown < at:
            tokens.append(Token(unknown, at, text[unknown:at]))

    while at < end:
        digits = _HAN_DIGITS.match(text, at, end)
        found = words.han(text, at)
        if digits and (found is None or len(found[0]) <= 1):
            flush()
            at = unknown = digits.end()
            tokens.append(Token(digits.start(), at, digits[0], digits=digits[0].translate(_AS_DIGITS)))
        elif found and at + len(found[0]) <= end:
            flush()
            tokens.append(Token(at, at + len(found[0]), found[0], found[1]))
            at = unknown = at + len(found[0])
        else:
            at += 1
    flush()
    return tokens
