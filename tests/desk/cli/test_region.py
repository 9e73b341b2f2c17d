"""The commands of service designers on a region's folder that lies over the program's own errands."""

from __future__ import annotations

import pytest

from tests.desk.cli.test_worked_example import FILES

PHONE = """
parameters:
  - name: phone.kela_housing
    values: [{value: 013 111 2222, valid_from: 2026-01-01, source: ours, checked: 2026-11-20, verified: yes}]
"""


@pytest.fixture
def region(tmp_path):
    """The errand of the authors' guide and a number of the region's own."""
    for path, text in {**FILES, "parameters/ours.yaml": PHONE}.items():
        file = tmp_path / "region" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "region"


def test_the_check_says_what_is_wrong_in_the_region_s_files_alone(call, nowhere, region):
    errand = region / "errands/hobby_voucher/errand.yaml"
    errand.write_text(errand.read_text().replace("agency: hobby_office", "agency: hobby_offise", 1))
    checked = call("errands", "check", "--errands", region, "--json")
    assert checked.code == 1
    assert {found["file"].partition("/")[0] for found in checked.document["findings"]} <= {
        "errands",
        "facts",
        "parameters",
        "agencies",
    }
    (error,) = [found for found in checked.document["findings"] if found["severity"] == "error"]
    assert (error["file"], "hobby_office" in error["remedy"]) == ("errands/hobby_voucher/errand.yaml", True)


def test_its_examples_are_run_and_nothing_shipped_is_told(call, nowhere, region):
    tested = call("errands", "test", "--errands", region, "--write", "--json")
    assert (tested.code, tested.document["passed"], tested.document["failed"]) == (0, 2, 0)
    assert (region / "errands/hobby_voucher/witnesses.txt").is_file()
    assert not (region / "errands/unemployment").exists()


def test_the_catalogue_says_which_errand_is_the_region_s(call, nowhere, region, tmp_path):
    out = tmp_path / "rules.html"
    made = call("errands", "catalogue", "hobby_voucher", "moving_within_finland", "--errands", region, "--out", out)
    assert made.code == 0
    page = out.read_text(encoding="utf-8")
    assert "Harrastusseteli (alueen oma)" in page
    assert page.count("(alueen oma)</h2>") == 1


def test_a_folder_alone_and_one_that_lies_over_are_not_one(call, nowhere, region):
    assert call("errands", "check", region, "--errands", region).code == 2
    assert call("errands", "try", "hobby_voucher", "--content", region, "--errands", region).code == 2
    assert call("errands", "check", "--errands", region / "nowhere").code == 1
