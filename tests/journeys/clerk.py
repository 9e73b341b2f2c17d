"""What a clerk does with the keyboard, in the words of the desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from desk.model.facts import FactType
from desk.usecases.visit_view import QuestionState, QuestionView, VisitView
from tests.ui.typing import focused, press, type_text
from ui.app import Program
from ui.main_window import Place
from ui.screens.visit.mode_choice import ModeChoice
from ui.widgets.answer_editor import AnswerEditor
from ui.workday import Workday

MOST_QUESTIONS = 80
CTRL = Qt.KeyboardModifier.ControlModifier


class Clerk:
    """Presses keys and reads the screen; knows no widget by name."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.window = program.window

    @property
    def day(self) -> Workday:
        """The open desk."""
        assert isinstance(self.program.day, Workday)
        return self.program.day

    @property
    def view(self) -> VisitView:
        """The visit at hand."""
        view = self.day.presenters.visit.view
        assert view is not None, "there is no visit"
        return view

    def place(self) -> Place | None:
        """The screen that is shown."""
        return self.window.place

    def is_shut_out(self) -> bool:
        """Whether the door is shut."""
        return self.window.is_covered

    def search(self, words: str) -> None:
        """Ctrl+K, words."""
        press(Qt.Key.Key_K, CTRL)
        assert focused() is self.window.search.field
        type_text(focused(), words)

    def enter(self) -> None:
        """Enter; where a visit has begun and asks how it is helped, Enter again: as it is offered."""
        press(Qt.Key.Key_Return)
        if self.asks_for_mode():
            press(Qt.Key.Key_Return)

    def asks_for_mode(self) -> bool:
        """Whether the focus is on the choice of how the citizen is helped."""
        part: QWidget | None = QApplication.focusWidget()
        while part is not None and not isinstance(part, ModeChoice):
            part = part.parentWidget()
        return part is not None

    def question(self) -> QuestionView:
        """The question that has the focus."""
        part: QWidget | None = focused()
        while part is not None and not isinstance(part, AnswerEditor):
            part = part.parentWidget()
        assert part is not None, f"no question has the focus, but {focused()}"
        asked = [each for section in self.view.sections for each in section.questions]
        return next(each for each in asked if each.question.text == part.accessibleName())

    def answer(self, said: str) -> None:
        """Answer the question that has the focus, by its keys."""
        question = self.question()
        if said in ("unknown", "declined"):
            self._leave_field()
            press(Qt.Key.Key_0 if said == "unknown" else Qt.Key.Key_Minus)
        elif isinstance(focused(), QLineEdit):
            type_text(focused(), said)
            self.enter()
        elif question.type is FactType.CHOICES:
            for option in filter(None, said.split(" ")):
                self._digit([each.id for each in question.options].index(option) + 1)
            self.enter()
        else:
            options = [each.id for each in question.options] or ["yes", "no"]
            self._digit(options.index(said) + 1)

    def answer_all(self, said: dict[str, str], otherwise: str = "unknown") -> None:
        """Go through every question that is asked."""
        for _ in range(MOST_QUESTIONS):
            if not self.view.open_questions:
                return
            question = self.question()
            assert question.state is QuestionState.ASKED
            self.answer(said.get(question.fact, otherwise))
        raise AssertionError("the questions have no end")

    def press_named(self, name: str) -> None:
        """Tab to a button of this name and press it."""
        for _ in range(300):
            if self._name(focused()) == name:
                press(Qt.Key.Key_Space)
                return
            press(Qt.Key.Key_Tab)
        raise AssertionError(f"no key leads to {name}")

    def sees(self) -> str:
        """Every word on the screen."""
        shown = [label for label in self.window.findChildren(QLabel) if label.isVisible()]
        return "\n".join(label.text() for label in shown)

    def buttons(self) -> list[str]:
        """What every button on the screen says."""
        return [each.text() for each in self.window.findChildren(QAbstractButton) if each.isVisible()]

    def _leave_field(self) -> None:
        while isinstance(focused(), QLineEdit):
            press(Qt.Key.Key_Tab)
        while not hasattr(focused(), "quiet"):
            press(Qt.Key.Key_Tab)

    @staticmethod
    def _digit(number: int) -> None:
        press(Qt.Key(Qt.Key.Key_0.value + number))

    @staticmethod
    def _name(widget: QWidget) -> str:
        text = getattr(widget, "text", None)
        return widget.accessibleName() or (text() if callable(text) else "")


def settle() -> None:
    """Let the window catch up."""
    for _ in range(5):
        QApplication.processEvents()
