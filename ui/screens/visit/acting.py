"""A step done in the citizen's name: what allows it or stands against it, and the form that writes the act down."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.model.mandate import DataKind
from i18n.data_kind_words import kind_in_full
from i18n.translator import Translator
from ui.mandate_words import unsaid_words
from ui.messages import words_of
from ui.screens.visit.acting_words import Acting, allowed_words, done_words, refused_words
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow
from ui.widgets.buttons import LinkButton, button
from ui.widgets.form_row import FormRow
from ui.widgets.group_card import GroupCard
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.text import Mark, Text
from ui.widgets.wrap_row import WrapRow

_LONGEST = 80


class ActingPart(Speaking, QWidget):
    """The form; gone while there is nothing to do. ``allowance`` says what allows it: its owner gives it a place."""

    done = Signal(object, str)
    """It was done: the kinds of data given (frozenset), and the agency's reference number."""
    mandate_requested = Signal(str, str)
    """A line is missing (``ErrandId``, ``AgencyId``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._acting: Acting | None = None
        self._error: DeskError | None = None
        self.allowance, self._card = GroupCard(gap=Space.XS), GroupCard(gap=Space.S)
        self._allowance_title, self._title, self._mark = Text(Role.STRONG), Text(Role.STRONG), Mark()
        self._allowed, self._refused, self._what_to_do = Text(), Text(Role.ATTENTION), Text()
        self.mandate = LinkButton()
        self._kinds_title, self._unsaid = Text(Role.STRONG), Text(Role.ATTENTION)
        self.kinds = {kind: CheckRow() for kind in DataKind}
        self.reference = LineField(30)
        self.reference.setMaxLength(_LONGEST)
        self._reference_row = FormRow(self.reference)
        self._stopped = Text(Role.ERROR)
        self.act = button(Role.PRIMARY)
        self._done = Text()
        self._build()
        self.hide()
        self.allowance.hide()

    @property
    def was_done(self) -> bool:
        """Whether it was done in the citizen's name."""
        return self._acting is not None and bool(self._acting.done)

    def show_acting(self, acting: Acting | None) -> None:
        """Show how it stands; what is ticked and typed stays while the line is the same."""
        before, self._acting = self._acting, acting
        self.allowance.setVisible(acting is not None and acting.asks)
        self.setVisible(acting is not None and (acting.can_be_done or bool(acting.done)))
        if acting is None:
            self._forget()
            return
        if before is None or (before.line, before.needed, before.asks) != (acting.line, acting.needed, acting.asks):
            self._forget()
            allowed = acting.line.kinds if acting.line is not None else frozenset[DataKind]()
            for kind, tick in self.kinds.items():
                tick.setChecked(kind in acting.needed & allowed)
                tick.setVisible(kind in allowed and acting.can_be_done)
        for part in (self._kinds_title, self._reference_row, self.act):
            part.setVisible(acting.can_be_done)
        self.retranslate()

    def refuse(self, error: DeskError) -> None:
        """Say what stood against it; what was typed stays."""
        if self._acting is not None and self._acting.can_be_done:
            self._error = error
            self.retranslate()

    def retranslate(self) -> None:
        words, acting = self.words, self._acting
        if acting is None:
            return
        self.allowance.setAccessibleName(words.text("May the desk do this?"))
        self._allowance_title.setText(words.text("May the desk do this?"))
        self._card.setAccessibleName(words.text("In the citizen's name"))
        self._title.setText(words.text("In the citizen's name"))
        self._say_mark(acting)
        allows = acting.line is not None and acting.refused is None and acting.asks
        self._allowed.say(allowed_words(self._translator, acting.line) if allows and acting.line is not None else "")
        why, what_to_do = refused_words(self._translator, acting) if acting.asks else ("", "")
        self._refused.say(why)
        self._what_to_do.say(what_to_do)
        self.mandate.setText(words.text("To the mandate {keys}", keys=Shortcut.MANDATE.shown))
        self.mandate.setAccessibleDescription(acting.title)
        self.mandate.setVisible(bool(why) and acting.has_line)
        self._kinds_title.setText(words.text("Given to {agency}", agency=acting.agency_name))
        self._unsaid.say(unsaid_words(words, acting.unsaid) if acting.can_be_done else "")
        for kind, tick in self.kinds.items():
            tick.setText(kind_in_full(words, kind))
            tick.setAccessibleDescription(self._kinds_title.text())
        self._reference_row.set_words(
            words.text("The authority's reference number"), words.text("May be left empty. No names or codes.")
        )
        told = words_of(self._translator, self._error) if self._error is not None else None
        self._stopped.say(" ".join(part for part in (told.what, told.what_to_do) if part) if told else "")
        self.act.setText(words.text("Done in the citizen's name"))
        self.act.setAccessibleDescription(acting.title)
        self._done.say("\n".join(line for each in acting.done for line in done_words(self._translator, each)))

    def _say_mark(self, acting: Acting) -> None:
        words = self.words
        if acting.refused is None:
            self._mark.setText(words.ptext("acting for the citizen", "allowed"))
            self._mark.set_tone("done")
        else:
            self._mark.setText(words.ptext("acting for the citizen", "not allowed"))
            self._mark.set_tone("attention")

    def _forget(self) -> None:
        self._error = None
        self.reference.setText("")
        for tick in self.kinds.values():
            tick.setChecked(False)

    def _build(self) -> None:
        column(self).addWidget(self._card)
        marks, buttons = WrapRow(), WrapRow()
        marks.add(self._mark)
        buttons.add(self.act)
        inside = self._card.column
        for part in (self._allowance_title, marks, self._allowed, self._refused, self._what_to_do, self.mandate):
            self.allowance.column.addWidget(part)
        for tick in (self._title, self._kinds_title, self._unsaid, *self.kinds.values()):
            inside.addWidget(tick)
        for rest in (self._reference_row, self._stopped, buttons, self._done):
            inside.addWidget(rest)
        self.mandate.clicked.connect(self._ask_mandate)
        self.act.clicked.connect(self._act)
        self.reference.returnPressed.connect(self._act)

    @Slot()
    def _ask_mandate(self) -> None:
        if self._acting is not None:
            self.mandate_requested.emit(self._acting.errand, self._acting.agency)

    @Slot()
    def _act(self) -> None:
        acting = self._acting
        if acting is not None and acting.can_be_done:
            self._error = None
            given = frozenset(kind for kind, tick in self.kinds.items() if tick.isChecked())
            self.done.emit(given, self.reference.text().strip())
