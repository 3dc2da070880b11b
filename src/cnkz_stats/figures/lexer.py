"""From text to words that know where they stand and what they may mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cnkz_stats.figures.later import later
from cnkz_stats.figures.lexicon import CHINESE, HAN, Lexicon, Word, lexicon

LANGUAGES = ("en", "ru", "zh", "kk")
NOTHING = Word()
_RAW = later(
    rf"""(?P<number>(?<!\w)\.[0-9]+(?![.,]?[0-9]) | [0-9]{{1,3}}(?:\ [0-9]{{3}}(?![0-9]))+(?:[.,][0-9]+(?![.,]?[0-9]))?
                  | [0-9]+(?:[.,'][0-9]+)*)
       | (?P<han>[{HAN}]+)
       | (?P<word>[mм]3(?!\w) | [^\W\d_{HAN}]+)
       | (?P<sign>[^\w\s]|_)""",
    re.VERBOSE,
)
_HAN_DIGITS = later("[〇零一二三四五六七八九]{2,}")
_AS_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_JOINERS = ".·⋅'-"
_CYRILLIC = later("[\u0400-\u04ff]")
_KAZAKH = later("[ӘәҒғҚқҢңӨөҰұҮүҺһІіǵńýıóáúǴŃÝÓÁÚ]")

Raw = tuple[str, int, int, str]
"""Kind, start and end of a word, number or sign, and how it is printed, in small letters."""
LIKE = ("дай", "дей", "тай", "тей")
"""Endings that say "about" in Kazakh: 5-тей, 14 пайыздай, 66 мыңдай."""


@dataclass(slots=True, eq=False)
class Token:
    """A number in digits (`digits`, marks included), a word or phrase in small letters, or a sign."""

    start: int
    end: int
    text: str
    word: Word = NOTHING
    digits: str = ""

    @property
    def known(self) -> bool:
        """Whether the lexicon says anything about it."""
        return self.word is not NOTHING


class Tokens(list[Token]):
    """The tokens of a normalised text (`source`), and what the grammar asks about them; places may lie outside."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source

    def word(self, at: int) -> Word:
        """What the token may mean; nothing outside the text."""
        try:
            return self[at].word if at >= 0 else NOTHING
        except IndexError:
            return NOTHING

    def text(self, at: int) -> str:
        """How the token is printed, in small letters."""
        try:
            return self[at].text if at >= 0 else ""
        except IndexError:
            return ""

    def has(self, at: int, *roles: str) -> bool:
        """Whether the token has one of the roles."""
        return not self.word(at).roles.isdisjoint(roles)

    def touches_next(self, at: int) -> bool:
        """Whether nothing, not even a space, is printed between the token and the next one."""
        return 0 <= at < len(self) - 1 and self[at].end == self[at + 1].start

    def goes_on_small(self, at: int) -> bool:
        """Whether a word in small letters, or none at all, follows: the dot of an abbreviation ends no sentence then."""
        return at + 1 < len(self) and not self.source[self[at + 1].start].isupper()

    def ends_sentence(self, at: int) -> bool:
        """Whether a sentence ends at the token: a mark that does so, or a dot with no word in small letters behind."""
        if self.text(at) == ".":
            return not self.goes_on_small(at) or self.has(at, "stop")
        return self.has(at, "stop")


def language(text: str, lang: str | None = None) -> str:
    """The language whose number marks and words hold in a normalised text.

    `lang` if the text has letters of its script or none but codes, else what script and words say.
    """
    if CHINESE.search(text):
        return "zh"
    if _CYRILLIC.search(text):
        return lang if lang in {"ru", "kk"} else _better_known(text, "ru")
    if lang in {"en", "kk"} or _KAZAKH.search(text):
        return "en" if lang == "en" else _better_known(text, "en")
    codes = all(lexicon("").phrases(word) for word in _words(text))
    return lang if lang in LANGUAGES and codes else "en"


def _better_known(text: str, other: str) -> str:
    """Kazakh or another language of its script, by the words known; the other one if that leaves it open."""
    words = list(_words(text))
    score = {name: sum(bool(lexicon(name).phrases(word)) for word in words) for name in ("ru", "kk")}
    if _KAZAKH.search(text) and _CYRILLIC.search(text):
        return "kk"
    return "kk" if score["kk"] > score["ru"] else other


def _words(text: str) -> Iterator[str]:
    return (match[0].lower() for match in _RAW.finditer(text) if match.lastgroup == "word")


def lex(text: str, lang: str) -> Tokens:
    """Words, numbers and signs of a normalised text, phrases of the lexicon joined to one token."""
    small, raw = _raw(text)
    words = lexicon(lang)
    tokens = Tokens(text)
    at, size = 0, len(raw)
    while at < size:
        kind, start, end, printed = raw[at]
        if kind == "number":
            tokens.append(Token(start, end, printed, NOTHING, printed))
        elif kind == "han":
            tokens.extend(_characters(text, start, end, words))
        elif not (found := words.phrases(printed)):
            tokens.append(Token(start, end, printed))
        elif len(found[0][0]) == 1:
            tokens.append(Token(start, end, printed, found[0][1]))
        else:
            word, at, end = _phrase(words, raw, at, small)
            tokens.append(Token(start, end, small[start:end], word))
        at += 1
    return tokens


def known_words(text: str, words: Lexicon) -> Iterator[Token]:
    """The words and phrases of a normalised text that a lexicon knows."""
    small, raw = _raw(text)
    at = 0
    while at < len(raw):
        kind, start, end, printed = raw[at]
        if kind == "han":
            yield from (token for token in _characters(text, start, end, words) if token.known)
        elif kind != "number" and (found := words.phrases(printed)):
            if len(found[0][0]) == 1:
                yield Token(start, end, printed, found[0][1])
            else:
                word, at, end = _phrase(words, raw, at, small)
                if word is not NOTHING:
                    yield Token(start, end, small[start:end], word)
        at += 1


@lru_cache(maxsize=8)
def _raw(text: str) -> tuple[str, list[Raw]]:
    """The text in small letters, and its words, numbers and signs: kept, since two lexicons read a sentence one after the other."""
    small = text.lower()
    raw = []
    for match in _RAW.finditer(text):
        start, end = match.span()
        raw.append((match.lastgroup or "", start, end, small[start:end]))
    return small, raw


def _phrase(words: Lexicon, raw: list[Raw], at: int, small: str) -> tuple[Word, int, int]:
    """What the longest phrase that starts at this word means, the place of its last word, and where it ends.

    A sign stands directly behind its letters: A$5 is Australian, a $5 note is not.
    """
    _, start, end, first = raw[at]
    second, printed = _next_word(raw, at)
    for pieces, word in words.going_on(first, printed[:1]):
        last, found = at, True
        if len(pieces) > 1:
            last, found = second, _is_printed(pieces[1], printed)
        for piece in pieces[2:] if found else ():
            last, further = _next_word(raw, last)
            found = found and _is_printed(piece, further)
        if found and (pieces[-1][0] != "$" or raw[last][1] == raw[last - 1][2] or last == at):
            end = raw[last][2]
            if end - raw[last][1] == 1 and "." in small[start:end] and small[end : end + 1] == ".":
                return word, last + 1, end + 1
            return word, last, end
    return NOTHING, at, end


def _next_word(raw: list[Raw], at: int) -> tuple[int, str]:
    """The word behind another, past a dot or hyphen between them: its place and how it is printed; empty behind the last one."""
    at += 1
    if at < len(raw) and raw[at][3][0] in _JOINERS:
        at += 1
    return at, raw[at][3] if at < len(raw) else ""


def _is_printed(piece: tuple[str, bool], printed: str) -> bool:
    stem, open_ended = piece
    return printed == stem or (open_ended and printed.startswith(stem))


def _characters(text: str, start: int, end: int, words: Lexicon) -> list[Token]:
    """A run of Chinese characters, cut into the longest words that the lexicon knows; the rest between them is one token."""
    tokens: list[Token] = []
    at = unknown = start
    while at < end:
        if text[at] not in words.characters:
            at += 1
            continue
        before = tokens[-1] if tokens and tokens[-1].end == at else None
        in_number = before is not None and bool(before.digits or before.word.number or before.word.scale)
        token = _character_word(text, at, end, words, in_number=in_number)
        if token is None:
            at += 1
            continue
        if unknown < at:
            tokens.append(Token(unknown, at, text[unknown:at]))
        tokens.append(token)
        at = unknown = token.end
    if unknown < at:
        tokens.append(Token(unknown, at, text[unknown:at]))
    return tokens


def _character_word(text: str, at: int, end: int, words: Lexicon, *, in_number: bool) -> Token | None:
    found = words.han(text, at, in_number=in_number)
    if found is None:
        return None
    characters, word = found
    digits = _HAN_DIGITS.match(text, at, end) if len(characters) == 1 and word.number is not None else None
    if digits:
        return Token(at, digits.end(), digits[0], digits=digits[0].translate(_AS_DIGITS))
    return Token(at, at + len(characters), characters, word)
