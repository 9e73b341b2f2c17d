"""Draws papers as they will come out, saves and prints them. The citizen's language decides, not the screen's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError
from desk.model.plan_days import days_of
from desk.model.visit import Accommodation, Visit
from desk.ports import PaperOptions
from i18n.language import Language
from i18n.translator import Words
from ui.desk_access import DeskAccess
from ui.saved_file import write_file
from ui.screens.papers.made import MadePaper
from ui.screens.papers.state import FILE_NAMES, PAPER_LANGUAGES, PLANS, Paper, PapersState, Size
from ui.widgets.banner import Told, Tone


@dataclass(frozen=True, slots=True)
class _Drawn:
    pdf: bytes
    as_text: str
    discreet: bool
    plan_code: str
    printers: tuple[str, ...]
    calendar_days: int | None = None
    left_out: tuple[str, ...] = ()
    kept_off: tuple[str, ...] = ()


class PapersPresenter(QObject):
    """Holds the paper at hand; its bytes are nowhere but here."""

    state_changed = Signal(object)
    """Another ``PapersState``."""
    made = Signal()
    """The paper was printed or saved."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._visit: Visit | None = None
        self._service: str | None = None
        self._made: MadePaper | None = None
        self._state = PapersState()

    @property
    def state(self) -> PapersState:
        """What is shown."""
        return self._state

    @property
    def file_name(self) -> str:
        """What the paper is called as a file: no person, no matter."""
        return self._words.ptext(*FILE_NAMES[self._state.paper or Paper.PLAN])

    def show_plan(self, visit: Visit, service: str | None = None) -> None:
        """The plan of a visit, in the citizen's language and size; the guidance of an open service is a choice."""
        self._visit, self._service, self._made = visit, service, None
        self._begin(Paper.PLAN, visit, visit.profile.citizen_language, self._papers())

    def show_correction(self, visit: Visit) -> None:
        """What was wrong in a visit, in the language that it was said in; the plan is a choice."""
        self._visit, self._service, self._made = visit, None, None
        told_in = visit.plan.language if visit.plan is not None else visit.profile.citizen_language
        self._begin(Paper.CORRECTION, visit, told_in, (Paper.CORRECTION, *self._papers()))

    def show_made(self, made: MadePaper) -> None:
        """A paper that its own use case makes, in the citizen's language and size."""
        self._visit, self._service, self._made = made.visit, None, made
        self._begin(made.paper, made.visit, made.visit.profile.citizen_language, (made.paper,))

    def _begin(self, paper: Paper, visit: Visit, language: Language, papers: tuple[Paper, ...]) -> None:
        profile = visit.profile
        self._state = replace(
            self._state,
            papers=papers,
            paper=paper,
            language=_paper_language(language),
            large=Accommodation.LARGE_PRINT in profile.accommodations,
            easy=Accommodation.EASY_LANGUAGE in profile.accommodations,
            calendar_named=False,
            own_language=self._made is not None and self._made.own_language,
        )
        self._draw()

    def show_guidance(self, service: str, language: Language) -> None:
        """The guidance of a service, in the citizen's language."""
        self._service, self._made = service, None
        self._state = replace(
            self._state,
            papers=self._papers(),
            paper=Paper.GUIDANCE,
            language=_paper_language(language),
            own_language=False,
        )
        self._draw()

    @Slot(object)
    def pick_paper(self, paper: Paper) -> None:
        """Another paper."""
        self._state = replace(self._state, paper=paper)
        self._draw()

    @Slot(object)
    def pick_language(self, language: Language) -> None:
        """Another language."""
        self._state = replace(self._state, language=language)
        self._draw()

    @Slot(object)
    def pick_size(self, size: Size) -> None:
        """Another size."""
        self._state = replace(self._state, large=size is Size.LARGE)
        self._draw()

    @Slot()
    def reword(self) -> None:
        """Say the same in another language; the paper stays as it is."""
        if self._state.paper is not None:
            state = self._state
            self._show(self._with_left_out(state))

    @Slot()
    def forget(self) -> None:
        """Nothing of the paper stays."""
        self._visit = self._service = self._made = None
        self._show(PapersState())

    def print_on(self, printer: str) -> None:
        """Send the paper to a printer."""
        pdf = self._state.pdf
        if pdf is None:
            return
        self._show(replace(self._state, busy=True))
        self._hand_over(partial(self._send, pdf, printer or None, self._second), self._printed)

    def save_to(self, path: Path) -> None:
        """Write the paper to a file that the clerk chose."""
        pdf = self._state.pdf
        if pdf is not None:
            self._hand_over(partial(_write, path, pdf, self._second), partial(self._saved, path))

    @property
    def _second(self) -> Callable[[], bytes] | None:
        """Draws the second copy of a paper that has one."""
        made = self._made
        return partial(made.beside, _options(self._state)) if made is not None and made.beside is not None else None

    def _send(self, pdf: bytes, printer: str | None, second: Callable[[], bytes] | None) -> None:
        """On the store lane."""
        for copy in (pdf, *((second(),) if second is not None else ())):
            self._access.desk.print_paper.send(copy, printer)
        visit = self._made.visit if self._made is not None else self._visit
        if visit is not None and printer is not None:  # from now on it is the first one in this channel
            self._access.desk.meeting.printers.remember(visit.channel, printer)

    @Slot(bool)
    def name_in_calendar(self, named: bool) -> None:
        """The citizen wants the names of the steps in their calendar, or not."""
        self._show(replace(self._state, calendar_named=named))

    def save_calendar_to(self, path: Path) -> None:
        """Write the days of the plan to a file that the clerk chose."""
        visit, state = self._visit, self._state
        if visit is not None and state.calendar_days:
            self._access.ask_or(
                self, partial(self._save_calendar, path, visit, state), self._calendar_saved, self._failed
            )

    def _save_calendar(self, path: Path, visit: Visit, state: PapersState) -> Path:
        """On the store lane: the file is written, and of an open visit it is noted."""
        desk = self._access.desk
        plan = desk.make_plan.preview(visit.id, state.language, easy=state.easy)
        write_file(path, desk.make_calendar.file(visit.id, plan, named=state.calendar_named))
        if desk.journal.load(visit.id).is_unfinished:
            desk.make_calendar.made(visit.id, plan.language)
        return path

    def _calendar_saved(self, path: Path) -> None:
        self._show(replace(self._state, saved_to=str(path)))

    def _hand_over(self, work: Callable[[], None], done: Callable[[], None]) -> None:
        visit, state, made = self._visit, self._state, self._made

        def hand_over() -> None:
            work()
            if made is not None:
                _ = made.given(_options(state)) if made.given is not None else None
            elif visit is not None and state.paper is Paper.CORRECTION:
                self._access.desk.correct_advice.given(visit.id, state.language)
            elif visit is not None and state.paper in PLANS and self._access.desk.journal.load(visit.id).is_unfinished:
                self._access.desk.print_paper.made(visit.id, state.paper.value, _options(state))

        def told(_nothing: None) -> None:
            done()

        self._access.ask_or(self, hand_over, told, self._failed)

    def _printed(self) -> None:
        self._show(replace(self._state, busy=False))
        self._access.messages.tell(lambda: Told(self._words.text("The paper is at the printer."), tone=Tone.DONE))
        self.made.emit()

    def _saved(self, path: Path) -> None:
        self._show(replace(self._state, saved_to=str(path)))
        self.made.emit()

    def _failed(self, error: DeskError) -> None:
        self._show(replace(self._state, busy=False))
        self._access.messages.tell_error(error)

    def _draw(self) -> None:
        self._show(replace(self._state, pdf=None, as_text="", saved_to="", calendar_days=None, busy=False))
        made, options = self._made, _options(self._state)
        if made is not None:
            self._access.ask_newest(self, "paper", partial(self._drawn_by, made, options), self._ready)
            return
        key = (self._state.paper, options)
        self._access.ask_newest(self, "paper", partial(self._drawn, *key), self._ready)

    def _drawn_by(self, made: MadePaper, options: PaperOptions) -> _Drawn:
        """On the store lane: a paper that its own use case makes."""
        printers = self._access.desk.meeting.printers.names(made.visit.channel)
        return _Drawn(made.draw(options), "", made.discreet is not None and made.discreet(), "", printers)

    def _drawn(self, paper: Paper | None, options: PaperOptions) -> _Drawn:
        """On the store lane: the paper's bytes and words."""
        desk, visit = self._access.desk, self._visit
        printers = desk.meeting.printers.names(visit.channel if visit is not None else None)
        if paper in PLANS and visit is not None:
            plan = desk.make_plan.preview(visit.id, options.language, easy=options.easy)
            days = len(days_of(plan))
            pdf, text = desk.print_paper.plan(plan, options), desk.print_paper.plan_text(plan, options)
            return _Drawn(pdf, text, plan.discreet, plan.plan_code or "", printers, days, plan.left_out, plan.kept_off)
        if paper is Paper.CORRECTION and visit is not None:
            correction = desk.correct_advice.paper(visit.id, options.language)
            drawn = desk.print_paper.correction(correction, options)
            return _Drawn(drawn, "", correction.discreet, correction.plan_code or "", printers)
        shown = desk.show_service(self._service or "")
        return _Drawn(desk.print_paper.guidance(shown, options), "", False, "", printers)

    def _ready(self, drawn: _Drawn) -> None:
        state = replace(
            self._state,
            pdf=drawn.pdf,
            as_text=drawn.as_text,
            printers=drawn.printers,
            plan_code=drawn.plan_code,
            discreet=drawn.discreet,
            calendar_days=drawn.calendar_days,
            steps_left_out=drawn.left_out,
            steps_kept_off=drawn.kept_off,
        )
        self._show(self._with_left_out(state))

    def _with_left_out(self, state: PapersState) -> PapersState:
        """What stands open says nothing of danger: the clerk may turn the screen to show the paper."""
        words, guides, made = self._words, state.paper is Paper.GUIDANCE, self._made
        if made is not None:
            return self._with_said_of(made, state)
        always = () if guides else (words.text("Not on the paper: identity codes, names, your notes."),)
        told = tuple(self._said_of_guidance() if guides else self._said_of_left_out(state))
        wary = bool(told) if guides else state.discreet
        ask = (words.text("Ask the citizen whether they want to take the paper along."),) if wary else ()
        return replace(state, left_out=(*always, *ask), told_when_asked=told)

    def _with_said_of(self, made: MadePaper, state: PapersState) -> PapersState:
        """What is told openly, and what is told when the clerk asks: others may look at the screen."""
        words = self._words
        told = made.told(words) if made.told is not None else ()
        if not state.discreet:
            return replace(state, left_out=told, told_when_asked=())
        ask = words.text("Ask the citizen whether they want to take the paper along.")
        named = words.text("This visit is discreet, and the paper names its matters. Read it before you hand it over.")
        return replace(state, left_out=(*told, ask), told_when_asked=(named,))

    def _said_of_left_out(self, state: PapersState) -> Iterator[str]:
        words = self._words
        if state.discreet:
            yield words.text("Discreet: the title is neutral, and no address or municipality is on the paper.")
            yield words.text("Ask the citizen alone whether it is safe to take this paper home.")
        if state.steps_left_out:
            steps = " · ".join(state.steps_left_out)
            yield words.text("Left out, as they would tell of danger: {steps}.", steps=steps)
        if state.steps_kept_off:
            steps = " · ".join(state.steps_kept_off)
            yield words.text("Left off the paper by you: {steps}.", steps=steps)

    def _said_of_guidance(self) -> Iterator[str]:
        visit = self._visit
        if visit is not None and Accommodation.DISCREET in visit.profile.accommodations:
            yield self._words.text(
                "This visit is discreet, and guidance names its service and place. Read it before you hand it over."
            )

    def _papers(self) -> tuple[Paper, ...]:
        plan = (Paper.PLAN, Paper.SUMMARY) if self._visit is not None else ()
        return (*plan, Paper.GUIDANCE) if self._service is not None else plan

    @property
    def _words(self) -> Words:
        return self._access.translator.words

    def _show(self, state: PapersState) -> None:
        self._state = state
        self.state_changed.emit(state)


def _paper_language(language: Language) -> Language:
    return language if language in PAPER_LANGUAGES else Language.FI


def _options(state: PapersState) -> PaperOptions:
    return PaperOptions(state.language, state.large, state.easy, short=state.paper is Paper.SUMMARY)


def _write(path: Path, pdf: bytes, second: Callable[[], bytes] | None) -> None:
    """The paper, and its second copy beside it."""
    write_file(path, pdf)
    if second is not None:
        write_file(path.with_stem(f"{path.stem}-2"), second())
