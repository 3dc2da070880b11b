"""`extract --append`: an article becomes rows of a folder, as far as somebody says so."""

import io
import shutil
import sys

import pytest

from cnkz_stats.ledger.folder import read_folder
from folders import FIRST_FOLDER

ARTICLE = """\
<html lang="en"><head><title>Trade hits record</title>
<meta property="og:site_name" content="The Steppe Post">
<meta property="article:published_time" content="2024-01-19">
<link rel="canonical" href="https://steppe.example/trade"></head>
<body><main><p>Trade between China and Kazakhstan made $41.02 billion in 2023, up 32 percent, Chinese customs said.</p>
<p>Rail freight rose by 22% to 28 million tons. Container transit made 1.3 million TEU.</p></main></body></html>
"""
SOURCE = "the-steppe-post-2024-01-19"


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "figures"
    shutil.copytree(FIRST_FOLDER, copy)
    return copy


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.html"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def answer(monkeypatch):
    def answer_(text):
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))

    return answer_


def added(folder):
    return {claim.id: claim for claim in read_folder(folder).claims if claim.source.startswith(SOURCE)}


def test_all_figures_of_an_article_become_claims_with_their_source(run, folder, article):
    assert run("extract", article, "--append", "trade.csv", "--data", folder, "--yes").status == 0
    claims = added(folder)
    assert list(claims) == [
        f"{SOURCE}-turnover-2023",
        f"{SOURCE}-turnover-2023-growth",
        f"{SOURCE}-rail-tonnage-2023-growth",
        f"{SOURCE}-rail-tonnage-2023",
    ]
    first = claims[f"{SOURCE}-turnover-2023"]
    assert (first.figure.text, first.authority, first.locator) == ("$41.02 billion", "GACC", "paragraph 1")
    source = read_folder(folder).sources[SOURCE]
    assert (source.title, source.publisher, source.url) == (
        "Trade hits record",
        "The Steppe Post",
        "https://steppe.example/trade",
    )
    assert (source.published, source.language) == ("2024-01-19", "en")


def test_what_stands_there_already_is_not_added_again(run, folder, article):
    run("extract", article, "--append", "trade.csv", "--data", folder, "--yes")
    before = (folder / "trade.csv").read_bytes(), (folder / "sources.csv").read_bytes()
    again = run("extract", article, "--append", "trade.csv", "--data", folder, "--yes")
    assert f"{SOURCE}-turnover-2023 says it already" in again.err
    assert ((folder / "trade.csv").read_bytes(), (folder / "sources.csv").read_bytes()) == before


def test_what_the_folder_has_no_series_for_is_left_out(run, folder, article):
    said = run("extract", article, "--append", "trade.csv", "--data", folder, "--yes")
    assert "left out: the folder has no series container_transit" in said.err


def test_only_what_is_confirmed_is_added(run, folder, article, answer):
    answer("y\nno\nperhaps\nn\nyes\n")
    run("extract", article, "--append", "trade.csv", "--data", folder)
    assert list(added(folder)) == [f"{SOURCE}-turnover-2023", f"{SOURCE}-rail-tonnage-2023"]


def test_without_a_confirmed_figure_nothing_is_written(run, folder, article, answer):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    answer("n\n" * 4)
    assert run("extract", article, "--append", "trade.csv", "--data", folder).status == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("given", ["", "y\n"], ids=["at once", "after an answer"])
def test_a_closed_standard_input_adds_nothing(run, folder, article, answer, given):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    answer(given)
    said = run("extract", article, "--append", "trade.csv", "--data", folder)
    assert said.status == 2
    assert "expected y or n for each figure, or --yes" in said.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_new_topic_begins_a_file(run, folder, article):
    assert run("extract", article, "--append", "news.csv", "--data", folder, "--yes").status == 0
    assert "news" in read_folder(folder).topics


def test_the_folder_may_be_told_by_the_file(run, folder, article, monkeypatch):
    monkeypatch.delenv("CNKZ_STATS_DATA")
    assert run("extract", article, "--append", folder / "trade.csv", "--yes").status == 0
    assert added(folder)


def test_options_say_what_a_text_does_not(run, folder, tmp_path):
    text = tmp_path / "note.txt"
    text.write_text("Trade between China and Kazakhstan made $41.02 billion in 2023.\n", encoding="utf-8")
    options = ("--publisher", "Notes", "--title", "On trade", "--source", "note", "--published", "2024")
    run("extract", text, "--append", "trade.csv", "--data", folder, "--yes", *options)
    source = read_folder(folder).sources["note"]
    assert (source.publisher, source.title, source.published) == ("Notes", "On trade", "2024")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--append", "sources.csv"), "expected a claim file such as trade.csv"),
        (("--append", "trade.txt"), "expected a claim file such as trade.csv"),
        (("--append", "../trade.csv"), "expected a file of the folder"),
        (("--append", "trade.csv", "--source", "a b"), "a code without spaces"),
    ],
)
def test_what_cannot_be_added_to_is_told_and_nothing_written(run, folder, article, arguments, told):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    said = run("extract", article, *arguments, "--data", folder, "--yes")
    assert said.status == 2
    assert told in said.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_text_that_nobody_published_wants_a_publisher(run, folder, tmp_path):
    text = tmp_path / "note.txt"
    text.write_text("Trade with China made $41.02 billion in 2023.\n", encoding="utf-8")
    said = run("extract", text, "--append", "trade.csv", "--data", folder, "--yes")
    assert said.status == 2
    assert "expected --publisher NAME" in said.err


def test_the_bundled_folder_is_not_added_to(run, article, monkeypatch, tmp_path):
    monkeypatch.delenv("CNKZ_STATS_DATA")
    monkeypatch.chdir(tmp_path)
    said = run("extract", article, "--append", "trade.csv", "--yes")
    assert said.status == 2
    assert "expected --data DIR" in said.err
