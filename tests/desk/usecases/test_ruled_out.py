"""What does not apply to a household: of several children together, and of none that there is not."""

from __future__ import annotations

import pytest

from desk.model.ids import ErrandId, FactName
from i18n.language import Language
from tests.desk.errands.test_groups import FAMILY
from tests.desk.usecases.rooms import desk_over, opened


def ruled_out(answers):
    desk = desk_over(FAMILY)
    visit = opened(desk, ErrandId("family"))
    for fact, said in answers.items():
        desk.answer_question.give(visit.id, FactName(fact), said)
    return {
        each.title: [reason.short for reason in each.reasons]
        for each in desk.show_visit(visit.id, Language.FI).ruled_out
        if "piskelija" in each.title
    }


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"family.children": "0"}, {"Opiskelija": ["Lapsia"]}),
        ({"family.children": "1", "child_1.age": "10"}, {"Opiskelija (1. lapsi)": ["1. lapsi: Ikä"]}),
        ({"family.children": "2", "child_1.age": "10"}, {"Opiskelija (1. lapsi)": ["1. lapsi: Ikä"]}),
        ({"family.children": "1"}, {}),
    ],
)
def test_only_children_that_there_are_stand_in_the_list(answers, told):
    assert ruled_out(answers) == told


def test_children_of_one_reason_stand_together():
    desk = desk_over(FAMILY)
    visit = opened(desk, ErrandId("family"))
    desk.answer_question.give(visit.id, FactName("family.children"), "unknown")
    assert not [each for each in desk.show_visit(visit.id, Language.FI).ruled_out if "piskelija" in each.title]
