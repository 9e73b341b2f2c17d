"""The casebook through the day: looked at when the desk opens, and in a quiet moment copied, checked and let go of.

What takes long runs on connections of its own beside whoever works, and ends at once when the desk closes. Only what
counts is done where the stores are used, and that is short.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import ChainBroken, DeskError, WorkInterrupted
from desk.model.keeping import KeepingTimes
from desk.model.keeping_receipt import KeepingReceipt
from desk.model.role import Function
from desk.ports import BrokenLink
from desk.ports.keeping import Comparison, Copy, StoreCheck
from desk.usecases.check_casebook import PastCheck, error_of
from i18n.translator import Words
from ui.desk_access import DeskAccess
from ui.tasks import Job, Lane, Token
from ui.widgets.banner import Told, Tone

MOST_LOOKS_PUT_OFF = 12
"""With somebody always at the desk there is no quiet moment: after an hour of looks it is done beside the visit."""


@dataclass(frozen=True, slots=True)
class KeepingState:
    """How it stands, for the card of the service point."""

    times: KeepingTimes = field(default_factory=KeepingTimes)
    copies: tuple[Copy, ...] = ()
    checked: PastCheck | None = None
    busy: bool = False
    may: bool = True
    """Whether the one at the desk keeps the casebook."""
    error: DeskError | None = None
    """Why the last backup or check could not be made."""


class KeepingDay(QObject):
    """Does what is due, one thing at a look; the card may ask for a thing now."""

    state_changed = Signal(object)
    """Another ``KeepingState``."""
    erased = Signal()
    """Something that was kept is there no longer."""

    def __init__(self, access: DeskAccess, at_work: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._access = access
        self._at_work = at_work
        self._put_off = 0
        self._state = KeepingState()

    @Slot()
    def begin(self) -> None:
        """The desk is open: look at the end of the journal, which takes no time."""
        self._access.ask(self, self._access.desk.check_casebook.shortly, self._looked_shortly)

    @Slot()
    def look(self) -> None:
        """Do what is due, when nobody is being helped or it was put off for long."""
        if self._state.busy:
            return
        if self._at_work() and self._put_off < MOST_LOOKS_PUT_OFF:
            self._put_off += 1
            return
        self._put_off = 0
        self._access.ask(self, self._what_is_due, self._do)

    @Slot()
    def read(self) -> None:
        """Look up how it stands."""
        self._access.ask(self, self._stands, self._show)

    @Slot()
    def copy_now(self) -> None:
        """Make a backup now, for who keeps the casebook."""
        if self._state.may:
            self._copy("asked")

    @Slot()
    def renew_copies(self) -> None:
        """A person wanted something erased: what backups hold of it goes now, and not in the next quiet moment."""
        self._access.ask(self, lambda: self._access.desk.keep_copies.must_be_renewed, self._renew)

    @Slot()
    def check_now(self) -> None:
        """Look at everything now."""
        self._beside(self._checked_wholly, self._note)

    @Slot(str, int)
    def set_time(self, name: str, number: int) -> None:
        """Keep something for another time; ``months``: plans, in whatever role they are kept."""
        self._access.ask(self, partial(self._set, name, number), lambda _times: self.read())

    def _set(self, name: str, number: int) -> KeepingTimes:
        settings = self._access.desk.keeping_times
        return settings.set_all_plans(number) if name == "months" else settings.set(name, number)

    def _renew(self, must: bool) -> None:
        if must:
            self._do("copy")

    def _what_is_due(self) -> str:
        desk = self._access.desk
        if desk.run_retention.is_due():
            return "retention"
        if desk.keep_copies.are_due():
            return "copy"
        return "check" if desk.check_casebook.is_due() else ""

    def _do(self, due: str) -> None:
        match due:
            case "retention":
                self._access.ask(self, self._access.desk.run_retention.run_by_itself, self._tell_what_went)
            case "copy":
                self._copy("daily")
            case "check":
                self._beside(self._checked_wholly, self._note)

    def _copy(self, why: str) -> None:
        begin = self._access.desk.keep_copies.begin
        self._beside(lambda token: begin(why, lambda: token.stopped), self._settle, self._not_copied)

    def _beside(
        self,
        work: Callable[[Token], object],
        done: Callable[[object], None],
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        if self._state.busy:
            return
        job = Job(work, done, failed or self._failed, self, lane=Lane.FREE, key="keeping")
        self._say(replace(self._state, busy=True, error=None))
        self._access.runner.start(job)

    def _checked_wholly(self, token: Token) -> tuple[StoreCheck, Comparison | None] | None:
        """Beside whoever works. What is not whole itself is not compared with what screens read of it."""
        check = self._access.desk.check_casebook
        try:
            found = check.wholly(lambda: token.stopped)
            return found, check.going_on(lambda: token.stopped) if found.is_whole else None
        except WorkInterrupted:
            return None

    def _settle(self, begun: object) -> None:
        if isinstance(begun, str):
            settle = partial(self._access.desk.keep_copies.settle, begun)
            self._access.ask_or(self, settle, self._over, self._not_copied)
        else:
            self._over(None)

    def _note(self, looked: object) -> None:
        if not isinstance(looked, tuple):
            self._over(None)
            return
        found, compared = looked
        differs = error_of(compared) if compared is not None else None
        if differs is not None:
            self._access.messages.tell_error(differs)
        if found.broken is not None:
            self._tell_broken(found.broken)
        elif not found.is_whole:
            self._access.messages.tell(partial(_told_of_damage, self._words, found))
        self._access.ask_or(self, partial(self._access.desk.check_casebook.note, found), self._over, self._failed)

    def _over(self, _done: object) -> None:
        self._say(replace(self._state, busy=False))
        self.read()

    def _not_copied(self, error: DeskError) -> None:
        """What a person wanted erased goes out of the backups also where there is no room for a new one."""
        self._failed(error)
        self._access.ask(self, self._access.desk.keep_copies.drop_for_want_of_room, lambda _went: self.read())

    def _failed(self, error: DeskError) -> None:
        self._access.messages.tell_error(error)
        self._say(replace(self._state, busy=False, error=error))

    def _looked_shortly(self, broken: BrokenLink | None) -> None:
        if broken is not None:
            self._tell_broken(broken)

    def _tell_broken(self, broken: BrokenLink) -> None:
        place = f"{broken.device}/{broken.sequence}"
        self._access.messages.tell_error(ChainBroken(where=place, reason=broken.reason))

    def _tell_what_went(self, receipt: KeepingReceipt) -> None:
        if receipt.total:
            self._access.messages.tell(partial(_told_of_retention, self._words, receipt.total))
            self.erased.emit()
        self.read()

    def _words(self) -> Words:
        return self._access.translator.words

    def _stands(self) -> KeepingState:
        desk = self._access.desk
        return replace(
            self._state,
            times=desk.keeping_times.read(),
            copies=desk.keep_copies.all(),
            checked=desk.check_casebook.last(),
        )

    def _show(self, state: KeepingState) -> None:
        self._say(replace(state, busy=self._state.busy, error=self._state.error))

    def _say(self, state: KeepingState) -> None:
        self._state = replace(state, may=self._access.desk.duty.may(Function.KEEP_CASEBOOK))
        self.state_changed.emit(self._state)


def _told_of_retention(words: Callable[[], Words], count: int) -> Told:
    said = words().ntext(
        "{n} thing whose time was over was erased.", "{n} things whose time was over were erased.", count
    )
    return Told(said, tone=Tone.DONE)


def _told_of_damage(words: Callable[[], Words], found: StoreCheck) -> Told:
    say = words()
    if found.lost_untold:
        lost = say.text("Something is lost, and which visits it was cannot be read.")
    elif found.lost:
        numbers = ", ".join(f"{each.number} ({each.opened_at})" for each in found.lost)
        lost = say.text("These visits have lost something: {numbers}.", numbers=numbers)
    else:
        lost = say.text("Nothing that was said in a visit is lost.")
    return Told(
        say.text("The casebook has a damaged page. {lost}", lost=lost),
        say.text("Tell your administrator: “desk casebook backups” and “desk casebook restore” put a backup back."),
        tone=Tone.DANGER,
    )
