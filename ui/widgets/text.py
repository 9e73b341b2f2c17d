"""Text as the program shows it: plain, wrapped, never wider than a line can be read."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.roles import Role, set_role, set_state
from ui.theme.tokens import LINE_CHARACTERS


class Text(QLabel):
    """A label that wraps. Content is never read as rich text: what a file holds cannot become a link."""

    def __init__(self, role: Role = Role.BODY, parent: QWidget | None = None, *, wrap: bool = True) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        set_role(self, role)

    def say(self, text: str) -> None:
        """Show a text; an empty one takes no room. One that has no parent yet is shown by whoever takes it in."""
        self.setText(text)
        if not text:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self.wordWrap():
            return hint
        widest = self.fontMetrics().averageCharWidth() * LINE_CHARACTERS
        natural = self.fontMetrics().horizontalAdvance(self.text()) + self.fontMetrics().averageCharWidth()
        width = min(widest, natural)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().minimumSizeHint()
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(longest, self.fontMetrics().height())


def plain_tip(text: str) -> str:
    """A text for a tool tip, which guesses whether it is rich: so that no word of a package is a link or a picture."""
    return "<p>" + escape(text) + "</p>"


class Mark(Text):
    """A short word in a frame, with a tone: ``accent``, ``done``, ``attention``, ``danger`` or ``quiet``."""

    def __init__(self, tone: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(Role.MARK, parent, wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_state(self, "tone", tone)

    def set_tone(self, tone: str) -> None:
        """Change what the mark means."""
        set_state(self, "tone", tone)
