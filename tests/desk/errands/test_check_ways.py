"""Nobody meets a dead end: whatever a citizen lacks, the gate proves a way, or shows who has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.errands.check_ways import Lack, is_way_for
from desk.errands.checker import check
from desk.errands.definition import Step
from tests.desk.usecases.rooms import real_bundle

ROOT = Path(__file__).parents[2] / "fixtures" / "errands"
STEP = "errands/library_card/errand.yaml"
WAYS = "channels: [{id: desk, kind: visit}, {id: ask, kind: phone}]"


def findings(old: str = "", new: str = "", count: int = 1) -> list[str]:
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in ROOT.rglob("*.yaml")}
    assert not old or old.encode() in files[STEP]
    files[STEP] = files[STEP].replace(old.encode(), new.encode(), count)
    return [str(found) for found in check(files) if found.code in ("E650", "N651", "E652", "W653", "E404", "E412")]


def test_what_ships_and_what_is_shown_has_no_dead_end() -> None:
    assert findings() == []


def test_who_cannot_come_and_has_no_phone_way_is_shown_with_an_example() -> None:
    (found,) = findings(WAYS, "channels: [{id: desk, kind: visit}]")
    assert "E650 pay_fine has no way for somebody with: cannot come (reader.fine: 1)" in found


def test_a_way_under_a_condition_is_looked_through() -> None:
    (found,) = findings(WAYS, "channels: [{id: desk, kind: visit}, {id: ask, kind: phone, when: reader.fine > 50}]")
    assert "cannot come (reader.fine: 1)" in found
    every = "channels: [{id: a, kind: phone, when: reader.fine > 50}, {id: b, kind: mail, when: reader.fine <= 50}]"
    assert "no Finnish (reader.fine: 1)" in findings(WAYS, every)[0]
    both = "channels: [{id: a, kind: phone, when: reader.fine > 50}, {id: b, kind: phone, when: reader.fine <= 50}]"
    assert findings(WAYS, both) == []


@pytest.mark.parametrize(
    ("ways", "who"),
    [
        ("[{id: a, kind: mail}]", "no Finnish"),
        ("[{id: a, kind: e_service}, {id: b, kind: visit}]", "no e-ID, cannot come"),
        ("[{id: a, kind: remote}, {id: b, kind: visit}]", "no device, cannot come"),
        ("[{id: a, kind: mail}, {id: b, kind: visit}]", "no Finnish, cannot come"),
    ],
)
def test_only_the_least_that_somebody_lacks_is_told(ways: str, who: str) -> None:
    assert any(f"with: {who} (" in found for found in findings(WAYS, f"channels: {ways}"))


def test_somebody_who_helps_writes_in_finnish() -> None:
    helped = "at_desk: yes\n    channels: [{id: a, kind: mail}]"
    assert findings(WAYS, helped) == []


def test_an_automatic_step_has_a_day_to_check_it_or_a_reason() -> None:
    check_day = "deadline: {rule: calendar, base: today, count: 14, unit: day, nature: check}"
    (found,) = findings(check_day, "")
    assert "E652 card_arrives" in found
    assert findings(check_day, "no_check: the day differs from reader to reader") == []
    (said_twice,) = findings(check_day, f"{check_day}\n    no_check: why not")
    assert "W653" in said_twice


def test_a_task_without_a_desk_and_unknown_figures_and_ways_are_told() -> None:
    (found,) = findings(WAYS, f"task: payments\n    {WAYS}")
    assert "W653 (warning) task of pay_fine" in found
    (fee,) = findings(WAYS, "channels: [{id: ask, kind: phone, fee: fee.nothing}]")
    assert "E404 there is no parameter fee.nothing" in fee
    (kind,) = findings(WAYS, "channels: [{id: ask, kind: phone, wait: fee.new_card}]")
    assert "E404 wait cannot be fee.new_card" in kind
    (way,) = findings(WAYS, f"documents: [{{id: identity_document, ways: [post]}}]\n    {WAYS}")
    assert "E412 the document identity_document names no channel post" in way


def test_every_step_that_ships_can_be_done_by_who_lacks_everything() -> None:
    """What the gate proves, by looking at each step alone."""
    everything = frozenset(Lack)

    def served(step: Step) -> bool:
        return any(is_way_for(channel, step, everything) for channel in step.channels)

    stuck = [step.id for step in real_bundle().definitions.steps().values() if step.channels and not served(step)]
    assert stuck == []
