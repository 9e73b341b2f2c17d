"""A button that is a small card: a title, lines under it, marks beside it. The whole card is pressed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.buttons import Button
from ui.widgets.layouts import column, row
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapLayout


class CardButton(Button):
    """A title and two quieter lines; ``marks`` is the place beside the title, under one another in a narrow card."""

    def __init__(self, role: Role = Role.TILE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title = Text(Role.STRONG)
        self.line = Text()
        self.quiet_line = Text(Role.MUTED)
        self.marks = WrapLayout()
        self.marks.setSpacing(int(Space.XS))
        layout = column(self, gap=Space.XS, edge=Space.M)
        head = row()
        head.addWidget(self.title, 1)
        head.addLayout(self.marks)
        layout.addLayout(head)
        layout.addWidget(self.line)
        layout.addWidget(self.quiet_line)
        layout.addStretch(1)
        self.line.hide()
        self.quiet_line.hide()
        for part in (self.title, self.line, self.quiet_line):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, title: str, line: str = "", quiet_line: str = "", spoken: str = "") -> None:
        """Fill the card; ``spoken`` is what a screen reader says when it is more than what is seen."""
        self.title.setText(title)
        self.line.say(line)
        self.quiet_line.say(quiet_line)
        self.setAccessibleName(spoken or title)
        self.setAccessibleDescription(" ".join(part for part in (line, quiet_line) if part))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()
