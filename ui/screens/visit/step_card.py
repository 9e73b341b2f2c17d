"""One step of the path. Closed it says what, who and by when; it opens in place and says everything else."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from desk.errands.why_view import StepWhy
from desk.errors import DeskError
from desk.model.mandate import DataKind
from desk.model.mandate_rules import Allowed, Refused
from desk.model.path import Nature
from desk.model.plan import Decision, Group, PlanDeadline
from desk.model.point_note import NoteKind, Subject, step_subject
from desk.model.ways import ChosenWay
from desk.usecases.visit_view import StepView
from i18n.days import days_left
from i18n.translator import NP_, Translator, Words
from ui.screens.visit.acting_words import Acting, glance_tone, glance_words
from ui.screens.visit.help_words import help_in_short
from ui.screens.visit.open_lines import OpenLines
from ui.screens.visit.state import Decided
from ui.screens.visit.step_body import StepBody
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role, set_state
from ui.theme.tokens import Space
from ui.widgets.card_button import CardButton
from ui.widgets.layouts import column
from ui.widgets.text import Mark

DECIDED = {
    Decision.HANDLED: NP_("what was agreed of a step", "handled"),
    Decision.AGREED: NP_("what was agreed of a step", "agreed"),
    Decision.DECLINED: NP_("what was agreed of a step", "declined"),
    Decision.POSTPONED: NP_("what was agreed of a step", "later"),
}
_TONES = {
    Decision.HANDLED: "done",
    Decision.AGREED: "accent",
    Decision.DECLINED: "quiet",
    Decision.POSTPONED: "attention",
}


class StepCard(Speaking, QFrame):
    """Renders a ``StepView``."""

    decided = Signal(object)
    """Something was agreed (``Decided``)."""
    way_chosen = Signal(str, object)
    """How a step is done: step, ``ChosenWay`` or ``None``."""
    noted = Signal(str, str)
    """The clerk's note: step, text."""
    card_said = Signal(object)
    """What is said before a log-in was said (``Card``)."""
    kept_off = Signal(str, bool)
    """It shall not stand on the papers, or shall again (``StepId``, whether it is left off)."""
    service_requested = Signal(str)
    """Show the service's sheet."""
    opened = Signal(str)
    """Its details are shown: which of its lines are open now? (``StepId``)"""
    why_asked = Signal(str)
    """Explain it, and what would change it (``StepId``)."""
    note_written = Signal(object)
    """A note of the point about this step (``WrittenNote``)."""
    note_withdrawn = Signal(object)
    """A note of the point is true no longer (``PointNote``)."""

    acted = Signal(str, object, str)
    """It was done in the citizen's name: step, kinds of data given, the agency's reference number."""
    mandate_requested = Signal(str, str)
    """It needs a line that no mandate has (``ErrandId``, ``AgencyId``)."""
    document_left = Signal(str)
    """The citizen leaves a document for it (``StepId``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._view: StepView | None = None
        self._today = date.min
        self._body: StepBody | None = None
        set_role(self, Role.CARD)
        self.head = CardButton(Role.HEAD)
        self.head.setCheckable(True)
        self.head.toggled.connect(self._toggled)
        self._fresh, self._passed, self._decision, self._help = Mark(), Mark("danger"), Mark(), Mark()
        self._off, self._past, self._acting = Mark("quiet"), Mark("attention"), Mark()
        self._allowance: Allowed | Refused | None = None
        for mark in self._marks:
            self.head.marks.addWidget(mark)
        self._layout = column(self, gap=Space.XS, edge=1)
        self._layout.addWidget(self.head)

    def show_step(self, view: StepView, today: date, *, fresh: bool) -> None:
        """Show a step as it stands; ``fresh`` marks one that the last answer brought."""
        self._view, self._today = view, today
        set_state(self, "fresh", fresh)
        self._fresh.setVisible(fresh)
        self.retranslate()
        if self._body is not None:
            self._body.show_step(view, today)

    def show_lines(self, lines: OpenLines) -> None:
        """Say which of the phone lines are open now."""
        if self._body is not None:
            self._body.show_lines(lines)

    def show_acting(self, acting: Acting) -> None:
        """Say which line of a mandate allows it, or why none does."""
        if self._body is not None:
            self._body.show_acting(acting)

    def show_allowance(self, found: Allowed | Refused | None) -> None:
        """Mark whether a mandate allows it; nothing where nobody acts for the citizen."""
        if found != self._allowance:
            self._allowance = found
            self.retranslate()

    def show_why(self, why: StepWhy) -> None:
        """Explain it."""
        if self._body is not None:
            self._body.why.show_why(why)

    def refuse_note(self, about: Subject, error: DeskError) -> None:
        """Say at the field why a note about this step was not kept."""
        view = self._view
        if self._body is not None and view is not None and about == step_subject(view.step.errand, view.step.id):
            self._body.notes.refuse(error)

    def refuse_text(self, error: DeskError) -> None:
        """Say at the field why what was written there was not kept."""
        if self._body is not None:
            self._body.decisions.refuse_text(error)
            self._body.ways.refuse(error)
            self._body.acting.refuse(error)

    def begin_note(self, kind: NoteKind) -> bool:
        """Open in place, and begin a note about the step."""
        self.open()
        return self._body is not None and self._body.notes.begin(kind)

    def open(self) -> None:
        """Open in place."""
        self.head.setChecked(True)

    @property
    def is_open(self) -> bool:
        """Whether its details are shown."""
        return self.head.isChecked()

    def retranslate(self) -> None:
        view, words = self._view, self.words
        if view is None:
            return
        self._fresh.setText(words.ptext("step", "new"))
        self._say_passed(words, view.step.deadline)
        decision = view.state.decision
        self._decision.say(words.ptext(*DECIDED[decision]) if decision is not None else "")
        self._decision.set_tone(_TONES[decision] if decision is not None else "quiet")
        self._past.say(words.ptext("step", "not in the new rules") if view.step.past else "")
        self._off.say(words.ptext("step", "not on paper") if view.state.off_paper else "")
        self._say_help(words, view)
        self._say_allowance(words, view)
        whose = view.step.whose.text if view.step.whose is not None else ""
        parts = (whose, view.step.agency, self._by_when(words, view))
        below = "\N{NO-BREAK SPACE}· ".join(part for part in parts if part)
        said = [mark.text() for mark in self._marks if not mark.isHidden()]
        self.head.set_words(view.step.title.text, quiet_line=below, spoken=", ".join([view.step.title.text, *said]))

    @property
    def _marks(self) -> tuple[Mark, ...]:
        return self._fresh, self._passed, self._past, self._decision, self._help, self._acting, self._off

    def _say_allowance(self, words: Words, view: StepView) -> None:
        found = self._allowance if view.state.decision is None else None
        self._acting.say(glance_words(words, found))
        self._acting.set_tone(glance_tone(found))

    def _say_help(self, words: Words, view: StepView) -> None:
        """Whether it is handled here, or advised on; once it is decided, that is what matters."""
        found = view.step.help if view.state.decision is None else None
        self._help.say(help_in_short(words, found) if found is not None else "")
        self._help.set_tone("accent" if found is not None and found.is_handled else "quiet")

    def _say_passed(self, words: Words, deadline: PlanDeadline | None) -> None:
        """Only a day of law or money frightens rightly; an advised day that is gone means: soon."""
        self._passed.setVisible(deadline is not None and deadline.passed)
        if deadline is None or deadline.nature in (Nature.LAW, Nature.MONEY):
            self._passed.setText(words.text("deadline passed"))
            self._passed.set_tone("danger")
        else:
            self._passed.setText(words.ptext("step", "as soon as you can"))
            self._passed.set_tone("attention")

    def _by_when(self, words: Words, view: StepView) -> str:
        step, formats = view.step, self._translator.formats
        if step.group is Group.MAYBE and view.open_questions:
            return words.ntext("{n} answer decides", "{n} answers decide", view.open_questions)
        if step.deadline is None:
            return ""
        if step.deadline.day is None:
            return step.deadline.text.text if step.deadline.text is not None else ""
        day = step.deadline.day
        if step.deadline.nature is Nature.CHECK:
            return words.text("check on {day}", day=formats.on_date(day))
        return words.text(
            "by {day} ({left})", day=formats.on_date(day), left=_together(days_left(words, self._today, day))
        )

    @Slot(bool)
    def _toggled(self, opened: bool) -> None:
        if opened and self._body is None and self._view is not None:
            self._body = StepBody(self._translator)
            self._body.decided.connect(self._decide)
            self._body.noted.connect(self._note)
            self._body.ways.way_chosen.connect(self._choose_way)
            self._body.service_requested.connect(self.service_requested)
            self._body.why.asked.connect(self._ask_why)
            self._body.kept_off.connect(self._keep_off)
            self._body.card_said.connect(self.card_said)
            self._body.notes.written.connect(self.note_written)
            self._body.notes.withdrawn.connect(self.note_withdrawn)
            self._body.acting.done.connect(self._act)
            self._body.acting.mandate_requested.connect(self.mandate_requested)
            self._body.decisions.document_left.connect(self._leave_document)
            self._layout.addWidget(self._body)
            self._body.show_step(self._view, self._today)
        if self._body is not None:
            self._body.setVisible(opened)
        if opened and self._view is not None:
            self.opened.emit(self._view.step.id)

    @Slot(object, str)
    def _decide(self, decision: Decision | None, reason: str) -> None:
        if self._view is not None:
            self.decided.emit(Decided(self._view.step.id, decision, reason))

    def toggle_off_paper(self) -> None:
        """Leave it off the papers, or put it on again."""
        if self._view is not None:
            self._keep_off(not self._view.state.off_paper)

    @Slot(bool)
    def _keep_off(self, off_paper: bool) -> None:
        if self._view is not None:
            self.kept_off.emit(self._view.step.id, off_paper)

    @Slot()
    def _ask_why(self) -> None:
        if self._view is not None:
            self.why_asked.emit(self._view.step.id)

    @Slot(object)
    def _choose_way(self, way: ChosenWay | None) -> None:
        if self._view is not None:
            self.way_chosen.emit(self._view.step.id, way)

    @Slot()
    def _leave_document(self) -> None:
        if self._view is not None:
            self.document_left.emit(self._view.step.id)

    @Slot(object, str)
    def _act(self, kinds: frozenset[DataKind], reference: str) -> None:
        if self._view is not None:
            self.acted.emit(self._view.step.id, kinds, reference)

    @Slot(str)
    def _note(self, note: str) -> None:
        if self._view is not None:
            self.noted.emit(self._view.step.id, note)


def _together(words: str) -> str:
    """Words that stand on one line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")
