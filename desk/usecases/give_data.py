"""Give a person all that is kept of them, or erase it: in plain words, with what stays all the same and until when."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from desk.events import CaseExported, CaseRead, Recorded, VisitDiscarded
from desk.model.ids import VisitId
from desk.model.keeping import Category, kept_of, kept_until
from desk.model.keeping_receipt import ErasureReceipt
from desk.model.person_copy import PersonCopy
from desk.model.plan import WhoToAsk
from desk.model.role import Function
from desk.model.visit import Visit
from desk.ports import Casebook, Clock, PaperMaker, PaperOptions
from desk.ports.keeping import CasebookKeeper
from desk.usecases.duty import Duty
from desk.usecases.head_codes import written
from desk.usecases.keep_copies import KeepCopies
from desk.usecases.keeping_times import KeepingSettings
from desk.usecases.point_details import PointDetails
from desk.usecases.tell_person import Telling, Watch, person_copy
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class DataRooms:
    """What giving and erasing need of the desk."""

    casebook: Casebook
    keeper: CasebookKeeper
    clock: Clock
    papers: PaperMaker
    errands: VisitErrands
    copies: KeepCopies
    times: KeepingSettings


class ReadCase:
    """Open a visit that one was not in the middle of: the journal tells that somebody did, once for each opening."""

    def __init__(self, casebook: Casebook, clock: Clock, journal: VisitJournal) -> None:
        self._casebook = casebook
        self._clock = clock
        self._journal = journal

    def __call__(self, visit: VisitId, why: str) -> Visit:
        """Return the visit; ``why``: from where it was opened, in one word. Raises ``VisitUnknown``."""
        state = self._journal.load(visit)
        self._casebook.record_of_desk([CaseRead(why)], self._clock.now(), visit)
        return state


class GiveData:
    """For who may give data; each export and each erasure is in the journal."""

    def __init__(self, rooms: DataRooms, duty: Duty) -> None:
        self._rooms = rooms
        self._duty = duty
        self._journal = VisitJournal(rooms.casebook, rooms.clock)
        self._point = PointDetails(rooms.casebook)

    def copy(self, visit: VisitId, language: Language | None = None) -> PersonCopy:
        """Return the copy in a language, the citizen's own when none is named; raises ``NotYourRole``."""
        self._duty.require(Function.GIVE_DATA)
        state = self._journal.load(visit)
        return self._copy(state, language or state.profile.citizen_language)

    def events(self, visit: VisitId) -> tuple[Recorded, ...]:
        """Return every event as it is stored: what the copy was made from."""
        self._duty.require(Function.GIVE_DATA)
        return self._rooms.casebook.events_of(visit)

    def draw(self, copy: PersonCopy, options: PaperOptions) -> bytes:
        """Return the copy as a paper."""
        return self._rooms.papers.person_copy(copy, options)

    def text(self, copy: PersonCopy, options: PaperOptions) -> str:
        """Return the copy as plain text."""
        return self._rooms.papers.person_copy_text(copy, options)

    def draw_receipt(self, receipt: ErasureReceipt, options: PaperOptions) -> bytes:
        """Return what an erasure left as a paper for the person: nothing of them is on it."""
        return self._rooms.papers.erasure_receipt(receipt, options)

    def everything(self, visit: VisitId, copy: PersonCopy) -> dict[str, object]:
        """Return the copy with every event as it is stored, for a file that a program reads."""
        told = [{"id": each.id, "at": each.at, "kind": each.kind, "event": each.event} for each in self.events(visit)]
        return {"visit": visit, "events": told, "copy": copy}

    def as_json(self, visit: VisitId) -> bytes:
        """Return the same as JSON, in the citizen's language; dates are ISO, amounts are text with two decimals."""
        encoded = msgspec.json.Encoder(decimal_format="string").encode(self.everything(visit, self.copy(visit)))
        return msgspec.json.format(encoded, indent=2)

    def given(self, visit: VisitId, form: str) -> None:
        """Note that it was written out."""
        self._rooms.casebook.record_of_desk([CaseExported(form)], self._rooms.clock.now(), visit)

    def erase(self, visit: VisitId) -> ErasureReceipt:
        """Erase all that is personal of a visit, here and in every copy, and say what stays."""
        receipt = self.erase_here(visit)
        refused = self._rooms.copies.renew()
        left = self._rooms.copies.last_gone() if self._rooms.copies.must_be_renewed else None
        return replace(receipt, no_copy_left=refused is not None, last_copy_gone=left, head_after=self._heads())

    def erase_here(self, visit: VisitId) -> ErasureReceipt:
        """The same without waiting for a new copy: the wish is stored, and the receipt names the last day of the old.

        A mandate under which something was done, and the receipt of a document, have times of their own.
        """
        self._duty.require(Function.GIVE_DATA)
        rooms = self._rooms
        state = self._journal.load(visit)
        gone_before = _gone_from(rooms.casebook.events_of(visit))
        if not state.erased:
            state = self._journal.record_and_erase(visit, VisitDiscarded())
        rooms.errands.forget()
        return self._receipt(state, _gone_from(rooms.casebook.events_of(visit)) - gone_before)

    def _receipt(self, state: Visit, erased: int) -> ErasureReceipt:
        rooms, times, point = self._rooms, self._rooms.times.read(), self._point.read()
        stays = {each.category: kept_until(each, times) for each in kept_of(state)}
        return ErasureReceipt(
            at=rooms.clock.now(),
            number=state.number,
            erased_events=erased,
            stays={category: day for category, day in stays.items() if category is not Category.PLAN},
            lies_here=sum(held.sent is None for held in state.documents.values()),
            last_copy_gone=rooms.copies.last_gone() if rooms.copies.must_be_renewed else None,
            head_after=self._heads(),
            point=point.name if point is not None else "",
        )

    def _heads(self) -> tuple[str, ...]:
        return tuple(written(head) for head in self._rooms.keeper.heads())

    def _copy(self, state: Visit, language: Language) -> PersonCopy:
        rooms = self._rooms
        rules = rooms.errands.of(state)
        ask = self._point.read(language) or WhoToAsk("")
        telling = Telling(rules.shelf.wording(language), ask, rooms.clock.now(), rooms.times.read())
        return person_copy(state, rooms.casebook.events_of(state.id), telling, Watch(rooms.casebook))


def _gone_from(recorded: tuple[Recorded, ...]) -> int:
    return sum(record.event is None for record in recorded)
