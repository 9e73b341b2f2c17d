"""Says quietly where an answer comes from, and lets the clerk say that it was somebody or something else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desk.model.told import ToldBy
from ui.theme.roles import set_state
from ui.widgets.buttons import LinkButton
from ui.widgets.language_menu import OPENS


class SourceMenu(LinkButton):
    """A link with the source; pressed, it offers the others."""

    picked = Signal(object)
    """It was said by somebody else (``ToldBy``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_state(self, "muted", True)
        menu = QMenu(self)
        self._actions = {by: QAction(menu) for by in ToldBy}
        for by, action in self._actions.items():
            action.triggered.connect(partial(self._pick, by))
            menu.addAction(action)
        self.setMenu(menu)

    def say(self, source: str) -> None:
        """Show the source, and that there are others."""
        self.setText(f"{source}  {OPENS}" if source else "")
        self.setAccessibleName(source)

    def set_names(self, names: dict[ToldBy, str]) -> None:
        """Name the sources."""
        for by, name in names.items():
            self._actions[by].setText(name)

    def _pick(self, by: ToldBy, _checked: bool = False) -> None:
        self.picked.emit(by)
