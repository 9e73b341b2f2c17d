"""A card of lines: marks, notes, failing links, publishers. Each line says what, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton
from ui.widgets.layouts import clear, column, divider
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done about a line. ``key`` comes back when it is pressed."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line in words; the first of its ways is what is done most."""

    title: str
    text: str = ""
    small: str = ""
    ways: tuple[Way, ...] = ()


class LinesCard(QFrame):
    """Shows lines, or one sentence when there are none; buttons of its own stand under them."""

    pressed = Signal(str)
    """A way was pressed (its ``key``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self._lines: tuple[CardLine, ...] | None = None
        self._none = Text(Role.MUTED)
        self._inside = column(gap=Space.S)
        self._buttons = WrapRow()
        self._going, self._error = Text(Role.MUTED), Text(Role.ERROR)
        layout = column(self, gap=Space.S, edge=Space.M)
        layout.addWidget(self._none)
        layout.addLayout(self._inside)
        layout.addWidget(self._going)
        layout.addWidget(self._error)
        layout.addWidget(self._buttons)
        self._going.hide()
        self._error.hide()

    def add_button(self, button: QPushButton) -> None:
        """Put a button under the lines."""
        self._buttons.add(button)

    def show_lines(self, lines: Sequence[CardLine], none: str) -> None:
        """Show lines; without any, the sentence ``none``."""
        self._none.say("" if lines else none)
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        clear(self._inside)
        for number, line in enumerate(lines):
            if number:
                self._inside.addWidget(divider())
            made = self._line(line)
            self._inside.addWidget(made)
            made.show()  # a layout shows what it takes in later

    def say(self, words: str) -> None:
        """Say how it goes; empty when there is nothing to say."""
        self._going.say(words)

    def say_error(self, error: str) -> None:
        """Say what went wrong with the last wish; empty when nothing did."""
        self._error.say(error)

    def _line(self, line: CardLine) -> QWidget:
        made = QWidget()
        inside = column(made, gap=Space.XS)
        for role, words in ((Role.STRONG, line.title), (Role.BODY, line.text), (Role.SMALL, line.small)):
            if words:
                text = Text(role)
                text.setText(words)
                inside.addWidget(text)
        if line.ways:
            ways = WrapRow()
            for way in line.ways:
                link = LinkButton()
                link.setText(way.words)
                link.setAccessibleDescription(line.title)
                link.clicked.connect(partial(self._press, way.key))
                ways.add(link)
            inside.addWidget(ways)
        return made

    def _press(self, key: str, _checked: bool = False) -> None:
        self.pressed.emit(key)
