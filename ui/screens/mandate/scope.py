"""What a mandate is for: a row for each errand with each agency, and in it the kinds of data."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.mandate import DataKind, ScopeLine
from desk.usecases.mandate_scope import ProposedLine
from i18n.data_kind_words import kind_in_full
from i18n.translator import Translator
from ui.mandate_words import unsaid_words
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow
from ui.widgets.group_card import GroupCard
from ui.widgets.layouts import column
from ui.widgets.live_column import keep_only
from ui.widgets.text import Text
from ui.widgets.tile_grid import TileGrid

Key = tuple[str, str]


class ScopeRow(Speaking, GroupCard):
    """One errand with one agency: taken into the mandate or not, and which kinds of data may be given."""

    changed = Signal()
    """Something was ticked."""

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self._translator = translator
        self._line: ProposedLine | None = None
        self.wanted = CheckRow()
        self._steps, self._kinds_title, self._error = Text(Role.SMALL), Text(Role.STRONG), Text(Role.ERROR)
        self._unsaid = Text(Role.ATTENTION)
        self.kinds = {kind: CheckRow() for kind in DataKind}
        self._grid = TileGrid()
        self._grid.set_tiles(tuple(self.kinds.values()))
        for part in (self.wanted, self._steps, self._kinds_title, self._unsaid, self._grid, self._error):
            self.column.addWidget(part)
        self.wanted.toggled.connect(self._fold)
        for tick in (self.wanted, *self.kinds.values()):
            tick.clicked.connect(self.changed)
        self._error.hide()
        self.retranslate()

    def show_line(self, line: ProposedLine) -> None:
        """Show a line; what the clerk ticked stays while the proposal is the same."""
        if self._line is None or (self._line.line, self._line.ticked) != (line.line, line.ticked):
            self.wanted.setChecked(line.ticked)
            for kind, tick in self.kinds.items():
                tick.setChecked(kind in line.line.kinds)
        self._line = line
        self._fold()
        self.retranslate()

    @property
    def line(self) -> ScopeLine | None:
        """The line as it is ticked; ``None`` when it is not wanted."""
        if self._line is None or not self.wanted.isChecked():
            return None
        kinds = frozenset(kind for kind, tick in self.kinds.items() if tick.isChecked())
        return replace(self._line.line, kinds=kinds)

    def set_error(self, error: str) -> None:
        """Say what is wrong with the row."""
        self._error.say(error)

    def retranslate(self) -> None:
        words, line = self.words, self._line
        if line is None:
            return
        title = words.text("{agency}: {errand}", agency=line.agency, errand=line.errand)
        self.setAccessibleName(title)
        self.wanted.setText(title)
        unsaid = unsaid_words(words, line.unsaid)
        self.wanted.setAccessibleDescription(unsaid or words.text("The desk may act in this"))
        self._unsaid.setText(unsaid)
        self._steps.say(words.text("For: {steps}", steps=" · ".join(title for _id, title in line.steps)))
        self._kinds_title.setText(words.text("What may be given to the authority"))
        for kind, tick in self.kinds.items():
            tick.setText(kind_in_full(words, kind))
            tick.setAccessibleDescription(title)

    @Slot()
    def _fold(self) -> None:
        for part in (self._kinds_title, self._grid):
            part.setVisible(self.wanted.isChecked())
        self._unsaid.setVisible(self.wanted.isChecked() and self._line is not None and bool(self._line.unsaid))
        if not self.wanted.isChecked():
            self._error.say("")


class ScopePart(Speaking, QWidget):
    """All rows; there is none that says *everything*."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._proposed: tuple[ProposedLine, ...] = ()
        self._title, self._lead = Text(Role.HEADING), Text(Role.MUTED)
        self._empty, self._error = Text(Role.ATTENTION), Text(Role.ERROR)
        self.rows: dict[Key, ScopeRow] = {}
        self._column = column(self, gap=Space.S)
        for part in (self._title, self._lead, self._empty, self._error):
            self._column.addWidget(part)
        self._error.hide()
        self.retranslate()

    def show_lines(self, proposed: tuple[ProposedLine, ...]) -> None:
        """Show what could be acted in."""
        self._proposed = proposed
        for line in proposed:
            key = _key(line)
            if key not in self.rows:
                row = self.rows[key] = ScopeRow(self._translator)
                row.changed.connect(self._changed)
                self._column.insertWidget(self._column.count() - 1, row)
                row.show()
            self.rows[key].show_line(line)
        keep_only(self.rows, [self.rows[_key(line)] for line in proposed])
        self.retranslate()

    def lines(self) -> tuple[ScopeLine, ...]:
        """The lines that are ticked, in the order of the page."""
        found = (self.rows[_key(line)].line for line in self._proposed)
        return tuple(line for line in found if line is not None)

    def check(self) -> bool:
        """Tell whether it can be drawn up; what is wrong is said where it is, and has the focus."""
        words = self.words
        for row in self.rows.values():
            bare = row.line is not None and not row.line.kinds
            row.set_error(words.text("Tick at least one kind of data, or take the row out.") if bare else "")
            if bare:
                next(iter(row.kinds.values())).setFocus()
                return False
        chosen = bool(self.lines())
        self._error.say("" if chosen else words.text("Tick at least one row: a mandate is never for everything."))
        if not chosen:
            self.take_focus()
        return chosen

    def take_focus(self) -> None:
        """Put the focus on the first row."""
        for row in self.rows.values():
            row.wanted.setFocus()
            return

    def want_only(self, wanted: Key) -> None:
        """Tick one row and no other: a step asked for it."""
        for key, row in self.rows.items():
            row.wanted.setChecked(key == wanted)

    def focus_row(self, wanted: Key) -> None:
        """Put the focus on one row, or on the first when there is none like it."""
        if wanted in self.rows:
            self.rows[wanted].wanted.setFocus()
        else:
            self.take_focus()

    def retranslate(self) -> None:
        words = self.words
        self._title.setText(words.text("What the desk may do"))
        self._lead.setText(
            words.text("Go through the rows with the citizen. Leave out what is not needed: fewer rows are better.")
        )
        nothing = words.text("No open step needs anybody to act. Answer the questions of the visit first.")
        self._empty.say("" if self._proposed else nothing)

    @Slot()
    def _changed(self) -> None:
        self._error.say("")
        for row in self.rows.values():
            row.set_error("")


def _key(line: ProposedLine) -> Key:
    return (line.line.errand, line.line.agency)
