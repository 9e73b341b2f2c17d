"""``desk errands graph``: text or picture, of the program's errands or a folder's, with an example marked."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

FIXTURE = Path(__file__).parents[2] / "fixtures" / "errands"


def test_the_graph_of_an_errand_of_the_program(call, nowhere):
    told = call("errands", "graph", "E02", "--lang", "sv")
    assert told.out.startswith("flowchart")
    assert "deceased." not in told.out


def test_the_path_of_an_example_is_marked(call, nowhere):
    told = call("errands", "graph", "library_card", "--content", FIXTURE, "--case", "pupil")
    assert "  class map_room ruled_out" in told.out
    assert "class" not in call("errands", "graph", "library_card", "--content", FIXTURE).out


def test_an_example_that_is_not_there_is_told_with_those_that_are(call, nowhere):
    told = call("errands", "graph", "library_card", "--content", FIXTURE, "--case", "teacher")
    assert told.code == 1
    assert "teacher" in told.one_line
    assert "pupil" in told.one_line


def test_the_picture_is_a_file(call, nowhere, tmp_path):
    out = tmp_path / "made" / "graph.svg"
    told = call("errands", "graph", "X01", "--content", FIXTURE, "--case", "pupil", "--out", out)
    assert (told.code, told.err) == (0, "")
    assert str(out) in told.out
    root = ET.fromstring(out.read_text())
    assert root.tag.endswith("svg")
    assert {each.get("id") for each in root.iter("{http://www.w3.org/2000/svg}g")} >= {"get_card", "map_room"}


def test_what_cannot_be_written_or_read_is_told(call, nowhere, tmp_path):
    (tmp_path / "file").write_text("")
    assert call("errands", "graph", "X01", "--content", FIXTURE, "--out", tmp_path / "file" / "x.svg").one_line
    assert call("errands", "graph", "nothing", "--content", FIXTURE).one_line
    assert call("errands", "graph", "X01", "--content", tmp_path / "nowhere").one_line
