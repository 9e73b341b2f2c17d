"""Mandates of the visit: what must be clear before one, what it is for, how it is given, and what is in force."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.mandate import CapacityAnswer
from desk.usecases.give_mandate import Wish
from desk.usecases.show_mandates import ShownMandate
from i18n.translator import Translator
from ui.screens.mandate.acts import ActsPart
from ui.screens.mandate.before import BeforePart
from ui.screens.mandate.checking import CheckPart
from ui.screens.mandate.scope import Key, ScopePart
from ui.screens.mandate.standing import StandingCard
from ui.screens.mandate.state import CheckPage, MandatePage, open_lines
from ui.screens.mandate.terms import TermsPart
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.layouts import column
from ui.widgets.live_column import keep_only
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class MandateScreen(Speaking, QWidget):
    """Renders a ``MandatePage``; what is ticked and typed stays until it is drawn up."""

    capacity_checked = Signal(object, str)
    """What was seen before a mandate (``CapacityAnswer``), and the reason when something stands against it."""
    drawn = Signal(object)
    """A mandate shall be drawn up (``Wish``)."""
    withdrawn = Signal(str, object)
    """The citizen withdraws lines (``MandateId``, tuple of places)."""
    signed = Signal(str, object)
    """It was signed or read back (``MandateId``, ``Signed``)."""
    renewed = Signal(str, object)
    """Draw a new one with the same lines (``MandateId``, ``Wish`` without lines)."""
    looked_up = Signal(str, object)
    """What the national register says (``MandateId``, ``RegisterResult``)."""
    paper_requested = Signal(str)
    """Both copies (``MandateId``)."""
    certificate_requested = Signal(str)
    """The certificate of withdrawal (``MandateId``)."""
    acts_requested = Signal()
    """The list of what was done in the citizen's name."""
    person_requested = Signal()
    """Write down who the citizen is."""
    mode_requested = Signal()
    """Help in another way."""
    go_on_requested = Signal()
    """Take the visit up again that has ended."""
    kept_data_requested = Signal()
    """What is kept of the person."""
    back_requested = Signal()
    """Back to the visit."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._page = MandatePage()
        self._wants_new = False
        self._asked_for: Key | None = None
        self._renewing: ShownMandate | None = None
        self._title, self._lead = Text(Role.TITLE), Text(Role.MUTED)
        self._other_mode, self.mode = Text(Role.ATTENTION), LinkButton()
        self._ended, self.go_on = Text(Role.ATTENTION), LinkButton()
        self._force_title = Text(Role.HEADING)
        self.cards: dict[str, StandingCard] = {}
        self._cards = column(gap=Space.M)
        self.another, self._renewed = button(), Text(Role.LEAD)
        self.kept_data = LinkButton()
        self.before, self.scope, self.terms = BeforePart(translator), ScopePart(translator), TermsPart(translator)
        self.acts, self.checking = ActsPart(translator), CheckPart(translator)
        self.back = button()
        self._build()
        self._tie()
        self.retranslate()

    def render_state(self, page: MandatePage) -> None:
        """Show a state."""
        if page.visit != self._page.visit:
            self._draw_no_more()
            self.terms.forget()
        if len(page.mandates) > len(self._page.mandates):
            self._draw_no_more()
        was_clear, self._page = self.before.is_clear, page
        self._show_cards(page)
        self.before.render_state(page)
        self.scope.show_lines(page.proposed)
        self.terms.render_state(page)
        self.acts.show_acts(page.acts)
        self._lay_out()
        self.retranslate()
        if self._is_drawing and self.isVisible() and self.before.is_clear and not was_clear:
            self.focus_drawing()

    def show_check(self, page: CheckPage) -> None:
        """Show what was found of a paper's code."""
        self.checking.render_state(page)

    def take_focus(self) -> None:
        """Put the focus on what comes next."""
        page = self._page
        if page.visit is None:
            self.checking.take_focus()
        elif self._wrong_mode:
            self.mode.setFocus()
        elif page.is_over:
            self.kept_data.setFocus()
        elif self._is_drawing:
            self.focus_drawing()
        elif page.mandates:
            self.cards[page.mandates[0].id].take_focus()
        else:
            self.back.setFocus()

    def focus_drawing(self) -> None:
        """Put the focus where the drawing up goes on."""
        if not self.before.is_clear:
            self.before.take_focus()
        elif self._renewing is not None:
            self.terms.take_focus()
        elif self._asked_for is not None:
            self.scope.focus_row(self._asked_for)
        else:
            self.scope.take_focus()

    def focus_withdrawn(self, mandate: str) -> None:
        """Lines of it were withdrawn: what comes next is the paper that says so."""
        if mandate in self.cards:
            self.cards[mandate].certificate.setFocus()

    def propose(self, errand: str, agency: str) -> None:
        """A step needs a line that no mandate has: draw one up."""
        self._draw_no_more()
        self._wants_new, self._asked_for = True, (errand, agency)
        self.scope.want_only((errand, agency))
        self._lay_out()
        self.focus_drawing()

    @Slot(str)
    def renew(self, mandate: str) -> None:
        """The same lines once more: everything else is asked anew."""
        self._draw_no_more()
        self._renewing = next((each for each in self._page.mandates if each.id == mandate), None)
        self._wants_new = self._renewing is not None
        self._lay_out()
        self.retranslate()
        self.focus_drawing()

    def retranslate(self) -> None:
        words, page = self.words, self._page
        of_ended = page.visit is not None and not page.is_open
        self._title.setText(
            words.text("Mandates of visit {number}", number=page.number) if of_ended else words.text("Mandate")
        )
        self._lead.setText(
            words.text("With a mandate the desk acts for the citizen: only in what it names, and only while it lasts.")
        )
        self._other_mode.say(
            words.text("This visit does not act for the citizen, so it needs no mandate.") if self._wrong_mode else ""
        )
        self.mode.setText(words.text("Choose another way of helping"))
        self.mode.setVisible(self._wrong_mode)
        self._ended.say("" if page.is_open else self._what_is_left(page))
        self.go_on.setText(words.text("Go on with the visit"))
        self.go_on.setVisible(not page.is_open and not page.is_over)
        self._force_title.setText(words.text("Mandates of this visit"))
        self.another.setText(words.text("Draw up another mandate"))
        old = self._renewing.code if self._renewing is not None else ""
        self._renewed.setText(words.text("The same lines as in the mandate {code}, given anew", code=old))
        self.kept_data.setText(words.text("What is kept of this person"))
        self.back.setText(words.text("Back to the visit"))

    def _what_is_left(self, page: MandatePage) -> str:
        if page.is_over:
            return self.words.text("The visit ended without follow-up. Only the mandates that were used are kept.")
        if any(open_lines(mandate) for mandate in page.mandates):
            return self.words.text("The visit has ended: lines can be withdrawn here, and nothing can be drawn up.")
        return self.words.text("The visit has ended. To draw up a mandate, go on with the visit.")

    def _draw_no_more(self) -> None:
        self._wants_new, self._asked_for, self._renewing = False, None, None

    @property
    def _wrong_mode(self) -> bool:
        return self._page.visit is not None and self._page.is_open and not self._page.acts_for

    @property
    def _can_draw(self) -> bool:
        return self._page.acts_for and self._page.is_open

    @property
    def _is_drawing(self) -> bool:
        page = self._page
        return page.visit is not None and self._can_draw and (self._wants_new or not page.mandates)

    def _show_cards(self, page: MandatePage) -> None:
        for mandate in reversed(page.mandates):  # a newer one stands before the others
            self._card(mandate).show_mandate(mandate, page)
        keep_only(self.cards, [self.cards[mandate.id] for mandate in page.mandates])

    def _card(self, mandate: ShownMandate) -> StandingCard:
        if mandate.id not in self.cards:
            card = self.cards[mandate.id] = StandingCard(self._translator)
            for theirs, ours in (
                (card.withdrawn, self.withdrawn),
                (card.signed, self.signed),
                (card.renewed, self.renew),
                (card.looked_up, self.looked_up),
                (card.paper_requested, self.paper_requested),
                (card.certificate_requested, self.certificate_requested),
            ):
                theirs.connect(ours)
            self._cards.insertWidget(0, card)
            card.show()
        return self.cards[mandate.id]

    def _lay_out(self) -> None:
        page, drawing = self._page, self._is_drawing
        self._force_title.setVisible(bool(page.mandates) and page.is_open)  # else the title says it
        self.another.setVisible(bool(page.mandates) and self._can_draw and not drawing)
        self.before.setVisible(drawing)
        clear = drawing and self.before.is_clear
        self.scope.setVisible(clear and self._renewing is None)
        self._renewed.setVisible(drawing and self._renewing is not None)
        self.terms.setVisible(clear)
        self.kept_data.setVisible(page.is_over)
        self.back.setVisible(page.visit is not None and not page.is_over)

    def _build(self) -> None:
        scroll = ScrollColumn(gap=Space.L, edge=Space.XL)
        column(self).addWidget(scroll)
        inside = scroll.column
        above = (self._title, self._lead, self._other_mode, self.mode, self._ended, self.go_on, self.kept_data)
        for part in (*above, self._force_title):
            inside.addWidget(part)
        inside.addLayout(self._cards)
        ways, new = WrapRow(), WrapRow()
        ways.add(self.back)
        new.add(self.another)
        for below in (new, self._renewed, self.before, self.scope, self.terms, self.acts, self.checking, ways):
            inside.addWidget(below)
        inside.addStretch(1)

    def _tie(self) -> None:
        self.before.cleared.connect(self._cleared)
        self.before.stopped.connect(self.capacity_checked)
        self.before.again.clicked.connect(self._lay_out)
        self.terms.drawn.connect(self._draw)
        self.terms.person_requested.connect(self.person_requested)
        self.acts.paper_requested.connect(self.acts_requested)
        self.another.clicked.connect(self._draw_another)
        self.mode.clicked.connect(self.mode_requested)
        self.go_on.clicked.connect(self.go_on_requested)
        self.kept_data.clicked.connect(self.kept_data_requested)
        self.back.clicked.connect(self.back_requested)

    @Slot()
    def _cleared(self) -> None:
        self.capacity_checked.emit(CapacityAnswer.CLEAR, "")

    @Slot()
    def _draw_another(self) -> None:
        self._draw_no_more()
        self._wants_new = True
        self._lay_out()
        self.focus_drawing()

    @Slot()
    def _draw(self) -> None:
        terms, old = self.terms, self._renewing
        if old is not None:
            if terms.check():
                self.renewed.emit(old.id, Wish((), terms.given_as, terms.lasts, terms.last_day()))
        elif self.scope.check() and terms.check():
            self.drawn.emit(Wish(self.scope.lines(), terms.given_as, terms.lasts, terms.last_day()))
