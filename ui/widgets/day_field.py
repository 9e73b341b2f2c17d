"""A day in a form, typed the Finnish way, with its label above it and its trouble under it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from i18n.translator import Translator
from ui.speaking import Speaking
from ui.widgets.form_row import FormRow
from ui.widgets.line_field import LineField
from ui.widgets.typed_dates import DateBounds, DateTrouble, read_date

_CHARACTERS = 24


class TypedDay(NamedTuple):
    """What was typed: a day, nothing, or something that is no day (then the field says so)."""

    ok: bool
    day: date | None


class DayField(Speaking, FormRow):
    """A line for a day. ``today`` is the desk's day, whatever the machine thinks."""

    def __init__(self, translator: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        self.line = LineField(_CHARACTERS)
        super().__init__(self.line, parent)
        self._translator = translator
        self._today = today
        self.line.textEdited.connect(self._edited)
        self.retranslate()

    def retranslate(self) -> None:
        example = self._translator.formats.short_date(self._today())
        self.line.setPlaceholderText(self.words.text("for example {date}", date=example))

    def show_day(self, day: date | None) -> None:
        """Put a day in the field."""
        self.line.setText(f"{day.day}.{day.month}.{day.year}" if day is not None else "")
        self.set_error("")

    def read(self, bounds: DateBounds = DateBounds()) -> TypedDay:  # noqa: B008 - frozen
        """Return what is in the field; something that is no day is told under it, and has the focus."""
        typed = self.line.text().strip()
        if not typed:
            self.set_error("")
            return TypedDay(True, None)
        words = self.words
        near = {words.text("today").casefold(): 0, words.text("yesterday").casefold(): -1}
        near[words.text("tomorrow").casefold()] = 1
        found = read_date(typed, self._today(), bounds, near)
        if isinstance(found, date):
            self.set_error("")
            return TypedDay(True, found)
        self.set_error(self._trouble(found, bounds))
        self.line.setFocus()
        return TypedDay(False, None)

    def _trouble(self, trouble: DateTrouble, bounds: DateBounds) -> str:
        words, formats = self.words, self._translator.formats
        if trouble is DateTrouble.TOO_LATE and bounds.latest is not None:
            return words.text("The date can be {day} at the latest.", day=formats.long_date(bounds.latest))
        if trouble is DateTrouble.TOO_EARLY and bounds.earliest is not None:
            return words.text("The date can be {day} at the earliest.", day=formats.long_date(bounds.earliest))
        if trouble is DateTrouble.NO_SUCH_DAY:
            return words.text("There is no such day. Check the day and the month.")
        today = self._today()
        return words.text(
            "Write the date as day.month.year, for example {date}.", date=f"{today.day}.{today.month}.{today.year}"
        )

    def _edited(self, _typed: str) -> None:
        self.set_error("")
