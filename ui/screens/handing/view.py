"""Documents and hand-over of the visit at hand, in three calm parts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.model.ids import AgencyId, DocumentId, ErrandId
from i18n.translator import Translator
from ui.screens.handing.documents import ReceivePart
from ui.screens.handing.documents_here import DocumentsHere
from ui.screens.handing.hand_over import HandOverPart
from ui.screens.handing.refer import ReferPart
from ui.screens.handing.referrals import ReferralsHere
from ui.screens.handing.state import HandingPage
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.layouts import column, row
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text


class HandingScreen(Speaking, QWidget):
    """Renders a ``HandingPage``; each form opens by its own link, so that the page stays calm."""

    back_requested = Signal()
    """Back to the visit."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._page = HandingPage()
        self._begins: tuple[AgencyId, str] | None = None
        self._title = Text(Role.TITLE)
        self._headings = tuple(Text(Role.HEADING) for _ in range(3))
        self._not_yours = Text(Role.MUTED)
        self.here, self.receive = DocumentsHere(translator), ReceivePart(translator)
        self.referrals, self.refer = ReferralsHere(translator), ReferPart(translator)
        self.hand_over = HandOverPart(translator)
        self.more_documents, self.more_referrals = LinkButton(), LinkButton()
        self.back = button()
        self._build()
        self.retranslate()

    def render_state(self, page: HandingPage) -> None:
        """Show a state; a form whose wish came true is shut."""
        moved = page.visit != self._page.visit
        if moved or len(page.documents) != len(self._page.documents):
            self.more_documents.setChecked(False)
        if moved or len(page.referrals) != len(self._page.referrals):
            self.more_referrals.setChecked(False)
        self._page = page
        for part in (self.here, self.receive, self.referrals, self.refer, self.hand_over):
            part.render_state(page)
        if self._begins is not None:
            self.more_documents.setChecked(True)
        self._open_forms()
        self.retranslate()
        self._begin()

    def begin_document(self, agency: AgencyId, errand: ErrandId, documents: tuple[DocumentId, ...]) -> None:
        """A step's document is left: open its form with what is known, as soon as it is known."""
        self._begins = (agency, f"{errand} {documents[0]}" if documents else "")
        self.more_documents.setChecked(True)
        self._begin()

    def _begin(self) -> None:
        if self._begins is not None and self._page.agency(self._begins[0]) is not None:
            self.receive.begin(*self._begins)
            self._begins = None

    def take_focus(self) -> None:
        """Put the focus on what comes next."""
        if self._page.handed.waits:
            self.hand_over.take_focus()
        elif self.more_documents.isVisibleTo(self):
            self.more_documents.setFocus()
        elif self.more_referrals.isVisibleTo(self):
            self.more_referrals.setFocus()
        else:
            self.back.setFocus()

    def retranslate(self) -> None:
        words, page = self.words, self._page
        self._title.setText(words.text("Documents and hand-over"))
        names = (words.text("Documents"), words.text("Refer to an agency"), words.text("Hand over to a colleague"))
        for heading, name in zip(self._headings, names, strict=True):
            heading.setText(name)
        self.more_documents.setText(words.text("Receive a document"))
        self.more_referrals.setText(words.text("Refer the citizen"))
        self._not_yours.say("" if page.may_receive else words.text("In your role, no documents are received here."))
        self.back.setText(words.text("Back to the visit"))

    def _open_forms(self) -> None:
        page = self._page
        self.more_documents.setVisible(page.may_receive and page.is_open)
        self.more_referrals.setVisible(page.may_refer and page.is_open)
        self.receive.setVisible(self.more_documents.isChecked() and page.may_receive and page.is_open)
        self.refer.setVisible(self.more_referrals.isChecked() and page.may_refer and page.is_open)
        for heading in self._headings[1:]:
            heading.setVisible(page.may_refer)

    def _build(self) -> None:
        scroll = ScrollColumn(gap=Space.M, edge=Space.XL)
        column(self).addWidget(scroll)
        documents, refer, hand_over = self._headings
        parts: tuple[QWidget, ...] = (
            *(self._title, documents, self._not_yours, self.here, self.more_documents, self.receive),
            *(refer, self.referrals, self.more_referrals, self.refer),
            *(hand_over, self.hand_over),
        )
        for part in parts:
            scroll.column.addWidget(part)
        ways = row()
        ways.addWidget(self.back)
        ways.addStretch(1)
        scroll.column.addLayout(ways)
        scroll.column.addStretch(1)
        for link in (self.more_documents, self.more_referrals):
            link.setCheckable(True)
            link.toggled.connect(self._open_forms)
        self.back.clicked.connect(self.back_requested)
