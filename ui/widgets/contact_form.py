"""How the desk and a citizen find one another again, also where there is neither telephone nor e-mail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.follow_up import ContactPlan
from desk.model.person import ContactKind, ContactWay
from i18n.translator import Translator
from ui.follow_up_words import WAYS
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.day_field import DayField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.text import Text
from ui.widgets.typed_dates import DateBounds
from ui.widgets.wrap_row import WrapRow

_WAYS = 3
_KINDS: tuple[ContactKind, ...] = tuple(each for each in ContactKind if each is not ContactKind.COMES_BACK)
"""Coming back has a field of its own."""


class ContactForm(Speaking, QWidget):
    """A day to come back, and up to three ways in their order. Nothing of it must be filled in."""

    changed = Signal()
    """Something was typed or chosen."""

    def __init__(self, translator: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator, self._today = translator, today
        self._none = Text(Role.MUTED)
        self.come_back = DayField(translator, today)
        self.ways = tuple(_WayRow(translator) for _ in range(_WAYS))
        layout = column(self, gap=Space.M)
        layout.addWidget(self._none)
        layout.addWidget(self.come_back)
        for way in self.ways:
            layout.addWidget(way)
            way.chosen.connect(self._fit)
            way.chosen.connect(self.changed)
        self.come_back.line.textEdited.connect(self.changed)
        self.retranslate()
        self._fit()

    def show_contact(self, contact: ContactPlan | None) -> None:
        """Show what was agreed."""
        known = contact or ContactPlan()
        self.come_back.show_day(known.come_back_on)
        for at, row in enumerate(self.ways):
            row.show_way(known.ways[at] if at < len(known.ways) else None)
        self._fit()

    def read(self) -> tuple[bool, ContactPlan | None]:
        """Return whether all of it can be read, and what it says; nothing when nothing was filled in."""
        day = self.come_back.read(DateBounds(earliest=self._today()))
        ways = tuple(way for row in self.ways if (way := row.way()) is not None)
        contact = ContactPlan(ways, day.day).with_safe_first()
        return day.ok, contact if contact != ContactPlan() else None

    def focus_first(self) -> None:
        """Put the focus on the first field."""
        self.come_back.line.setFocus()

    def retranslate(self) -> None:
        words = self.words
        self._none.setText(words.text("All of it may be left empty. No way to reach anybody is ever printed."))
        self.come_back.set_words(
            words.text("The citizen comes back on"), words.text("Also without telephone or e-mail")
        )
        names = (
            words.text("First way"),
            words.text("If that does not work"),
            words.text("And if that does not work either"),
        )
        for row, name in zip(self.ways, names, strict=True):
            row.set_name(name)

    @Slot()
    def _fit(self) -> None:
        """The next way is there when the one before it is chosen."""
        for before, row in zip(self.ways, self.ways[1:], strict=False):
            row.setVisible(before.way() is not None or row.way() is not None)


class _WayRow(Speaking, QWidget):
    """One way: how, where, when, and whether it is safe."""

    chosen = Signal()

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._name = ""
        self.kind = ChoiceRow(ContactKind)
        self.where, self.when = LineField(28), LineField(18)
        self._where_row, self._when_row = FormRow(self.where), FormRow(self.when)
        self.unsafe = CheckRow()
        layout = column(self, gap=Space.XS)
        line = WrapRow()
        for part in (self.kind, self._where_row, self._when_row):
            line.add(part)
        layout.addWidget(line)
        layout.addWidget(self.unsafe)
        self.kind.list.activated.connect(self._kind_chosen)
        self.unsafe.clicked.connect(self.chosen)
        self.where.textEdited.connect(self.chosen)
        self.when.textEdited.connect(self.chosen)
        self.retranslate()

    def set_name(self, name: str) -> None:
        self._name = name
        self.retranslate()

    def show_way(self, way: ContactWay | None) -> None:
        self.kind.choose(way.kind if way is not None else None)
        self.where.setText(way.where if way is not None else "")
        self.when.setText(way.when if way is not None else "")
        self.unsafe.setChecked(way is not None and not way.safe)
        self._fit()

    def way(self) -> ContactWay | None:
        kind = self.kind.chosen
        if kind is None:
            return None
        return ContactWay(kind, self.where.text().strip(), not self.unsafe.isChecked(), self.when.text().strip())

    def retranslate(self) -> None:
        words = self.words
        self.kind.set_words(self._name or words.text("First way"))
        names = {each: words.ptext(*WAYS[each]) for each in _KINDS}
        self.kind.set_choices(names, none=words.text("none"))
        self._where_row.set_words(words.text("Number, address, or whom to ask"))
        self._when_row.set_words(words.text("When"))
        self.unsafe.setText(words.text("Not safe: somebody else may hear or read it. It is not used."))
        self._fit()

    @Slot()
    def _kind_chosen(self) -> None:
        self._fit()
        self.chosen.emit()

    def _fit(self) -> None:
        some = self.kind.chosen is not None
        for part in (self._where_row, self._when_row, self.unsafe):
            part.setVisible(some)
