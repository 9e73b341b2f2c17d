"""Puts a look on the running program: palette, font and the one style sheet."""

from __future__ import annotations

from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import body_font
from ui.theme.tokens import COLOURS, TEXT_SCALE_MIN, Colours, Look, Space, sizes

_TEMPLATE = Path(__file__).with_name("desk.qss.template")

_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "accent_soft",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "ink_muted",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.Shadow: "line_strong",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent_strong",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
}


class Theme(QObject):
    """The look and the text scale in force. Changing either redraws every window."""

    changed = Signal()
    """The look or the scale is another one now."""

    def __init__(self, app: QApplication, look: Look = Look.LIGHT, scale: int = TEXT_SCALE_MIN) -> None:
        super().__init__(app)
        self._app = app
        self._look = look
        self._scale = scale
        self._apply()

    @property
    def look(self) -> Look:
        """The column of the table in force."""
        return self._look

    @property
    def scale(self) -> int:
        """Text size in per cent."""
        return self._scale

    def set_look(self, look: Look) -> None:
        """Change the colours."""
        if look is not self._look:
            self._look = look
            self._apply()

    def set_scale(self, percent: int) -> None:
        """Change the size of all text, 100 to 200 per cent."""
        if percent != self._scale:
            self._scale = percent
            self._apply()

    def _apply(self) -> None:
        self._app.setStyleSheet("")  # a sheet put over another takes seconds in a full window, on bare widgets none
        self._app.setPalette(palette(COLOURS[self._look]))
        self._app.setFont(body_font(sizes(self._look, self._scale).body))
        self._app.setStyleSheet(style_sheet(self._look, self._scale))
        self.changed.emit()


def palette(colours: Colours) -> QPalette:
    """The colours as Qt's own roles, for what is painted without a style sheet."""
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, QColor(getattr(colours, name)))
    muted = QColor(colours.ink_muted)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, muted)
    return result


def style_sheet(look: Look, scale: int) -> str:
    """The style sheet of a look at a text scale."""
    places: dict[str, object] = COLOURS[look]._asdict()
    places |= {f"size_{name}": value for name, value in sizes(look, scale)._asdict().items()}
    places |= {f"space_{space.name.lower()}": int(space) for space in Space}
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(places)
