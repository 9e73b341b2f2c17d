"""How fresh the catalogue is, and the refresh: begin, pause, go on, stop."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QWidget

from desk.model.intake import IntakeProblem, ProblemKind
from i18n.translator import Translator
from ui.messages import words_of
from ui.screens.catalogue.freshness_words import age_words, count_words, progress_words, report_words
from ui.screens.catalogue.state import FreshnessState
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.layouts import column
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

PERCENT = 100
MOST_PROBLEMS = 20


class FreshnessCard(Speaking, QFrame):
    """Renders a ``FreshnessState``."""

    refresh_requested = Signal(bool)
    """Fetch what is new; true: compare everything."""
    pause_requested = Signal()
    """Rest, or go on."""
    stop_requested = Signal()
    """End it; what was fetched is kept."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = FreshnessState()
        set_role(self, Role.CARD)
        self._age, self._counts, self._kept = Text(Role.STRONG), Text(), Text(Role.MUTED)
        self._stale, self._error, self._done = Text(Role.ATTENTION), Text(Role.ERROR), Text(Role.DONE)
        self._going, self._after = Text(), Text(Role.MUTED)
        self._after.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.refresh: QPushButton = button(Role.PRIMARY)
        self.sweep: QPushButton = button(Role.QUIET)
        self.pause: QPushButton = button()
        self.stop: QPushButton = button(Role.QUIET)
        self.problems = LinkButton()
        self.problems.setCheckable(True)
        self._problem_lines = Text(Role.SMALL)
        self._build()
        self.retranslate()

    def render_state(self, state: FreshnessState) -> None:
        """Show a state; the focus stays on what can be pressed."""
        ways = (self.refresh, self.sweep, self.pause, self.stop)
        pressed = next((way for way in ways if way.hasFocus()), None)
        self._state = state
        for part in (self.bar, self.pause, self.stop):
            part.setVisible(state.is_running)
        for part in (self.refresh, self.sweep):
            part.setVisible(not state.is_running)
        if pressed is not None and pressed.isHidden():
            self.take_focus()
        self.retranslate()

    def say_after(self, words: str) -> None:
        """Say what is fetched beside it; empty when nothing is."""
        self._after.say(words)

    def take_focus(self) -> None:
        """Put the focus on what is most likely pressed."""
        (self.pause if self._state.is_running else self.refresh).setFocus()

    def retranslate(self) -> None:
        words, formats, state = self.words, self._translator.formats, self._state
        has_any = bool(state.status.counts.total) and state.status.as_of is not None
        if has_any and state.status.as_of is not None and state.now is not None:
            self._age.setText(age_words(words, formats, state.status.as_of, state.now))
        else:
            self._age.setText(words.text("Nothing has been fetched from the national catalogue yet."))
        self._counts.say(count_words(words, formats, state.status.counts) if has_any else "")
        self._kept.say(
            self._kept_words() if has_any else words.text("Until then the desk uses its own short catalogue.")
        )
        stale = words.text("This is old. Check with the agency before you rely on it.")
        self._stale.say(stale if state.stale and has_any else "")
        self._say_run()
        self.refresh.setText(words.text("Fetch what is new") if has_any else words.text("Fetch the catalogue"))
        self.sweep.setText(words.text("Compare everything"))
        self.pause.setText(words.text("Go on") if state.paused else words.text("Pause"))
        self.stop.setText(words.text("Stop"))
        self.bar.setAccessibleName(words.text("How far the refresh is"))

    def _say_run(self) -> None:
        words, formats, state = self.words, self._translator.formats, self._state
        error = words_of(self._translator, state.error) if state.error is not None else None
        self._error.say(f"{error.what} {error.what_to_do}" if error is not None else "")
        report = state.report if not state.is_running and error is None else None
        self._done.say(report_words(words, formats, report) if report is not None else "")
        problems = report.problems if report is not None else ()
        left_out = words.ntext("{n} object was left out", "{n} objects were left out", len(problems))
        self.problems.setVisible(bool(problems))
        self.problems.setText(left_out)
        self._problem_lines.setText("\n".join(self._problem(each) for each in problems[:MOST_PROBLEMS]))
        self._problem_lines.setVisible(bool(problems) and self.problems.isChecked())
        progress = state.progress
        going = progress_words(words, formats, progress, paused=state.paused) if progress is not None else ""
        self._going.say(going)
        if progress is not None:
            known = bool(progress.whole)
            self.bar.setRange(0, PERCENT if known else 0)
            self.bar.setValue(progress.done * PERCENT // progress.whole if known else 0)

    def _problem(self, problem: IntakeProblem) -> str:
        words = self.words
        what = " ".join(part for part in (problem.id, problem.field) if part) or problem.file
        if problem.kind is ProblemKind.BROKEN:
            return words.text(
                "{what}: it cannot be read ({reason}). It is asked for again.", what=what, reason=problem.reason or ""
            )
        return words.text("{what}: it was left out.", what=what)

    def _kept_words(self) -> str:
        words, state = self.words, self._state
        source = words.text("Source: {source}.", source=state.status.source or "")
        if state.whole_country:
            whole = words.text("Services of the whole country.")
            return f"{whole} {source}"
        if not state.areas:
            return source
        areas = words.text("Services of {areas}, and those for the whole country.", areas=", ".join(state.areas))
        return f"{areas} {source}"

    def _build(self) -> None:
        layout = column(self, gap=Space.S, edge=Space.M)
        for part in (self._age, self._counts, self._kept, self._stale, self._error, self._done):
            layout.addWidget(part)
        layout.addWidget(self.problems)
        layout.addWidget(self._problem_lines)
        layout.addWidget(self._going)
        layout.addWidget(self.bar)
        layout.addWidget(self._after)
        buttons = WrapRow()
        for each in (self.refresh, self.sweep, self.pause, self.stop):
            buttons.add(each)
        layout.addWidget(buttons)
        self.bar.hide()
        self.pause.hide()
        self.stop.hide()
        self.refresh.clicked.connect(lambda: self.refresh_requested.emit(False))
        self.sweep.clicked.connect(lambda: self.refresh_requested.emit(True))
        self.pause.clicked.connect(self.pause_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.problems.toggled.connect(self._show_problems)

    @Slot(bool)
    def _show_problems(self, shown: bool) -> None:
        self._problem_lines.setVisible(shown)
