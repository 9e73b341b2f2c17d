"""What this service point wrote about something: its own notes, what was wrong at the counter, and a line for more.

National texts are never changed: notes stand above them, each with its day.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desk.errors import DeskError
from desk.model.point_note import ALL_KINDS, NoteKind, PointNote, Subject
from i18n.translator import NP_, Translator
from ui.messages import words_of
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.focus import focus_is_inside
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import clear, column, framed, row
from ui.widgets.line_field import LineField
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

LONGEST = 500
LABELS = {
    NoteKind.OWN: NP_("note about a service", "Own note of this service point"),
    NoteKind.WRONG: NP_("note about a service", "What was wrong?"),
}
HINTS = {
    NoteKind.OWN: NP_("note about a service", "What a colleague should know. Nothing about any customer."),
    NoteKind.WRONG: NP_(
        "note about a service",
        "It is kept in a list, to be told to whoever keeps the text. Nothing about any customer.",
    ),
}


@dataclass(frozen=True, slots=True)
class NotesState:
    """The notes about one subject and what belongs to it."""

    about: Subject | None = None
    notes: tuple[PointNote, ...] = ()
    kinds: frozenset[NoteKind] = ALL_KINDS
    """What may be written; whoever writes own notes also takes notes away."""


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """What the clerk wrote. ``shown``: where it was written; ``replaces``: the note that it stands in for."""

    shown: Subject
    about: Subject
    kind: NoteKind
    text: str
    replaces: PointNote | None = None


class NotesBox(Speaking, QWidget):
    """Renders a ``NotesState``."""

    written = Signal(object)
    """A note shall be kept (``WrittenNote``)."""
    withdrawn = Signal(object)
    """A note is true no longer (``PointNote``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = NotesState()
        self._writing: NoteKind | None = None
        self._replaced: PointNote | None = None
        self._error: DeskError | None = None
        self._shown = column(gap=Space.S)
        self.own, self.wrong = LinkButton(), LinkButton()
        self.field = LineField(60)
        self.field.setMaxLength(LONGEST)
        self._field_row = FormRow(self.field)
        self.keep: QPushButton = button(Role.PRIMARY)
        self.leave: QPushButton = button(Role.QUIET)
        self._editor = QWidget()
        self._build()
        self.retranslate()

    def render_state(self, state: NotesState) -> None:
        """Show the notes; when there is a new one, what was being written has been kept."""
        if state == self._state:
            return
        is_shorter = state.about == self._state.about and set(state.notes) < set(self._state.notes)
        if not is_shorter or self._replaced not in (None, *state.notes):
            self._close_editor()
        self._state = state
        self.setVisible(state.about is not None)
        self.own.setVisible(NoteKind.OWN in state.kinds)
        self.wrong.setVisible(NoteKind.WRONG in state.kinds)
        self._fill()
        self.retranslate()

    def refuse(self, error: DeskError) -> None:
        """Say at the field why the note was not kept; the text stays."""
        self._error = error
        self.retranslate()

    def begin(self, kind: NoteKind) -> bool:
        """Begin to write; what is being written stays. False where nothing is shown that a note could be about."""
        if self._state.about is None or kind not in self._state.kinds:
            return False
        if self._writing is kind and self._replaced is None:
            self.field.setFocus()
        else:
            self._open_editor(kind, None)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves what was begun."""
        if event.key() == Qt.Key.Key_Escape and self._writing is not None:
            self._leave()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        words = self.words
        self.own.setText(words.text("Add an own note"))
        self.wrong.setText(words.text("This was wrong at the counter"))
        self.keep.setText(words.text("Keep the note"))
        self.leave.setText(words.ptext("note", "Leave it"))
        kind = self._writing or NoteKind.OWN
        self._field_row.set_words(words.ptext(*LABELS[kind]), words.ptext(*HINTS[kind]))
        error = words_of(self._translator, self._error) if self._error is not None else None
        self._field_row.set_error(f"{error.what} {error.what_to_do}" if error is not None else "")
        self._fill()

    def _build(self) -> None:
        layout = column(self, gap=Space.S)
        layout.addLayout(self._shown)
        ways = WrapRow()
        ways.add(self.own)
        ways.add(self.wrong)
        layout.addWidget(ways)
        layout.addWidget(self._editor)
        inside = column(self._editor, gap=Space.S)
        inside.addWidget(self._field_row)
        beside = row()
        beside.addWidget(self.keep)
        beside.addWidget(self.leave)
        beside.addStretch(1)
        inside.addLayout(beside)
        self._editor.hide()
        self.own.clicked.connect(partial(self._begin, NoteKind.OWN))
        self.wrong.clicked.connect(partial(self._begin, NoteKind.WRONG))
        self.keep.clicked.connect(self._keep)
        self.field.returnPressed.connect(self._keep)
        self.leave.clicked.connect(self._leave)

    def _fill(self) -> None:
        clear(self._shown)
        for note in self._state.notes:
            card = self._note(note)
            self._shown.addWidget(card)
            card.show()  # a layout shows what it takes in later

    def _note(self, note: PointNote) -> QWidget:
        words, formats = self.words, self._translator.formats
        card = framed(Role.CARD)
        inside = column(card, gap=Space.XS, edge=Space.M)
        day = formats.short_date(note.at.date())
        is_own = note.kind is NoteKind.OWN
        head = (
            words.text("Own note of this service point, {day}", day=day)
            if is_own
            else words.text("Said to be wrong, {day}", day=day)
        )
        inside.addWidget(_text(Role.STRONG if is_own else Role.ATTENTION, head))
        inside.addWidget(_text(Role.BODY, note.text))
        if NoteKind.OWN not in self._state.kinds:
            return card
        ways = WrapRow()
        if is_own:
            change = LinkButton()
            change.setText(words.text("Write it anew"))
            change.setAccessibleDescription(note.text)
            change.clicked.connect(partial(self._open_editor, NoteKind.OWN, note))
            ways.add(change)
        away = LinkButton()
        away.setText(words.text("It is true no longer") if is_own else words.text("It is right again"))
        away.setAccessibleDescription(note.text)
        away.clicked.connect(partial(self._withdraw, note))
        ways.add(away)
        inside.addWidget(ways)
        return card

    def _begin(self, kind: NoteKind, _checked: bool = False) -> None:
        self.begin(kind)

    def _open_editor(self, kind: NoteKind, replaced: PointNote | None, _checked: bool = False) -> None:
        self._writing, self._replaced, self._error = kind, replaced, None
        self.field.setText(replaced.text if replaced is not None else "")
        self._editor.show()
        self.retranslate()
        self.field.setFocus()

    def _close_editor(self) -> None:
        had_focus = focus_is_inside(self._editor)
        self._writing, self._replaced, self._error = None, None, None
        self.field.clear()
        self._editor.hide()
        if had_focus:
            self.own.setFocus()

    @Slot()
    def _leave(self) -> None:
        self._close_editor()
        self.own.setFocus()

    @Slot()
    def _keep(self) -> None:
        text, shown, replaced = self.field.text().strip(), self._state.about, self._replaced
        if text and shown is not None and self._writing is not None:
            about = replaced.about if replaced is not None else shown
            self.written.emit(WrittenNote(shown, about, self._writing, text, replaced))

    def _withdraw(self, note: PointNote, _checked: bool = False) -> None:
        self.withdrawn.emit(note)


def _text(role: Role, words: str) -> Text:
    text = Text(role)
    text.setText(words)
    return text
