"""Erasing at the person's wish: first what goes and what stays, then asked once more, in place."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.kept_data import ErasureAhead
from desk.usecases.kept_words import part_lines
from i18n.translator import Translator
from ui.screens.kept_data.holdings import Holdings
from ui.screens.kept_data.state import Found
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton
from ui.widgets.confirm_in_place import ConfirmInPlace
from ui.widgets.layouts import column
from ui.widgets.text import Text


class ErasePart(Speaking, QWidget):
    """Shut until it is wanted; nothing is erased before the second question has its answer."""

    wanted = Signal()
    """Erase it for good."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._found: Found | None = None
        self.open = LinkButton()
        self.open.setCheckable(True)
        self._nothing = Text(Role.MUTED)
        self._inside = QWidget()
        self._goes_head, self._goes = Text(Role.HEADING), Text()
        self._stays_head, self.stays = Text(Role.HEADING), Holdings(translator)
        self._copies, self._lies_here = Text(), Text(Role.ATTENTION)
        self._before = Text(Role.MUTED)
        self.confirm = ConfirmInPlace()
        self._build()
        self.retranslate()

    def show_found(self, found: Found | None) -> None:
        """Show what an erasure would do; another visit's begins shut."""
        before, self._found = self._found, found
        if found is None or before is None or before.data.visit != found.data.visit:
            self.open.setChecked(False)
            self.confirm.end()
        ahead = self._ahead
        self.stays.show_holdings(ahead.stays, found.data if found is not None else None)
        self.open.setVisible(bool(ahead.goes))
        self._fit()
        self.retranslate()

    def retranslate(self) -> None:
        words, ahead = self.words, self._ahead
        self.open.setText(words.text("Erase…"))
        self._goes_head.setText(words.text("What goes, for good"))
        self._goes.setText(part_lines(words, ahead.goes, self._found.data.counts if self._found is not None else {}))
        self._stays_head.setText(words.text("What stays, and why"))
        self._copies.setText(
            words.text("Backups may hold it too. A new one is made right after, and all that are older go.")
            if ahead.copies
            else words.text("No backup holds it.")
        )
        self._lies_here.say(
            words.ntext(
                "{n} document still lies here. Give it back or send it on first: afterwards nobody knows whose it is.",
                "{n} documents still lie here. Give them back or send them on first: afterwards nobody knows whose "
                "they are.",
                ahead.lies_here,
            )
            if ahead.lies_here
            else ""
        )
        self._before.setText(self._said_before())
        done = self._found is not None and not ahead.goes
        nothing = words.text("What can be erased is erased already. What stays goes by itself on its day.")
        self._nothing.say(nothing if done else "")
        self.confirm.set_words(
            words.text("Erase it for good"),
            words.text("Everything under “What goes” is erased now. Nobody can bring it back."),
            words.text("Yes, erase it"),
            words.text("Leave it as it is"),
        )

    @property
    def _ahead(self) -> ErasureAhead:
        return self._found.ahead if self._found is not None else ErasureAhead((), ())

    def _said_before(self) -> str:
        words = self.words
        if self._found is not None and self._found.data.is_open:
            return words.text("If they want a copy, print it first. The visit ends with the erasure.")
        return words.text("If they want a copy, print it first.")

    def _build(self) -> None:
        layout = column(self, gap=Space.S)
        for part in (self._nothing, self.open, self._inside):
            layout.addWidget(part)
        inside = column(self._inside, gap=Space.S)
        for part in (self._goes_head, self._goes, self._stays_head, self.stays, self._copies, self._lies_here):
            inside.addWidget(part)
        inside.addWidget(self._before)
        inside.addWidget(self.confirm)
        self.open.toggled.connect(self._fit)
        self.confirm.confirmed.connect(self.wanted)

    @Slot()
    def _fit(self) -> None:
        shown = self.open.isChecked() and bool(self._ahead.goes)
        self._inside.setVisible(shown)
        if not shown:
            self.confirm.end()
