"""All forms of a check hold the same findings in the same order, the same bytes for the same folder."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource

from cnkz_stats.views.check_formats import FORMATS

IDS = re.compile(r"\b[0-9a-f]{12}\b")


def ids_in(text):
    return list(dict.fromkeys(IDS.findall(text)))


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_holds_the_findings_in_order(every_kind, form):
    ids = [finding.id for finding in every_kind.audit.findings]
    assert [found for found in ids_in(FORMATS[form](every_kind)) if found in ids] == ids


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_folder_gives_the_same_bytes(every_kind, check, form):
    again = check(every_kind.folder.path, unheard="least")
    assert FORMATS[form](again) == FORMATS[form](every_kind)


def test_a_stale_row_is_in_json_with_its_place_and_the_claims_it_names(every_kind):
    stale = json.loads(FORMATS["json"](every_kind))["findings"][1]
    assert stale["verdict"] == "stale"
    assert stale["message"].startswith("known.csv:3 ")
    assert (stale["claims"], stale["facts"], stale["causes"]) == (["calm"], [], [])


def test_every_kind_of_finding_is_as_the_schema_of_the_json_says(every_kind):
    folder = Path(__file__).parents[2] / "docs" / "schema"
    schemas = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in folder.iterdir()}
    registry = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in schemas.items()
    )
    check = jsonschema.Draft202012Validator(schemas["check.schema.json"], registry=registry)
    check.validate(json.loads(FORMATS["json"](every_kind)))
