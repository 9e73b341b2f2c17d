"""Says that the desk is about to lock itself. It lies over the foot of the work, moves nothing, takes no focus."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QFrame, QWidget

from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.icons import Icon, IconMark
from ui.theme.tokens import Space
from ui.widgets.layouts import row
from ui.widgets.text import Text


class IdleLine(Speaking, QFrame):
    """Shown with the seconds that are left, hidden with none."""

    def __init__(self, translator: Translator, window: QWidget) -> None:
        super().__init__(window)
        self._translator = translator
        self._seconds = 0
        self.setObjectName("practice")
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.told = Text()
        layout = self._layout = row(self, gap=Space.M)
        layout.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        layout.addWidget(IconMark(Icon.INFORMATION), alignment=Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.told, 1)
        self.hide()
        window.installEventFilter(self)

    @Slot(int)
    def show_seconds(self, seconds: int) -> None:
        """Say how many seconds are left; 0: nothing is about to happen."""
        begins = seconds > 0 and self.isHidden()
        self._seconds = seconds
        self.retranslate()
        self.setVisible(seconds > 0)
        if begins:  # a screen reader says it once, and not each second
            QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleEvent(self, QtGui.QAccessible.Event.Alert))
        if seconds > 0:
            self._place()
            self.raise_()

    def retranslate(self) -> None:
        words = self.words
        self.told.setText(
            words.ntext(
                "The desk locks in {n} second. Press any key or move the mouse to go on.",
                "The desk locks in {n} seconds. Press any key or move the mouse to go on.",
                self._seconds,
            )
        )
        self.setAccessibleName(self.told.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """As wide as the window, at its foot."""
        window = self.window()
        height = self._layout.heightForWidth(window.width()) if self._layout.hasHeightForWidth() else 0
        height = max(height, self.sizeHint().height())
        self.setGeometry(0, window.height() - height, window.width(), height)
