"""What this desk may handle: its agreements with authorities, and a form to write one down."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.agreement import Agreement, Task
from desk.model.ids import AgencyId
from i18n.desk_tasks import task_name
from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.catalogue.lines_card import CardLine, LinesCard, Way
from ui.screens.point.state import AgreementsState
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.answer_row import CheckRow
from ui.widgets.buttons import LinkButton, button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_row import FormRow
from ui.widgets.layouts import column
from ui.widgets.line_field import LineField
from ui.widgets.text import Text
from ui.widgets.tile_grid import TileGrid
from ui.widgets.typed_dates import DateBounds, read_date
from ui.widgets.wrap_row import WrapRow


class AgreementsPart(Speaking, QWidget):
    """Renders an ``AgreementsState``; what is typed stays until it is written down."""

    agreed = Signal(object)
    """Another agreement (``Agreement``)."""
    withdrawn = Signal(object)
    """An agreement is to be taken away (``Agreement``)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = AgreementsState()
        self._may = True
        self._title, self._told, self._tasks_title = Text(Role.HEADING), Text(Role.MUTED), Text(Role.STRONG)
        self.list = LinesCard()
        self.more = LinkButton()
        self.more.setCheckable(True)
        self.principal = ChoiceField()
        self.all_tasks = CheckRow()
        self.tasks = {task: CheckRow() for task in Task}
        self._grid = TileGrid()
        self._no_task = Text(Role.ERROR)
        self.first, self.last = LineField(14), LineField(14)
        self._principal_row = FormRow(self.principal)
        self._first_row, self._last_row = FormRow(self.first), FormRow(self.last)
        self._form = QWidget()
        self.write = button(Role.PRIMARY)
        self._build()
        self.retranslate()

    def render_state(self, state: AgreementsState) -> None:
        """Show a state; when something was written down, the form is empty again."""
        if state.agreements != self._state.agreements:
            self._empty_form()
        self._state = state
        self.retranslate()

    def allow(self, allowed: bool) -> None:
        """Whether who looks may write agreements down."""
        if allowed != self._may:
            self._may = allowed
            self.retranslate()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self._title.setText(words.text("Agreements with authorities"))
        self._told.setText(
            words.text("A step is handled at this desk only where an agreement covers it. Without one, help is advice.")
        )
        lines = [self._line(number, each) for number, each in enumerate(state.agreements)]
        self.list.show_lines(lines, words.text("No agreements are written down."))
        self.more.setText(words.text("Write down an agreement"))
        self.more.setVisible(self._may)
        self._principal_row.set_words(words.text("Authority"))
        chosen = self.principal.currentData()
        self.principal.clear()
        for agency, name in state.principals:
            self.principal.addItem(name, agency)
        self.principal.setCurrentIndex(max(0, self.principal.findData(chosen)))
        self._tasks_title.setText(words.text("What it gives this desk to do"))
        self.all_tasks.setText(words.text("All tasks that the law allows"))
        for task, tick in self.tasks.items():
            tick.setText(task_name(words, task.value))
        empty = words.text("May be left empty.")
        self._first_row.set_words(words.text("First day"), empty)
        self._last_row.set_words(words.text("Last day"), empty)
        self.write.setText(words.text("Write it down"))
        self._say_wrong()

    def _say_wrong(self) -> None:
        words, state = self.words, self._state
        no_day = words.text("Write the date as day.month.year, for example {date}.", date="31.12.2026")
        told = words_of(self._translator, state.error) if state.error is not None else None
        error = f"{told.what} {told.what_to_do}" if told is not None else ""
        self._first_row.set_error(no_day if state.wrong_day == "first" else "")
        self._last_row.set_error(no_day if state.wrong_day == "last" else error)

    def _line(self, number: int, agreement: Agreement) -> CardLine:
        words, formats, state = self.words, self._translator.formats, self._state
        tasks = ", ".join(task_name(words, task.value) for task in agreement.tasks)
        days = []
        if agreement.first_day is not None:
            days.append(words.text("from {day}", day=formats.short_date(agreement.first_day)))
        if agreement.last_day is not None:
            days.append(words.text("until {day}", day=formats.short_date(agreement.last_day)))
        if not agreement.is_on(state.today):
            days.append(words.text("not in force today"))
        return CardLine(
            title=dict(state.principals).get(agreement.principal, agreement.principal),
            text=tasks or words.text("All tasks that the law allows"),
            small=" · ".join(days),
            ways=(Way(str(number), words.text("Take it away")),) if self._may else (),
        )

    def _build(self) -> None:
        self._grid.set_tiles(tuple(self.tasks.values()))
        layout = column(self, gap=Space.M)
        for part in (self._title, self._told, self.list, self.more, self._form):
            layout.addWidget(part)
        inside = column(self._form, gap=Space.M)
        buttons = WrapRow()
        buttons.add(self.write)
        for part in (self._principal_row, self._tasks_title, self.all_tasks, self._grid, self._no_task):
            inside.addWidget(part)
        for part in (self._first_row, self._last_row, buttons):
            inside.addWidget(part)
        self.all_tasks.toggled.connect(self._all_toggled)
        self.more.toggled.connect(self._form.setVisible)
        self.list.pressed.connect(self._take_away)
        self.write.clicked.connect(self._write)
        self._form.hide()
        self._empty_form()

    def _empty_form(self) -> None:
        self.all_tasks.setChecked(True)
        self._grid.hide()
        self._no_task.say("")
        for tick in self.tasks.values():
            tick.setChecked(False)
        self.first.clear()
        self.last.clear()
        if self.more.isChecked():
            self.more.setChecked(False)
            self.more.setFocus()

    @Slot(bool)
    def _all_toggled(self, every: bool) -> None:
        self._grid.setVisible(not every)
        self._no_task.say("")

    @Slot(str)
    def _take_away(self, key: str) -> None:
        self.withdrawn.emit(self._state.agreements[int(key)])

    @Slot()
    def _write(self) -> None:
        days: dict[str, date | None] = {}
        for name, field in (("first", self.first), ("last", self.last)):
            typed = field.text().strip()
            found = read_date(typed, self._state.today, DateBounds(), {}) if typed else None
            if found is not None and not isinstance(found, date):
                self._refuse_day(name)
                return
            days[name] = found
        named = self.all_tasks.isChecked() or any(tick.isChecked() for tick in self.tasks.values())
        self._no_task.say("" if named else self.words.text("Choose at least one task, or all."))
        if not named:
            self.tasks[Task.IDENTITY].setFocus()
            return
        tasks = (
            () if self.all_tasks.isChecked() else tuple(task for task, tick in self.tasks.items() if tick.isChecked())
        )
        self.agreed.emit(Agreement(AgencyId(self.principal.currentData()), tasks, days["first"], days["last"]))

    def _refuse_day(self, name: str) -> None:
        state = self._state
        self._state = AgreementsState(state.agreements, state.principals, state.today, wrong_day=name)
        self._say_wrong()
        (self.first if name == "first" else self.last).setFocus()
