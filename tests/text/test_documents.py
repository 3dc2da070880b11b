"""What is read of a file, and what is said of one that cannot be read."""

import os
import sys
from importlib.util import find_spec
from threading import Thread

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


@pytest.mark.parametrize("read", [text_or_document, read_document])
@pytest.mark.parametrize("name", ["missing.txt", "missing.html", "missing.docx", "missing.csv"])
def test_a_file_that_is_not_there_is_told_alike_everywhere(name, read):
    with pytest.raises(CnkzError) as told:
        read(name)
    assert str(told.value) == f"{name}: read no such file, expected text, Markdown, HTML or PDF"


@pytest.mark.parametrize("read", [text_or_document, read_document])
def test_a_folder_is_no_text(read, tmp_path):
    with pytest.raises(CnkzError, match=r"read nothing \(Is a directory\), expected text"):
        read(str(tmp_path))


def test_an_argument_may_be_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_bytes, args=(b"Trade grew.",))
    writer.start()
    assert text_or_document(str(pipe)).text == "Trade grew."
    writer.join()


def test_a_tag_is_no_word_of_a_figure(tmp_path):
    path = tmp_path / "note.md"
    path.write_text("Exports made <b>$5 billion</b> in 2022, <3 percent more.", encoding="utf-8")
    document = read_document(str(path))
    assert document.readable.split() == [
        "Exports",
        "made",
        "$5",
        "billion",
        "in",
        "2022,",
        "<3",
        "percent",
        "more.",
    ]
    assert document.readable.index("$5") == document.text.index("$5")


def test_orders_to_terminals_are_blanked_and_places_stay(tmp_path):
    path = tmp_path / "log.txt"
    path.write_text("Trade made \x1b[31m$5 billion\x1b[0m in 2022.", encoding="utf-8")
    document = read_document(str(path))
    assert document.readable.split() == ["Trade", "made", "$5", "billion", "in", "2022."]
    assert document.readable.index("$5") == document.text.index("$5")


def test_bytes_that_are_no_text_are_told(tmp_path):
    path = tmp_path / "note.txt"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CnkzError, match="expected UTF-8"):
        read_document(str(path))


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(CnkzError, match="read no such file"):
        read_document(str(tmp_path / "none.md"))


def test_without_pypdf_a_pdf_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(CnkzError, match=r"cnkz-stats\[pdf\]"):
        read_document("report.pdf")


@pytest.mark.skipif(find_spec("pypdf") is None, reason="pypdf is not installed")
@pytest.mark.parametrize(
    "content", [b"", b"no PDF at all", b"%PDF-1.4\nxref\n0 1\ntrailer\n<< /Root 4 >>\nstartxref\n9\n%%EOF"]
)
def test_what_is_no_pdf_is_told_in_one_line(content, tmp_path, caplog):
    path = tmp_path / "report.pdf"
    path.write_bytes(content)
    with pytest.raises(CnkzError, match="read no PDF that can be opened"):
        read_document(str(path))
    assert caplog.records == []
