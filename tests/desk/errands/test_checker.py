"""The publish gate: one thing is made wrong in the invented content, and one finding says so, where it stands."""

from datetime import date
from typing import Any

import pytest

from desk.errands.checker import check
from desk.errands.compiling import compile_bundle
from desk.errands.yaml_text import plain, read_yaml
from tests.desk.errands.conftest import FIXTURE

DAY = date(2026, 11, 21)
LEFT_OUT = ("W612", "W622", "N522")
"""The invented content has few examples, a dead end, and no records of its translations."""
ERRAND = "errands/library_card/errand.yaml"
FACTS = "facts/reader.yaml"
FAULTS_FILE = FIXTURE.parent / "errand_faults.yaml"


def found(files):
    return [finding for finding in check(files, DAY) if finding.code not in LEFT_OUT]


def test_the_invented_content_is_whole(card_files):
    assert found(card_files) == []


def test_a_dead_end_comes_with_the_citizen_who_meets_it(card_files):
    dead_ends = [finding.message for finding in check(card_files, DAY) if finding.code == "W622"]
    assert dead_ends == ["no step of lost_card applies to: reader.fine: 100, reader.life: pupil"]


FAULTS: Any = plain(read_yaml("errand_faults.yaml", FAULTS_FILE.read_bytes()))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["says"])
def test_one_wrong_thing_is_found(changed, fault):
    lines = [str(finding) for finding in found(changed(fault["file"], fault["old"], fault["new"]))]
    assert any(fault["says"] in line for line in lines), lines


def test_all_errors_are_told_in_one_run(changed):
    files = changed(ERRAND, "agency: school", "agency: scool")
    text = (
        files[ERRAND].decode().replace("mode: remote", "mode: remotely").replace("reader.fine > 0", "reader.fien > 0")
    )
    codes = [finding.code for finding in found({**files, ERRAND: text.encode()})]
    assert {"E407", "E315", "E212"} <= set(codes)


def test_a_circle_is_named_exactly(changed):
    lines = [
        str(finding)
        for finding in found(changed(ERRAND, "id: get_card\n", "id: get_card\n    after: [homework_club]\n"))
    ]
    assert any(
        "get_card → homework_club → get_card" in line or "homework_club → get_card → homework_club" in line
        for line in lines
    ), lines


def test_a_service_of_ours_must_stand_in_the_starter_catalogue(changed):
    files = changed(ERRAND, "agency: school", "agency: school\n    service: tiski-s-homewrk")
    assert found(files) == []
    files = {**files, "starter_catalogue/services.json": b'[{"id": "tiski-s-homework"}]'}
    assert [finding.remedy for finding in found(files)] == ["did you mean tiski-s-homework?"]


def test_errors_leave_no_bundle_and_broken_yaml_is_one_of_them(card_files, changed):
    assert compile_bundle(changed(ERRAND, "agency: school", "agency: scool")).bundle is None
    compiled = compile_bundle({**card_files, FACTS: b"set: reader\nfacts: [\n"})
    assert compiled.bundle is None
    assert compiled.diagnostics[0].code.startswith("E")


def test_a_number_of_the_starter_catalogue_that_no_parameter_holds_is_found_where_it_stands(card_files):
    files = {**card_files, "starter_catalogue/x/channels.json": b'[\n  {"number": "{phone.nobody}"}\n]\n'}
    (told,) = [str(finding) for finding in found(files) if finding.code == "E610"]
    assert told.startswith("starter_catalogue/x/channels.json:2:15 E610 no parameter is named phone.nobody → ")
