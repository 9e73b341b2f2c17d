"""The list of municipalities, held against the national code list of 2023 and what has changed since."""

import json
from pathlib import Path

import pytest

from desk.errands.yaml_text import YMap, YText, read_yaml

ROOT = Path(__file__).parents[2]
OURS = ROOT / "desk" / "content" / "municipalities.yaml"
NATIONAL = ROOT.parent / "shared" / "ptv" / "codelists" / "municipality_codes_2023.json"

GONE_SINCE_2023 = {"588": "Pertunmaa"}
NAMED_OTHERWISE = {"478": {"fi": "Maarianhamina"}}  # there with both names in one


def names_by_code():
    tree = read_yaml(OURS.name, OURS.read_bytes())
    assert isinstance(tree, YMap)
    found = {}
    for code, names in tree.entries.items():
        assert isinstance(names, YMap)
        found[code] = {language: name.text for language, name in names.entries.items() if isinstance(name, YText)}
    return found


def test_codes_are_three_digits_and_each_has_its_three_names():
    ours = names_by_code()
    assert len(ours) == 308
    assert all(len(code) == 3 and code.isdigit() for code in ours)
    assert all(set(names) == {"fi", "sv", "en"} for names in ours.values())


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_two_municipalities_share_a_name(language):
    names = [each[language] for each in names_by_code().values()]
    assert len(names) == len(set(names))


def test_codes_and_names_are_those_of_the_national_list():
    if not NATIONAL.exists():
        pytest.skip("the national code list is not beside the project")
    national = {item["codeValue"]: item["prefLabel"] for item in json.loads(NATIONAL.read_text("utf-8"))["results"]}
    ours = names_by_code()
    assert {code: names["fi"] for code, names in national.items() if code not in ours} == GONE_SINCE_2023
    for code, names in ours.items():
        for language in ("fi", "sv"):
            expected = NAMED_OTHERWISE.get(code, {}).get(language, national[code][language])
            assert names[language] == expected, code
