"""The content that is shipped: whole, its examples pass, and no question of it is asked in vain."""

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk.errands.case_tests import run_cases
from desk.errands.checker import check
from desk.errands.domains import domains_of
from tests.desk.errands.conftest import bundle_of, path_for

DAY = date(2026, 11, 21)
CONTENT = Path(__file__).parents[3] / "desk" / "content"
FILES = {
    path.relative_to(CONTENT).as_posix(): path.read_bytes() for path in sorted(CONTENT.rglob("*")) if path.is_file()
}
BUNDLE = bundle_of(FILES)
ANSWERS: Any = domains_of(BUNDLE.engine, DAY)
CHOICES = [*[(errand,) for errand in BUNDLE.errands], tuple(BUNDLE.errands)]


def outcome(path):
    """What a citizen sees of a path: everything but the questions."""
    return path.steps, [each.step for each in path.maybe], [each.id for each in path.ruled_out], path.discreet


def matters(errands, answers, fact, chance):
    """Whether the fact makes a difference with some way of answering all the others."""
    for _ in range(400):
        others = {name: chance.choice(tried) for name, tried in ANSWERS.items()} | answers
        seen = [outcome(path_for(BUNDLE, errands, {**others, fact: value}, DAY)) for value in ANSWERS[fact]]
        if any(each != seen[0] for each in seen):
            return True
    return False


def test_the_checker_finds_no_error():
    assert [str(finding) for finding in check(FILES, DAY) if finding.is_error] == []


def test_every_example_passes():
    report = run_cases(BUNDLE, FILES)
    assert [str(result) for result in report.failed] == []
    assert not report.broken
    for errand in BUNDLE.errands:
        assert sum(errand in result.case.errands for result in report.results) >= 10


def surely(path):
    """What surely has to be done, also as part of another step."""
    return {each.id for step in path.steps for each in (step, *step.merged)}


@pytest.mark.parametrize("errands", CHOICES, ids=lambda errands: "+".join(errands))
def test_a_conversation_asks_what_matters_and_ends_decided(errands):
    chance = random.Random("".join(errands))
    for _ in range(3):
        answers: dict[str, Any] = {}
        while (path := path_for(BUNDLE, errands, answers, DAY)).questions:
            if chance.random() < 0.2:
                doubted = chance.choice(path.questions).fact
                assert matters(errands, answers, doubted, chance), doubted
            fact = path.questions[0].fact
            assert fact not in answers
            sure = surely(path), {each.id for each in path.ruled_out}
            answers = {**answers, fact: chance.choice([*ANSWERS[fact], "unknown", "declined"])}
            after = path_for(BUNDLE, errands, answers, DAY)
            assert sure[0] <= surely(after)
            assert sure[1] <= {each.id for each in after.ruled_out}
        assert all(each.declined and not each.open for each in path.maybe)
