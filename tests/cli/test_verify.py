"""The command verify: labels, exit status, and forms that hold any text."""

import json
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource

NEWS = "Trade grew nearly 70 times between 1992 and 2021, to $25.25 billion."
WRONG = "China-Kazakhstan trade was up 36 percent in 2022."


def test_the_text_comes_back_with_numbered_figures(run):
    ran = run("verify", NEWS)
    assert ran.status == 0
    assert "nearly 70 times[1] between 1992 and 2021, to $25.25 billion[2]." in ran.out
    assert "[1] SUPPORTED: nearly 70 times\n" in ran.out
    assert "[2] DISPUTED: $25.25 billion\n" in ran.out


def test_a_refuted_figure_is_exit_status_1(run):
    ran = run("verify", WRONG)
    assert ran.status == 1
    assert "the others put it at 23.55–23.65 %" in ran.out


def test_a_bare_figure_is_taken_to_be_of_trade(run):
    ran = run("verify", "up 36 percent in 2022")
    assert ran.status == 1
    assert "read as growth of trade turnover CN–KZ 2022 (GACC) on 2021\n" in ran.out


def test_json_has_label_causes_claims_and_what_would_be_right(run):
    (record,) = json.loads(run("verify", WRONG, "--format", "json").out)
    assert record["label"] == "REFUTED"
    assert record["would_be_right"]["exact"] == ["471/2000", "473/2000"]
    assert record["claims"] == ["xinhua-turnover-2022-growth", "china168-turnover-2022-growth"]


@pytest.mark.parametrize(
    ("form", "marked"),
    [
        ("html", "&lt;b&gt;Trade&lt;/b&gt;"),
        ("markdown", r"\<b\>Trade\</b\>"),
    ],
)
def test_what_looks_like_markup_in_a_text_is_text(form, marked, run):
    out = run("verify", f"<b>Trade</b> {WRONG}", "--format", form).out
    assert marked in out
    assert "36 percent" in out
    assert "REFUTED" in out


def test_a_text_file_is_read_and_named(run, tmp_path):
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    assert run("verify", path).out.startswith(f"{path}\n")


def test_a_text_without_figures_says_so(run):
    ran = run("verify", "Nothing is said.")
    assert ran.status == 0
    assert "no figure found" in ran.out


def test_a_control_character_of_a_text_is_shown_not_obeyed(run):
    assert "\x1b" not in run("verify", f"\x1b[2J{NEWS}").out


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_text_gives_no_orders_to_the_service_that_keeps_the_log(form, run):
    out = run(
        "verify", f"{NEWS}\n::error::one\n  ::add-mask::two\n##[error]three\n12:30", "--format", form
    ).out
    assert not [line for line in out.splitlines() if line.strip().startswith("::") or "##[" in line]
    assert all(word in out for word in ("one", "two", "three", "12:30"))


def test_json_is_as_its_schema_says(run):
    schemas = Path(__file__).parents[2] / "docs" / "schema"
    registry = Registry().with_resources(
        (path.name, Resource.from_contents(json.loads(path.read_text(encoding="utf-8"))))
        for path in schemas.iterdir()
    )
    schema = json.loads((schemas / "verify.schema.json").read_text(encoding="utf-8"))
    errors = jsonschema.Draft202012Validator(schema, registry=registry).iter_errors(
        json.loads(run("verify", NEWS, WRONG, "--format", "json").out)
    )
    assert [error.message for error in errors] == []
