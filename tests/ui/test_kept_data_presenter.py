"""What is kept of a person is looked up beside the window: what comes late finds nobody else's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desk.errors import DeskError, NotYourRole
from desk.model.ids import VisitId
from desk.model.role import Role
from desk.model.visit import Profile, VisitChannel
from desk.usecases.name_person import PersonGiven
from i18n.language import Language
from i18n.translator import Lexicon, Translator
from tests.desk.usecases.rooms import BORN, CARD, card_bundle, desk_over
from tests.ui.inline_runner import InlineRunner
from ui.desk_access import DeskAccess
from ui.screens.kept_data.presenter import KeptDataPresenter
from ui.screens.kept_data.state import KeptDataState
from ui.widgets.banner import Told


class Heard:
    """What is told in the banner."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def tell(self, say: Callable[[], Told], act: Callable[[], None] | None = None) -> None:
        del act
        self.told.append(say().text)

    def tell_error(self, error: DeskError) -> None:
        self.told.append(error.id)

    def clear(self) -> None:
        self.told.clear()


class Page:
    """A presenter over a desk in memory, and all that it has said."""

    def __init__(self, owner: QObject) -> None:
        self.desk, self.runner, self.heard = desk_over(card_bundle()), InlineRunner(), Heard()
        translator = Translator(Lexicon(), Language.EN)
        access: Any = DeskAccess(self.desk, self.runner, translator, self.heard)
        self.presenter = KeptDataPresenter(access, owner)
        self.ready = 0
        self.erased: list[bool] = []
        self.presenter.ready.connect(self._was_ready)
        self.presenter.erased.connect(self.erased.append)

    def visit(self) -> VisitId:
        visit = self.desk.open_visit(VisitChannel.DESK, Profile(), (CARD,)).id
        self.desk.answer_question.give(visit, BORN, "1990-01-01")
        return visit

    def _was_ready(self) -> None:
        self.ready += 1


@pytest.fixture
def page(qapp: QApplication) -> Iterator[Page]:
    page = Page(qapp)
    yield page
    page.presenter.deleteLater()


def test_who_has_been_left_meanwhile_is_not_shown(page: Page) -> None:
    visit = page.visit()
    page.runner.hold()
    page.presenter.look(visit, 1)
    page.presenter.forget()
    page.runner.release()
    assert (page.presenter.state, page.ready) == (KeptDataState(), 0)


def test_of_two_that_are_asked_for_the_later_one_is_shown(page: Page) -> None:
    first, second = page.visit(), page.visit()
    page.runner.hold()
    page.presenter.look(first, 1)
    page.presenter.look(second, 2)
    page.runner.release()
    found = page.presenter.state.found
    assert found is not None
    assert found.visit.id == second
    assert page.ready == 1


def test_an_erasure_that_ends_late_takes_nothing_from_the_next_person(page: Page) -> None:
    first, second = page.visit(), page.visit()
    page.presenter.look(first, 1)
    page.runner.hold()
    page.presenter.erase()
    page.presenter.forget()
    page.presenter.look(second, 2)
    page.runner.release()
    assert page.desk.journal.load(first).erased
    assert page.erased == [False]
    assert page.heard.told == ["It is erased"]
    found = page.presenter.state.found
    assert found is not None
    assert found.visit.id == second
    assert page.presenter.state.receipt is None


def test_a_file_that_is_written_late_is_not_told_on_the_page_of_another(page: Page, tmp_path: Path) -> None:
    first, second = page.visit(), page.visit()
    page.presenter.look(first, 1)
    page.runner.hold()
    page.presenter.save_to(tmp_path / "my-data.json")
    page.presenter.forget()
    page.presenter.look(second, 2)
    page.runner.release()
    assert (tmp_path / "my-data.json").exists()
    assert page.presenter.state.saved_to == ""


def test_a_role_that_may_not_is_told_on_the_page_and_digital_support_that_nothing_is_stored(page: Page) -> None:
    visit = page.visit()
    page.desk.duty.work_as(Role.CONTENT_KEEPER)
    page.presenter.look(visit, 1)
    assert isinstance(page.presenter.state.refused, NotYourRole)
    assert page.heard.told == []
    page.desk.duty.work_as(Role.DIGITAL_SUPPORT)
    page.presenter.look(visit, 1)
    assert page.presenter.state == KeptDataState(unstored=1)
    page.presenter.erase()
    assert page.erased == []


def test_a_change_of_the_visit_is_seen_on_the_page_and_takes_no_focus(page: Page) -> None:
    visit = page.visit()
    page.presenter.look(visit, 1)
    page.desk.name_person(visit, PersonGiven("Aino Asiakas"))
    page.presenter.look_again()
    found = page.presenter.state.found
    assert found is not None
    assert found.data.named
    assert page.ready == 1
