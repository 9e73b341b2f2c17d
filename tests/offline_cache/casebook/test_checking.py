"""A damaged page is found by its seal, told with the visits that it takes, and nothing is made to look whole."""

from __future__ import annotations

import random
from datetime import datetime

import pytest

from desk import events as ev
from desk.errors import StoreDamaged, WorkInterrupted
from desk.model.hours import HELSINKI
from desk.model.ids import FactName, VisitId
from desk.model.visit import VisitChannel
from offline_cache.casebook.journal import casebook_in
from offline_cache.casebook.keeper import keeper_in
from offline_cache.store import Access
from tests.fakes import FakeKeyring
from tests.offline_cache.opening import in_another_process, opened, tools
from tests.thorough import examples

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=HELSINKI)
PAGE = 4096
VISITS = 60
DAMAGE = """
import sys
path, page = sys.argv[1], int(sys.argv[2])
with open(path, "r+b") as file:
    file.seek((page - 1) * 4096 + 700)
    byte = file.read(1)
    file.seek(-1, 1)
    file.write(bytes([byte[0] ^ 1]))
"""


@pytest.fixture
def keyring():
    return FakeKeyring()


@pytest.fixture
def path(tmp_path, keyring):
    folder = opened(tmp_path / "folder", tools(keyring))
    casebook = casebook_in(folder)
    for number in range(1, VISITS + 1):
        visit = VisitId(f"visit-{number:03}")
        casebook.append(visit, [ev.VisitOpened(number, VisitChannel.DESK, "abc")], NOW)
        casebook.append(visit, [ev.AnswerGiven(FactName(f"home.f{n}"), "own" * 40) for n in range(8)], NOW)
    folder.close()
    return tmp_path / "folder"


def found_in(path, keyring):
    folder = opened(path, tools(keyring), Access.READ)
    try:
        return keeper_in(folder).check(lambda: False)
    finally:
        folder.close()


def readable(path, keyring) -> set[int]:
    """The numbers of the visits of which every event can still be read, each asked on a connection of its own."""
    whole = set()
    for number in range(1, VISITS + 1):
        folder = opened(path, tools(keyring), Access.READ)
        asked = "SELECT payload, salt, link, at FROM event WHERE position BETWEEN ? AND ?"
        try:
            folder.casebook.execute(asked, ((number - 1) * 9 + 1, number * 9)).fetchall()
            whole.add(number)
        except StoreDamaged:
            continue
        finally:
            folder.close()
    return whole


def test_a_whole_casebook_is_whole(path, keyring):
    found = found_in(path, keyring)
    assert found.is_whole
    assert (found.events, found.damaged_pages, found.lost) == (VISITS * 9, 0, ())


@pytest.mark.slow
def test_each_damaged_page_is_told_with_exactly_the_visits_that_it_takes(path, keyring):
    pages = (path / "casebook.db").stat().st_size // PAGE
    told = 0
    for page in random.Random(5).sample(range(3, pages + 1), min(pages - 2, examples(8))):
        in_another_process(DAMAGE, path / "casebook.db", page)
        try:
            found = found_in(path, keyring)
            assert not found.is_whole, page
            assert found.damaged_pages >= 1
            if not found.lost_untold:
                assert {each.number for each in found.lost} == set(range(1, VISITS + 1)) - readable(path, keyring)
                told += bool(found.lost)
        except StoreDamaged:
            pass  # without this page nothing opens: that is told when the desk opens, with how to restore
        finally:
            in_another_process(DAMAGE, path / "casebook.db", page)
    assert told, "no page of the journal itself was hit"
    assert found_in(path, keyring).is_whole


def test_a_desk_whose_first_page_is_damaged_says_so(path, keyring):
    in_another_process(DAMAGE, path / "casebook.db", 1)
    with pytest.raises(StoreDamaged) as caught:
        opened(path, tools(keyring))
    assert caught.value.details["kind"] == "casebook"


def test_a_look_at_everything_can_be_stopped(path, keyring, monkeypatch):
    monkeypatch.setattr("offline_cache.casebook.copying.STEPS_BETWEEN_LOOKS", 1)
    folder = opened(path, tools(keyring), Access.READ)
    with pytest.raises(WorkInterrupted):
        keeper_in(folder).check(lambda: True)
    folder.close()
