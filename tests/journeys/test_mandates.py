"""A mandate by keys: from the way of helping to what is done under it, what is withdrawn, and its paper on the desk."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk.model.due import DueKind
from desk.model.ids import StepId
from desk.model.mandate import CapacityAnswer, DataKind, Lasting, MandateForm, RegisterResult
from desk.model.mandate_code import written_code
from desk.model.mandate_rules import Allowed
from desk.model.plan import Decision, Group
from desk.model.plan_code import written
from desk.model.visit import Accommodation, HelpMode, Outcome, VisitChannel
from desk.usecases.name_person import PersonGiven
from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.journeys.conftest import Start
from tests.journeys.two_citizens import Marks, all_texts
from tests.mandate_steps import GIVER, POINT, REPORT
from tests.ui.typing import focused, focused_name, press, type_text
from ui.main_window import Place
from ui.screens.visit.step_card import StepCard
from ui.widgets.text import Mark

ALT = Qt.KeyboardModifier.AltModifier
FUNERAL = StepId("funeral")


@pytest.fixture
def clerk(start: Start) -> Clerk:
    """A visit that acts for a citizen whose name is known."""
    clerk = Clerk(start(Language.EN))
    access = clerk.day._access
    access.desk.point_details.write(POINT)
    clerk.search("died")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_3)
    assert clerk.view.visit.profile.mode is HelpMode.ACT_FOR
    access.desk.name_person(clerk.view.visit.id, PersonGiven(GIVER))
    return clerk


def to_mandate() -> None:
    press(Qt.Key.Key_M, CTRL)


def say_yes_to_all() -> None:
    """The four questions before a mandate."""
    for _ in range(4):
        press(Qt.Key.Key_1)


def tab_to(name: str) -> None:
    """Tab until this has the focus."""
    for _ in range(120):
        if focused_name() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"no key leads to {name}, but to {focused_name()}")


def draw(clerk: Clerk) -> None:
    to_mandate()
    say_yes_to_all()
    tab_to("Draw up the mandate")
    clerk.enter()


def have_it_signed(clerk: Clerk) -> None:
    tab_to("The citizen signed both copies")
    press(Qt.Key.Key_Space)
    tab_to("Where the desk's copy is kept")
    type_text(focused(), "Binder 4, number 12")
    clerk.enter()


def open_step(clerk: Clerk, step: StepId) -> StepCard:
    press(Qt.Key.Key_2, ALT)
    card = clerk.day._rooms.visit.path.card(step)
    assert card is not None
    card.head.setFocus()
    if not card.is_open:
        clerk.enter()
    return card


def paper_text(clerk: Clerk) -> str:
    with pypdfium2.PdfDocument(clerk.day.presenters.papers.state.pdf) as paper:
        told = "\n".join(page.get_textpage().get_text_range() for page in paper)
    return " ".join(told.replace("\N{NO-BREAK SPACE}", " ").split())


def test_a_whole_mandate(clerk: Clerk, desk) -> None:
    assert "To act for the citizen, you need a mandate." in clerk.sees()
    to_mandate()
    say_yes_to_all()
    assert clerk.view.visit.capacity is CapacityAnswer.CLEAR
    assert focused() is next(iter(clerk.day._rooms.mandate.scope.rows.values())).wanted
    tab_to("Draw up the mandate")
    clerk.enter()
    (given,) = clerk.view.visit.mandates.values()
    assert given.signing is None
    assert focused_name() == "Show and print the two copies"
    clerk.enter()
    assert clerk.place() is Place.PAPERS
    assert GIVER in paper_text(clerk)
    press(Qt.Key.Key_P, CTRL)
    assert len(desk.printers.sent) == 2, "one for the citizen, one for the desk"
    assert desk.printers.sent[0] != desk.printers.sent[1]
    to_mandate()
    clerk.day._rooms.mandate.cards[given.mandate.id].sign.keep.setFocus()
    clerk.enter()
    assert "Tick that the citizen signed." in clerk.sees()
    have_it_signed(clerk)
    (given,) = clerk.view.visit.mandates.values()
    assert given.signing is not None
    assert given.signing.kept_where == "Binder 4, number 12"
    assert "in force" in clerk.sees()

    open_step(clerk, REPORT)
    assert "Allowed by line 1: Digital and Population Data Services Agency" in clerk.sees()
    tab_to("The authority's reference number")
    type_text(focused(), "salasana: kissa123")
    clerk.enter()
    assert not clerk.view.visit.acts
    assert "it was not saved" in clerk.sees()
    clear_field()
    type_text(focused(), "DVV-118")
    clerk.enter()
    act = clerk.view.visit.acts[0]
    assert (act.step, act.reference) == (REPORT, "DVV-118")
    assert clerk.view.visit.steps[REPORT].decision is Decision.HANDLED
    assert "under line 1 of the mandate" in clerk.sees()
    assert "Done by the citizen" not in clerk.buttons(), "the desk did it"

    to_mandate()
    tab_to("Withdraw line 1")
    clerk.enter()
    assert "Line 1 ends at once." in clerk.sees()
    assert focused_name() == "Leave it as it is"
    press(Qt.Key.Key_Backtab)
    clerk.enter()
    (given,) = clerk.view.visit.mandates.values()
    assert set(given.withdrawn) == {0}
    assert focused_name() == "Certificate of withdrawal"
    clerk.enter()
    assert clerk.place() is Place.PAPERS
    assert GIVER in paper_text(clerk)

    code = written_code(given.mandate.code)
    clerk.search(code)
    clerk.enter()
    assert "What the paper must say" in focused_group()
    assert f"Minä, {GIVER}" in clerk.sees(), "in the language of the paper"
    assert "(withdrawn)" in clerk.sees()


def focused_group() -> str:
    part: QWidget | None = focused()
    names = []
    while part is not None:
        names.append(part.accessibleName())
        part = part.parentWidget()
    return "\n".join(names)


def clear_field() -> None:
    """Empty the field that has the focus."""
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Delete)


def test_the_list_of_what_was_done_is_a_paper(clerk: Clerk) -> None:
    draw(clerk)
    have_it_signed(clerk)
    open_step(clerk, REPORT)
    tab_to("Done in the citizen's name")
    clerk.enter()
    to_mandate()
    tab_to("Show and print the list for the citizen")
    clerk.enter()
    assert clerk.place() is Place.PAPERS
    assert GIVER in paper_text(clerk)


def test_a_discreet_visit_is_told_of_when_the_clerk_asks(clerk: Clerk) -> None:
    profile = clerk.view.visit.profile
    discreet = replace(profile, accommodations=profile.accommodations | {Accommodation.DISCREET})
    clerk.day.presenters.visit.set_profile(discreet, clerk.view.visit.channel)
    draw(clerk)
    tab_to("Show and print the two copies")
    clerk.enter()
    assert "Ask the citizen whether they want to take the paper along." in clerk.sees()
    assert "This visit is discreet" not in clerk.sees(), "others may look at the screen"
    clerk.day._rooms.papers.left_out.setFocus()
    clerk.enter()
    assert "This visit is discreet, and the paper names its matters." in clerk.sees()


def test_no_leads_to_stop_and_call_and_the_reason_is_kept(clerk: Clerk) -> None:
    to_mandate()
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_2)
    assert "Stop and call" in clerk.sees()
    assert "The guardian, together with the citizen." in clerk.sees()
    assert focused_name() == "What you saw, in a few words"
    type_text(focused(), "salasana: kissa123")
    clerk.enter()
    assert clerk.view.visit.capacity is None
    assert "it was not saved" in clerk.sees()
    clear_field()
    type_text(focused(), "has a guardian for money")
    clerk.enter()
    visit = clerk.view.visit
    assert (visit.capacity, visit.capacity_reason) == (CapacityAnswer.HAS_GUARDIAN, "has a guardian for money")
    assert "Draw up the mandate" not in clerk.buttons()
    assert focused_name() == "Ask again"
    clerk.enter()
    say_yes_to_all()
    assert "Draw up the mandate" in clerk.buttons()


def test_whom_to_call_is_shut_where_a_companion_may_read_along(clerk: Clerk) -> None:
    to_mandate()
    for _ in range(3):
        press(Qt.Key.Key_1)
    press(Qt.Key.Key_2)
    assert "Help against violence" not in clerk.sees()
    clerk.day._rooms.mandate.before.stop.whom.setFocus()
    clerk.enter()
    assert "Help against violence" in clerk.sees()


def test_a_step_without_a_line_says_so_and_leads_to_one(clerk: Clerk) -> None:
    draw(clerk)
    have_it_signed(clerk)
    open_step(clerk, FUNERAL)
    assert "not allowed" in clerk.sees()
    assert "Done in the citizen's name" not in clerk.buttons()
    tab_to("To the mandate Ctrl+M")
    clerk.enter()
    say_yes_to_all()
    page = clerk.day._rooms.mandate
    row = next(row for row in page.scope.rows.values() if row._line and FUNERAL in dict(row._line.steps))
    assert focused() is row.wanted
    assert row.wanted.isChecked(), "the row that is missing is proposed"


def test_the_page_of_an_ended_visit_says_whose_it_is_and_what_is_left(clerk: Clerk) -> None:
    draw(clerk)
    have_it_signed(clerk)
    desk, visit = clerk.day._access.desk, clerk.view.visit.id
    (mandate,) = clerk.view.visit.mandates
    desk.make_plan.agree(visit, Language.FI)
    kept = desk.close_visit.end(visit, Outcome.PLAN_GIVEN, keep=True)
    clerk.day._begin_anew()
    assert kept.plan_code is not None
    clerk.day.follow.plan.open_code(written(kept.plan_code))
    settle()
    to_mandate()
    settle()
    assert "Mandates of visit 1" in clerk.sees()
    assert "Mandates of this visit" not in clerk.sees()
    assert "To draw up a mandate, go on with the visit." in clerk.sees()
    assert "lines can be withdrawn here" not in clerk.sees()
    assert desk.journal.load(visit).mandates[mandate].mandate.lasting is Lasting.THIS_VISIT


def test_a_step_that_is_closed_is_marked_with_the_line_that_allows_it(clerk: Clerk) -> None:
    def marks(step: StepId) -> list[str]:
        card = clerk.day._rooms.visit.path.card(step)
        assert card is not None
        assert not card.is_open
        return [mark.text() for mark in card.head.findChildren(Mark) if not mark.isHidden()]

    path = clerk.day._rooms.visit.path
    steps = [StepId(each.step.id) for each in clerk.view.steps if each.step.group in (Group.HERE, Group.YOU)]
    asked = {step: clerk.day._access.desk.mandates.act.may(clerk.view.visit.id, step) for step in steps}
    assert not [mark for step in asked for mark in marks(step) if "line" in mark or "mandate" in mark]
    draw(clerk)
    have_it_signed(clerk)
    press(Qt.Key.Key_2, ALT)
    settle()
    for step in asked:
        found = clerk.day._access.desk.mandates.act.may(clerk.view.visit.id, step)
        said = f"allowed: line {found.line + 1}" if isinstance(found, Allowed) else "not in the mandate"
        assert said in marks(step), step
    allowed = [step for step in asked if any(mark.startswith("allowed: line") for mark in marks(step))]
    assert allowed
    card = path.card(allowed[0])
    assert card is not None
    assert "allowed: line" in card.head.accessibleName()
    (mandate,) = clerk.view.visit.mandates
    clerk.day._access.desk.mandates.withdraw(clerk.view.visit.id, mandate, None)
    clerk.day.presenters.visit.reword()
    settle()
    assert all("not allowed now" in marks(step) for step in allowed)
    profile = replace(clerk.view.visit.profile, mode=HelpMode.TOGETHER)
    clerk.day.presenters.visit.set_profile(profile, clerk.view.visit.channel)
    settle()
    assert not [mark for step in asked for mark in marks(step) if "allowed" in mark or "mandate" in mark]


def test_where_nobody_is_acted_for_no_step_is_looked_at(clerk: Clerk, desk) -> None:
    def asked() -> list[str | None]:
        """What is asked of the desk for the steps, once the visit was told to be another than before."""
        desk.runner.hold()
        clerk.day.pages.mandate.acting.visit_changed(clerk.day._rooms.visit._state)
        held = [job.key for job, _token in desk.runner._held]
        desk.runner.release()
        return held

    draw(clerk)
    have_it_signed(clerk)
    assert asked() == ["acting at a glance"]
    profile = replace(clerk.view.visit.profile, mode=HelpMode.TOGETHER)
    clerk.day.presenters.visit.set_profile(profile, clerk.view.visit.channel)
    assert not asked()


def test_what_is_withdrawn_allows_nothing_from_then_on(clerk: Clerk) -> None:
    draw(clerk)
    have_it_signed(clerk)
    card = open_step(clerk, REPORT)
    assert "Allowed by line 1" in clerk.sees()
    (mandate,) = clerk.view.visit.mandates
    clerk.day._access.desk.mandates.withdraw(clerk.view.visit.id, mandate, (0,))
    tab_to("Done in the citizen's name")
    clerk.enter()
    assert not clerk.view.visit.acts, "the scope is checked at the moment of acting, not when it was looked at"
    assert "withdrew line 1" in clerk.sees()
    clerk.day.presenters.visit.reword()
    assert card.is_open
    assert "Allowed by line 1" not in clerk.sees()


def test_a_row_without_data_or_no_row_is_told_where_it_is(clerk: Clerk) -> None:
    to_mandate()
    say_yes_to_all()
    page = clerk.day._rooms.mandate
    for row in page.scope.rows.values():
        if row.wanted.isChecked():
            row.wanted.setFocus()
            press(Qt.Key.Key_Space)
    tab_to("Draw up the mandate")
    clerk.enter()
    assert "a mandate is never for everything" in clerk.sees()
    first = next(iter(page.scope.rows.values()))
    assert focused() is first.wanted
    press(Qt.Key.Key_Space)
    for kind in DataKind:
        if first.kinds[kind].isChecked():
            first.kinds[kind].click()
    tab_to("Draw up the mandate")
    clerk.enter()
    assert "Tick at least one kind of data" in clerk.sees()
    assert clerk.view.visit.mandates == {}


def test_a_day_past_the_cap_is_told_at_the_day(clerk: Clerk) -> None:
    to_mandate()
    say_yes_to_all()
    terms = clerk.day._rooms.mandate.terms
    terms.lasting.row("until_day").setFocus()
    press(Qt.Key.Key_2)
    assert focused_name() == "Last day"
    type_text(focused(), "next summer")
    clerk.enter()
    assert "day.month.year" in terms._day_row.error.text()
    terms.day.clear()
    type_text(focused(), "1.1.2031")
    clerk.enter()
    assert "would last until" in terms._day_row.error.text()
    assert clerk.view.visit.mandates == {}
    terms.day.clear()
    type_text(focused(), "1.2.2027")
    clerk.enter()
    (given,) = clerk.view.visit.mandates.values()
    assert str(given.mandate.last_day) == "2027-02-01"


def test_a_signature_on_the_screen(clerk: Clerk) -> None:
    to_mandate()
    say_yes_to_all()
    clerk.day._rooms.mandate.terms.form.row(MandateForm.SCREEN.value).setFocus()
    press(Qt.Key.Key_2)
    tab_to("Draw up the mandate")
    clerk.enter()
    (mandate,) = clerk.view.visit.mandates
    sign = clerk.day._rooms.mandate.cards[mandate].sign
    sign.keep.setFocus()
    clerk.enter()
    assert "There is no signature yet." in clerk.sees()
    settle()
    for first in (20, 60):
        QTest.mousePress(sign.pad, Qt.MouseButton.LeftButton, pos=QPoint(first, 30))
        for step in range(1, 8):
            QTest.mouseMove(sign.pad, QPoint(first + 8 * step, 30 + 4 * step))
            QApplication.processEvents()
        QTest.mouseRelease(sign.pad, Qt.MouseButton.LeftButton, pos=QPoint(first + 60, 60))
    drawn = sign.pad.strokes()
    assert len(drawn) == 2
    sign.keep.setFocus()
    clerk.enter()
    signing = clerk.view.visit.mandates[mandate].signing
    assert signing is not None
    assert signing.strokes == drawn


def test_a_spoken_mandate_is_there_on_the_telephone_alone(clerk: Clerk) -> None:
    to_mandate()
    say_yes_to_all()
    spoken = clerk.day._rooms.mandate.terms.form.row(MandateForm.SPOKEN.value)
    assert not spoken.isVisible()
    clerk.day.presenters.visit.set_profile(clerk.view.visit.profile, VisitChannel.PHONE)
    assert spoken.isVisible()
    spoken.setFocus()
    press(Qt.Key.Key_4)
    tab_to("Draw up the mandate")
    clerk.enter()
    assert "You let this service point act for you in this:" in clerk.sees()
    assert "weak: only spoken" in clerk.sees()
    tab_to("It is given")
    clerk.enter()
    assert "Tick that the citizen said every line back." in clerk.sees()
    press(Qt.Key.Key_Space)
    tab_to("It is given")
    clerk.enter()
    (given,) = clerk.view.visit.mandates.values()
    assert given.signing is not None
    assert given.signing.read_back


def test_the_register_is_looked_up(clerk: Clerk) -> None:
    to_mandate()
    say_yes_to_all()
    clerk.day._rooms.mandate.terms.form.row(MandateForm.REGISTER.value).setFocus()
    press(Qt.Key.Key_3)
    tab_to("Draw up the mandate")
    clerk.enter()
    assert "To be looked up by" in clerk.sees()
    tab_to("It is there and valid")
    clerk.enter()
    (given,) = clerk.view.visit.mandates.values()
    assert given.register is RegisterResult.VALID


def test_a_renewed_mandate_asks_everything_anew(clerk: Clerk) -> None:
    draw(clerk)
    have_it_signed(clerk)
    tab_to("Renew: the same lines, signed anew")
    clerk.enter()
    assert "Is the citizen 18 or older?" in clerk.sees()
    say_yes_to_all()
    tab_to("Draw up the mandate")
    clerk.enter()
    assert len(clerk.view.visit.mandates) == 2
    first, newest = clerk.view.visit.mandates
    assert clerk.view.visit.mandates[newest].signing is None
    assert clerk.view.visit.mandates[newest].mandate.renews == first


def test_a_paper_is_verified_without_a_visit_and_nothing_of_it_stays(clerk: Clerk) -> None:
    draw(clerk)
    (given,) = clerk.view.visit.mandates.values()
    code = written_code(given.mandate.code)
    press(Qt.Key.Key_F9)
    page = clerk.day._rooms.mandate
    assert page.cards == {}
    assert clerk.place() is Place.COUNTER
    clerk.search(code)
    clerk.enter()
    assert f"Minä, {GIVER}" in clerk.sees()
    assert "nobody has said that it was signed" in clerk.sees()
    clerk.enter()
    assert GIVER not in clerk.sees()
    type_text(focused(), code[:-1] + ("0" if code[-1] != "0" else "1"))
    clerk.enter()
    assert "has a typing slip in group 3" in clerk.sees()
    press(Qt.Key.Key_1, ALT)
    assert GIVER not in clerk.sees()


def test_a_mandate_that_ends_is_opened_from_the_day_list_and_withdrawn_there(clerk: Clerk, desk) -> None:
    to_mandate()
    say_yes_to_all()
    terms = clerk.day._rooms.mandate.terms
    terms.lasting.row("until_day").setFocus()
    press(Qt.Key.Key_2)
    type_text(focused(), "5.12.2026")
    clerk.enter()
    have_it_signed(clerk)
    visit = clerk.view.visit
    rooms = clerk.day._access.desk
    rooms.make_plan.agree(visit.id, Language.FI)
    press(Qt.Key.Key_F9)
    rooms.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True)
    desk.clock.advance(days=7)
    press(Qt.Key.Key_7, ALT)
    settle()
    assert clerk.place() is Place.DAYS
    line = next(each for each in clerk.day.follow.days._state.lines if each.due.kind is DueKind.MANDATE_ENDS)
    clerk.day._rooms.days.line_chosen.emit(line)
    settle()
    assert "Mandates of visit 1" in clerk.sees()
    assert "The visit has ended" in clerk.sees()
    assert "Draw up another mandate" not in clerk.buttons()
    tab_to("Withdraw line 1")
    clerk.enter()
    press(Qt.Key.Key_Backtab)
    clerk.enter()
    (given,) = rooms.journal.load(visit.id).mandates.values()
    assert len(given.withdrawn) == len(given.mandate.lines)
    press(Qt.Key.Key_7, ALT)
    settle()
    assert clerk.day._rooms.mandate.cards == {}


def test_the_next_citizen_finds_nothing_of_it_anywhere(clerk: Clerk) -> None:
    draw(clerk)
    have_it_signed(clerk)
    (given,) = clerk.view.visit.mandates.values()
    open_step(clerk, REPORT)
    tab_to("The authority's reference number")
    type_text(focused(), "DVV-118")
    clerk.enter()
    clerk.search(written_code(given.mandate.code))
    clerk.enter()
    page = clerk.day._rooms.mandate
    page.another.setFocus()
    clerk.enter()
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_2)
    type_text(focused(), "something personal")
    marks = Marks(
        GIVER, "Binder 4", "DVV-118", "something personal", given.mandate.code, written_code(given.mandate.code)
    )
    assert marks.found_in(all_texts()), "the search for it sees it while it is there"
    press(Qt.Key.Key_F9)
    settle()
    assert marks.found_in(all_texts()) == {}
