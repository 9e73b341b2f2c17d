"""The service point names itself, and the clerk chooses how the screen looks; both are there again the next morning."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desk.errors import NotYourRole
from desk.model.ids import MemberId
from desk.model.role import Role
from desk.model.staff import Member
from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.journeys.conftest import Start
from tests.ui.typing import focused, focused_name, press, type_text
from ui.main_window import Place
from ui.theme.tokens import Look

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def clerk(start: Start) -> Clerk:
    clerk = Clerk(start(Language.EN))
    press(Qt.Key.Key_6, ALT)
    assert clerk.place() is Place.POINT
    return clerk


def test_papers_name_the_point_that_was_written(clerk: Clerk, desk) -> None:
    type_text(focused(), "Kuusiston palvelupiste")
    press(Qt.Key.Key_Tab)
    assert focused_name() == "Phone"
    type_text(focused(), "02 123 4567")
    press(Qt.Key.Key_Return)
    assert "Saved." in clerk.sees()
    clerk.search("died")
    clerk.enter()
    clerk.answer("20.11.2026")
    press(Qt.Key.Key_P, CTRL)
    pdf = clerk.day.presenters.papers.state.pdf
    with pypdfium2.PdfDocument(pdf) as paper:
        text = "\n".join(page.get_textpage().get_text_range() for page in paper)
    assert "Kuusiston palvelupiste" in text
    assert "02\N{NO-BREAK SPACE}123\N{NO-BREAK SPACE}4567" in text or "02 123 4567" in text


def test_a_secret_is_refused_at_its_field_and_nothing_is_stored(clerk: Clerk, desk) -> None:
    type_text(focused(), "Kuusiston palvelupiste")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_text(focused(), "salasana: kissa123")
    press(Qt.Key.Key_Return)
    row = clerk.day._rooms.point._rows["hours"]
    assert "it was not saved" in row.error.text()
    assert focused() is row.field
    assert isinstance(row.field, QLineEdit)
    assert row.field.text() == "salasana: kissa123"
    assert desk.casebook.setting("point.hours") in (None, "")
    row.field.selectAll()
    type_text(focused(), "ma–pe 9–15")
    press(Qt.Key.Key_Return)
    assert row.error.isHidden()
    assert desk.casebook.setting("point.hours") == "ma–pe 9–15"


def test_look_and_size_are_kept(start: Start, clerk: Clerk) -> None:
    screen = clerk.day._rooms.point
    screen.look.setFocus()
    press(Qt.Key.Key_Down)
    assert clerk.program.theme.look is Look.DARK
    assert screen.look.currentData() == "dark"
    press(Qt.Key.Key_Plus, CTRL)
    settle()
    assert screen.scale.currentData() == 125
    clerk = Clerk(start(Language.EN))
    assert clerk.program.theme.look is Look.DARK
    assert clerk.program.theme.scale == 125


def test_the_municipality_has_its_name_in_the_language_of_now(clerk: Clerk) -> None:
    where = clerk.day._rooms.point.where
    clerk.day.presenters.where.pick("091")
    clerk.window.header.clerk_language_picked.emit(Language.FI)
    assert where.municipality.text() == "Helsinki"
    where.coordinates.setText("nowhere")
    where.coordinates.editingFinished.emit()
    clerk.window.header.clerk_language_picked.emit(Language.SV)
    assert where.municipality.text() == "Helsinki"
    assert where.coordinates.text() == "nowhere"
    assert where._coordinates_row.error.text()
    clerk.day.presenters.where.read()
    assert where.municipality.text() == "Helsingfors"
    clerk.window.header.clerk_language_picked.emit(Language.FI)
    assert where.municipality.text() == "Helsinki"


def test_the_language_of_work_is_chosen_and_papers_for_authorities_are_written_in_it(clerk: Clerk, desk) -> None:
    opened = clerk.day._access.desk
    assert desk.casebook.setting("point.language") is None
    field = clerk.day._rooms.point.works_in
    for _ in range(40):
        if focused() is field:
            break
        press(Qt.Key.Key_Tab)
    assert focused_name() == "Language of work"
    press(Qt.Key.Key_Down)
    settle()
    assert opened.handing.words.ours is Language.SV
    assert opened.mandates.give._giving.point_language() is Language.SV
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_6, ALT)
    settle()
    assert field.currentText() == "Svenska"


def test_who_does_not_set_the_point_up_reads_the_language_of_work(clerk: Clerk, desk) -> None:
    member = Member(MemberId("m1"), "Timo Testi", (Role.OUTREACH,), pin="")
    clerk.day._access.desk.duty.begin(member, Role.OUTREACH)
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_6, ALT)
    settle()
    assert not clerk.day._rooms.point.works_in.isEnabled()
    with pytest.raises(NotYourRole):
        clerk.day._access.desk.set_up.work_in(Language.SV)
