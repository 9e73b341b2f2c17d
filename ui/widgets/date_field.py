"""A date, typed the Finnish way or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Slot
from PySide6.QtWidgets import QCalendarWidget, QMenu, QToolButton, QWidget, QWidgetAction

from i18n.translator import Translator
from ui.theme.icons import Icon, icon_of
from ui.widgets.field_answer import FieldAnswer
from ui.widgets.typed_dates import DateBounds, DateTrouble, read_date

_WIDTH_IN_CHARACTERS = 28


class DateAnswer(FieldAnswer):
    """The answer to *when*. ``today`` is the desk's day, whatever the machine thinks."""

    def __init__(
        self,
        translator: Translator,
        today: Callable[[], date],
        bounds: DateBounds = DateBounds(),  # noqa: B008 - frozen
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translator, parent)
        self._today = today
        self._bounds = bounds
        self.field.set_characters(_WIDTH_IN_CHARACTERS)
        self.calendar = QToolButton()
        self.calendar.setIcon(icon_of(Icon.CALENDAR, self.calendar))
        self.calendar.clicked.connect(self._open_calendar)
        self.beside.insertWidget(1, self.calendar)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        words = self.words
        self.calendar.setAccessibleName(words.text("Calendar"))
        self.calendar.setToolTip(words.text("Calendar"))
        example = self._translator.formats.short_date(self._today())
        self.field.setPlaceholderText(words.text("for example {date}", date=example))

    def focus_chain(self) -> tuple[QWidget, ...]:
        first, *rest = super().focus_chain()
        return (first, self.calendar, *rest)

    def shown(self, said: str) -> str:
        day = date.fromisoformat(said)
        return f"{day.day}.{day.month}.{day.year}"

    def read(self, typed: str) -> str | None:
        found = read_date(typed, self._today(), self._bounds, self._near())
        if isinstance(found, date):
            return found.isoformat()
        self.set_error(self._words_for(found))
        return None

    def _near(self) -> dict[str, int]:
        words = self.words
        return {
            words.text("today").casefold(): 0,
            words.text("yesterday").casefold(): -1,
            words.text("the day before yesterday").casefold(): -2,
            words.text("tomorrow").casefold(): 1,
        }

    def _words_for(self, trouble: DateTrouble) -> str:
        words, formats = self.words, self._translator.formats
        if trouble is DateTrouble.TOO_LATE and self._bounds.latest is not None:
            return words.text("The date can be {day} at the latest.", day=formats.long_date(self._bounds.latest))
        if trouble is DateTrouble.TOO_EARLY and self._bounds.earliest is not None:
            return words.text("The date can be {day} at the earliest.", day=formats.long_date(self._bounds.earliest))
        if trouble is DateTrouble.NO_SUCH_DAY:
            return words.text("There is no such day. Check the day and the month.")
        return words.text("Write the date as day.month.year, for example {date}.", date=self.shown(_iso(self._today())))

    @Slot()
    def _open_calendar(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(menu)
        calendar.setLocale(QLocale(self._translator.language.value))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setAccessibleName(self.words.text("Calendar"))
        if self._bounds.earliest is not None:
            calendar.setMinimumDate(_qdate(self._bounds.earliest))
        if self._bounds.latest is not None:
            calendar.setMaximumDate(_qdate(self._bounds.latest))
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.popup(self.calendar.mapToGlobal(self.calendar.rect().bottomLeft()))
        calendar.setFocus()

    @Slot(QDate)
    def _picked(self, day: QDate) -> None:
        self.field.setText(f"{day.day()}.{day.month()}.{day.year()}")
        self._edited("")
        self.field.setFocus()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _iso(day: date) -> str:
    return day.isoformat()
