"""The command extract: what it prints of a text in each form."""

import csv
import io
import json
from pathlib import Path

import jsonschema

TEXT = "Rail freight between China and Kazakhstan rose by 22% in 2023, to 28 million tons, KTZ reports."


def test_json_has_a_record_for_each_figure(run, tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    ran = run("extract", path, "--format", "json")
    records = json.loads(ran.out)
    assert [(record["span"], record["value"], record["series"]) for record in records] == [
        ("22%", "22", "rail_tonnage"),
        ("28 million tons", "28000000", "rail_tonnage"),
    ]
    assert [TEXT[record["start"] : record["end"]] for record in records] == ["22%", "28 million tons"]


def test_csv_is_rows_of_a_claim_file(run, tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run("extract", path, "--format", "csv").out)))
    assert [(row["id"], row["statement"], row["figure"], row["authority"]) for row in rows] == [
        ("news-1", "growth", "22%", "KTZ"),
        ("news-2", "level", "28 million tons", "KTZ"),
    ]


def test_a_file_that_is_not_there_is_told_in_one_line(run):
    ran = run("extract", "none.txt")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


def test_a_date_that_is_none_is_told(run, tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    ran = run("extract", path, "--published", "yesterday")
    assert ran.status == 2
    assert "--published: read 'yesterday'" in ran.err


def test_standard_input_is_read(spawn):
    ran = spawn(f"printf '%s' '{TEXT.replace('%', '%')}' | cnkz extract - --format markdown")
    assert "28 million tons" in ran.stdout


def test_json_is_as_its_schema_says(run, tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    schema = Path(__file__).parents[2] / "docs" / "schema" / "extract.schema.json"
    validator = jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
    records = json.loads(run("extract", path, "--format", "json").out)
    assert [error.message for error in validator.iter_errors(records)] == []


def test_a_text_without_figures_says_so(run, tmp_path):
    path = tmp_path / "news.txt"
    path.write_text("Nothing is said.", encoding="utf-8")
    assert run("extract", path).out == "no figure found that says anything about the series\n"
    assert run("extract", path, "--format", "json").out == "[]\n"
