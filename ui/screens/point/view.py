"""This desk: whom papers name as the one to ask, and how the screen looks to the one who works at it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.plan import WhoToAsk
from i18n.language import Language
from i18n.translator import NP_, Translator
from ui.messages import words_of
from ui.screens.point.agreements import AgreementsPart
from ui.screens.point.keeping import KeepingPart
from ui.screens.point.staff import StaffPart
from ui.screens.point.state import PARTS, PointState
from ui.screens.point.where import WherePart
from ui.screens.point.works_in import fill_languages_of_work, say_language_of_work
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import TEXT_SCALES, Look, Space
from ui.widgets.buttons import LinkButton
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text

LOOKS = {
    Look.LIGHT: NP_("look of the screen", "Light"),
    Look.DARK: NP_("look of the screen", "Dark"),
    Look.CONTRAST: NP_("look of the screen", "High contrast"),
}
_LONGEST = 120


class PointScreen(Speaking, QWidget):
    """Renders a ``PointState``; what is written or picked leaves at once."""

    written = Signal(object)
    """The details as they shall be (``WhoToAsk``)."""
    work_language_picked = Signal(object)
    """Papers for authorities are written in it (``Language``)."""
    look_picked = Signal(object)
    """Another look (``Look``)."""
    first_start_wanted = Signal()
    """Go through the first start again."""
    scale_picked = Signal(int)
    """Another text size, in per cent."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = PointState()
        self._not_here = Text(Role.ATTENTION)
        self._title, self._told, self._saved = Text(Role.TITLE), Text(Role.MUTED), Text(Role.DONE)
        self.again = LinkButton()
        self.again.clicked.connect(self.first_start_wanted)
        self._screen_title = Text(Role.HEADING)
        self.lines = {part: LineField(50) for part in PARTS}
        self._rows = {part: FormRow(line) for part, line in self.lines.items()}
        self.works_in = ChoiceField()
        self._works_row = FormRow(self.works_in)
        self.where, self.agreements = WherePart(translator), AgreementsPart(translator)
        self.staff, self.keeping = StaffPart(translator), KeepingPart(translator)
        self.look, self.scale = ChoiceField(), ChoiceField()
        self._look_row, self._scale_row = FormRow(self.look), FormRow(self.scale)
        for line in self.lines.values():
            line.setMaxLength(_LONGEST)
            line.editingFinished.connect(self._write)
        self._build()
        self.works_in.activated.connect(self._pick_work_language)
        self.look.activated.connect(self._pick_look)
        self.scale.activated.connect(self._pick_scale)
        self.retranslate()

    def _build(self) -> None:
        scroll = ScrollColumn(gap=Space.M, edge=Space.XL)
        column(self).addWidget(scroll)
        first = (
            self._title,
            self._told,
            self._not_here,
            *self._rows.values(),
            self._saved,
            self._works_row,
            self.again,
        )
        for part in first:
            scroll.column.addWidget(part)
        scroll.column.addSpacing(Space.L)
        for apart in (self.where, self.agreements, self.staff, self.keeping):
            scroll.column.addWidget(apart)
            scroll.column.addSpacing(Space.L)
        for part in (self._screen_title, self._look_row, self._scale_row):
            scroll.column.addWidget(part)
        scroll.column.addStretch(1)

    def render_state(self, state: PointState) -> None:
        """Show a state; a part that was refused stays as it was written."""
        self._state = state
        for part, line in self.lines.items():
            if part != state.wrong and not line.hasFocus():
                line.setText(getattr(state.details, part))
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on the first field."""
        self.lines[PARTS[0]].setFocus()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._title.setText(words.text("This service point"))
        self._told.setText(
            words.text(
                "Every paper names it as the one to ask. Without a name, papers name Public Service Info. "
                "What you write is saved at once."
            )
        )
        self._not_here.say(
            "" if state.may else words.text("In your role these are not changed here: a supervisor does that.")
        )
        for line in self.lines.values():
            line.setReadOnly(not state.may)
        self.works_in.setEnabled(state.may)
        self.again.setVisible(state.may)
        self.where.setEnabled(state.may)
        self.agreements.allow(state.may)
        labels = (
            words.ptext("service point", "Name"),
            words.ptext("service point", "Phone"),
            words.ptext("service point", "Opening hours"),
            words.ptext("service point", "Address"),
        )
        error = words_of(self._translator, state.error) if state.error is not None else None
        for part, label in zip(PARTS, labels, strict=True):
            self._rows[part].set_words(label)
            wrong = part == state.wrong and error is not None
            self._rows[part].set_error(f"{error.what} {error.what_to_do}" if wrong and error is not None else "")
        self._saved.say(words.text("Saved. Papers name it from now on.") if state.saved else "")
        self.again.setText(words.text("Go through the first start again"))
        say_language_of_work(words, self._works_row)
        self._screen_title.setText(words.text("The screen"))
        self._look_row.set_words(words.text("Look"))
        self._scale_row.set_words(words.text("Size of the text"), words.text("Ctrl + and Ctrl − change it anywhere."))
        self._fill_choices()

    def _fill_choices(self) -> None:
        words, state = self.words, self._state
        fill_languages_of_work(self.works_in, state.works_in)
        self.look.clear()
        for look, name in LOOKS.items():
            self.look.addItem(words.ptext(*name), look.value)
        self.look.setCurrentIndex(max(0, self.look.findData(state.look.value)))
        self.scale.clear()
        for scale in TEXT_SCALES:
            self.scale.addItem(words.text("{n} %", n=scale), scale)
        self.scale.setCurrentIndex(max(0, self.scale.findData(state.scale)))

    @Slot()
    def _write(self) -> None:
        name, phone, hours, address = (self.lines[part].text().strip() for part in PARTS)
        written = WhoToAsk(name, phone, hours, address)
        if written != self._state.details:
            self.written.emit(written)

    @Slot(int)
    def _pick_work_language(self, _place: int) -> None:
        self.work_language_picked.emit(Language(self.works_in.currentData()))

    @Slot(int)
    def _pick_look(self, _place: int) -> None:
        self.look_picked.emit(Look(self.look.currentData()))

    @Slot(int)
    def _pick_scale(self, _place: int) -> None:
        self.scale_picked.emit(int(self.scale.currentData()))
