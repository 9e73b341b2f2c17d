"""Everything about one step: what, by when, what to bring, the ways to do it, why it applies, and what was agreed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.model.agreement import Task
from desk.model.path import Nature
from desk.model.plan import Decision, Group, PlanDeadline, PlanStep
from desk.model.point_note import step_subject
from desk.usecases.visit_view import StepView
from i18n.days import days_left
from i18n.translator import Translator
from ui.screens.visit.acting import ActingPart
from ui.screens.visit.acting_words import Acting
from ui.screens.visit.channel_list import ChannelList
from ui.screens.visit.decision_bar import DecisionBar
from ui.screens.visit.help_words import help_lines
from ui.screens.visit.login_cards import LoginCards
from ui.screens.visit.mode_words import mode_line
from ui.screens.visit.open_lines import OpenLines
from ui.screens.visit.part import Part
from ui.screens.visit.source_words import source_words
from ui.screens.visit.why_panel import WhyPanel
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.layouts import column
from ui.widgets.notes_box import NotesBox, NotesState
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class StepBody(Speaking, QWidget):
    """The details of a ``StepView``."""

    decided = Signal(object, str)
    """Decision or ``None``, and the citizen's reason."""
    noted = Signal(str)
    """The clerk's note."""
    card_said = Signal(object)
    """What is said before a log-in was said (``Card``)."""
    kept_off = Signal(bool)
    """The step shall not stand on the papers, or shall again."""
    service_requested = Signal(str)
    """Show the sheet of the step's service."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._view: StepView | None = None
        self._today = date.min
        self._what, self._mode = Text(), Text(Role.SMALL)
        self._late = Text(Role.ATTENTION)
        self._when, self._undecided, self._bring = Part(), Part(), Part()
        self._how, self._fee, self._warnings, self._why = Part(), Part(), Part(Role.ATTENTION), Part()
        self._also, self._help = Part(), Part()
        self._source = Text(Role.SMALL)
        self.ways = ChannelList(translator)
        self.why = WhyPanel(translator)
        self.off_paper = button(Role.CHOICE)
        self.off_paper.setCheckable(True)
        self.off_paper.clicked.connect(self.kept_off)
        self.login_cards = LoginCards(translator)
        self.login_cards.said.connect(self.card_said)
        self._off_row = WrapRow()
        self._off_row.add(self.off_paper)
        self._sheet = LinkButton()
        self._sheet.clicked.connect(self._ask_sheet)
        self.notes = NotesBox(translator)
        self.acting = ActingPart(translator)
        self.decisions = DecisionBar(translator)
        self.decisions.decided.connect(self.decided)
        self.decisions.noted.connect(self.noted)
        self._build(column(self, gap=Space.M))

    def show_step(self, view: StepView, today: date) -> None:
        """Show a step as it stands."""
        self._view, self._today = view, today
        self.notes.render_state(NotesState(step_subject(view.step.errand, view.step.id), view.notes, view.note_kinds))
        self.why.about(view.step.title.text)
        self.retranslate()

    def show_acting(self, acting: Acting) -> None:
        """Say which line of a mandate allows it, or why none does; what was done here is no longer advised on."""
        self.acting.show_acting(acting)
        self.retranslate()

    def show_lines(self, lines: OpenLines) -> None:
        """Say which of the phone lines are open now."""
        self.ways.show_lines(lines)

    def retranslate(self) -> None:
        view = self._view
        if view is None:
            return
        words, step = self.words, view.step
        self._what.say(step.what.text)
        self._mode.say(mode_line(words, step.mode))
        self._say_deadline(step.deadline)
        self._undecided.say(words.text("What decides it"), [*step.undecided])
        self._bring.say(words.text("Bring along"), [f"• {each.text}" for each in step.bring])
        self._how.say(words.text("How"), [each.text for each in step.how])
        self._also.say(words.text("This settles too"), [f"• {each.text}" for each in step.also])
        self._say_help(step)
        fee = step.fee
        self._fee.say(words.text("Price"), [fee.text] if fee is not None else [])
        self._warnings.say(words.text("Note"), [each.text for each in step.warnings])
        self.login_cards.show_cards(view.cards)
        self.ways.show_channels(step.channels, view.state.way)
        self._say_why(view)
        self._sheet.setText(words.text("Show the service"))
        self._sheet.setAccessibleDescription(step.title.text)
        self._sheet.setVisible(view.service is not None)
        self.off_paper.setChecked(view.state.off_paper)
        self.off_paper.setText(words.text("Not on paper {keys}", keys=Shortcut.OFF_PAPER.shown))
        self.off_paper.setAccessibleDescription(step.title.text)
        automatic = step.group in (Group.ITSELF, Group.MAYBE)
        advised = step.help is not None and not step.help.is_handled and not self.acting.was_done
        offered = frozenset[Decision]() if automatic else view.may.decisions  # what comes by itself is only noted
        self.decisions.show_state(view.state, step.title.text, offered=offered, advised=advised)
        self.decisions.offer_receiving(step.help is not None and step.help.task is Task.DOCUMENTS_IN)

    def _say_help(self, step: PlanStep) -> None:
        words, found = self.words, step.help
        lines = help_lines(words, self._translator.formats, found, step.agency) if found is not None else []
        title = words.text("Handled at this desk") if found is not None and found.is_handled else words.text("Advice")
        self._help.say(title, lines)

    def _say_deadline(self, deadline: PlanDeadline | None) -> None:
        words, formats = self.words, self._translator.formats
        lines: list[str] = []
        self._late.say(deadline.late.text if deadline is not None and deadline.passed and deadline.late else "")
        if deadline is not None and deadline.day is not None:
            left = days_left(words, self._today, deadline.day)
            lines.append(words.text("{day} ({left})", day=formats.long_date(deadline.day), left=left))
            last = deadline.last_lawful_day
            if last is not None and last != deadline.day:
                lines.append(words.text("Last lawful day: {day}", day=formats.long_date(last)))
        if deadline is not None and deadline.text is not None:
            lines.append(deadline.text.text)
        checks = deadline is not None and deadline.nature is Nature.CHECK
        self._when.say(words.text("Check that it has happened") if checks else words.text("By when"), lines)

    def _say_why(self, view: StepView) -> None:
        words, step = self.words, view.step
        reasons = [words.text("{fact}: {answer}", fact=each.short, answer=each.answer) for each in view.reasons]
        because = [step.because.text] if step.because is not None else []
        self._why.say(words.text("Why this is here"), [*because, *reasons])
        self._source.say(source_words(self._translator, step.source, step.checked, verified=step.verified))

    def _build(self, layout: QVBoxLayout) -> None:
        layout.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        parts: tuple[QLabel | QWidget, ...] = (
            *(
                self.notes,
                self._late,
                self._what,
                self._mode,
                self.acting.allowance,
                self._help,
                self._when,
                self._undecided,
                self._warnings,
                self.login_cards,
                self.ways,
                self._how,
                self._also,
            ),
            *(
                self._bring,
                self._fee,
                self._why,
                self._source,
                self.why,
                self._sheet,
                self.acting,
                self.decisions,
                self._off_row,
            ),
        )
        for part in parts:
            layout.addWidget(part)

    @Slot()
    def _ask_sheet(self) -> None:
        if self._view is not None and self._view.service is not None:
            self.service_requested.emit(self._view.service)
