"""A button of the rail: its picture is as high as its words and has their colour, in every look and size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QWidget

from ui.theme.icons import Icon, icon_of
from ui.theme.roles import Role, set_role
from ui.widgets.buttons import Button

_LOOK_CHANGED = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class RailButton(Button):
    """Stays down while its screen is shown."""

    def __init__(self, icon: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = icon
        self.setCheckable(True)
        set_role(self, Role.RAIL)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOK_CHANGED:
            self._draw()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self.fontMetrics().averageCharWidth(), hint.height())

    def _draw(self) -> None:
        side = self.fontMetrics().ascent()
        self.setIconSize(QSize(side, side))
        self.setIcon(icon_of(self._picture, self))
