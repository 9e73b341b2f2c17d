"""What does not apply, and why: shut until somebody wonders."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.errands.why_view import StepWhy
from desk.model.ids import StepId
from desk.usecases.visit_view import RuledOutView
from i18n.translator import Translator
from ui.screens.visit.why_panel import WhyPanel
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton
from ui.widgets.layouts import column
from ui.widgets.live_column import arrange, keep_only
from ui.widgets.text import Text


class RuledOutEntry(Speaking, QWidget):
    """One step that does not apply, or one of several persons."""

    why_asked = Signal(str)
    """Explain it (``StepId``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._shown: RuledOutView | None = None
        self._title, self._because = Text(Role.STRONG), Text(Role.MUTED)
        self.why = WhyPanel(translator)
        self.why.asked.connect(self._ask)
        layout = column(self, gap=Space.XS)
        for part in (self._title, self._because, self.why):
            layout.addWidget(part)

    def show_step(self, shown: RuledOutView) -> None:
        """Show a step."""
        self._shown = shown
        self.why.about(shown.title)
        self.retranslate()

    def retranslate(self) -> None:
        shown, words = self._shown, self.words
        if shown is None:
            return
        self._title.setText(shown.title)
        reasons = [words.text("{fact}: {answer}", fact=each.short, answer=each.answer) for each in shown.reasons]
        self._because.say("\n".join(part for part in (shown.because, *reasons) if part))

    @Slot()
    def _ask(self) -> None:
        if self._shown is not None:
            self.why_asked.emit(self._shown.id)


class RuledOutPart(Speaking, QWidget):
    """The quiet list under the path."""

    why_asked = Signal(str)
    """Explain a step (``StepId``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._shown: tuple[RuledOutView, ...] = ()
        self._entries: dict[StepId, RuledOutEntry] = {}
        self.link = LinkButton()
        self.link.setCheckable(True)
        self.link.toggled.connect(self._toggled)
        self._list = QWidget()
        self._head = Text(Role.HEADING, self._list)
        self._inside = column(self._list, gap=Space.M)
        layout = column(self, gap=Space.S)
        layout.addWidget(self.link)
        layout.addWidget(self._list)
        self._list.hide()

    def show_ruled_out(self, ruled_out: tuple[RuledOutView, ...]) -> None:
        """Show other steps; entries are made when the list is open."""
        self._shown = ruled_out
        self.retranslate()
        self._sync()

    def forget(self) -> None:
        """Keep nothing of the last visit: for the next citizen it is shut."""
        self._shown = ()
        self.link.setChecked(False)

    def show_why(self, step: StepId, why: StepWhy) -> None:
        """Show the explanation of a step, when it is in this list."""
        entry = self._entries.get(step)
        if entry is not None:
            entry.why.show_why(why)

    def retranslate(self) -> None:
        count = len(self._shown)
        self.link.setText(self.words.ntext("{n} step does not apply: why?", "{n} steps do not apply: why?", count))
        self._head.setText(self.words.text("These do not concern the citizen."))

    def _sync(self) -> None:
        shown = self._shown if self.link.isChecked() else ()
        parts: list[QWidget] = [self._head, *(self._entry(each) for each in shown)] if shown else []
        arrange(self._inside, parts)
        keep_only(self._entries, parts)

    def _entry(self, view: RuledOutView) -> RuledOutEntry:
        if view.id not in self._entries:
            entry = RuledOutEntry(self._translator)
            entry.why_asked.connect(self.why_asked)
            self._entries[view.id] = entry
        self._entries[view.id].show_step(view)
        return self._entries[view.id]

    @Slot(bool)
    def _toggled(self, shown: bool) -> None:
        self._sync()
        self._list.setVisible(shown)
