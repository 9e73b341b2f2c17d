"""The search never gets worse than it was: the judged set over the real desk, against the floors that were reached."""

from pathlib import Path

import pytest
import yaml

from tests.judged.judged_catalogue import JudgedCatalogue
from tests.judged.judging import grouped, judge, queries, score
from tests.judged.real_set import REAL, judge_real
from tests.judged.searched import searched_desk
from tests.national_catalogue.drawing import Sizes

FLOORS = yaml.safe_load((Path(__file__).parent / "floors.yaml").read_text(encoding="utf-8"))
NOISE = Sizes(services=1_000, organizations=500, general_descriptions=100)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    catalogue = JudgedCatalogue()
    with searched_desk(tmp_path_factory.mktemp("judged") / "desk", catalogue, NOISE) as opened:
        return list(judge(queries(catalogue), opened.desk.find_service))


def missed(judged):
    return [f"{each.query.language} {each.query.kind}: {each.query.text}" for each in judged if not each.found]


def test_as_many_are_found_as_ever(judged):
    reached = score(judged)
    assert reached.success >= FLOORS["success"], missed(judged)
    assert reached.reciprocal >= FLOORS["reciprocal"]


def test_no_kind_of_words_is_found_less(judged):
    reached = {kind: score(group).success for kind, group in grouped(judged, lambda query: query.kind).items()}
    assert not {kind: told for kind, told in reached.items() if told < FLOORS["kinds"].get(kind, 0.0)}
    assert set(FLOORS["kinds"]) <= set(reached)


@pytest.mark.skipif(not REAL.is_file(), reason=f"the real data is not here: {REAL}")
def test_as_many_real_descriptions_are_found_as_ever():
    judged = judge_real()
    assert score(judged).success >= FLOORS["real"], missed(judged)


def test_both_halves_are_found_alike(judged):
    development, held_out = (score(group).success for group in grouped(judged, lambda query: query.half).values())
    assert abs(development - held_out) <= 0.08
