"""What changed since the clerk's last shift: one quiet line at the counter, that opens in place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton
from ui.widgets.layouts import clear, column
from ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change in words. ``service`` leads to its sheet; empty where there is none any more."""

    title: str
    what: str
    service: str = ""


@dataclass(frozen=True, slots=True)
class ChangesState:
    """The changes, those that matter most first; ``rules``: the errands themselves were updated, in words."""

    lines: tuple[ChangeLine, ...] = ()
    rules: str = ""


class ChangesBox(Speaking, QWidget):
    """Renders a ``ChangesState``; nothing is seen when nothing changed."""

    service_requested = Signal(str)
    """Show the sheet of what changed."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = ChangesState()
        self.head = LinkButton()
        self.head.setCheckable(True)
        self._list = QWidget()
        self._inside = column(self._list, gap=Space.S)
        layout = column(self, gap=Space.S)
        layout.addWidget(self.head)
        layout.addWidget(self._list)
        self._list.hide()
        self.hide()
        self.head.toggled.connect(self._toggled)
        self.retranslate()

    def render_state(self, state: ChangesState) -> None:
        """Show a state; what was open stays open."""
        self._state = state
        self.setVisible(bool(state.lines or state.rules))
        self._fill()
        self.retranslate()

    def retranslate(self) -> None:
        count = len(self._state.lines) + bool(self._state.rules)
        told = self.words.ntext(
            "{n} thing changed since your last shift", "{n} things changed since your last shift", count
        )
        self.head.setText(told)

    def _fill(self) -> None:
        clear(self._inside)
        if self._state.rules:
            self._inside.addWidget(_text(Role.BODY, self._state.rules))
        for line in self._state.lines:
            part = column(gap=Space.XS)
            if line.service:
                way = LinkButton()
                way.setText(line.title)
                way.setAccessibleDescription(line.what)
                way.clicked.connect(partial(self._ask, line.service))
                part.addWidget(way)
            else:
                part.addWidget(_text(Role.STRONG, line.title))
            part.addWidget(_text(Role.MUTED, line.what))
            self._inside.addLayout(part)

    @Slot(bool)
    def _toggled(self, shown: bool) -> None:
        self._list.setVisible(shown)

    def _ask(self, service: str, _checked: bool = False) -> None:
        self.service_requested.emit(service)


def _text(role: Role, words: str) -> Text:
    text = Text(role)
    text.setText(words)
    return text
