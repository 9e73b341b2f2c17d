"""Two citizens, one after the other, through every screen, paper, search and export: nothing of A is ever found in B's.

What A said, and what was typed for A and never stored, is all distinct: names, days, sums, reasons, notes, searches.
The ways to the screens are found at the window itself, so a new screen is in it without being named here.
"""

from __future__ import annotations

import inspect
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desk.events import encode
from desk.model.ids import ErrandId, FactName
from desk.model.person import ContactKind, ContactWay, IdentityGround, IdentityProof
from desk.model.plan import Decision
from desk.model.visit import HelpMode, Outcome
from desk.ports import PaperOptions
from desk.usecases.desk_rooms import Desk
from desk.usecases.name_person import PersonGiven
from i18n.language import Language
from tests.desk.usecases.rooms import real_bundle
from tests.journeys.clerk import Clerk, settle
from tests.journeys.conftest import running
from tests.journeys.two_citizens import Marks, all_texts, clipboards, files_in, type_everywhere, words_of_pdf
from tests.thorough import examples
from tests.ui.open_desk import PENSION, DeskOnFakes
from ui.main_window import Place
from ui.screens.ending.state import Ending
from ui.screens.person.presenter import PersonPresenter
from ui.screens.visit.state import Decided
from ui.shortcuts import Shortcut

MONEY, DEATH = ErrandId("housing_and_social_assistance"), ErrandId("death_of_close_one")
NAME, CODE = "Quirina Zebrowska", "290317-907S"
A = PersonGiven(
    NAME,
    date(1917, 3, 29),
    ContactWay(ContactKind.PHONE, "+358 50 987 6501"),
    CODE,
    IdentityGround.CONSENT,
    IdentityProof.DOCUMENT,
)
B = PersonGiven("Bertil Öhman", date(1988, 5, 6))
SAID = {"support.income": "7313.31", "support.savings": "8181.81", "support.letter_on": "2026-02-28"}
DIED = "2025-10-28"
REASON, NOTE, TYPED, SEARCHED, COPIED = "wombatreason", "quokkanote", "okapityped", "zebrowska", "copied: numbat"
MARKS = Marks(
    *(NAME, "Quirina", "Zebrowska", "29.3.1917", "1917-03-29", "290317", CODE, "987 6501", "9876501"),
    *("7313.31", "7 313,31", "7313,31", "8181.81", "8 181,81", "8181,81", "2026-02-28", "28.2.2026"),
    *(DIED, "28.10.2025", REASON, NOTE, TYPED, COPIED),
)
NOT_A_WAY = {
    *(Shortcut.LOCK, Shortcut.PRACTICE, Shortcut.CITIZEN_VIEW, Shortcut.NEXT_PERSON, Shortcut.PARK),
    *(Shortcut.LARGER_TEXT, Shortcut.SMALLER_TEXT, Shortcut.PRIVACY),
}
"""What leaves the visit or the window, or only looks different: no way to a screen."""


class TwoCitizens:
    """The desk of two citizens: what a clerk does with the first, and all that can be seen with the second."""

    def __init__(self, clerk: Clerk, desk: DeskOnFakes, folder: Path) -> None:
        self.clerk, self.fakes, self.folder = clerk, desk, folder

    @property
    def desk(self) -> Desk:
        """The use cases."""
        return self.clerk.day._access.desk

    def begin(self, errand: ErrandId) -> None:
        """Somebody comes."""
        self.clerk.program.counter.errand_requested.emit(errand)
        settle()

    def ways(self) -> dict[str, Callable[[], object]]:
        """Every way to a screen that the window itself knows: places, pages of the visit, and keys."""
        day = self.clerk.day
        found: dict[str, Callable[[], object]] = {}
        for place in Place:
            found[f"place {place}"] = partial(day._place_requested, place)
        for holder in (day.pages, day, day.papers):
            for name, page in vars(holder).items():
                show = getattr(page, "show", None)
                if callable(show) and not isinstance(show, property) and _needs_nothing(show):
                    found[f"page {type(holder).__name__}.{name}"] = show
        for shortcut, act in day._key_table().items():
            if shortcut not in NOT_A_WAY:
                found[f"key {shortcut.name}"] = act
        return found

    def rooms(self) -> list[str]:
        """The late screens that nobody has built yet."""
        return [name for name, room in vars(self.clerk.day._rooms.late).items() if room.built is None]

    def go(self, way: Callable[[], object]) -> None:
        """Go somewhere."""
        way()
        settle()

    def type(self) -> None:
        """Something is written in every field in sight, and not stored."""
        late = self.clerk.day._rooms.late
        type_everywhere(self.clerk.window, TYPED, (late.point.built, late.catalogue.built))

    def everything(self) -> dict[str, str]:
        """All that can be seen of the desk now, and what was made of paper and files."""
        settle()
        told = all_texts()
        told |= {f"print job {number}": f"{sent[0]} {sent[1]}" for number, sent in enumerate(self.fakes.printers.sent)}
        told |= files_in(self.folder)
        return told

    def papers_of_visit(self) -> dict[str, str]:
        """Every paper and export of the visit at hand."""
        visit = self.clerk.view.visit
        plan = self.desk.make_plan.preview(visit.id, Language.FI)
        told = {"plan in memory": repr(plan), "visit in memory": repr(self.clerk.view)}
        for short in (False, True):
            options = PaperOptions(Language.FI, short=short)
            told[f"plan {short}"] = words_of_pdf(self.desk.print_paper.plan(plan, options))
            told[f"plan text {short}"] = self.desk.print_paper.plan_text(plan, options)
        events = self.fakes.casebook.events_of(visit.id)
        told["export"] = "\n".join(encode(each.event).decode() for each in events if each.event is not None)
        preview = self.clerk.day.presenters.papers.state.pdf
        told["paper on the screen"] = words_of_pdf(preview) if preview is not None else ""
        return told


def _needs_nothing(show: Callable[..., object]) -> bool:
    try:
        parameters = inspect.signature(show).parameters.values()
    except (TypeError, ValueError):
        return False
    return all(each.default is not each.empty for each in parameters)


ONCE = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failure says where the word was found: to look for a shorter story would take the rest of the day."""
Act = Callable[[TwoCitizens], object]

# ── what is done with A ──────────────────────────────────────────────────────────────────────────


def name_a(two: TwoCitizens) -> None:
    two.desk.name_person(two.clerk.view.visit.id, A)
    two.clerk.day.presenters.visit.reword()


def answer_a(two: TwoCitizens) -> None:
    for fact, said in SAID.items():
        two.desk.answer_question.give(two.clerk.view.visit.id, FactName(fact), said)
    two.clerk.day.presenters.visit.reword()


def decide_a(two: TwoCitizens) -> None:
    step = two.clerk.view.steps[0].step.id
    two.clerk.day.presenters.visit.decide(Decided(step, Decision.DECLINED, REASON))
    two.clerk.day.presenters.visit.note(step, NOTE)


def type_a(two: TwoCitizens) -> None:
    two.type()


def search_a(two: TwoCitizens) -> None:
    field = two.clerk.window.search.field
    field.selectAll()
    field.insert(SEARCHED)


def copy_a(two: TwoCitizens) -> None:
    clipboard = QGuiApplication.clipboard()
    for mode in clipboards():
        clipboard.setText(COPIED, mode)


def print_a(two: TwoCitizens) -> None:
    day = two.clerk.day
    day.papers.show_plan()
    settle()
    two.clerk.day._rooms.papers.print.click()


def show_citizen(two: TwoCitizens) -> None:
    two.clerk.day.citizen.toggle()


def look_around(two: TwoCitizens) -> None:
    for way in two.ways().values():
        two.go(way)
        two.type()


def act_for_a(two: TwoCitizens) -> None:
    visit = two.clerk.view.visit
    profile = replace(visit.profile, mode=HelpMode.ACT_FOR)
    two.clerk.day.presenters.visit.set_profile(profile, visit.channel)


def read_a_sheet(two: TwoCitizens) -> None:
    two.clerk.day._show_service(PENSION)


def find_a(two: TwoCitizens) -> None:
    two.clerk.day.pages.person.show()
    settle()
    two.clerk.day.pages.person.presenter.find("Zebrowska", "29.3.1917")


DONE: list[Act] = [
    name_a,
    answer_a,
    decide_a,
    type_a,
    search_a,
    copy_a,
    print_a,
    show_citizen,
    look_around,
    act_for_a,
    find_a,
]


def park(two: TwoCitizens) -> None:
    two.clerk.day._next_person()


def discard(two: TwoCitizens) -> None:
    two.desk.close_visit.discard(two.clerk.view.visit.id)
    two.clerk.day._begin_anew()


def end_kept(two: TwoCitizens) -> None:
    _end(two, keep=True)


def end_forgotten(two: TwoCitizens) -> None:
    _end(two, keep=False)


def _end(two: TwoCitizens, *, keep: bool) -> None:
    day = two.clerk.day
    day._ending.show()
    settle()
    day.presenters.ending.end(Ending(Outcome.PLAN_GIVEN, keep))


def looked_at_again(two: TwoCitizens) -> None:
    """The kept plan is opened once more, and something is begun there."""
    visit = two.clerk.view.visit.id
    _end(two, keep=True)
    settle()
    two.clerk.day.follow.open_of_person(visit)
    settle()
    two.type()


def straight_on(two: TwoCitizens) -> None:
    """The next visit is begun at the counter over the one that is open."""
    two.go(lambda: two.clerk.day._place_requested(Place.COUNTER))


LEFT: list[Act] = [park, discard, end_kept, end_forgotten, looked_at_again, straight_on]


@contextmanager
def two_citizens(qtbot, app: QApplication, folder: Path) -> Iterator[TwoCitizens]:
    """A desk of one's own, with nothing in it yet."""
    fakes = DeskOnFakes(real_bundle())
    fakes.chosen_file = None
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    context = running(qtbot, app, fakes, Language.FI)
    program = context.__enter__()
    try:
        yield TwoCitizens(Clerk(program), fakes, folder)
    finally:
        context.__exit__(None, None, None)
        tempfile.tempdir = before
        QGuiApplication.clipboard().clear()


def first(two: TwoCitizens, done: Sequence[Act], left: Act) -> None:
    """A comes, and goes."""
    two.begin(MONEY)
    for act in done:
        if two.clerk.day.presenters.visit.view is not None:
            act(two)
            settle()
    if two.clerk.day.presenters.visit.view is not None:
        left(two)
        settle()


def seen_of_a(two: TwoCitizens) -> dict[str, list[str]]:
    """B comes, is named, answers, and looks into every corner: what there is of A."""
    two.begin(DEATH)
    found = MARKS.found_in(two.everything())
    two.desk.name_person(two.clerk.view.visit.id, B)
    two.desk.answer_question.give(two.clerk.view.visit.id, FactName("deceased.relation"), "child")
    two.clerk.day.presenters.visit.reword()
    for way in two.ways().values():
        two.go(way)
        found |= MARKS.found_in(two.everything())
        if two.clerk.day.presenters.visit.view is None:
            two.begin(DEATH)
    found |= MARKS.found_in(two.papers_of_visit())
    return found


@pytest.mark.slow
@settings(max_examples=examples(1), deadline=None, phases=ONCE, suppress_health_check=list(HealthCheck))
@given(done=st.lists(st.sampled_from(DONE), min_size=3, max_size=8), left=st.sampled_from(LEFT))
def test_nothing_of_a_is_ever_found_in_bs(qtbot, qapp, tmp_path_factory, done, left) -> None:
    with two_citizens(qtbot, qapp, tmp_path_factory.mktemp("temporary")) as two:
        first(two, done, left)
        assert seen_of_a(two) == {}


@pytest.mark.slow
@pytest.mark.parametrize("left", [park, looked_at_again][-examples(1) :])
def test_nor_after_all_of_it(qtbot, qapp, tmp_path, left) -> None:
    with two_citizens(qtbot, qapp, tmp_path) as two:
        first(two, DONE, left)
        assert seen_of_a(two) == {}


@pytest.mark.slow
def test_a_planted_leak_is_seen(qtbot, qapp, tmp_path, monkeypatch) -> None:
    """The test can fail: a page that forgot to forget."""
    monkeypatch.setattr("ui.workday.wipe", lambda _desk: None)
    monkeypatch.setattr(PersonPresenter, "forget", lambda _self: None)
    with two_citizens(qtbot, qapp, tmp_path) as two:
        first(two, [name_a, find_a, copy_a], park)
        found = MARKS.found_in(two.everything())
        assert "zebrowska" in found
        assert COPIED in found


@pytest.mark.slow
def test_every_screen_is_looked_into(qtbot, qapp, tmp_path) -> None:
    """The ways found at the window lead to every screen that is built late."""
    with two_citizens(qtbot, qapp, tmp_path) as two:
        two.begin(MONEY)
        for way in two.ways().values():
            two.go(way)
            if two.clerk.day.presenters.visit.view is None:
                two.begin(MONEY)
        read_a_sheet(two)
        looked_at_again(two)
        assert set(two.rooms()) <= {"sign_in"}
