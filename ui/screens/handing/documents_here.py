"""The documents of the visit: what lies here and by when it goes on, and what became of the others."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.handing import SentHow, ToldHow
from desk.model.handing_papers import ListedDocument
from desk.model.ids import AgencyId
from desk.usecases.send_document import Transfer
from i18n.handing_words import SENDING, TELLING, named
from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.catalogue.lines_card import CardLine, LinesCard, Way
from ui.screens.handing.state import HandingPage
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

PRINT, NOTICE, SEND, WRONG = "print", "notice", "send", "wrong"


class DocumentsHere(Speaking, QWidget):
    """One line a document; sending and transferring open a small form under them."""

    sent = Signal(str, object)
    """A document went on (``HandingId``, ``SentHow``)."""
    transferred = Signal(str, object)
    """A document went to the right authority (``HandingId``, ``Transfer``)."""
    paper_requested = Signal(str, bool)
    """A receipt, or the notice of a transfer (``HandingId``, whether it is the notice)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._page = HandingPage()
        self._open: tuple[str, str] = ("", "")
        self.list = LinesCard()
        self._form, self._about, self._law = QWidget(), Text(Role.STRONG), Text(Role.MUTED)
        self.agency = ChoiceField()
        self._agency_row = FormRow(self.agency)
        self.how, self.told = ChoiceRow(SentHow), ChoiceRow(ToldHow)
        self.do, self.leave = button(Role.PRIMARY), button(Role.QUIET)
        self._build()
        self.retranslate()

    def render_state(self, page: HandingPage) -> None:
        """Show a state; a form whose wish came true is shut."""
        if page.done != self._page.done or page.visit != self._page.visit:
            self._open = ("", "")
        if page.agencies != self._page.agencies:
            self.agency.clear()
            for line in page.agencies:
                if line.is_authority:
                    self.agency.addItem(line.name, line.id)
        self._page = page
        self.retranslate()

    def retranslate(self) -> None:
        words, page = self.words, self._page
        self.list.show_lines(
            [self._line(each) for each in page.documents], words.text("No document has been left in this visit.")
        )
        error = page.error if page.place == "list" else None
        told = words_of(self._translator, error) if error is not None else None
        self.list.say_error(f"{told.what} {told.what_to_do}" if told is not None else "")
        self.how.set_words(words.text("How it goes"))
        self.how.set_choices({each: named(words, SENDING, each) for each in SentHow})
        self.told.set_words(words.text("How the citizen is told"))
        self.told.set_choices({each: named(words, TELLING, each) for each in ToldHow})
        self._agency_row.set_words(words.text("Authority to which it belongs"))
        self._law.setText(
            words.text("It is sent on without delay, and its sender is told. No decision is made. 434/2003, 21 §")
        )
        self.leave.setText(words.text("Leave it"))
        self._show_form()

    def _show_form(self) -> None:
        what, id = self._open
        document = next((each for each in self._page.documents if each.id == id), None)
        self._form.setVisible(document is not None)
        if document is None:
            return
        words, wrong = self.words, what == WRONG
        for part in (self._agency_row, self.told, self._law):
            part.setVisible(wrong)
        self._about.setText(words.text("Document {number}", number=document.number))
        self.do.setText(words.text("Send to the right authority") if wrong else words.text("It went on today"))

    def _line(self, document: ListedDocument) -> CardLine:
        words, formats = self.words, self._translator.formats
        ways = [Way(f"{PRINT} {document.id}", words.text("Receipt"))] if document.has_paper else []
        kind = words.text("original") if document.original else words.text("copy")
        pages = words.ntext("{n} page", "{n} pages", document.pages)
        if document.sent_on is None:
            small = words.text("Goes on by {day}.", day=formats.long_date(document.send_by))
            if self._page.may_receive:
                ways.append(Way(f"{SEND} {document.id}", words.text("Mark as sent on…")))
                ways.append(Way(f"{WRONG} {document.id}", words.text("Wrong authority…")))
        else:
            day = formats.short_date(document.sent_on)
            small = words.text("Sent to {agency} on {day}", agency=document.sent_to, day=day)
            if document.transferred and document.has_paper:
                ways.append(Way(f"{NOTICE} {document.id}", words.text("Notice of the transfer")))
        law = (
            words.text("In time when left here")
            if document.in_time_here
            else words.text("In time only when the authority has it")
        )
        return CardLine(
            title=" · ".join(part for part in (document.number, document.what) if part),
            text=f"{document.agency} · {pages}, {kind} · {law}",
            small=small,
            ways=tuple(ways),
        )

    def _build(self) -> None:
        layout = column(self, gap=Space.M)
        layout.addWidget(self.list)
        layout.addWidget(self._form)
        inside = column(self._form, gap=Space.M)
        buttons = WrapRow()
        buttons.add(self.do)
        buttons.add(self.leave)
        for part in (self._about, self._law, self._agency_row, self.how, self.told, buttons):
            inside.addWidget(part)
        self.list.pressed.connect(self._pressed)
        self.do.clicked.connect(self._do)
        self.leave.clicked.connect(self._leave)
        self._form.hide()

    @Slot(str)
    def _pressed(self, key: str) -> None:
        what, _, id = key.partition(" ")
        if what in (PRINT, NOTICE):
            self.paper_requested.emit(id, what == NOTICE)
            return
        self._open = (what, id)
        self._show_form()
        (self.agency if what == WRONG else self.how.list).setFocus()

    @Slot()
    def _do(self) -> None:
        what, id = self._open
        how = self.how.chosen or SentHow.POST
        if what == WRONG:
            to, told = AgencyId(self.agency.currentData()), self.told.chosen or ToldHow.AT_DESK
            self.transferred.emit(id, Transfer(to, how, told))
        else:
            self.sent.emit(id, how)

    @Slot()
    def _leave(self) -> None:
        self._open = ("", "")
        self._show_form()
        first = next(iter(self.list.findChildren(LinkButton)), None)
        if first is not None:
            first.setFocus()
