"""What a role does not cover is not offered, or says so: notes, the catalogue's settings, visits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.errors import NotYourRole
from desk.model.ids import ErrandId, MemberId
from desk.model.point_note import NoteKind, step_subject
from desk.model.role import Role
from desk.model.service_sheet import ServiceSheet, SheetKind
from desk.model.staff import Member
from desk.usecases.point_notes import NoteDraft
from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.journeys.conftest import Start
from tests.journeys.test_giving import OFFICE
from tests.journeys.test_whole_visit import path_cards
from tests.ui.open_desk import PENSION
from tests.ui.typing import press
from ui.main_window import Place

SHIFT = Qt.KeyboardModifier.ShiftModifier
KEEP = (Role.SERVICE_ADVISER, Role.SUPERVISOR, Role.CONTENT_KEEPER)
OWN, WRONG = "Add an own note", "This was wrong at the counter"


def working_as(start: Start, role: Role) -> Clerk:
    clerk = Clerk(start(Language.EN))
    member = Member(MemberId("m1"), "Timo Testi", (role,), pin="")
    clerk.day._access.desk.duty.begin(member, role)
    clerk.day.go_to(Place.COUNTER)
    settle()
    return clerk


@pytest.mark.parametrize("role", Role)
def test_a_note_is_offered_to_whoever_may_write_it(start: Start, role: Role) -> None:
    clerk = working_as(start, role)
    desk = clerk.day._access.desk
    clerk.day._show_service(PENSION)
    settle()
    assert (OWN in clerk.buttons()) is (role in KEEP)
    assert (WRONG in clerk.buttons()) is (role is not Role.DIGITAL_SUPPORT)
    for kind, write in (
        (NoteKind.OWN, lambda: desk.write_note(NoteDraft(step_subject("a", "b"), "x"), Language.EN)),
        (NoteKind.WRONG, lambda: desk.mark_wrong(step_subject("a", "b"), "x", Language.EN)),
    ):
        if kind not in desk.note_kinds():
            with pytest.raises(NotYourRole):
                write()


def test_who_writes_no_notes_reads_them_and_the_key_says_why(start: Start) -> None:
    clerk = working_as(start, Role.DIGITAL_SUPPORT)
    desk = clerk.day._access.desk
    clerk.day.presenters.counter.begin((ErrandId("death_of_close_one"),), Language.FI)
    settle()
    step = clerk.view.steps[0].step
    desk.duty.begin(Member(MemberId("m2"), "Maija Malli", (Role.SUPERVISOR,), pin=""), Role.SUPERVISOR)
    desk.write_note(NoteDraft(step_subject(step.errand, step.id), "The door is at the back."), Language.EN)
    desk.duty.begin(Member(MemberId("m1"), "Timo Testi", (Role.DIGITAL_SUPPORT,), pin=""), Role.DIGITAL_SUPPORT)
    clerk.day.presenters.visit.reword()
    settle()
    card = path_cards(clerk)[step.id]
    card.open()
    settle()
    assert "The door is at the back." in clerk.sees()
    assert not {OWN, WRONG, "Write it anew", "It is true no longer"} & set(clerk.buttons())
    card.head.setFocus()
    press(Qt.Key.Key_W, CTRL | SHIFT)
    settle()
    assert "Nothing is chosen that could be wrong." not in clerk.sees()
    told = clerk.window.banner.told
    assert told is not None
    assert "role" in (told.text + told.more).casefold()


@pytest.mark.parametrize("role", Role)
def test_the_catalogue_is_set_only_by_who_keeps_the_content(start: Start, role: Role) -> None:
    clerk = working_as(start, role)
    clerk.day.go_to(Place.CATALOGUE)
    settle()
    screen, keeps = clerk.day._rooms.catalogue, role in KEEP
    for part in (screen.keeping.whole, screen.keeping.line, screen.keeping.often, screen.keeping.stale):
        assert part.isEnabled() is keeps
    assert screen.packs.isVisible() is keeps
    assert ("who keeps the content does that." in clerk.sees()) is not keeps
    if not keeps:
        with pytest.raises(NotYourRole):
            clerk.day._access.desk.refresh_settings.write(None)


def test_who_holds_no_visits_is_told_so_at_the_counter(start: Start) -> None:
    clerk = working_as(start, Role.CONTENT_KEEPER)
    assert "In your role no visits are held." in clerk.sees()
    assert "Life events" not in clerk.sees()
    assert "not here yet" not in clerk.sees()
    clerk.day._access.desk.duty.begin(Member(MemberId("m2"), "M", (Role.OUTREACH,), pin=""), Role.OUTREACH)
    clerk.day.go_to(Place.COUNTER)
    settle()
    assert "In your role no visits are held." not in clerk.sees()
    assert "Life events" in clerk.sees()


@pytest.mark.parametrize("role", Role)
def test_only_who_sets_the_point_up_says_where_it_is_and_begins_anew(start: Start, desk, role: Role) -> None:
    desk.catalogue.places["office"] = ServiceSheet(SheetKind.CHANNEL, "office", OFFICE.names, channels=(OFFICE,))
    clerk = working_as(start, role)
    sets_up = role is Role.SUPERVISOR
    clerk.day._show_service("office")
    settle()
    assert ("This is our place" in clerk.buttons()) is sets_up
    clerk.day.go_to(Place.POINT)
    settle()
    assert ("Go through the first start again" in clerk.buttons()) is sets_up
