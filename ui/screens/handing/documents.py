"""A document is left: for whom, what, how many pages; and first of all what the law makes of it here."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.model.handing_papers import WhereToTake
from desk.model.ids import AgencyId
from desk.usecases.receive_document import LONGEST_NAME, MOST_PAGES, AskedFor, GivenDocument
from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.handing.state import HandingPage, Place, ToReceive
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow
from ui.widgets.buttons import button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.day_field import DayField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class ReceivePart(Speaking, QWidget):
    """Renders the form of a ``HandingPage``; what is typed stays until it is received."""

    received = Signal(object)
    """A document shall be taken in (``ToReceive``)."""
    place_wanted = Signal(str)
    """Where is it in time? (``AgencyId``)"""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._page = HandingPage()
        self._where: WhereToTake | None = None
        self.agency, self.document = ChoiceField(), ChoiceField()
        self.what, self.pages, self.giver = LineField(50), LineField(5), LineField(30)
        self.original, self.told = CheckRow(), CheckRow()
        self._agency_row, self._document_row = FormRow(self.agency), FormRow(self.document)
        self._what_row, self._pages_row, self._giver_row = FormRow(self.what), FormRow(self.pages), FormRow(self.giver)
        self.due = DayField(translator, self._today)
        self._law, self._place = Text(Role.BODY), Text(Role.ATTENTION)
        self._error = Text(Role.ERROR)
        self.receive = button(Role.PRIMARY)
        self._build()
        self.retranslate()

    def render_state(self, page: HandingPage) -> None:
        """Show a state; when a document was received, the form is empty again."""
        if page.visit != self._page.visit or page.done != self._page.done:
            self._empty()
        same = page.agencies == self._page.agencies and page.asked == self._page.asked
        self._page = page
        if not same:
            self._fill_agencies()
        self.due.retranslate()
        self.retranslate()

    def show_place(self, place: Place) -> None:
        """Show where a document is in time."""
        if place.agency == self.agency.currentData():
            self._where = place.where
            self._say_law()

    def begin(self, agency: str, document: str = "") -> None:
        """Start with the agency and document of a step."""
        self.agency.setCurrentIndex(max(0, self.agency.findData(agency)))
        self._agency_picked()
        self.document.setCurrentIndex(max(0, self.document.findData(document)))
        self._document_picked()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus on the first choice."""
        self.agency.setFocus()

    def retranslate(self) -> None:
        words, page = self.words, self._page
        self._agency_row.set_words(words.text("For which authority"))
        self._document_row.set_words(words.text("Which document"))
        self._what_row.set_words(
            words.text("What it is, in a few words"), words.text("Stands on the receipt. No identity code.")
        )
        self._pages_row.set_words(words.text("How many pages"))
        self.original.setText(words.text("It is the original"))
        self.due.set_words(words.text("Its last day, if the citizen knows it"), words.text("May be left empty."))
        self._giver_row.set_words(words.text("Who leaves it"), words.text("May be left empty."))
        self.told.setText(words.text("The citizen knows this, and leaves it here all the same"))
        self.receive.setText(words.text("Receive, and make the receipt"))
        self._fill_documents()
        self._say_law()
        error = page.error if page.place == "document" else None
        self._error.say(_told(self._translator, error))

    def _say_law(self) -> None:
        words, line = self.words, self._page.agency(self.agency.currentData() or "")
        handled = line is not None and line.here.is_handled
        self.told.setVisible(line is not None and not handled)
        self.receive.setEnabled(line is not None)
        if line is None:
            self._law.say("")
            self._place.say("")
            return
        if handled:
            self._law.say(
                words.text(
                    "There is an agreement: a document left here in time is in time at the authority. 223/2007, 7 §"
                )
            )
            self._place.say("")
            return
        self._law.say("")
        parts = [
            words.text(
                "There is no agreement on documents for {agency}. The day is kept only if the document "
                "reaches the authority in time (434/2003, 21 §). Say so before you take it.",
                agency=line.name,
            )
        ]
        where = self._where
        if where is not None and (where.address or where.phone or where.url):
            ways = ", ".join(part for part in (where.address, where.phone, where.url) if part)
            parts.append(words.text("It is in time here: {ways}", ways=ways))
        self._place.say("\n".join(parts))

    def _build(self) -> None:
        layout = column(self, gap=Space.M)
        buttons = WrapRow()
        buttons.add(self.receive)
        self.pages.setValidator(QIntValidator(1, MOST_PAGES, self))
        self.giver.setMaxLength(LONGEST_NAME)
        self.what.setMaxLength(300)
        parts: tuple[QWidget, ...] = (
            *(self._agency_row, self._law, self._place, self._document_row, self._what_row, self._pages_row),
            *(self.original, self.due, self._giver_row, self.told, self._error, buttons),
        )
        for part in parts:
            layout.addWidget(part)
        self.agency.activated.connect(self._agency_picked)
        self.document.activated.connect(self._document_picked)
        self.receive.clicked.connect(self._receive)
        self._empty()

    def _today(self) -> date:
        return self._page.today

    def _empty(self) -> None:
        for field in (self.what, self.giver):
            field.clear()
        self.pages.setText("1")
        self.due.show_day(None)
        self.original.setChecked(False)
        self.told.setChecked(False)

    def _fill_agencies(self) -> None:
        chosen = self.agency.currentData()
        self.agency.clear()
        for line in self._page.agencies:
            if line.is_authority:
                self.agency.addItem(line.name, line.id)
        self.agency.setCurrentIndex(max(0, self.agency.findData(chosen)))
        if self.agency.currentData() != chosen:
            self._agency_picked()

    def _fill_documents(self) -> None:
        chosen = self.document.currentData()
        self.document.clear()
        for each in self._asked():
            self.document.addItem(each.name.text, f"{each.errand} {each.document}")
        self.document.addItem(self.words.text("Another document"), "")
        self.document.setCurrentIndex(max(0, self.document.findData(chosen)))
        self._document_picked()

    def _asked(self) -> tuple[AskedFor, ...]:
        return tuple(each for each in self._page.asked if each.agency == self.agency.currentData())

    @Slot()
    def _agency_picked(self) -> None:
        self._where = None
        self.told.setChecked(False)
        self._fill_documents()
        self.document.setCurrentIndex(0)
        self._document_picked()
        self._say_law()
        if self.agency.currentData():
            self.place_wanted.emit(self.agency.currentData())

    @Slot()
    def _document_picked(self) -> None:
        self._what_row.setVisible(not self.document.currentData())

    @Slot()
    def _receive(self) -> None:
        due = self.due.read()
        if not due.ok:
            return
        named = self.document.currentData()
        asked = next((each for each in self._asked() if f"{each.errand} {each.document}" == named), None)
        given = GivenDocument(
            agency=AgencyId(self.agency.currentData()),
            pages=int(self.pages.text() or 0),
            original=self.original.isChecked(),
            errand=asked.errand if asked is not None else None,
            document=asked.document if asked is not None else None,
            what="" if asked is not None else self.what.text(),
            due_on=due.day,
            giver=self.giver.text(),
        )
        self.received.emit(ToReceive(given, self.told.isChecked()))


def _told(translator: Translator, error: DeskError | None) -> str:
    if error is None:
        return ""
    told = words_of(translator, error)
    return " ".join(part for part in (told.what, told.what_to_do) if part)
