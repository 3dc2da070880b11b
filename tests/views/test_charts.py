"""Pictures as files: the same bytes, every suffix, text as it is."""

import re
import warnings
from dataclasses import replace
from io import BytesIO
from unicodedata import category

import matplotlib as mpl
import pytest
from matplotlib.font_manager import fontManager
from PIL import Image

from cnkz_stats.analysis.pictures import picture
from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.views import charts
from cnkz_stats.views.charts import FALLBACKS, FONT, Fonts, chart_bytes, save_chart
from folders import FIRST_FOLDER

SUFFIXES = (".png", ".svg", ".pdf")
STARTS = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF"}


@pytest.fixture(scope="module")
def folder():
    return read_folder(FIRST_FOLDER)


@pytest.fixture(scope="module")
def trade(folder):
    return picture(folder, "trade", audit(folder))


@pytest.fixture(autouse=True)
def _no_other_font(monkeypatch):
    """What other fonts this machine has changes nothing here."""
    entries = [entry for entry in fontManager.ttflist if entry.name not in FALLBACKS]
    monkeypatch.setattr(fontManager, "ttflist", entries)


def svg_texts(shown):
    """The comments that name each text of an SVG."""
    return re.findall(r"<!-- (.*?) -->", chart_bytes(shown, ".svg").decode())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_suffix_is_drawn_without_a_warning_the_same_bytes_twice(suffix, trade):
    first = chart_bytes(trade, suffix)
    assert first.startswith(STARTS[suffix])
    assert chart_bytes(trade, suffix) == first


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_picture_tells_when_it_was_made(suffix, trade):
    assert not re.search(rb"CreationDate|ModDate|dc:date", chart_bytes(trade, suffix))


def test_a_png_is_7_2_by_4_8_inches_at_200_dots_and_bears_its_title(trade):
    image = Image.open(BytesIO(chart_bytes(trade, ".png")))
    assert image.size == pytest.approx((1440, 960), abs=1)
    assert image.text["Title"] == trade.title


def test_settings_of_the_user_change_nothing(trade):
    first = chart_bytes(trade, ".png")
    with mpl.rc_context({"font.family": "serif", "figure.facecolor": "black", "savefig.bbox": "tight"}):
        assert chart_bytes(trade, ".png") == first
        assert mpl.rcParams["figure.facecolor"] == "black"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_signs_of_markup_stay_as_they_are(suffix, trade):
    odd = r"$100 \nonsense{ & $5 <b>Sons</b> ^_{x}"
    shown = replace(trade, credits=(replace(trade.credits[0], publisher=odd),))
    assert chart_bytes(shown, suffix) != chart_bytes(trade, suffix)
    if suffix == ".svg":
        assert any(
            r"$100 \nonsense{ &amp; $5 &lt;b&gt;Sons&lt;/b&gt; ^_{x}" in text for text in svg_texts(shown)
        )


def test_letters_of_kazakh_and_russian_are_drawn(trade, capsys):
    shown = replace(trade, credits=(replace(trade.credits[0], publisher="Қазақпарат, Казинформ"),))
    assert any("Қазақпарат, Казинформ" in text for text in svg_texts(shown))
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_publisher_that_no_font_can_write_goes_by_its_id_and_one_line_says_so(suffix, trade, capsys):
    shown = replace(trade, credits=(replace(trade.credits[0], publisher="新华网", source="xinhua-1"),))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chart_bytes(shown, suffix)
    assert capsys.readouterr().err == "note: no installed font has 华新网, left out: 新华网\n"
    assert any("Sources: xinhua-1, " in text for text in svg_texts(shown))


def test_other_text_that_no_font_can_write_is_dots(trade, capsys):
    assert "Trade … turnover" in svg_texts(replace(trade, title="Trade 贸易 turnover"))
    assert capsys.readouterr().err == "note: no installed font has 易贸, left out: Trade 贸易 turnover\n"


def test_signs_that_steer_how_others_are_shown_are_dropped(trade):
    assert "one two three" in svg_texts(replace(trade, title="one\n\u202etwo\x07\tthree"))


def test_an_installed_font_lends_the_letters_that_the_usual_one_lacks(monkeypatch):
    letters = {chr(code) for code in range(0x20, 0x10000) if category(chr(code))[0] in "LS"}
    letter = min(Fonts((FONT,)).missing(letters) - Fonts(("STIXGeneral",)).missing(letters))
    assert Fonts.for_letters({letter}).missing({letter}) == {letter}
    monkeypatch.setattr(charts, "FALLBACKS", ("No such font", "STIXGeneral"))
    lent = Fonts.for_letters({"a", letter})
    assert lent.missing({"a", letter}) == set()
    assert lent.width(letter, 10, "normal") > 0


def test_widths_are_those_of_the_font():
    fonts = Fonts((FONT,))
    assert fonts.width("mm", 10, "normal") == pytest.approx(2 * fonts.width("m", 10, "normal"))
    assert fonts.width("m", 20, "normal") == pytest.approx(2 * fonts.width("m", 10, "normal"))
    assert fonts.width("m", 10, "normal") == pytest.approx(9.74, abs=0.01)
    assert fonts.width("m", 10, "bold") > fonts.width("m", 10, "normal")


def test_a_second_run_replaces_the_file_with_the_same(folder, tmp_path):
    path = tmp_path / "rail.svg"
    save_chart(folder, "rail", path)
    first = path.read_bytes()
    path.write_bytes(b"something else")
    save_chart(folder, "rail", path)
    assert path.read_bytes() == first
    assert [one.name for one in tmp_path.iterdir()] == ["rail.svg"]


def test_a_suffix_in_capitals_is_the_same_suffix(folder, tmp_path):
    save_chart(folder, "rail", tmp_path / "rail.PNG")
    assert (tmp_path / "rail.PNG").read_bytes().startswith(STARTS[".png"])


@pytest.mark.parametrize(("name", "read"), [("trade.jpg", "'.jpg'"), ("trade", "''"), (".svg", "''")])
def test_another_suffix_is_one_line_and_no_file(folder, tmp_path, name, read):
    with pytest.raises(CnkzError) as raised:
        save_chart(folder, "trade", tmp_path / name)
    assert str(raised.value) == f"{tmp_path / name}: read suffix {read}, expected .png, .svg or .pdf"
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_one_line(folder, tmp_path):
    with pytest.raises(CnkzError, match=r"trade\.png: cannot be written: "):
        save_chart(folder, "trade", tmp_path / "missing" / "trade.png")
