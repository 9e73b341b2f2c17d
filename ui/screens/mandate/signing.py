"""How a mandate that was drawn up becomes one that counts: signed on paper or on the screen, or read back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.mandate import MandateForm
from desk.usecases.show_mandates import ShownMandate
from i18n.data_kind_words import kinds_named
from i18n.translator import Translator
from ui.screens.mandate.errors import error_words
from ui.screens.mandate.state import MandatePage, Signed
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow
from ui.widgets.buttons import LinkButton, button
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.signature_pad import SignaturePad
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

_LONGEST = 120


class SignForm(Speaking, QWidget):
    """Asks for what its form needs, and for nothing else."""

    signed = Signal(object)
    """The citizen gave it (``Signed``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._mandate: ShownMandate | None = None
        self._page = MandatePage()
        self._unsure = False
        self._title, self._read_title, self._read = Text(Role.STRONG), Text(Role.STRONG), Text()
        self.done, self.marked = CheckRow(), CheckRow()
        self._pad_title, self.pad, self.wipe = Text(Role.STRONG), SignaturePad(), LinkButton()
        self._pad_hint = Text(Role.MUTED)
        self.where, self.witness = LineField(40), LineField(40)
        self._where_row, self._witness_row = FormRow(self.where), FormRow(self.witness)
        self._error = Text(Role.ERROR)
        self.keep = button(Role.PRIMARY)
        self._build()
        self.retranslate()

    def show_form(self, mandate: ShownMandate, page: MandatePage) -> None:
        """Show what is still missing."""
        self._mandate, self._page = mandate, page
        if page.error is None:
            self._unsure = False
        form = mandate.given.mandate.form
        on_screen, spoken = form is MandateForm.SCREEN, form is MandateForm.SPOKEN
        for part in (self._pad_title, self._pad_hint, self.pad, self.wipe):
            part.setVisible(on_screen)
        for part in (self._read_title, self._read):
            part.setVisible(spoken)
        self.done.setVisible(not on_screen)
        self.marked.setVisible(not spoken)
        self._where_row.setVisible(form is MandateForm.PAPER)
        self._witness_row.setVisible(self.marked.isChecked() and not spoken)
        self.retranslate()

    def retranslate(self) -> None:
        words, mandate = self.words, self._mandate
        if mandate is None:
            return
        form = mandate.given.mandate.form
        spoken = form is MandateForm.SPOKEN
        self._title.setText(words.text("Read aloud") if spoken else words.text("Sign"))
        self._read_title.setText(words.text("Read each line aloud, and let the citizen say it back:"))
        self._read.setText("\n".join(self._aloud(mandate)) if spoken else "")
        self.done.setText(
            words.text("The citizen said every line back in their own words")
            if spoken
            else words.text("The citizen signed both copies")
        )
        self.marked.setText(words.text("The citizen cannot write: somebody witnessed their mark"))
        self._pad_title.setText(words.text("The citizen signs here"))
        self._pad_hint.setText(words.text("With a finger, a pen or a mouse. By keyboard alone: take paper instead."))
        self.pad.setAccessibleName(words.text("The citizen signs here"))
        self.pad.setAccessibleDescription(self._pad_hint.text())
        self.wipe.setText(words.text("Wipe it off"))
        self._where_row.set_words(
            words.text("Where the desk's copy is kept"), words.text("A binder and a number. No names.")
        )
        self._witness_row.set_words(words.text("Name of the witness"), words.text("As on the paper."))
        at_where, at_witness = (error_words(self._translator, self._page, place) for place in ("where", "witness"))
        self._where_row.set_error(at_where)
        self._witness_row.set_error(at_witness)
        self._error.say(self._unsure_words(form) or error_words(self._translator, self._page, "signing"))
        self.keep.setText(words.text("It is given") if spoken else words.text("It is signed"))

    def _aloud(self, mandate: ShownMandate) -> list[str]:
        words, formats = self.words, self._translator.formats
        lines = [
            words.text(
                "{n}. {agency}: {errand}. It may be given: {kinds}.",
                n=line.number,
                agency=line.agency,
                errand=line.errand,
                kinds=kinds_named(words, line.line.kinds),
            )
            for line in mandate.lines
        ]
        last = formats.long_date(mandate.given.mandate.last_day)
        return [
            words.text("You let this service point act for you in this:"),
            *lines,
            words.text("It ends on {day}. You can withdraw any line at any time.", day=last),
        ]

    def _unsure_words(self, form: MandateForm) -> str:
        words = self.words
        if not self._unsure:
            return ""
        match form:
            case MandateForm.SCREEN:
                return words.text("There is no signature yet. Let the citizen sign, or take paper.")
            case MandateForm.SPOKEN:
                return words.text("Tick that the citizen said every line back. Without that, it is not given.")
            case _:
                return words.text("Tick that the citizen signed. Without a signature, nothing may be done.")

    def _build(self) -> None:
        layout = column(self, gap=Space.S)
        buttons = WrapRow()
        buttons.add(self.keep)
        for part in (self._title, self._read_title, self._read, self.done, self._pad_title, self._pad_hint):
            layout.addWidget(part)
        for rest in (self.pad, self.wipe, self.marked, self._witness_row, self._where_row, self._error, buttons):
            layout.addWidget(rest)
        self.where.setMaxLength(_LONGEST)
        self.witness.setMaxLength(_LONGEST)
        self.wipe.clicked.connect(self.pad.clear)
        self.marked.toggled.connect(self._marked)
        self.keep.clicked.connect(self._keep)
        for field in (self.where, self.witness):
            field.returnPressed.connect(self._keep)

    @Slot(bool)
    def _marked(self, marked: bool) -> None:
        self._witness_row.setVisible(marked)
        if marked and self.isVisible():
            self.witness.setFocus()

    @Slot()
    def _keep(self) -> None:
        mandate = self._mandate
        if mandate is None:
            return
        form = mandate.given.mandate.form
        self._unsure = not (self.pad.is_signed if form is MandateForm.SCREEN else self.done.isChecked())
        self.retranslate()
        if self._unsure:
            (self.keep if form is MandateForm.SCREEN else self.done).setFocus()
            return
        self.signed.emit(
            Signed(
                kept_where=self.where.text().strip() if form is MandateForm.PAPER else "",
                witness=self.witness.text().strip() if self.marked.isChecked() else "",
                read_back=form is MandateForm.SPOKEN,
                strokes=self.pad.strokes() if form is MandateForm.SCREEN else (),
            )
        )
