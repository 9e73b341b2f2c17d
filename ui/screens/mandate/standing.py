"""One mandate that was drawn up: how it stands, line by line, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.mandate import MandateForm
from desk.model.mandate_state import MandateState
from desk.usecases.show_mandates import ShownLine, ShownMandate
from i18n.data_kind_words import kinds_named
from i18n.translator import NP_, Translator
from ui.mandate_words import FORMS, LASTING
from ui.screens.mandate.register import RegisterPart
from ui.screens.mandate.signing import SignForm
from ui.screens.mandate.state import OVER, MandatePage, open_lines
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.confirm_in_place import ConfirmInPlace
from ui.widgets.group_card import GroupCard
from ui.widgets.layouts import column
from ui.widgets.text import Mark, Text
from ui.widgets.wrap_row import WrapRow

STATES = {
    MandateState.DRAWN: NP_("state of a mandate", "not signed yet"),
    MandateState.IN_FORCE: NP_("state of a mandate", "in force"),
    MandateState.ENDED: NP_("state of a mandate", "its last day is over"),
    MandateState.CLOSED: NP_("state of a mandate", "closed"),
    MandateState.WITHDRAWN: NP_("state of a mandate", "withdrawn"),
    MandateState.CHECK_OVERDUE: NP_("state of a mandate", "to be looked up in the register first"),
    MandateState.NOT_IN_REGISTER: NP_("state of a mandate", "not in the register"),
}
TONES = {
    MandateState.DRAWN: "attention",
    MandateState.IN_FORCE: "done",
    MandateState.CHECK_OVERDUE: "attention",
    MandateState.NOT_IN_REGISTER: "danger",
    MandateState.WITHDRAWN: "danger",
}


class LineRow(Speaking, QWidget):
    """A line, and the way to withdraw it."""

    withdrawn = Signal(int)
    """The citizen withdraws it: its place."""

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self._translator = translator
        self._line: ShownLine | None = None
        self._title, self._kinds, self._gone = Text(Role.STRONG), Text(), Mark("danger")
        self.withdraw = ConfirmInPlace()
        marks = WrapRow()
        marks.add(self._gone)
        self._marks = marks
        layout = column(self, gap=Space.XS)
        for part in (self._title, self._kinds, marks, self.withdraw):
            layout.addWidget(part)
        self.withdraw.confirmed.connect(self._withdrawn)

    def show_line(self, line: ShownLine, *, can_withdraw: bool) -> None:
        """Show a line as it stands."""
        self._line = line
        self.withdraw.setVisible(can_withdraw)
        if not can_withdraw:
            self.withdraw.end()
        self.retranslate()

    def retranslate(self) -> None:
        words, formats, line = self.words, self._translator.formats, self._line
        if line is None:
            return
        number = line.number
        title = words.text("{n}. {agency}: {errand}", n=number, agency=line.agency, errand=line.errand)
        self._title.setText(title)
        self._kinds.setText(words.text("May be given: {kinds}.", kinds=kinds_named(words, line.line.kinds)))
        gone = line.withdrawn
        self._gone.say(
            words.text(
                "withdrawn {day} {time}", day=formats.short_date(gone.date()), time=formats.time_of_day(gone.time())
            )
            if gone is not None
            else ""
        )
        self._marks.setVisible(gone is not None)
        self.withdraw.set_words(
            words.text("Withdraw line {n}", n=number),
            words.text("Line {n} ends at once. To have it again, a new mandate is needed.", n=number),
            words.text("Withdraw it now"),
            words.ptext("mandate", "Leave it as it is"),
        )
        self.withdraw.describe(title)

    @Slot()
    def _withdrawn(self) -> None:
        if self._line is not None:
            self.withdrawn.emit(self._line.number - 1)


class StandingCard(Speaking, GroupCard):
    """Renders a ``ShownMandate``."""

    withdrawn = Signal(str, object)
    """The citizen withdraws lines (``MandateId``, tuple of places)."""
    paper_requested = Signal(str)
    """Show and print both copies (``MandateId``)."""
    certificate_requested = Signal(str)
    """Show and print the certificate of withdrawal (``MandateId``)."""
    signed = Signal(str, object)
    """It was signed or read back (``MandateId``, ``Signed``)."""
    renewed = Signal(str)
    """Draw a new one with the same lines (``MandateId``)."""
    looked_up = Signal(str, object)
    """What the national register says (``MandateId``, ``RegisterResult``)."""

    def __init__(self, translator: Translator) -> None:
        super().__init__(gap=Space.M)
        self._translator = translator
        self._mandate: ShownMandate | None = None
        self._title, self._how, self._code = Text(Role.LEAD), Text(Role.MUTED), Text(Role.STRONG)
        self._state, self._weak = Mark(), Mark("attention")
        self.rows: dict[int, LineRow] = {}
        self._rows = column(gap=Space.M)
        self.sign, self.register = SignForm(translator), RegisterPart(translator)
        self.paper, self.certificate, self.renew = button(), button(), button()
        self.all = ConfirmInPlace()
        self._build()

    def show_mandate(self, mandate: ShownMandate, page: MandatePage) -> None:
        """Show a mandate as it stands."""
        self._mandate = mandate
        still_open = open_lines(mandate)
        for at, line in enumerate(mandate.lines):
            if at not in self.rows:
                row = self.rows[at] = LineRow(self._translator)
                row.withdrawn.connect(self._line_withdrawn)
                self._rows.addWidget(row)
                row.show()
            self.rows[at].show_line(line, can_withdraw=at in still_open)
        form, over = mandate.given.mandate.form, mandate.state in OVER
        on_paper = form is not MandateForm.REGISTER
        self.sign.show_form(mandate, page)
        self.sign.setVisible(mandate.waits_for_signature and page.is_open)
        self.register.show_result(mandate, page)
        self.register.setVisible(not on_paper and not over)
        self.all.setVisible(len(still_open) > 1)
        self.paper.setVisible(on_paper)
        self.certificate.setVisible(bool(mandate.given.withdrawn))
        self.renew.setVisible((mandate.given.signing is not None or over) and page.is_open and page.acts_for)
        self.retranslate()

    def take_focus(self) -> None:
        """Put the focus on what comes next."""
        mandate = self._mandate
        if mandate is None:
            return
        if mandate.waits_for_signature:
            self.paper.setFocus()
        elif not self.register.isHidden():
            self.register.take_focus()
        else:
            asks = (self.rows[at].withdraw.ask for at in open_lines(mandate))
            ways = (*asks, self.renew, self.paper, self.certificate)
            first = next((way for way in ways if not way.isHidden()), None)
            if first is not None:
                first.setFocus()

    def retranslate(self) -> None:
        words, formats, shown = self.words, self._translator.formats, self._mandate
        if shown is None:
            return
        mandate = shown.given.mandate
        title = words.text(
            "Mandate of {first}, until {last}",
            first=formats.short_date(mandate.drawn_on),
            last=formats.short_date(mandate.last_day),
        )
        self.setAccessibleName(title)
        self._title.setText(title)
        self._state.setText(words.ptext(*STATES[shown.state]))
        self._state.set_tone(TONES.get(shown.state, "quiet"))
        self._weak.say(words.ptext("state of a mandate", "weak: only spoken") if shown.is_weak else "")
        self._how.setText("\n".join(self._told(shown)))
        self._code.setText(words.text("Code on the paper: {code}", code=shown.code))
        self.paper.setText(words.text("Show and print the two copies"))
        self.certificate.setText(words.text("Certificate of withdrawal"))
        self.renew.setText(words.text("Renew: the same lines, signed anew"))
        self.all.set_words(
            words.text("Withdraw all lines"),
            words.text("The whole mandate ends at once. To have it again, a new mandate is needed."),
            words.text("Withdraw all now"),
            words.ptext("mandate", "Leave it as it is"),
        )
        self.all.describe(title)

    def _told(self, shown: ShownMandate) -> list[str]:
        words, formats = self.words, self._translator.formats
        mandate, signing = shown.given.mandate, shown.given.signing
        told = [f"{words.ptext(*LASTING[mandate.lasting])} · {words.ptext(*FORMS[mandate.form])}"]
        if signing is None:
            return told
        day = formats.short_date(signing.on)
        read = words.text("Read aloud and repeated on {day}.", day=day)
        told.append(read if signing.read_back else words.text("Signed on {day}.", day=day))
        if signing.witness:
            told.append(words.text("Witness: {name}.", name=signing.witness))
        if signing.kept_where:
            told.append(words.text("The desk's copy: {place}.", place=signing.kept_where))
        return told

    def _build(self) -> None:
        marks, buttons = WrapRow(), WrapRow()
        for mark in (self._state, self._weak):
            marks.add(mark)
        for each in (self.paper, self.certificate, self.renew):
            buttons.add(each)
        for part in (self._title, marks, self._how, self._code):
            self.column.addWidget(part)
        self.column.addLayout(self._rows)
        for below in (self.all, buttons, self.sign, self.register):
            self.column.addWidget(below)
        self.all.confirmed.connect(self._all_withdrawn)
        for each, wish in (
            (self.paper, self.paper_requested),
            (self.certificate, self.certificate_requested),
            (self.renew, self.renewed),
        ):
            each.clicked.connect(partial(self._ask, wish.emit))
        self.sign.signed.connect(self._signed)
        self.register.looked_up.connect(self._looked_up)

    def _ask(self, wish: object) -> None:
        if self._mandate is not None and callable(wish):
            wish(self._mandate.id)

    @Slot(int)
    def _line_withdrawn(self, at: int) -> None:
        if self._mandate is not None:
            self.withdrawn.emit(self._mandate.id, (at,))

    @Slot()
    def _all_withdrawn(self) -> None:
        if self._mandate is not None:
            self.withdrawn.emit(self._mandate.id, open_lines(self._mandate))

    @Slot(object)
    def _signed(self, signed: object) -> None:
        if self._mandate is not None:
            self.signed.emit(self._mandate.id, signed)

    @Slot(object)
    def _looked_up(self, result: object) -> None:
        if self._mandate is not None:
            self.looked_up.emit(self._mandate.id, result)
