"""The service sheet: what it is in one sentence; for whom, what to bring, cost, by when; the ways, open now first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desk.errors import DeskError
from desk.model.point_note import Subject
from i18n.translator import Translator
from ui.screens.service.columns import SheetColumns
from ui.screens.service.state import NO_NOTES, ChannelCard, FormHere, SheetPart, SheetState
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import clear, column, framed, row
from ui.widgets.notes_box import NotesBox
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Mark, Text
from ui.widgets.wrap_row import WrapRow

AT_ONCE = 6
"""Some services have hundreds of places: so many take no longer than a clerk notices."""


class ServiceScreen(Speaking, QWidget):
    """Renders a ``SheetState``."""

    print_requested = Signal(str)
    """Make the guidance paper of a service."""
    back_requested = Signal()
    """Back to where the clerk came from."""

    form_saved = Signal(object)
    """Keep an official form in a file (``FormHere``)."""
    form_printed = Signal(object)
    """Print an official form (``FormHere``)."""
    place_taken = Signal(str)
    """This desk is at the place that is shown (its id)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state: SheetState | None = None
        self._waiting: tuple[ChannelCard, ...] = ()
        """Places and ways that are not on the screen yet."""
        self._frames = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._add_some_frames)
        self._scroll = ScrollColumn(gap=Space.M, edge=Space.XL)
        self._empty = EmptyState()
        self.notes = NotesBox(translator)
        self._scroll.hold(self.notes)
        self._sheet = SheetColumns()
        self._scroll.column.addWidget(self._sheet)
        self._scroll.column.addStretch(1)
        self._back: QPushButton = button(Role.QUIET)
        self._print: QPushButton = button(Role.PRIMARY)
        self._back.clicked.connect(self.back_requested)
        self._print.clicked.connect(self._ask_print)
        layout = column(self)
        self._ways = row()
        self._ways.setContentsMargins(Space.L, Space.S, Space.L, 0)
        self._ways.addWidget(self._back)
        self._ways.addStretch(1)
        self._ways.addWidget(self._print)
        layout.addLayout(self._ways)
        layout.addWidget(self._empty)
        layout.addWidget(self._scroll, 1)
        self.render_state(None)

    def render_state(self, state: SheetState | None) -> None:
        """Show a sheet; ``None`` says how to find one."""
        same = state is not None and self._state is not None and state.id == self._state.id
        seen = self._frames if same else 0  # the place to which somebody has scrolled must be there at once
        self._state, self._waiting, self._frames = state, (), 0
        self._soon.stop()
        self._empty.setVisible(state is None)
        self._scroll.setVisible(state is not None)
        self._print.setVisible(state is not None and state.can_print)
        self._sheet.about.removeWidget(self.notes)  # what is written there must not go with the old sheet
        for part in (self._sheet.about, self._sheet.ways, self._sheet.more):
            clear(part)
        if state is None:
            self.notes.render_state(NO_NOTES)  # what one clerk began to write does not wait for the next person
        else:
            self._fill_about(self._sheet.about, state)
            self._fill_ways(self._sheet.ways, state, max(AT_ONCE, seen))
            self._fill_more(self._sheet.more, state)
        if not same:
            self._scroll.verticalScrollBar().setValue(0)
        self.retranslate()

    @Slot(object, object)
    def refuse_note(self, about: Subject, error: DeskError) -> None:
        """Say at the field why a note about this service was not kept."""
        if self._state is not None and about == self._state.notes.about:
            self.notes.refuse(error)

    def retranslate(self) -> None:
        words = self.words
        self._back.setText(words.text("Back"))
        self._print.setText(words.text("Paper of this service"))
        self._empty.set_words(
            words.text("No service is chosen."), words.text("Search for one with {keys}.", keys="Ctrl+K")
        )

    def take_focus(self) -> None:
        """Put the focus on the first thing that can be done."""
        (self._print if self._print.isVisible() else self._back).setFocus()

    def _fill_about(self, inside: QVBoxLayout, state: SheetState) -> None:
        inside.addWidget(_text(Role.TITLE, state.name))
        for role, text in ((Role.SMALL, state.name_language), (Role.MUTED, state.organizations)):
            if text:
                inside.addWidget(_text(role, text))
        inside.addWidget(self.notes)
        self.notes.render_state(state.notes)
        self.notes.show()
        for broken in state.broken_links:
            inside.addWidget(_text(Role.ATTENTION, broken))
        if state.stale:
            inside.addWidget(_text(Role.ATTENTION, state.stale))
        if state.summary:
            inside.addWidget(_text(Role.BODY, state.summary))
        _add_parts(inside, state.first)
        inside.addStretch(1)

    def _fill_ways(self, inside: QVBoxLayout, state: SheetState, at_once: int) -> None:
        if state.channels:
            inside.addWidget(_text(Role.HEADING, self.words.text("Places and ways")))
        if state.place:
            inside.addWidget(self._here_button(state))
        inside.addStretch(1)
        self._waiting = state.channels
        self._add_frames(at_once)

    @Slot()
    def _add_some_frames(self) -> None:
        self._add_frames(AT_ONCE)

    def _add_frames(self, many: int) -> None:
        """Some now, and the others when the window has seen to what came meanwhile."""
        now, self._waiting = self._waiting[:many], self._waiting[many:]
        for card in now:
            frame = ChannelFrame(self._translator, card)
            frame.form_saved.connect(self.form_saved)
            frame.form_printed.connect(self.form_printed)
            self._frames += 1
            self._sheet.ways.insertWidget(self._frames, frame)  # the heading stands before them
            frame.show()  # a layout shows what it takes in later
        if self._waiting:
            self._soon.start()

    def _here_button(self, state: SheetState) -> QPushButton:
        here = button()
        here.setText(self.words.text("This is our place"))
        here.setAccessibleDescription(state.name)
        here.clicked.connect(partial(self.place_taken.emit, state.place))
        return here

    def _fill_more(self, inside: QVBoxLayout, state: SheetState) -> None:
        _add_parts(inside, state.long)
        inside.addWidget(_text(Role.SMALL, state.foot))

    @Slot()
    def _ask_print(self) -> None:
        if self._state is not None:
            self.print_requested.emit(self._state.id)


class ChannelFrame(Speaking, QFrame):
    """One place or way; hours, accessibility and long text open in place."""

    form_saved = Signal(object)
    """Keep an official form in a file (``FormHere``)."""
    form_printed = Signal(object)
    """Print an official form (``FormHere``)."""

    def __init__(self, translator: Translator, card: ChannelCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._card = card
        frame = framed(Role.CARD)
        column(self).addWidget(frame)
        layout = column(frame, gap=Space.XS, edge=Space.M)
        layout.addWidget(_text(Role.STRONG, card.name))
        layout.addWidget(_text(Role.MUTED, " · ".join(each for each in (card.kind, card.distance) if each)))
        if card.opening:
            mark = Mark(card.tone)
            mark.setText(card.opening)
            layout.addWidget(mark)
        if card.opening_note:
            layout.addWidget(_text(Role.BODY, card.opening_note))
        for line in card.lines:
            layout.addWidget(_text(Role.BODY, line))
        self._forms: list[tuple[LinkButton, LinkButton]] = [self._form(layout, form) for form in card.forms]
        self._more = QWidget()
        _add_parts(column(self._more, gap=Space.S), card.more)
        self._more.hide()
        self._link = LinkButton()
        self._link.setCheckable(True)
        self._link.toggled.connect(self._more.setVisible)
        layout.addWidget(self._link)
        self._link.setVisible(bool(card.more))
        layout.addWidget(self._more)
        self.retranslate()

    def _form(self, layout: QVBoxLayout, form: FormHere) -> tuple[LinkButton, LinkButton]:
        ways, pressed = WrapRow(), (LinkButton(), LinkButton())
        for link, wish in zip(pressed, (self.form_printed, self.form_saved), strict=True):
            link.setAccessibleDescription(form.title)
            link.clicked.connect(partial(self._wish, wish, form))
            ways.add(link)
        layout.addWidget(ways)
        return pressed

    def _wish(self, wish: SignalInstance, form: FormHere, _checked: bool = False) -> None:
        wish.emit(form)

    def retranslate(self) -> None:
        for print_it, save in self._forms:
            print_it.setText(self.words.text("Print the form"))
            save.setText(self.words.text("Save the form"))
        self._link.setText(self.words.text("Hours and more"))
        self._link.setAccessibleDescription(self._card.name)


def _text(role: Role, words: str) -> Text:
    text = Text(role)
    text.setText(words)
    return text


def _add_parts(inside: QVBoxLayout, parts: Sequence[SheetPart]) -> None:
    for part in parts:
        together = column(gap=Space.XS)
        together.addWidget(_text(Role.STRONG, part.heading))
        if part.language:
            together.addWidget(_text(Role.SMALL, part.language))
        together.addWidget(_text(Role.BODY, part.text))
        inside.addLayout(together)
