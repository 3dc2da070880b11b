"""What is read of a file, and what is said of one that cannot be read."""

import sys
from importlib.util import find_spec

import pytest

from cnkz_stats.errors import CnkzError
from cnkz_stats.text.documents import read_document, text_or_document

PAGE = """<!DOCTYPE html><html><head><title>5 percent</title>
<meta property="article:published_time" content="2023-05-19T12:00"><style>p{width:50%}</style></head>
<body><nav>Trade 10 percent</nav><main><h1>Trade</h1><p>Trade made <b>$5&nbsp;billion</b> in 2022.</p>
<script>var x = "20 percent"</script><ul><li>Exports: $2 billion</li></ul></main><footer>30 percent</footer></body></html>"""


def test_of_a_page_the_main_text_is_read(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    document = read_document(str(path))
    assert document.text == "Trade\nTrade made $5 billion in 2022.\nExports: $2 billion\n"
    assert document.published == "2023-05-19"


def test_of_a_page_without_a_main_part_all_but_menus_is_read(tmp_path):
    path = tmp_path / "page.htm"
    path.write_text("<p>One</p><form>Two</form><div>Three<br>Four</div>", encoding="utf-8")
    assert read_document(str(path)).text == "One\nThree\nFour\n"


def test_addresses_are_blanked_and_places_stay(tmp_path):
    path = tmp_path / "note.md"
    path.write_text("See https://example.org/2023/05 for trade.", encoding="utf-8")
    document = read_document(str(path))
    assert "2023" not in document.readable
    assert document.readable.index("trade") == document.text.index("trade")


def test_an_argument_is_a_text_unless_a_file_has_its_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.txt").write_text("Trade grew.", encoding="utf-8")
    assert text_or_document("note.txt").text == "Trade grew."
    assert text_or_document("Trade grew.").name == ""
    assert text_or_document("x" * 5000).text == "x" * 5000


@pytest.mark.parametrize("name", ["missing.txt", "missing.html", "missing.pdf"])
def test_a_file_that_is_not_there_is_named(name):
    with pytest.raises(CnkzError, match="missing"):
        text_or_document(name)


def test_bytes_that_are_no_text_are_told(tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CnkzError, match="expected UTF-8"):
        read_document(str(path))


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(CnkzError, match="No such file"):
        read_document(str(tmp_path / "none.md"))


def test_without_pypdf_a_pdf_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(CnkzError, match=r"cnkz-stats\[pdf\]"):
        read_document("report.pdf")


@pytest.mark.skipif(find_spec("pypdf") is None, reason="pypdf is not installed")
def test_what_is_no_pdf_is_told(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"no PDF at all")
    with pytest.raises(CnkzError, match="read no PDF"):
        read_document(str(path))
