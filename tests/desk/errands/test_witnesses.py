"""Made-up citizens really get their step, and the answers that turn it really do: shown through whole paths."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from desk.errands.conditions import APPLIES
from desk.errands.witness_text import difference, snapshot_of
from desk.errands.witnesses import DISCREET, day_of, witnesses_of
from tests.desk.errands.conftest import bundle_of, path_for

DAY = date(2026, 11, 21)


def gets(card, witness, answers):
    path = path_for(card, ["library_card"], answers, DAY)
    if witness.what == DISCREET:
        return path.discreet
    made = next((step for step in path.steps if step.id == witness.step), None)
    if made is None:
        return False
    if witness.what.startswith("the document "):
        return witness.what.removeprefix("the document ") in made.documents
    return True


@pytest.fixture(scope="module")
def witnesses(card):
    return {(each.step, each.what): each for each in witnesses_of(card.definitions, "library_card", DAY)}


def test_each_step_and_each_condition_has_its_citizen(card, witnesses):
    steps = [step.id for step in card.definitions.errands["library_card"].steps]
    assert [step for step, what in witnesses if what == APPLIES] == steps
    conditions = {what for _, what in witnesses} - {APPLIES}
    assert conditions == {DISCREET, "the document guardian_consent", "deadline 1"}
    for witness in witnesses.values():
        assert gets(card, witness, witness.answers), witness


def test_other_answers_turn_it(card, witnesses):
    turned = 0
    for witness in witnesses.values():
        if witness.what.startswith("deadline "):
            continue
        for turn in witness.turns:
            for said in turn.loses:
                assert not gets(card, witness, {**witness.answers, turn.fact: said}), (witness, said)
                turned += 1
            for low, high in turn.edges:
                one, other = (gets(card, witness, {**witness.answers, turn.fact: said}) for said in (low, high))
                assert one != other, (witness, low, high)
                turned += 1
    assert turned > 10


def test_the_two_sides_of_a_limit_are_neighbours(witnesses):
    edges = {turn.fact: turn.edges for each in witnesses.values() for turn in each.turns if turn.edges}
    born = [edge for edge in edges["reader.born_on"]]
    assert all(date.fromisoformat(high) - date.fromisoformat(low) == timedelta(days=1) for low, high in born)
    own_card = witnesses["get_card", "the document guardian_consent"].turns[0].edges
    assert own_card == (("2011-11-21", "2011-11-22"),)  # fifteen on the day itself, and fourteen
    assert all(Decimal(high) - Decimal(low) == Decimal("0.01") for low, high in edges["reader.fine"])


def test_the_deadline_is_counted_from_a_day_that_is_filled_in(witnesses):
    assert witnesses["tell_new_address", APPLIES].deadline.day is not None
    assert witnesses["pay_fine", APPLIES].deadline.after_step == "get_card"


def test_a_step_that_nobody_gets_says_so(changed):
    card = bundle_of(changed("errands/library_card/errand.yaml", "applies: reader.moved\n", "applies: never\n"))
    text = snapshot_of(card.definitions, "library_card", None).text
    assert "tell_new_address\n  nobody found on this day" in text


def test_the_text_is_the_same_until_the_errand_changes(card, changed):
    kept = snapshot_of(card.definitions, "library_card", None)
    again = snapshot_of(bundle_of(changed("errands/lost_card/errand.yaml", "< 100", "< 77")).definitions, *_of(kept))
    assert difference(again, kept.text.encode(), "x") is None
    other = changed("errands/library_card/errand.yaml", "reader.fine > 0", "reader.fine > 7")
    found = difference(snapshot_of(bundle_of(other).definitions, *_of(kept)), kept.text.encode(), "errands/w.txt")
    assert found is not None
    assert found.code == "E642"
    assert found.place.file == "errands/w.txt"
    assert kept.text.splitlines()[found.place.line - 1] == "  + reader.fine: 1"
    assert "+  + reader.fine: 8" in found.message


def _of(kept):
    return kept.errand, kept.text.encode()


def test_the_day_of_a_kept_text_stays(card):
    assert day_of(card.definitions, "library_card") == date(2026, 1, 2)
    kept = snapshot_of(card.definitions, "library_card", b"anything\nas of 2026-05-05\n")
    assert kept.day == date(2026, 5, 5)
    assert "as of 2026-05-05" in kept.text
    days = [date(2026, 11, 21), date(2026, 12, 6), date(2026, 12, 6), date(2027, 1, 1)]
    assert snapshot_of(card.definitions, "library_card", None, days).day == date(2026, 12, 6)
    assert snapshot_of(card.definitions, "library_card", b"as of 2026-05-05\n", days).day == date(2026, 5, 5)
    for broken in (b"as of 2026-99-99\n", b"\xff\xfe", b""):
        assert snapshot_of(card.definitions, "library_card", broken).day == date(2026, 1, 2)


def test_a_step_of_each_child_is_looked_at_for_the_first():
    from tests.desk.errands.test_groups import FAMILY

    steps = [each.step for each in witnesses_of(FAMILY.definitions, "family", DAY)]
    assert "student_1" in steps
    assert "student_2" not in steps


def test_many_answers_that_turn_it_are_told_by_the_few_that_do_not(card):
    text = snapshot_of(card.definitions, "library_card").text
    assert "  - reader.hobbies: [] or [books] or [films]\n" in text
    assert "  - reader.life: pupil\n" in text
    assert "  - reader.life: all but pupil\n" not in text  # two of three: no longer than what is left
    many = card.definitions.facts["reader.hobbies"]
    more = msgspec.structs.replace(many, options=(*many.options, "music", "sewing", "ships"))
    facts = {**card.definitions.facts, "reader.hobbies": more}
    text = snapshot_of(msgspec.structs.replace(card.definitions, facts=facts), "library_card").text
    assert "  - reader.hobbies: all but " in text


def test_deadlines_that_count_alike_have_citizens_of_their_own(changed):
    two = "      - {rule: calendar, base: today, count: 0, unit: day, nature: money, when: reader.fine > 50}\n"
    other = two.replace("> 50", "<= 50")
    card = bundle_of(changed("errands/library_card/errand.yaml", two, two + other))
    found: Any = {
        each.what: each.answers
        for each in witnesses_of(card.definitions, "library_card", DAY)
        if each.step == "pay_fine"
    }
    assert found["deadline 1"] == {"reader.fine": "51"}
    assert Decimal(found["deadline 2"]["reader.fine"]) <= 50
