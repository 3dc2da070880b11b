"""Characters that print alike become one, and positions lead back."""

import pytest

from cnkz_stats.figures.lexicon import lexicon
from cnkz_stats.figures.normalise import normalise


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("plain ascii, 5 %", "plain ascii, 5 %"),
        ("3\u00a0589", "3 589"),
        ("3\u202f589", "3 589"),
        ("20\u2009%", "20 %"),
        ("15–20", "15-20"),
        ("−5", "-5"),
        ("15～20〜25", "15~20~25"),
        ("２，８００．５％", "2,800.5%"),
        ("２０，三个", "20，三个"),
        ("达20，30个", "达20，30个"),
        ("億萬噸長餘", "亿万吨长余"),
        ("輛貨櫃", "辆货柜"),
        ("龍", "龍"),
        ("вырос на\u00ad 5", "вырос на 5"),
        ("трёх", "трех"),
        ("1’000", "1'000"),
        ("и\u0306", "й"),
        ("line\nline", "line\nline"),
    ],
)
def test_variants_of_a_character_become_one(printed: str, plain: str) -> None:
    assert normalise(printed).text == plain


@pytest.mark.parametrize("printed", ["5 %", "５\u00a0％", "億", "a\u00adb\u200bc", "и\u0306 5", "\u0306", ""])
def test_every_position_leads_back_to_its_character(printed: str) -> None:
    normalised = normalise(printed)
    back = [normalised.original(position) for position in range(len(normalised.text) + 1)]
    assert back == sorted(back)
    assert back[-1] == len(printed)
    for position, letter in enumerate(normalised.text):
        assert normalise(printed[back[position] : back[position + 1]]).text == letter


def test_words_of_the_lexicon_need_no_traditional_characters() -> None:
    words = [characters for group in lexicon("zh").characters.values() for characters in group]
    assert words
    assert [word for word in words if normalise(word).text != word] == []
