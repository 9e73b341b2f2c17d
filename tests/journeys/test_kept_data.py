"""Somebody asks what is kept of them: shown, printed, saved and erased at the desk, by keys alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desk.errors import DiskFull
from desk.events import CaseExported
from desk.model.ids import FactName
from desk.model.person import ContactKind, ContactWay, IdentityGround, IdentityProof
from desk.model.plan_code import written
from desk.model.role import Role
from desk.model.visit import Outcome, VisitState
from desk.ports.keeping import RENEW
from desk.usecases.name_person import PersonGiven
from i18n.language import Language
from tests import mandate_steps
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.journeys.conftest import Start
from tests.journeys.two_citizens import Marks, all_texts
from tests.printing.reading import text_of
from tests.ui.open_desk import DeskOnFakes
from tests.ui.typing import focused_name, press
from ui.main_window import Place
from ui.search.people import SIGN

SHIFT = Qt.KeyboardModifier.ShiftModifier
NAME, CODE, PHONE = "Quirina Zebrowska", "290317-907S", "+358 50 987 6501"
MARKS = Marks(NAME, "Zebrowska", "290317", "987 6501", "20.11.2026", "20 November 2026", "wombatnote")
DIED = FactName("deceased.died_on")


def use_cases(clerk: Clerk):
    return clerk.day._access.desk


def begin(clerk: Clerk, language: Language = Language.SV):
    """Somebody has said who they are and what has happened."""
    clerk.search("died")
    clerk.enter()
    settle()
    visit, desk = clerk.view.visit, use_cases(clerk)
    contact = ContactWay(ContactKind.PHONE, PHONE)
    given = PersonGiven(NAME, None, contact, CODE, IdentityGround.CONSENT, IdentityProof.DOCUMENT)
    desk.name_person(visit.id, given)
    desk.answer_question.give(visit.id, DIED, "2026-11-20")
    clerk.day._citizen_language_picked(language)
    clerk.day.presenters.visit.reword()
    settle()
    return visit.id


def keep(clerk: Clerk, visit):
    """The plan is kept, and the person has gone."""
    desk = use_cases(clerk)
    desk.make_plan.agree(visit, Language.SV)
    ended = desk.close_visit.end(visit, Outcome.PLAN_GIVEN, keep=True)
    clerk.day._begin_anew()
    settle()
    return ended


def page(clerk: Clerk) -> str:
    """Ctrl+Shift+I."""
    press(Qt.Key.Key_I, CTRL | SHIFT)
    settle()
    return clerk.sees()


def erase(clerk: Clerk) -> None:
    for name in ("Erase…", "Erase it for good", "Yes, erase it"):
        clerk.press_named(name)
        settle()


def test_a_kept_visit_is_found_by_its_code_shown_printed_saved_and_erased(start: Start, desk: DeskOnFakes, tmp_path):
    clerk = Clerk(start(Language.EN))
    visit = begin(clerk)
    code = keep(clerk, visit).plan_code
    assert code is not None
    desk.chosen_file = tmp_path / "my-data.json"

    clerk.search(written(code).lower())
    clerk.enter()
    settle()
    clerk.press_named("What is kept of this person")
    settle()
    seen = clerk.sees()
    for words in (
        "Kept for follow-up, until ",
        "It stays 6 months after the last day that it is about. Never longer than 24 months in all.",
        "• Identity code",
        "• Answers: 1",
        "Nothing that was said. It stays 5 years.",
        "A backup lives 7 days.",
    ):
        assert words in seen
    assert NAME not in seen, "kinds of things are shown, not the things"

    clerk.press_named("Save as JSON…")
    settle()
    assert "Saved: " in clerk.sees()
    saved = json.loads(Path(desk.chosen_file).read_bytes())
    assert (saved["copy"]["name"], saved["copy"]["language"]) == (NAME, "sv")

    clerk.press_named("Show and print everything")
    settle()
    assert clerk.place() is Place.PAPERS
    press(Qt.Key.Key_P, CTRL)
    settle()
    ((_printer, title, pdf),) = desk.printers.sent
    assert NAME in text_of(pdf)
    assert CODE not in text_of(pdf)
    assert NAME not in title
    assert "Det här sparar vi om dig" in text_of(pdf), "in the person's own language"
    forms = [each.event.form for each in desk.casebook.events_of(visit) if isinstance(each.event, CaseExported)]
    assert forms == ["json", "pdf"]

    page(clerk)
    erase(clerk)
    assert use_cases(clerk).journal.load(visit).erased
    seen = clerk.sees()
    assert clerk.day._rooms.kept_data._scroll.verticalScrollBar().value() == 0, "the receipt is read from its top"
    assert "It is erased" in seen
    assert "entries of the journal have lost what they said" in seen
    assert MARKS.found_in({**all_texts(), "state": repr(clerk.day.pages.kept_data.presenter.state)}) == {}
    assert focused_name() == "To the counter"

    clerk.press_named("Print the receipt")
    settle()
    press(Qt.Key.Key_P, CTRL)
    settle()
    receipt = text_of(desk.printers.sent[-1][2])
    assert "Kvitto på radering" in receipt
    assert MARKS.found_in({"receipt": receipt}) == {}
    press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    settle()
    assert clerk.place() is Place.COUNTER


def test_after_the_erasure_nothing_of_the_person_is_anywhere_in_the_window(start: Start, desk: DeskOnFakes) -> None:
    clerk = Clerk(start(Language.EN))
    visit = begin(clerk)
    step = clerk.view.steps[0].step.id
    clerk.day.presenters.visit.note(step, "wombatnote")
    QGuiApplication.clipboard().setText(NAME)
    clerk.day.papers.show_plan()
    settle()
    clerk.day.citizen.toggle()
    clerk.day.pages.person.show()
    settle()
    page(clerk)
    assert MARKS.found_in(all_texts())
    erase(clerk)
    assert "It is erased" in clerk.sees()
    assert MARKS.found_in(all_texts()) == {}
    assert clerk.day.presenters.papers.state.pdf is None
    assert clerk.day.presenters.visit.visit is None
    assert clerk.day.follow.visit is None
    assert not clerk.window.header.isHidden()
    clerk.search(f"{SIGN}zebrowska")
    settle()
    assert NAME not in clerk.sees()
    assert use_cases(clerk).find_person("Zebrowska") == ()
    story = use_cases(clerk).journal.load(visit)
    assert (story.state, story.answers, story.person) == (VisitState.DISCARDED, {}, None)


def test_nothing_is_erased_before_the_second_answer(start: Start, desk: DeskOnFakes) -> None:
    clerk = Clerk(start(Language.EN))
    visit = begin(clerk)
    page(clerk)
    clerk.press_named("Erase…")
    settle()
    seen = clerk.sees()
    assert "What goes, for good" in seen
    assert "What stays, and why" in seen
    assert "No backup holds it." in seen
    assert "The visit ends with the erasure." in seen
    clerk.press_named("Erase it for good")
    settle()
    assert focused_name() == "Leave it as it is"
    press(Qt.Key.Key_Return)
    settle()
    assert focused_name() == "Erase it for good"
    assert not use_cases(clerk).journal.load(visit).erased
    assert clerk.view.visit.id == visit


def test_the_backups_that_hold_it_are_made_anew_right_after_and_the_receipt_says_so(
    start: Start, desk: DeskOnFakes
) -> None:
    clerk = Clerk(start(Language.EN))
    visit = begin(clerk)
    keep(clerk, visit)
    use_cases(clerk).keep_copies.make()
    desk.casebook.set_setting(RENEW, "2026-11-23")  # as the real casebook does with the erasure
    (before,) = desk.keeper.made
    desk.clock.advance(minutes=1)
    clerk.day.follow.open_of_person(visit)
    settle()
    page(clerk)
    clerk.press_named("Erase…")
    settle()
    assert "Backups may hold it too." in clerk.sees()
    clerk.press_named("Erase it for good")
    clerk.press_named("Yes, erase it")
    settle()
    assert [copy.name for copy in desk.keeper.made] != [before.name]
    assert len(desk.keeper.made) == 1
    assert "No backup holds it." in clerk.sees()
    assert "gone on" not in clerk.sees()


def test_where_there_is_no_room_for_a_new_backup_the_old_ones_go_all_the_same(
    start: Start, desk: DeskOnFakes, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = Clerk(start(Language.EN))
    visit = begin(clerk)
    keep(clerk, visit)
    use_cases(clerk).keep_copies.make()
    desk.casebook.set_setting(RENEW, "2026-11-23")

    def full(*_asked: object) -> str:
        raise DiskFull(path="/desk")

    monkeypatch.setattr(desk.keeper, "begin_copy", full)
    clerk.day.follow.open_of_person(visit)
    settle()
    page(clerk)
    erase(clerk)
    assert desk.keeper.made == []
    assert "A new backup could not be made, so there is none now." in clerk.sees()


def test_digital_support_has_nothing_to_show_and_the_page_says_so(start: Start, desk: DeskOnFakes) -> None:
    clerk = Clerk(start(Language.EN))
    use_cases(clerk).duty.work_as(Role.DIGITAL_SUPPORT)
    clerk.day._role.show()
    clerk.search("died")
    clerk.enter()
    settle()
    entries = [action.text() for action in clerk.day._rooms.band.menu.menu().actions() if action.isVisible()]
    assert "What is kept…\tCtrl+Shift+I" in entries
    assert "Digital support stores nothing about anyone" in page(clerk)
    assert not {"Show and print everything", "Save as JSON…", "Erase…"} & set(clerk.buttons())
    assert focused_name() == "Back to the visit"
    press(Qt.Key.Key_Return)
    settle()
    assert clerk.place() is Place.VISIT


def test_without_a_visit_it_is_told_how_one_is_found(start: Start, desk: DeskOnFakes) -> None:
    clerk = Clerk(start(Language.EN))
    assert "First find the visit that somebody asks about." in page(clerk)
    assert clerk.place() is Place.COUNTER


def test_another_kept_visit_of_the_same_person_is_one_key_away(start: Start, desk: DeskOnFakes) -> None:
    clerk = Clerk(start(Language.EN))
    first = begin(clerk)
    keep(clerk, first)
    second = begin(clerk)
    use_cases(clerk).name_person.same_as(second, first)
    clerk.day.presenters.visit.reword()
    settle()
    page(clerk)
    clerk.press_named("Visit 1, 23 November 2026")
    settle()
    assert "Visit 1, 23 November 2026" in clerk.sees()
    assert clerk.day.pages.kept_data.presenter.visit == first
    assert clerk.day.presenters.visit.visit is None
    erase(clerk)
    assert use_cases(clerk).journal.load(first).erased
    assert not use_cases(clerk).journal.load(second).erased


def test_a_file_that_cannot_be_written_is_told_and_not_noted_as_given(start: Start, desk: DeskOnFakes, tmp_path):
    clerk = Clerk(start(Language.EN))
    visit = begin(clerk)
    desk.chosen_file = tmp_path / "no such folder" / "my-data.json"
    page(clerk)
    clerk.press_named("Save as JSON…")
    settle()
    assert "my-data.json" in clerk.sees()
    assert "Saved: " not in clerk.sees()
    assert not [each for each in desk.casebook.events_of(visit) if isinstance(each.event, CaseExported)]


def test_the_open_page_is_said_in_another_language_at_once(start: Start, desk: DeskOnFakes) -> None:
    clerk = Clerk(start(Language.EN))
    begin(clerk)
    page(clerk)
    clerk.press_named("Erase…")
    clerk.day._clerk_language_picked(Language.FI)
    settle()
    screen = clerk.day._rooms.kept_data
    assert screen.erasing.confirm.isVisible(), "what was open stays open"
    assert "Mitä asiakkaasta säilytetään" in clerk.sees()
    assert "What stays" not in clerk.sees()


def test_an_erasure_that_fails_is_told_and_the_page_stays(
    start: Start, desk: DeskOnFakes, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = Clerk(start(Language.EN))
    visit = begin(clerk)
    page(clerk)

    def full(*_asked: object) -> None:
        raise DiskFull(path="/desk")

    with monkeypatch.context() as patched:
        patched.setattr(desk.casebook, "append_and_erase", full)
        erase(clerk)
    assert "It is erased" not in clerk.sees()
    assert "What is kept of this person" in clerk.sees()
    assert "/desk" in clerk.sees()
    assert clerk.view.visit.id == visit
    erase_again = ("Erase it for good", "Yes, erase it")
    for name in erase_again:
        clerk.press_named(name)
        settle()
    assert "It is erased" in clerk.sees()


def test_a_mandate_that_was_used_stays_in_the_casebook_and_in_no_screen(start: Start, desk: DeskOnFakes) -> None:
    clerk = Clerk(start(Language.EN))
    day = clerk.day
    mandate_steps.begin(day)
    visit, given = mandate_steps.visit_id(day), mandate_steps.draw(day)
    mandate_steps.sign(day, given.mandate.id)
    use_cases(clerk).mandates.act.do(visit, mandate_steps.REPORT, frozenset(), "DVV-77/2026")
    day.presenters.visit.reword()
    settle()
    page(clerk)
    erase(clerk)
    assert "Mandates that were used, until " in clerk.sees()
    assert use_cases(clerk).journal.load(visit).mandates, "both sides can still prove it"
    of_the_person = Marks(mandate_steps.GIVER, "DVV-77", given.mandate.code)
    state = repr(day.pages.kept_data.presenter.state)
    assert of_the_person.found_in({**all_texts(), "state": state}) == {}
