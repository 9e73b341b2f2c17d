"""The privacy screen: everything of the program is blank at once, and any key brings it back as it was.

It lies over the windows and takes no focus: the field keeps its caret, and nothing that was being written is finished
by it. While it lies there no key and no click reaches what is below.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.layouts import column
from ui.widgets.text import Text

_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
)
_SWALLOWED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.Shortcut,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.InputMethod,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
        QEvent.Type.ToolTip,
    }
)


class _Sheet(Speaking, QFrame):
    """Lies over one window and grows with it."""

    def __init__(self, translator: Translator, window: QWidget) -> None:
        super().__init__(window)
        self._translator = translator
        self.setObjectName("canvas")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._told = Text(Role.MUTED)
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = column(self, gap=Space.M, edge=Space.XXL)
        layout.addStretch(1)
        layout.addWidget(self._told)
        layout.addStretch(1)
        self.retranslate()
        window.installEventFilter(self)
        self._cover()
        self.show()

    def retranslate(self) -> None:
        self._told.setText(self.words.text("Press any key to go on."))
        self.setAccessibleName(self._told.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.setGeometry(self.window().rect())
        self.raise_()


class PrivacyCover(QObject):
    """On or off. Off is the beginning."""

    lifted = Signal()
    """What was below is seen again."""

    def __init__(self, app: QApplication, translator: Translator, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._translator = app, translator
        self._sheets: list[_Sheet] = []

    @property
    def is_on(self) -> bool:
        """Whether everything is blank."""
        return bool(self._sheets)

    @Slot()
    def put_on(self) -> None:
        """Blank every window at once, and let nothing through."""
        if self.is_on:
            return
        while (popup := self._app.activePopupWidget()) is not None and popup.close():
            pass
        windows = [each for each in self._app.topLevelWidgets() if each.isVisible() and each.isWindow()]
        self._sheets = [_Sheet(self._translator, window) for window in windows]
        for sheet in self._sheets:
            sheet.repaint()
        self._app.installEventFilter(self)

    @Slot()
    def lift(self) -> None:
        """Show everything as it was."""
        self._app.removeEventFilter(self)
        sheets, self._sheets = self._sheets, []
        for sheet in sheets:
            if isValid(sheet):  # its window may have been closed below it: the citizen's
                sheet.hide()
                sheet.deleteLater()
        if sheets:
            self.lifted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # so that no shortcut is tried, and the key comes as a key
            return True
        if event.type() is QEvent.Type.ZOrderChange and isinstance(watched, QWidget) and watched not in self._sheets:
            self._stay_above(watched)  # the ring round the focus is always brought forward
        if event.type() not in _SWALLOWED:
            return False
        if _means_back(event):
            self.lift()
        return True

    def _stay_above(self, raised: QWidget) -> None:
        for sheet in self._sheets:
            if sheet.parentWidget() is raised.parentWidget():
                sheet.raise_()


def _means_back(event: QEvent) -> bool:
    """A key of its own, not the one that is still held down; or a click or a touch that ends."""
    if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
        return not event.isAutoRepeat() and event.key() not in _MODIFIERS
    return event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd)
