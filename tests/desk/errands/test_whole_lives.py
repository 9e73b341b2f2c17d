"""Lives that bring several errands at once: each question once, each matter once, and nothing left open."""

from pathlib import Path

import pytest

from desk.errands.case_tests import said_in_case
from desk.errands.load_cases import Case
from desk.errands.loader import load
from tests.desk.errands.conftest import path_for
from tests.desk.errands.test_content import BUNDLE, FILES

LIVES = [case for case in load(FILES).cases if Path(case.place.file).name.startswith("life_")]


def lived(case: Case):
    """The interview as a clerk leads it: the first question each time, answered as the life says."""
    said = said_in_case(BUNDLE, case)
    assert said is not None
    given: dict[str, object] = {}
    while (path := path_for(BUNDLE, list(case.errands), given, case.as_of)).questions:
        fact = path.questions[0].fact
        assert fact not in given, f"{fact} is asked twice"
        assert fact in said, f"the life does not say {fact}"
        given[fact] = said[fact]
    return given, path


@pytest.mark.parametrize("case", LIVES, ids=lambda case: Path(case.place.file).stem)
class TestAWholeLife:
    def test_what_it_says_is_asked_once_each_and_nothing_else_is(self, case):
        given, _ = lived(case)
        assert set(given) == set(case.answers)

    def test_in_the_end_nothing_is_open(self, case):
        _, path = lived(case)
        assert [each.step.id for each in path.maybe] == []

    def test_each_matter_is_one_step(self, case):
        _, path = lived(case)
        keys = [BUNDLE.engine.merge_keys[each.id] for each in path.steps if each.id in BUNDLE.engine.merge_keys]
        assert len(keys) == len(set(keys))

    def test_no_step_comes_before_one_that_it_waits_for(self, case):
        _, path = lived(case)
        place = {each.id: index for index, each in enumerate(path.steps)}
        assert all(place[before] < place[each.id] for each in path.steps for before in each.after if before in place)


def test_each_errand_is_part_of_a_life_and_each_life_has_several():
    assert {errand for case in LIVES for errand in case.errands} == set(BUNDLE.errands)
    assert all(len(case.errands) > 1 for case in LIVES)
