"""The day list of the service point: overdue, today and this week, the worst harm first. A line opens its plan."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.model.due import Harm
from desk.usecases.day_list import DayLine, When
from i18n.days import days_left
from i18n.translator import NP_, Translator
from ui.follow_up_words import DUE, how_not_to
from ui.screens.days.state import DaysState
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.card_button import CardButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.focus import put_in_reading_order
from ui.widgets.layouts import clear, column
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Mark, Text

MOST = 30
"""Lines of a part that are shown before somebody asks for more: each is a card of its own."""
HARM = {
    Harm.LAW: NP_("what is lost when a day is missed", "a right"),
    Harm.MONEY: NP_("what is lost when a day is missed", "money"),
    Harm.PROMISE: NP_("what is lost when a day is missed", "a promise"),
    Harm.ADVICE: NP_("what is lost when a day is missed", "advice"),
}
_TONES = {Harm.LAW: "danger", Harm.MONEY: "attention", Harm.PROMISE: "accent", Harm.ADVICE: "quiet"}


class DaysScreen(Speaking, QWidget):
    """Renders a ``DaysState``."""

    line_chosen = Signal(object)
    """Open what this line is about (``DayLine``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = DaysState()
        self._title, self._counted = Text(Role.TITLE), Text(Role.MUTED)
        self._empty = EmptyState()
        scroll = ScrollColumn(gap=Space.S, edge=Space.XL)
        column(self).addWidget(scroll)
        for part in (self._title, self._counted, self._empty):
            scroll.column.addWidget(part)
        self.parts = {when: _Part(translator, when) for when in When}
        for shown in self.parts.values():
            scroll.column.addWidget(shown)
            shown.chosen.connect(self.line_chosen)
        scroll.column.addStretch(1)
        self.retranslate()

    def render_state(self, state: DaysState) -> None:
        """Show a state; the line that has the focus keeps it where it is still there."""
        self._state = state
        for when, part in self.parts.items():
            part.show_lines(state.of(when), state)
        self.retranslate()
        put_in_reading_order(self)

    def take_focus(self) -> None:
        """Put the focus on the first line."""
        first = next((part.first for part in self.parts.values() if part.first is not None), None)
        if first is not None:
            first.setFocus()
        else:
            self.setFocus()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._title.setText(words.text("Days"))
        urgent = words.ntext("{n} thing cannot wait", "{n} things cannot wait", state.urgent)
        self._counted.say(urgent if state.urgent else "")
        nothing = state.loaded and not state.lines
        self._empty.setVisible(nothing)
        if not state.allowed:
            self._empty.set_words(words.text("Your role does not follow plans up."), "")
            return
        self._empty.set_words(
            words.text("Nothing is due this week."),
            words.text("Here are the days of the plans that are kept for follow-up: deadlines, answers, promises."),
        )


class _Part(Speaking, QWidget):
    """One part of the list."""

    chosen = Signal(object)

    def __init__(self, translator: Translator, when: When, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator, self._when = translator, when
        self._lines: tuple[DayLine, ...] = ()
        self._state = DaysState()
        self._shown = MOST
        self._title = Text(Role.HEADING)
        self._list = QWidget()
        self._inside = column(self._list, gap=Space.XS)
        self._cards: list[CardButton] = []
        self.more = button(Role.QUIET)
        self.more.clicked.connect(self._show_more)
        layout = column(self, gap=Space.XS)
        for part in (self._title, self._list, self.more):
            layout.addWidget(part)
        layout.addSpacing(Space.M)

    @property
    def first(self) -> QWidget | None:
        """The first line."""
        return next(iter(self._cards), None)

    def show_lines(self, lines: tuple[DayLine, ...], state: DaysState) -> None:
        self._state = state
        if lines != self._lines:
            self._lines, self._shown = lines, MOST
        self.retranslate()

    def retranslate(self) -> None:
        words, count = self.words, len(self._lines)
        names = {
            When.OVERDUE: words.ntext("Overdue: {n}", "Overdue: {n}", count),
            When.TODAY: words.ntext("Today: {n}", "Today: {n}", count),
            When.SOON: words.ntext("In the next days: {n}", "In the next days: {n}", count),
        }
        self._title.setText(names[self._when])
        self.setVisible(bool(self._lines))
        self._fill()
        left = count - self._shown
        self.more.setVisible(left > 0)
        self.more.setText(words.ntext("Show {n} more", "Show {n} more", max(left, 0)))

    def _fill(self) -> None:
        at = self._focused()
        clear(self._inside)
        self._cards = [self._card(line) for line in self._lines[: self._shown]]
        for card in self._cards:
            self._inside.addWidget(card)
        if at >= 0 and self._cards:
            self._cards[min(at, len(self._cards) - 1)].setFocus()

    def _focused(self) -> int:
        return next((at for at, card in enumerate(self._cards) if card.hasFocus()), -1)

    def _card(self, line: DayLine) -> CardButton:
        words, due = self.words, line.due
        kind = words.ptext(*DUE[due.kind])
        visit = words.text("Visit {number}", number=due.number)
        day = self._translator.formats.long_date(due.day)
        left = days_left(words, self._state.today, due.day)
        card = CardButton()
        card.set_words(
            line.title or visit,
            words.text("{kind}: {day} ({left})", kind=kind, day=day, left=left),
            " · ".join(part for part in (visit if line.title else "", how_not_to(due.avoid, due.reach, words)) if part),
        )
        mark = Mark(_TONES[due.harm])
        mark.setText(words.ptext(*HARM[due.harm]))
        card.marks.addWidget(mark)
        card.clicked.connect(partial(self._press, line))
        return card

    def _press(self, line: DayLine, _checked: bool = False) -> None:
        self.chosen.emit(line)

    def _show_more(self) -> None:
        before = self._shown
        self._shown += MOST
        self.retranslate()
        put_in_reading_order(self)
        self._cards[before].setFocus()
