"""How the citizen of a kept plan is found: the safe ways first, what must not be done, and what was promised."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desk.errors import DeskError
from desk.model.follow_up import CallBack, CallBackEnd, ContactPlan
from desk.model.person import ContactWay
from desk.model.visit import Visit
from i18n.error_text import error_text
from i18n.translator import Translator
from ui.follow_up_words import ENDS, WAYS, how_not_to
from ui.screens.follow_up.state import CallBackSettling, CallBackWish
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.contact_form import ContactForm
from ui.widgets.day_field import DayField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import clear, column, row
from ui.widgets.line_field import LineField
from ui.widgets.text import Text
from ui.widgets.typed_dates import DateBounds
from ui.widgets.wrap_row import WrapRow

_WEEK = timedelta(days=7)


class ContactPart(Speaking, QFrame):
    """Renders contact and call-backs of one visit."""

    contact_wished = Signal(object)
    """This is how they find one another (``ContactPlan`` or ``None``)."""
    promise_wished = Signal(object)
    """Be in touch on a day (``CallBackWish``)."""
    settling_wished = Signal(object)
    """What came of a call-back (``CallBackSettling``)."""
    came_back = Signal()
    """The citizen came."""

    def __init__(self, translator: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator, self._today = translator, today
        self._visit: Visit | None = None
        set_role(self, Role.CARD)
        self._title, self._unsafe = Text(Role.HEADING), Text(Role.ATTENTION)
        self._ways, self._comes, self._error = Text(), Text(), Text(Role.ERROR)
        self.change, self.came = button(), button()
        self.change.setCheckable(True)
        self.form = ContactForm(translator, today)
        self.keep = button(Role.PRIMARY)
        self._promises = QWidget()
        self._promised = column(self._promises, gap=Space.S)
        self.promise = button()
        self.promise.setCheckable(True)
        self.day, self.words_field = DayField(translator, today), LineField(40)
        self._words_row = FormRow(self.words_field)
        self.promise_kept = button(Role.PRIMARY)
        self._build()
        self.retranslate()

    def show_visit(self, visit: Visit) -> None:
        """Show what was agreed; a form that is open stays as it is typed."""
        if self._visit is None or visit.id != self._visit.id or visit.contact != self._visit.contact:
            self.form.show_contact(visit.contact)
            self.change.setChecked(False)
        self._visit = visit
        self._fill_promises()
        self.retranslate()

    def say(self, error: DeskError | None) -> None:
        """Say why something was not stored."""
        told = error_text(self.words, error.id, error.details) if error is not None else None
        self._error.say(f"{told.what} {told.what_to_do}" if told is not None else "")

    def stored(self) -> None:
        """What was promised is stored: the field is empty for the next."""
        self.promise.setChecked(False)
        self.words_field.clear()
        self.day.show_day(None)

    def take_focus(self) -> None:
        """Put the focus on the first promise, else on how they find one another."""
        first = next((each for each in self._promises.findChildren(QPushButton) if not each.isHidden()), None)
        (first or self.change).setFocus()

    def forget(self) -> None:
        """Nothing of it stays."""
        self._visit = None
        self.form.show_contact(None)
        self.stored()
        self.change.setChecked(False)
        self._fill_promises()
        for text in (self._unsafe, self._ways, self._comes, self._error):
            text.say("")
        self.came.hide()

    def retranslate(self) -> None:
        words = self.words
        self._title.setText(words.text("How we find one another"))
        self.change.setText(words.text("Change how we find one another"))
        self.keep.setText(words.text("Keep this"))
        self.came.setText(words.text("The citizen came"))
        self.promise.setText(words.text("Promise to be in touch"))
        self.day.set_words(words.text("Be in touch on"))
        self._words_row.set_words(
            words.text("About what, in a few words"), words.text("No identity codes, no passwords")
        )
        self.promise_kept.setText(words.text("Keep the promise"))
        visit = self._visit
        if visit is None:
            return
        contact = visit.contact or ContactPlan()
        safe = contact.safe_ways
        self._unsafe.say(how_not_to(contact.unsafe, safe[0].kind if safe else None, words))
        told = [self._way(at, way) for at, way in enumerate(safe)]
        self._ways.say("\n".join(told) if told or contact.come_back_on else words.text("Nothing was agreed."))
        day = contact.come_back_on
        self._comes.say(
            words.text("Comes back on {day}", day=self._translator.formats.long_date(day)) if day is not None else ""
        )
        self.came.setVisible(day is not None)

    def _way(self, at: int, way: ContactWay) -> str:
        words, how = self.words, self.words.ptext(*WAYS[way.kind])
        where = ", ".join(part for part in (way.where, way.when) if part)
        if not where:
            return words.text("{number}. {how}", number=at + 1, how=how)
        return words.text("{number}. {how}: {where}", number=at + 1, how=how, where=where)

    def _fill_promises(self) -> None:
        clear(self._promised)
        visit = self._visit
        for call_back in sorted(visit.call_backs.values(), key=lambda each: each.day) if visit is not None else ():
            self._promised.addWidget(self._promise_line(call_back))

    def _promise_line(self, call_back: CallBack) -> QWidget:
        words, box = self.words, QWidget()
        inside = column(box, gap=Space.XS)
        title = Text(Role.STRONG)
        day = self._translator.formats.long_date(call_back.day)
        title.setText(words.text("Be in touch on {day}", day=day))
        inside.addWidget(title)
        if call_back.words:
            about = Text()
            about.setText(call_back.words)
            inside.addWidget(about)
        ways = WrapRow()
        for end, name in ENDS.items():
            way = button()
            way.setText(words.ptext(*name))
            way.setAccessibleDescription(title.text())
            way.clicked.connect(partial(self._settled, call_back, end))
            ways.add(way)
        inside.addWidget(ways)
        return box

    def _build(self) -> None:
        layout = column(self, gap=Space.S, edge=Space.M)
        ways = WrapRow()
        for way in (self.change, self.came, self.promise):
            ways.add(way)
        self._contact_box, self._promise_box = QWidget(), QWidget()
        inside = column(self._contact_box, gap=Space.S)
        inside.addWidget(self.form)
        inside.addLayout(_leading(self.keep))
        inside = column(self._promise_box, gap=Space.S)
        line = WrapRow()
        line.add(self.day)
        line.add(self._words_row)
        inside.addWidget(line)
        inside.addLayout(_leading(self.promise_kept))
        for part in (self._title, self._unsafe, self._ways, self._comes, self._promises, ways):
            layout.addWidget(part)
        for part in (self._contact_box, self._promise_box, self._error):
            layout.addWidget(part)
        self._contact_box.hide()
        self._promise_box.hide()
        self.change.toggled.connect(self._form_toggled)
        self.promise.toggled.connect(self._promise_toggled)
        self.keep.clicked.connect(self._keep)
        self.promise_kept.clicked.connect(self._promise)
        self.came.clicked.connect(self.came_back)

    @Slot(bool)
    def _form_toggled(self, shown: bool) -> None:
        self._contact_box.setVisible(shown)
        if shown:
            self.form.focus_first()

    @Slot(bool)
    def _promise_toggled(self, shown: bool) -> None:
        self._promise_box.setVisible(shown)
        if shown:
            if not self.day.line.text():
                self.day.show_day(self._today() + _WEEK)
            self.day.line.setFocus()

    @Slot()
    def _keep(self) -> None:
        ok, contact = self.form.read()
        if ok:
            self.contact_wished.emit(contact)

    @Slot()
    def _promise(self) -> None:
        read = self.day.read(DateBounds(earliest=self._today()))
        if not read.ok:
            return
        if read.day is None:
            self.day.set_error(self.words.text("Write the day on which you are in touch."))
            self.day.line.setFocus()
            return
        self.promise_wished.emit(CallBackWish(read.day, self.words_field.text()))

    def _settled(self, call_back: CallBack, end: CallBackEnd, _checked: bool = False) -> None:
        self.settling_wished.emit(CallBackSettling(call_back.id, end))


def _leading(widget: QWidget) -> QHBoxLayout:
    line = row()
    line.addWidget(widget)
    line.addStretch(1)
    return line
