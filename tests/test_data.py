"""The bundled folder: a valid Data Package that says of itself what it holds, and claims that their documents print."""

import csv
import json
import re
from itertools import groupby
from pathlib import Path

import pytest

from cnkz_stats.figures.reading import certain_range
from cnkz_stats.ledger.folder import read_folder

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
PACKAGE = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = {resource["path"]: resource for resource in PACKAGE["resources"]}
TOPICS = tuple(path for path, one in RESOURCES.items() if one["schema"]["fields"][1]["name"] == "statement")
YEARLY = ("deflators.csv", "exchange_rates.csv", "gdp.csv")

ORIGINALS = ROOT.parent / "shared" / "seeds"
MARKERS = {
    "enfamily-2023-09-19": "Baikonur cosmodrome",
    "seetao-2022-01-03": "Seetao 2022-01-03",
    "kt-2024-01-03": "Kazakhstan Today",
    "china168-2023-09-01": "华发网China168.info",
    "xinhua-2023-05-19": "ASTANA, May 19 (Xinhua)",
}


def rows(file):
    with (DATA / file).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def header(file):
    return (DATA / file).read_text(encoding="utf-8").split("\n", 1)[0].split(",")


def fields(file):
    return RESOURCES[file]["schema"]["fields"]


CLAIMS = [claim for file in TOPICS for claim in rows(file)]


def test_it_is_a_valid_data_package():
    import frictionless

    report = frictionless.validate(str(DATA / "datapackage.json"))
    assert report.valid, report.to_summary()


def test_the_data_package_names_every_table_of_the_folder():
    assert {path.name for path in DATA.glob("*.csv")} == set(RESOURCES)


@pytest.mark.parametrize("file", RESOURCES)
def test_headers_agree_with_the_data_package(file):
    assert header(file) == [field["name"] for field in fields(file)]


@pytest.mark.parametrize("file", RESOURCES)
def test_the_dictionary_for_people_says_the_same_as_the_data_package(file):
    sections = re.split(r"^### ", (DATA / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    (section,) = [text for text in sections[1:] if file in text.split("\n", 1)[0].split(", ")]
    columns = re.findall(r"^\| `(\w+)` \| (.+) \|$", section, flags=re.MULTILINE)
    assert columns == [(field["name"], field["description"]) for field in fields(file)]


@pytest.mark.parametrize("file", TOPICS)
def test_all_claim_files_share_one_schema(file):
    assert RESOURCES[file]["schema"] == RESOURCES[TOPICS[0]]["schema"]


@pytest.mark.parametrize("file", RESOURCES)
def test_the_page_on_the_file_format_shows_every_header(file):
    shown = "trade.csv" if file in TOPICS else file
    page = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    assert re.search(rf"^\| `{shown}`.*\| `{','.join(header(file))}` \|$", page, flags=re.MULTILINE)


@pytest.mark.parametrize("file", RESOURCES)
def test_tables_are_in_canonical_form(file, tmp_path):
    with (tmp_path / file).open("w", encoding="utf-8", newline="") as table:
        csv.writer(table, lineterminator="\n").writerows(
            [header(file), *(row.values() for row in rows(file))]
        )
    assert (DATA / file).read_bytes() == (tmp_path / file).read_bytes()


def test_the_program_reads_every_row_without_a_problem():
    folder = read_folder(DATA)
    assert {claim.id for claim in folder.claims} == {claim["id"] for claim in CLAIMS}
    assert {f"{topic}.csv" for topic in folder.topics} == set(TOPICS)


def test_a_figure_means_the_same_in_chinese_and_in_english():
    ranges = {claim.id: certain_range(claim.figure) for claim in read_folder(DATA).claims}
    chinese = {
        name.removeprefix("china168-"): ranges[name] for name in ranges if name.startswith("china168-")
    }
    english = {name.removeprefix("xinhua-"): ranges[name] for name in ranges if name.startswith("xinhua-")}
    assert len(chinese) == 14
    assert chinese == {name: english[name] for name in chinese}


def test_there_are_at_least_45_claims_each_with_its_own_id():
    assert len({claim["id"] for claim in CLAIMS}) == len(CLAIMS) >= 45


@pytest.mark.parametrize("file", TOPICS)
def test_claims_of_one_document_stand_together_in_the_order_of_its_text(file):
    documents = [claim["source"] for claim in rows(file)]
    assert len([*groupby(documents)]) == len(set(documents))
    places = [
        (documents.index(claim["source"]), int(claim["locator"].split()[1]))
        for claim in rows(file)
        if claim["locator"].startswith("paragraph ")
    ]
    assert places == sorted(places)


def test_the_register_of_projects_cites_listed_documents():
    listed = {source["id"] for source in rows("sources.csv")}
    cited = {source for project in rows("project_register.csv") for source in project["sources"].split(";")}
    assert cited <= listed


def test_every_listed_document_says_something():
    cited = {claim["source"] for claim in CLAIMS}
    cited |= {source for project in rows("project_register.csv") for source in project["sources"].split(";")}
    cited |= {row["source"] for file in YEARLY for row in rows(file)}
    assert {source["id"] for source in rows("sources.csv")} == cited


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the original documents are not part of the project")
@pytest.mark.parametrize("source", MARKERS)
def test_figures_are_printed_in_the_original_documents(source):
    texts = [path.read_text(encoding="utf-8") for path in ORIGINALS.glob("*.txt")]
    (text,) = [text for text in texts if MARKERS[source] in text]
    assert [
        claim["id"] for claim in CLAIMS if claim["source"] == source and claim["figure"] not in text
    ] == []
