"""Plan and print: the paper itself, as it will come out, beside the few choices that change it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from i18n.translator import Translator
from ui.screens.papers.calendar_part import CalendarPart
from ui.screens.papers.choices import PaperChoices
from ui.screens.papers.paper_view import PaperView
from ui.screens.papers.state import PapersState
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import BusyButton, LinkButton, button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.empty_state import EmptyState
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column, row
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text

_BESIDE_IN_CHARACTERS = 96


class PapersScreen(Speaking, QWidget):
    """Renders a ``PapersState``."""

    print_requested = Signal(str)
    """Print on a printer, by its name."""
    save_requested = Signal()
    """Save as a file."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = PapersState()
        self._shown_pdf: bytes | None = None
        self.paper = PaperView(translator)
        self.choices = PaperChoices(translator)
        self._printer = ChoiceField()
        self._printer_row = FormRow(self._printer)
        self._no_printer, self._left_out = Text(Role.ATTENTION), Text(Role.MUTED)
        self.left_out = LinkButton()
        self.left_out.setCheckable(True)
        self.left_out.toggled.connect(self._show_left_out)
        self._told_when_asked = Text(Role.MUTED)
        self._code_title, self._code = Text(Role.STRONG), Text(Role.CODE)
        self._saved = Text(Role.DONE)
        self.print = BusyButton(Role.PRIMARY)
        self.save: QPushButton = button()
        self.large_view: QPushButton = button()
        self.large_view.setCheckable(True)
        self.calendar = CalendarPart(translator)
        self._empty = EmptyState()
        self.print.clicked.connect(self._ask_print)
        self.save.clicked.connect(self.save_requested)
        self.large_view.toggled.connect(self._show_large)
        self._work = QWidget()
        self._beside: QHBoxLayout = row(self._work)
        self._build()
        self.retranslate()

    def render_state(self, state: PapersState) -> None:
        """Show a state."""
        self._state = state
        self._empty.setVisible(state.paper is None)
        self._work.setVisible(state.paper is not None)
        self.choices.show_choices(state)
        self.calendar.show_days(state)
        if state.pdf is None or state.pdf is not self._shown_pdf:
            self.large_view.setChecked(False)
            self.left_out.setChecked(False)
            self.paper.show_pdf(state.pdf)
            self._shown_pdf = state.pdf
        self.print.set_busy(state.busy or state.pdf is None)
        self.print.set_allowed(bool(state.printers))
        self.save.setEnabled(state.pdf is not None)
        self.large_view.setVisible(bool(state.as_text))
        self._printer.clear()
        self._printer.addItems(list(state.printers))
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on what is most likely done next."""
        if self.print.isEnabled():
            self.print.setFocus()
        else:
            self.choices.take_focus()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._empty.set_words(
            words.text("There is no paper yet."),
            words.text("A plan is made of a visit, guidance of a service. Choose one of them first."),
        )
        self._printer_row.set_words(words.text("Printer"))
        self._printer_row.setVisible(len(state.printers) > 1)
        self._no_printer.say(
            words.text("No printer was found. Save the paper, or show it large to copy it by hand.")
            if not state.printers and state.pdf is not None
            else ""
        )
        self._left_out.say("\n".join(state.left_out))
        self.left_out.setText(words.text("What else is left off?"))
        self.left_out.setVisible(bool(state.told_when_asked))
        self._show_left_out(self.left_out.isChecked())
        self.print.set_words(words.text("Print {keys}", keys=Shortcut.PRINT.shown), words.text("One moment …"))
        self.save.setText(words.text("Save {keys}", keys=Shortcut.SAVE_PAPER.shown))
        self.large_view.setText(words.text("Show large"))
        self._code_title.say(words.text("Plan code") if state.plan_code else "")
        self._code.say(state.plan_code)
        self._saved.say(words.text("Saved: {path}", path=state.saved_to) if state.saved_to else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _BESIDE_IN_CHARACTERS
        self._beside.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _build(self) -> None:
        outer = column(self)
        outer.addWidget(self._empty)
        outer.addWidget(self._work, 1)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.paper, 3)
        side = ScrollColumn(gap=Space.M, edge=Space.L)
        parts = (
            *(self.choices, self._printer_row, self._no_printer, self.print, self.save, self.large_view),
            *(self.calendar, self._saved, self._left_out, self.left_out),
            *(self._told_when_asked, self._code_title, self._code),
        )
        for part in parts:
            side.column.addWidget(part)
        side.column.addStretch(1)
        self._beside.addWidget(side, 2)

    @Slot()
    def _ask_print(self) -> None:
        self.print_requested.emit(self._printer.currentText())

    @Slot(bool)
    def _show_left_out(self, shown: bool) -> None:
        self._told_when_asked.say("\n".join(self._state.told_when_asked) if shown else "")

    @Slot(bool)
    def _show_large(self, large: bool) -> None:
        if large:
            self.paper.show_large(self._state.as_text)
        else:
            self.paper.show_pdf(self._state.pdf)
