"""The citizen's view: one card, one sentence, large. It says what is talked about now, and nothing else.

It never takes the focus: the clerk's keys go on where they were.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from i18n.language import Direction, Language
from ui.theme.roles import Role
from ui.theme.style import palette, style_sheet
from ui.theme.tokens import COLOURS, Look, Space
from ui.widgets.layouts import column, framed
from ui.widgets.text import Text

_COMFORTABLE = QSize(960, 640)


@dataclass(frozen=True, slots=True)
class CitizenCard:
    """What the card says, in the citizen's language."""

    title: str
    language: Language
    lines: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


class CitizenWindow(QWidget):
    """Renders a ``CitizenCard``, in the citizen's look whatever the clerk's is."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self.setObjectName("canvas")
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setPalette(palette(COLOURS[Look.CITIZEN]))
        self.title, self.told, self.choices = Text(Role.TITLE), Text(), Text()
        self._name = Text(Role.MUTED)
        card = framed(Role.CARD)
        inside = column(card, gap=Space.L, edge=Space.XXL)
        for part in (self.title, self.told, self.choices):
            inside.addWidget(part)
        outer = column(self, gap=Space.L, edge=Space.XXL)
        outer.addStretch(1)
        outer.addWidget(card)
        outer.addStretch(2)
        outer.addWidget(self._name)
        self.resize(_COMFORTABLE)

    def set_scale(self, scale: int) -> None:
        """Text of this size, in per cent of the citizen's base."""
        self.setStyleSheet(style_sheet(Look.CITIZEN, scale))

    def show_card(self, card: CitizenCard) -> None:
        """Say something else."""
        right_to_left = card.language.direction is Direction.RIGHT_TO_LEFT
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        self.title.setText(card.title)
        _say(self.told, "\n".join(card.lines))
        _say(self.choices, "\n".join(f"• {choice}" for choice in card.choices))
        self.setAccessibleName(card.title)

    def set_name(self, name: str) -> None:
        """What stands at the foot, and in the title of the window."""
        self._name.setText(name)
        self.setWindowTitle(name)

    def open_beside(self, clerks: QWidget) -> None:
        """Fill a second screen where there is one, else lie as a window of its own beside the clerk's."""
        other = next((screen for screen in self._app.screens() if screen is not clerks.screen()), None)
        if other is None:
            self.show()
        else:
            self.setGeometry(other.geometry())
            self.showFullScreen()
        clerks.activateWindow()  # some displays give a new window the keys all the same


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
