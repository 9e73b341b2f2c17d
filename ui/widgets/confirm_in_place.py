"""Something that cannot be undone is asked once more, right where it is: no dialog, and the way back has the words."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.focus import focus_is_inside
from ui.widgets.layouts import column
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class ConfirmInPlace(QWidget):
    """A link; pressed, it says what will happen and offers two buttons. The owner sets the words."""

    confirmed = Signal()
    """It shall be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask = LinkButton()
        self._said = Text(Role.ATTENTION)
        self.do, self.leave = button(Role.PRIMARY), button(Role.QUIET)
        self._buttons = WrapRow()
        self._buttons.add(self.do)
        self._buttons.add(self.leave)
        layout = column(self, gap=Space.XS)
        for part in (self.ask, self._said, self._buttons):
            layout.addWidget(part)
        self.ask.clicked.connect(self._asked)
        self.leave.clicked.connect(self._left)
        self.do.clicked.connect(self._confirmed)
        self._show(asking=False)

    def set_words(self, ask: str, said: str, do: str, leave: str) -> None:
        """The link, what will happen, and the two buttons."""
        self.ask.setText(ask)
        self._said.setText(said)
        self.do.setText(do)
        self.do.setAccessibleDescription(said)
        self.leave.setText(leave)

    def describe(self, about: str) -> None:
        """Say to a screen reader what the link is about, where several are alike."""
        self.ask.setAccessibleDescription(about)

    def end(self) -> None:
        """Ask no more."""
        self._show(asking=False)

    def _show(self, *, asking: bool) -> None:
        self.ask.setVisible(not asking)
        self._said.setVisible(asking)
        self._buttons.setVisible(asking)

    @Slot()
    def _asked(self) -> None:
        self._show(asking=True)
        self.leave.setFocus()

    @Slot()
    def _left(self) -> None:
        had_focus = focus_is_inside(self)
        self._show(asking=False)
        if had_focus:
            self.ask.setFocus()

    @Slot()
    def _confirmed(self) -> None:
        self._show(asking=False)
        self.confirmed.emit()
