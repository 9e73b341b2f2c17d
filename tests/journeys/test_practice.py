"""Practice in the window: always in sight, a program of its own; errands that are being written are used at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk.errors import NoKeySource, OwnErrandsUnfit
from desk.model.own_errands import OwnErrandsState
from i18n.language import Language
from tests.desk.errands.conftest import FIXTURE, bundle_of, files_in
from tests.journeys.clerk import CTRL, Clerk
from tests.journeys.conftest import Start
from tests.ui.typing import press
from ui.app import Practice
from ui.practice.presenter import PracticeErrands, ReadErrands
from ui.practice.strip import PracticeStrip
from ui.widgets.banner import Told

SHIFT = Qt.KeyboardModifier.ShiftModifier
TITLE = "errands/library_card/texts/en.yaml"


class Written:
    """A folder of errands as somebody writes them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = files_in(FIXTURE)

    def read(self) -> ReadErrands:
        if b"title: [" in self.files[TITLE]:
            return ReadErrands(None, (f"{TITLE}:1:1 E302 this is not YAML",))
        return ReadErrands(bundle_of(self.files))

    def save(self, qtbot, clerk: Clerk, old: str, new: str) -> None:
        """Change one word; the folder tells by itself that something was saved."""
        self.files[TITLE] = self.files[TITLE].replace(old.encode(), new.encode(), 1)
        before = strip_of(clerk)._state
        (self.folder / "saved.yaml").write_text(new)
        qtbot.waitUntil(lambda: not _same(strip_of(clerk)._state, before))


def strip_of(clerk: Clerk) -> PracticeStrip:
    assert clerk.program.strip is not None
    return clerk.program.strip


def told_to(clerk: Clerk) -> Told:
    assert clerk.window.banner.told is not None
    return clerk.window.banner.told


def _same(state, before) -> bool:
    return state.busy or (state.version, state.faults) == (before.version, before.faults)


@pytest.fixture
def written(tmp_path) -> Written:
    return Written(tmp_path)


@pytest.fixture
def clerk(start: Start, desk, written) -> Clerk:
    desk.practice = Practice(PracticeStrip, PracticeErrands(written.folder, written.read))
    return Clerk(start(Language.EN))


def test_what_is_saved_is_used_in_the_open_visit_and_answers_stay(qtbot, clerk, written) -> None:
    clerk.search("en card")
    clerk.enter()
    clerk.answer("1.1.2000")
    clerk.answer("works")
    said = dict(clerk.view.visit.answers)
    content = clerk.view.visit.content
    written.save(qtbot, clerk, "en: Get the card", "en: Fetch the card")
    assert "en: Fetch the card" in clerk.sees()
    assert dict(clerk.view.visit.answers) == said
    assert clerk.view.visit.content != content


def test_an_error_is_told_in_its_place_and_the_last_good_errands_stay(qtbot, clerk, written) -> None:
    clerk.search("en card")
    clerk.enter()
    written.save(qtbot, clerk, 'title: "en: Library card"', "title: [")
    assert f"{TITLE}:1:1 E302" in clerk.sees()
    assert "en: Get the card" in clerk.sees()
    written.save(qtbot, clerk, "title: [", 'title: "en: Library card"')
    assert "E302" not in clerk.sees()


def test_it_is_in_sight_at_the_door_too(start, desk) -> None:
    def locked(_giver) -> None:
        raise NoKeySource(path="/desk")

    desk.practice, desk.wants = Practice(PracticeStrip, None), locked
    clerk = Clerk(start(Language.EN))
    assert clerk.is_shut_out()
    assert strip_of(clerk).isVisible()
    assert "nothing is kept" in strip_of(clerk).accessibleName()


def test_a_window_for_practice_opens_beside_this_one(start, desk) -> None:
    clerk = Clerk(start(Language.SV))
    press(Qt.Key.Key_P, CTRL | SHIFT)
    assert desk.practised == [Language.SV]
    assert clerk.program.strip is None
    desk.can_practise = False
    press(Qt.Key.Key_P, CTRL | SHIFT)
    assert told_to(clerk).text == "Övningsfönstret gick inte att öppna."


def test_the_command_is_found_by_its_name(start, desk) -> None:
    clerk = Clerk(start(Language.EN))
    clerk.search("practise in a w")
    clerk.enter()
    assert desk.practised == [Language.EN]


def test_in_practice_there_is_no_other_practice(clerk, desk) -> None:
    press(Qt.Key.Key_P, CTRL | SHIFT)
    assert desk.practised == []
    assert "already" in told_to(clerk).text


def test_a_region_s_errands_that_do_not_fit_are_told_when_the_day_begins(start, desk) -> None:
    desk.own = OwnErrandsState("/ours", ("hobby",), fits=False, first_fault="errands/hobby/errand.yaml:3:1 E404 no")
    clerk = Clerk(start(Language.EN))
    told = told_to(clerk)
    assert "E404" in told.text
    assert "Nothing is lost" in told.more
    assert OwnErrandsUnfit.id == "errand.own_unfit"
