"""``desk errands new``: the files of a new errand, never over others."""

from __future__ import annotations

import shutil
from pathlib import Path

FIXTURE = Path(__file__).parents[2] / "fixtures" / "errands"


def test_a_new_errand_lies_in_a_folder_of_ones_own(call, nowhere, tmp_path):
    own = tmp_path / "own"
    told = call("errands", "new", "school_bus", "--content", own)
    assert (told.code, told.err) == (0, "")
    made = {path.relative_to(own).as_posix() for path in own.rglob("*.yaml")}
    assert {str(own / path) for path in made} == set(told.out.splitlines()[:-1])
    assert "errands/school_bus/texts/sv.yaml" in made
    assert "blanks to fill in" in told.out
    assert call("errands", "test", own).code == 0
    checked = call("errands", "check", own, "--json").document
    assert {finding["code"] for finding in checked["findings"] if finding["severity"] == "error"} == {"E590"}


def test_it_gets_the_next_number_beside_others(call, nowhere, tmp_path):
    own = Path(shutil.copytree(FIXTURE, tmp_path / "own"))
    assert call("errands", "new", "school_bus", "--content", own).code == 0
    assert "number: E03" in (own / "errands" / "school_bus" / "errand.yaml").read_text()


def test_nothing_is_written_over(call, nowhere, tmp_path):
    own = Path(shutil.copytree(FIXTURE, tmp_path / "own"))
    before = {path: path.read_bytes() for path in own.rglob("*") if path.is_file()}
    assert "library_card" in call("errands", "new", "library_card", "--content", own).one_line
    assert {path: path.read_bytes() for path in own.rglob("*") if path.is_file()} == before
    assert "death_of_close_one" in call("errands", "new", "death_of_close_one").one_line


def test_a_name_that_no_errand_can_have_is_told(call, nowhere, tmp_path):
    for name in ("Moving", "../x", "äiti"):
        assert name in call("errands", "new", name, "--content", tmp_path / "own").one_line
    assert not (tmp_path / "own").exists()
    (tmp_path / "file").write_text("")
    assert call("errands", "new", "school_bus", "--content", tmp_path / "file").one_line
