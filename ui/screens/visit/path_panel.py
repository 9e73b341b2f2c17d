"""The right side of the visit: what it leads to, as it stands now, in four groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.errands.why_view import StepWhy
from desk.errors import DeskError
from desk.model.ids import StepId
from desk.model.mandate_rules import Allowed, Refused
from desk.model.plan import Group
from desk.model.point_note import NoteKind, Subject
from desk.usecases.visit_view import StepView, VisitView
from i18n.translator import NP_, Translator
from ui.screens.visit.acting_words import Acting
from ui.screens.visit.hint_part import HintPart
from ui.screens.visit.open_lines import OpenLines
from ui.screens.visit.ruled_out import RuledOutPart
from ui.screens.visit.step_card import StepCard
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.focus import focus_is_inside
from ui.widgets.layouts import column
from ui.widgets.live_column import arrange, keep_only
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text

GROUPS = {
    Group.HERE: NP_("group of steps", "Now at this desk"),
    Group.YOU: NP_("group of steps", "The citizen does"),
    Group.ITSELF: NP_("group of steps", "Comes by itself"),
    Group.MAYBE: NP_("group of steps", "May apply"),
}


class GroupHead(Text):
    """The name of a group and how many steps it has."""

    def __init__(self) -> None:
        super().__init__(Role.HEADING)


class PathPanel(Speaking, QWidget):
    """Renders the steps of a ``VisitView``."""

    decided = Signal(object)
    """Something was agreed of a step (``step_card.Decided``)."""
    way_chosen = Signal(str, object)
    """How a step is done: step, ``ChosenWay`` or ``None``."""
    noted = Signal(str, str)
    """The clerk's note: step, text."""
    card_said = Signal(object)
    """What is said before a log-in was said (``Card``)."""
    kept_off = Signal(str, bool)
    """A step shall not stand on the papers, or shall again (``StepId``, whether it is left off)."""
    service_requested = Signal(str)
    """Show a service's sheet."""
    step_opened = Signal(str)
    """The details of a step are shown (``StepId``)."""
    why_asked = Signal(str)
    """Explain a step, and what would change it (``StepId``)."""
    note_written = Signal(object)
    """A note of the point about a step (``WrittenNote``)."""
    note_withdrawn = Signal(object)
    """A note of the point is true no longer (``PointNote``)."""

    acted = Signal(str, object, str)
    """Something was done in the citizen's name: step, kinds of data given, the agency's reference number."""
    mandate_requested = Signal(str, str)
    """A step needs a line that no mandate has (``ErrandId``, ``AgencyId``)."""
    document_left = Signal(str)
    """The citizen leaves a document for a step (``StepId``)."""

    def __init__(self, translator: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._today = today
        self._view: VisitView | None = None
        self._fresh: frozenset[StepId] = frozenset()
        self._cards: dict[StepId, StepCard] = {}
        self._allowances: Mapping[StepId, Allowed | Refused] = {}
        self._heads = {group: GroupHead() for group in Group}
        self._empty = Text(Role.MUTED)
        self._scroll = ScrollColumn(gap=Space.S, edge=Space.L)
        self.ruled_out = RuledOutPart(translator)
        self.ruled_out.why_asked.connect(self.why_asked)
        self.hints = HintPart(translator)
        self.hints.service_requested.connect(self.service_requested)
        column(self).addWidget(self._scroll)
        self._scroll.hold(self._empty, self.hints, self.ruled_out, *self._heads.values())
        self.retranslate()

    def show_view(self, view: VisitView | None, fresh: frozenset[StepId]) -> None:
        """Show the path; ``fresh`` steps came with the last answer. ``None`` leaves nothing of the last visit."""
        if view is None or (self._view is not None and view.visit.id != self._view.visit.id):
            keep_only(self._cards, ())
            self.hints.forget()
            self.ruled_out.forget()
            self._allowances = {}
        self._view, self._fresh = view, fresh
        self._sync()
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on the first step that waits for a decision, else on the first."""
        cards = [self._cards[step.step.id] for step in self._ordered()]
        waiting = [self._cards[step.step.id] for step in self._ordered() if step.state.decision is None]
        for card in (*waiting, *cards):
            card.head.setFocus()
            return

    def refuse_text(self, step: str, error: DeskError) -> None:
        """Say at the field why what was written there was not kept."""
        card = self._cards.get(StepId(step))
        if card is not None:
            card.refuse_text(error)

    def current(self) -> StepId | None:
        """The step that is open and has the focus."""
        found = (step for step, card in self._cards.items() if card.is_open and focus_is_inside(card))
        return next(found, None)

    def begin_note(self, kind: NoteKind) -> bool:
        """Begin a note about the step that has the focus; False when none has it."""
        found = next((card for card in self._cards.values() if focus_is_inside(card)), None)
        return found is not None and found.begin_note(kind)

    def keep_off_paper(self) -> None:
        """Leave the step that has the focus off the papers, or put it on again."""
        for card in self._cards.values():
            if focus_is_inside(card):
                card.toggle_off_paper()

    @Slot(str, object)
    def show_acting(self, step: str, acting: Acting) -> None:
        """Say which line of a mandate allows a step, or why none does."""
        card = self._cards.get(StepId(step))
        if card is not None:
            card.show_acting(acting)

    @Slot(object)
    def show_allowances(self, found: Mapping[StepId, Allowed | Refused]) -> None:
        """Mark each step: does a line of a mandate allow it?"""
        self._allowances = found
        for step, card in self._cards.items():
            card.show_allowance(found.get(step))

    def show_lines(self, step: str, lines: OpenLines) -> None:
        """Say which phone lines of a step are open now."""
        card = self._cards.get(StepId(step))
        if card is not None:
            card.show_lines(lines)

    def show_why(self, step: str, why: StepWhy) -> None:
        """Explain a step, where it stands."""
        card = self._cards.get(StepId(step))
        if card is not None:
            card.show_why(why)
        else:
            self.ruled_out.show_why(StepId(step), why)

    @Slot(object, object)
    def refuse_note(self, about: Subject, error: DeskError) -> None:
        """Say at the field why a note of the point was not kept."""
        for card in self._cards.values():
            card.refuse_note(about, error)

    def card(self, step: StepId) -> StepCard | None:
        """The card of a step."""
        return self._cards.get(step)

    def retranslate(self) -> None:
        words, view = self.words, self._view
        self._empty.setText(words.text("The path grows here with each answer."))
        for group, head in self._heads.items():
            steps = view.in_group(group) if view is not None else ()
            head.setText(words.text("{group} · {count}", group=words.ptext(*GROUPS[group]), count=len(steps)))

    def _ordered(self) -> list[StepView]:
        view = self._view
        return [step for group in Group for step in view.in_group(group)] if view is not None else []

    def _sync(self) -> None:
        view = self._view
        parts: list[QWidget] = [] if view is not None and view.steps else [self._empty]
        for group in Group:
            steps = view.in_group(group) if view is not None else ()
            if steps:
                parts += [self._heads[group], *(self._card(step) for step in steps)]
        hints = view.hints if view is not None else ()
        self.hints.show_hints(hints, self._today())
        if hints:
            parts.append(self.hints)
        self.ruled_out.show_ruled_out(view.ruled_out if view is not None else ())
        if view is not None and view.ruled_out:
            parts.append(self.ruled_out)
        arrange(self._scroll.column, parts)
        keep_only(self._cards, parts)

    def _card(self, view: StepView) -> StepCard:
        step = view.step.id
        if step not in self._cards:
            card = StepCard(self._translator)
            card.decided.connect(self.decided)
            card.way_chosen.connect(self.way_chosen)
            card.noted.connect(self.noted)
            card.service_requested.connect(self.service_requested)
            card.opened.connect(self.step_opened)
            card.why_asked.connect(self.why_asked)
            card.kept_off.connect(self.kept_off)
            card.card_said.connect(self.card_said)
            card.note_written.connect(self.note_written)
            card.note_withdrawn.connect(self.note_withdrawn)
            card.acted.connect(self.acted)
            card.mandate_requested.connect(self.mandate_requested)
            card.document_left.connect(self.document_left)
            self._cards[step] = card
        self._cards[step].show_allowance(self._allowances.get(step))
        self._cards[step].show_step(view, self._today(), fresh=step in self._fresh)
        return self._cards[step]
