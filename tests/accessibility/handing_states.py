"""The page of documents and hand-over in each of its states, and what waits at the counter."""

from __future__ import annotations

from collections.abc import Callable

from desk.model.handing import Break, ReferralEnd
from desk.model.ids import AgencyId, ErrandId, MemberId
from desk.model.mandate import DataKind
from desk.model.role import Role
from desk.model.staff import Member
from desk.usecases.desk_rooms import Desk
from desk.usecases.receive_document import GivenDocument
from desk.usecases.refer import Telling
from desk.usecases.staff_list import keep_members
from ui.app import Program
from ui.screens.handing.view import HandingScreen
from ui.workday import Workday

DEATH = ErrandId("death_of_close_one")
KELA, DVV = AgencyId("kela"), AgencyId("dvv")


def receiving(program: Program) -> None:
    """A document is about to be left without an agreement, and its day is none."""
    screen = _page(program)
    screen.more_documents.setChecked(True)
    screen.receive.begin(KELA)
    screen.receive.due.line.setText("kesällä")
    screen.receive.receive.click()


def refused(program: Program) -> None:
    """The citizen was not told, so it was not taken in."""
    screen = _page(program)
    screen.more_documents.setChecked(True)
    screen.receive.begin(KELA)
    screen.receive.what.setText("Vuokrasopimus")
    screen.receive.receive.click()


def wrong_authority(program: Program) -> None:
    """Documents lie here; one goes to another authority."""
    day = _begun(program)
    desk, visit = _desk(program), day.presenters.visit.visit
    assert visit is not None
    for words in ("Vuokrasopimus", "Tiliote kolmelta viime kuulta"):
        desk.handing.receive(visit.id, GivenDocument(KELA, what=words), told=True)
    screen = _shown(day)
    id = screen._page.documents[0].id
    screen.here.list.pressed.emit(f"wrong {id}")


def consent(program: Program) -> None:
    """The words are read to the citizen."""
    screen = _page(program)
    screen.more_referrals.setChecked(True)
    screen.refer.kinds[DataKind.HOUSING].click()
    screen.refer.sentences.lines[0].setText("Muutti 1.11.2026.")


def by_law(program: Program) -> None:
    """A provision is asked for, and what is never written here is said."""
    consent(program)
    screen = _day(program)._rooms.handing
    screen.refer.ground.list.setCurrentIndex(2)
    screen.refer.ground.list.activated.emit(2)


def broken_off(program: Program) -> None:
    """A referral has come to an end, and broke off on the way."""
    day = _begun(program)
    desk, visit = _desk(program), day.presenters.visit.visit
    assert visit is not None
    telling = Telling(DVV, frozenset({DataKind.FAMILY}), ("Puoliso kuoli.",), follow=True)
    code = desk.handing.refer.consent(visit.id, telling).code
    id = next(iter(desk.handing.refer(visit.id, telling, code).referrals))
    desk.handing.refer.broke(visit.id, id, Break.SENT_ELSEWHERE)
    desk.handing.refer.told(visit.id, id, ReferralEnd.NOT_THEIRS)
    screen = _shown(day)
    screen.referrals.list.pressed.emit(f"end {id}")


def waiting(program: Program) -> None:
    """It waits for a colleague."""
    day = _begun(program)
    visit = day.presenters.visit.visit
    assert visit is not None
    _desk(program).handing.hand_over.give(visit.id, None, "Tulee takaisin kello 14.")
    _shown(day)


def at_the_counter(program: Program) -> None:
    """What was handed over stands first at the counter."""
    waiting(program)
    _day(program)._next_person()


def colleagues(program: Program) -> None:
    """There is somebody to hand it over to."""
    member = Member(MemberId("one"), "Pekka Neuvoja", (Role.SERVICE_ADVISER,))
    day = _begun(program)
    keep_members(_desk(program).world.casebook, (member,))
    _shown(day)


def _day(program: Program) -> Workday:
    assert isinstance(program.day, Workday)
    return program.day


def _desk(program: Program) -> Desk:
    return _day(program)._access.desk


def _begun(program: Program) -> Workday:
    program.counter.errand_requested.emit(DEATH)
    return _day(program)


def _shown(day: Workday) -> HandingScreen:
    day.pages.handing.show()
    return day._rooms.handing


def _page(program: Program) -> HandingScreen:
    return _shown(_begun(program))


def nothing_yet(program: Program) -> None:
    """The page of a visit of which nothing has changed hands."""
    _page(program)


STATES: dict[str, Callable[[Program], None]] = {
    "documents": nothing_yet,
    "receiving": receiving,
    "receiving refused": refused,
    "wrong authority": wrong_authority,
    "consent": consent,
    "referring by law": by_law,
    "referral broken off": broken_off,
    "visit waits": waiting,
    "waiting at the counter": at_the_counter,
    "colleagues": colleagues,
}
