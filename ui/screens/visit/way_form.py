"""Why another way than the recommended one: a short list, and a line for what is not on it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from desk.errors import DeskError, ReasonMissing
from desk.model.free_text import secret_in
from desk.model.plan import PlanChannel
from desk.model.ways import ChosenWay, WhyOther
from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.visit.way_words import REASONS, kind_name
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

_LONGEST = 200


class WayForm(Speaking, QFrame):
    """Asks for the reason; hidden until a way is to be chosen."""

    chosen = Signal(object)
    """A way with its reason (``ChosenWay``)."""
    left = Signal()
    """Everything stays as it is."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._channel: PlanChannel | None = None
        self._refused: DeskError | None = None
        set_role(self, Role.CARD)
        self._title = Text(Role.STRONG)
        self.reason, self.said = ChoiceField(), LineField(40)
        self.said.setMaxLength(_LONGEST)
        self._reason_row, self._words_row = FormRow(self.reason), FormRow(self.said)
        self.choose, self.leave = button(Role.PRIMARY), button(Role.QUIET)
        layout = column(self, gap=Space.S, edge=Space.S)
        buttons = WrapRow()
        buttons.add(self.choose)
        buttons.add(self.leave)
        for part in (self._title, self._reason_row, self._words_row, buttons):
            layout.addWidget(part)
        for why in WhyOther:
            self.reason.addItem("", why.value)
        self.reason.activated.connect(self._picked)
        self.said.returnPressed.connect(self._choose)
        self.choose.clicked.connect(self._choose)
        self.leave.clicked.connect(self._leave)
        self.hide()
        self.retranslate()

    @property
    def asks(self) -> bool:
        """Whether a reason is being asked for."""
        return self._channel is not None

    def ask(self, channel: PlanChannel) -> None:
        """Ask why this way."""
        self._channel, self._refused = channel, None
        self.reason.setCurrentIndex(0)
        self.said.clear()
        self.retranslate()
        self.show()
        self.reason.setFocus()

    def end(self) -> None:
        """Ask no more."""
        self._channel = self._refused = None
        self.said.clear()
        self.hide()

    def refuse(self, error: DeskError) -> None:
        """What was written was not kept; it stays in the field until it is put right."""
        about_this = isinstance(error, ReasonMissing) or secret_in(self.said.text()) is not None
        if self._channel is not None and about_this:
            self._refused = error
            self.retranslate()
            self.said.setFocus()

    def retranslate(self) -> None:
        words = self.words
        way = kind_name(words, self._channel) if self._channel is not None else ""
        self._title.setText(words.text("Why this way: {way}?", way=way))
        self._reason_row.set_words(words.text("Reason"))
        for at, why in enumerate(WhyOther):
            self.reason.setItemText(at, words.ptext(*REASONS[why]))
        self._words_row.set_words(
            words.text("In words, if needed"), words.text("Is erased with the visit. No names or codes.")
        )
        told = words_of(self._translator, self._refused) if self._refused is not None else None
        self._words_row.set_error(f"{told.what} {told.what_to_do}" if told is not None else "")
        self.choose.setText(words.text("Choose this way"))
        self.leave.setText(words.ptext("way to do a step", "Leave as it is"))

    @Slot(int)
    def _picked(self, _at: int) -> None:
        if self.reason.currentData() == WhyOther.OTHER.value:
            self.said.setFocus()

    @Slot()
    def _choose(self) -> None:
        if self._channel is not None:
            why = WhyOther(self.reason.currentData())
            self.chosen.emit(ChosenWay(self._channel.id, why, self.said.text().strip()))

    @Slot()
    def _leave(self) -> None:
        self.end()
        self.left.emit()
