"""The strip that is in sight for as long as one practises: nothing is kept; and what the errands being written lack."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from i18n.formats import Formats
from i18n.translator import Translator, Words
from ui.practice.state import PracticeState
from ui.speaking import Speaking
from ui.theme.icons import Icon, IconMark
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.layouts import column, row
from ui.widgets.text import Text

_MOST_FAULTS = 4


class PracticeStrip(Speaking, QFrame):
    """Says what it is, and below, calmly, what has to be mended."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = PracticeState()
        self.setObjectName("practice")
        self._told = Text(Role.STRONG)
        self._errands = Text()
        self._unfit = Text(Role.STRONG)
        self._faults = Text()
        self._faults.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._build()
        self.retranslate()

    def render_state(self, state: PracticeState) -> None:
        """Show another state."""
        self._state = state
        self.retranslate()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._told.setText(words.text("Practice: nothing is kept, and papers say that they are for practice."))
        self._errands.say(_errands(words, state))
        self._unfit.say(_unfit(words, state))
        self._faults.say(_faults(words, state))
        self.setAccessibleName(self._told.text())
        self.setAccessibleDescription(" ".join(part for part in (self._unfit.text(), self._faults.text()) if part))

    def _build(self) -> None:
        layout = row(self, gap=Space.M)
        layout.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        layout.addWidget(IconMark(Icon.INFORMATION), alignment=Qt.AlignmentFlag.AlignTop)
        lines = column(gap=Space.XS)
        for line in (self._told, self._errands, self._unfit, self._faults):
            lines.addWidget(line)
        layout.addLayout(lines, 1)
        set_role(self._faults, Role.BODY)


def _errands(words: Words, state: PracticeState) -> str:
    if not state.folder:
        return ""
    if state.busy:
        return words.text("The errands in {folder} are being read.", folder=state.folder)
    if state.read_at is None:
        return ""
    return words.text(
        "Errands from {folder}: version {version}, read at {time}.",
        folder=state.folder,
        version=state.version,
        time=Formats(words.language).clock(state.read_at.time()),
    )


def _unfit(words: Words, state: PracticeState) -> str:
    if not state.faults:
        return ""
    return words.text("The errands are used as they were before the last change. To be mended:")


def _faults(words: Words, state: PracticeState) -> str:
    shown, more = state.faults[:_MOST_FAULTS], len(state.faults) - _MOST_FAULTS
    rest = [words.ntext("and {n} more", "and {n} more", more)] if more > 0 else []
    return "\n".join([*shown, *rest])
