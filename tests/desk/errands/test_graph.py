"""The graph of an errand: every step and what it waits for, the conditions in words, and the path of an example."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from desk.errands.graph import Fate, Grapher, mermaid
from desk.errands.graph_layout import CARD, CONDITION, laid_out, text_width, wrapped
from desk.errands.graph_picture import svg
from desk.errands.rule_words import RuleWords
from desk.errands.wording import Wording
from desk.errands.worth_words import WorthWords
from desk.errors import ErrandUnknown
from i18n.language import Language
from i18n.translator import Lexicon
from tests.desk.errands.conftest import bundle_of, path_for

DAY = date(2026, 11, 21)
WORDS = Lexicon().words(Language.EN)
MAPS = {"reader.hobbies": ("maps",), "reader.life": "works", "reader.moved": "yes", "reader.moved_on": "2026-11-14"}


def grapher(card):
    wording = Wording(card, WORDS, DAY)
    return Grapher(
        card.definitions, wording, RuleWords(card.definitions, WorthWords(card.definitions, wording, WORDS, DAY), WORDS)
    )


@pytest.fixture(scope="module")
def plain(card):
    return grapher(card).graph("library_card")


@pytest.fixture(scope="module")
def marked(card):
    return grapher(card).graph("library_card", path_for(card, ["library_card"], MAPS, DAY), "maps")


def test_each_step_stands_with_its_agency(card, plain):
    assert {lane.id: [step.id for step in lane.steps] for lane in plain.lanes} == {
        "library": ["get_card", "tell_new_address", "pay_fine", "map_room", "card_arrives"],
        "school": ["homework_club"],
    }
    with pytest.raises(ErrandUnknown):
        grapher(card).graph("nothing")


def test_conditions_are_in_words_a_line_each(plain):
    conditions = {step.id: [line.replace("en: ", "") for line in step.condition] for step in plain.steps}
    assert conditions["get_card"] == ["Always"]
    assert conditions["map_room"] == [
        "Hobbies: at least one of “Maps”, “Games”",
        "AND Life: not “Goes to school”",
    ]
    assert not re.search(r"reader\.|\bin \[|any_of", str(conditions))


def test_what_comes_first_has_an_arrow_and_a_deadline_that_counts_from_it_too(plain):
    arrows = {(arrow.first, arrow.then): arrow.counts for arrow in plain.arrows}
    assert arrows == {
        ("get_card", "tell_new_address"): False,
        ("get_card", "pay_fine"): True,
        ("get_card", "homework_club"): False,
    }


def test_the_path_of_an_example_is_marked(marked):
    fates = {step.id: (step.fate, step.number) for step in marked.steps}
    assert fates["get_card"] == (Fate.APPLIES, 1)
    assert fates["pay_fine"] == (Fate.MAYBE, None)
    assert fates["homework_club"] == (Fate.RULED_OUT, None)
    assert next(step.day for step in marked.steps if step.id == "tell_new_address") == "21 November 2026"


def test_mermaid_has_every_step_and_its_condition_on_an_arrow(plain, marked):
    text = mermaid(plain)
    assert text.startswith("flowchart ")
    assert text.count("subgraph ") == text.count("  end\n") == 2
    arrow = next(line for line in text.splitlines() if line.endswith(" map_room"))
    assert arrow.startswith("  start -->|")
    assert "<br/>AND en: Life: not “en: Goes to school”" in arrow
    assert any(line.startswith("  get_card -.->|") and line.endswith("pay_fine") for line in text.splitlines())
    assert "classDef" not in text
    assert "  class pay_fine,card_arrives maybe" in mermaid(marked)


def test_no_text_can_break_out_of_its_label(changed):
    nasty = '"en: Fine\\" --> x <script>"'
    card = bundle_of(changed("facts/texts/en/reader.yaml", '"en: Fine"', nasty))
    graph = grapher(card).graph("library_card")
    assert '"Fine"' not in mermaid(graph)
    assert "<script>" not in mermaid(graph) + svg(graph, WORDS)
    ET.fromstring(svg(graph, WORDS))


def texts(picture):
    return ["".join(each.itertext()) for each in ET.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")]


def test_the_picture_is_whole(plain, marked):
    picture = texts(svg(plain, WORDS))
    for step in plain.steps:
        for word in " ".join([step.title, *step.condition, step.deadline]).split():
            assert any(word in line for line in picture), word
    signs = texts(svg(marked, WORDS))
    assert [signs.count(sign) for sign in "✓?✗"] == [3, 2, 1]
    assert "1. en: Get the card" in signs


def test_nothing_lies_on_anything_else(plain):
    layout = laid_out(plain)
    placed = list(layout.placed.values())
    assert len(placed) == len(plain.steps)
    for one in placed:
        assert one.left + CONDITION + CARD < layout.width
        band = next(band for band in layout.bands if band.top <= one.middle <= band.bottom)
        assert band.top < one.middle - one.height / 2
        assert one.middle + one.height / 2 < band.bottom
        for other in placed:
            if one is not other and one.column == other.column:
                apart = abs(one.middle - other.middle)
                assert apart > (one.height + other.height) / 2, (one.step.id, other.step.id)


def test_a_step_stands_behind_all_that_comes_before_it_even_when_they_go_round(plain, changed):
    layout = laid_out(plain)
    for arrow in plain.arrows:
        assert layout.placed[arrow.first].column < layout.placed[arrow.then].column
    round_trip = [*plain.arrows, type(plain.arrows[0])("homework_club", "get_card")]
    assert laid_out(type(plain)(plain.id, plain.title, plain.lanes, tuple(round_trip))).placed


def test_an_arrow_runs_from_step_to_step(plain):
    layout = laid_out(plain)
    for line in layout.lines:
        first, then = layout.placed[line.arrow.first], layout.placed[line.arrow.then]
        assert line.points[0][0] == first.left + CONDITION + CARD
        assert abs(line.points[0][1] - first.middle) < first.height / 2
        assert line.points[-1] == (then.left, then.middle)
        corners = zip(line.points, line.points[1:], strict=False)
        assert all(x == x2 or y == y2 for (x, y), (x2, y2) in corners)


def test_lines_are_wrapped_by_their_width():
    text = "Pyydä asumistukea Kelasta ja kerro muutosta samalla kertaa"
    lines = list(wrapped(text, 120, 12))
    assert " ".join(lines) == text
    assert len(lines) > 2
    assert all(text_width(line, 12) <= 120 for line in lines)
    assert list(wrapped("Eläkkeensaajanasumistukilaskelma", 20, 12)) == ["Eläkkeensaajanasumistukilaskelma"]
    assert list(wrapped("", 20, 12)) == []


def test_a_step_of_each_child_is_drawn_once():
    from tests.desk.errands.test_groups import FAMILY

    graph = grapher(FAMILY).graph("family")
    assert [step.id for step in graph.steps if "student" in step.id] == ["student_1", "after_student_1"]
    assert [(arrow.first, arrow.then) for arrow in graph.arrows] == [("student_1", "after_student_1")]
    assert laid_out(graph).lines
