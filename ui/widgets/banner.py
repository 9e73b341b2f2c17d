"""One calm line above the work: what happened and how to go on. It never takes the focus and never blocks."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from PySide6 import QtCore, QtGui  # its classes are made when first named: these ones only when something is told
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.icons import Icon, IconMark, icon_of
from ui.theme.roles import Role, set_role, set_state
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton
from ui.widgets.layouts import column, row
from ui.widgets.text import Text


class Tone(StrEnum):
    """How a message is meant; always said with an icon and in words too."""

    INFORMATION = "information"
    DONE = "done"
    ATTENTION = "attention"
    DANGER = "danger"


_ICONS = {
    Tone.INFORMATION: Icon.INFORMATION,
    Tone.DONE: Icon.DONE,
    Tone.ATTENTION: Icon.ATTENTION,
    Tone.DANGER: Icon.ERROR,
}


class Told(NamedTuple):
    """What a banner says, already in words."""

    text: str
    more: str = ""
    tone: Tone = Tone.INFORMATION
    action: str = ""


class Banner(Speaking, QFrame):
    """Hidden until it has something to say. Words come from ``say``, which is called anew for another language."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._say: Callable[[], Told] | None = None
        self._act: Callable[[], None] | None = None
        self.setObjectName("banner")
        self._icon = IconMark(Icon.INFORMATION)
        self._text = Text(Role.STRONG)
        self._more = Text()
        self._action = LinkButton()
        self._action.clicked.connect(self._do)
        self._close = QToolButton()
        set_role(self._close, Role.QUIET)
        self._close.clicked.connect(self.dismiss)
        self._build()
        self.retranslate()
        self.hide()

    def show_told(self, say: Callable[[], Told], act: Callable[[], None] | None = None) -> None:
        """Show a message; ``act`` is done when its link is pressed."""
        self._say, self._act = say, act
        self.retranslate()
        self.show()
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleEvent(self, QtGui.QAccessible.Event.Alert))

    @Slot()
    def dismiss(self) -> None:
        """Say nothing."""
        self._say = self._act = None
        self.hide()

    @property
    def told(self) -> Told | None:
        """What it says now."""
        return self._say() if self._say is not None else None

    def retranslate(self) -> None:
        self._close.setAccessibleName(self.words.text("Close this message"))
        self._close.setToolTip(self.words.text("Close this message"))
        told = self.told
        if told is None:
            return
        set_state(self, "tone", told.tone.value)
        self._icon.set_icon(_ICONS[told.tone])
        self._text.say(told.text)
        self._more.say(told.more)
        self._action.setText(told.action)
        self._action.setVisible(bool(told.action))
        self.setAccessibleName(told.text)
        self.setAccessibleDescription(told.more)

    def _build(self) -> None:
        layout = row(self, gap=Space.M, edge=Space.M)
        layout.addWidget(self._icon)
        told = column(gap=Space.XS)
        told.addWidget(self._text)
        told.addWidget(self._more)
        told.addWidget(self._action, 0, QtCore.Qt.AlignmentFlag.AlignLeading)  # or it holds the words to its own width
        layout.addLayout(told, 1)
        self._close.setIcon(icon_of(Icon.CLOSE, self))
        layout.addWidget(self._close)

    @Slot()
    def _do(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()
