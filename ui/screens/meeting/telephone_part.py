"""What the clerk reads aloud on the telephone: in the citizen's language, one thing below another."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.usecases.telephone import ScriptLine, TelephoneScript
from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton, button
from ui.widgets.group_card import GroupCard
from ui.widgets.layouts import clear, column
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow


class TelephonePart(Speaking, QWidget):
    """Renders a ``TelephoneScript``."""

    questions_requested = Signal()
    """To the questions of the visit, to write down what is said."""
    correction_requested = Signal(str)
    """This answer is wrong (``FactName``)."""
    read_back = Signal()
    """The citizen heard all answers, and they are right."""
    paper_requested = Signal()
    """The script on paper."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._script: TelephoneScript | None = None
        self._hint = Text(Role.MUTED)
        self._opening, self._asking, self._back, self._closing = (GroupCard() for _ in range(4))
        self.to_questions, self.all_right, self.paper = button(), button(Role.PRIMARY), button()
        self._heard = Text(Role.DONE)
        self._ways = WrapRow()
        for each in (self.all_right, self.to_questions, self.paper):
            self._ways.add(each)
        layout = column(self, gap=Space.M)
        parts = (self._hint, self._opening, self._asking, self._back, self._heard, self._ways, self._closing)
        for part in parts:
            layout.addWidget(part)
        self.to_questions.clicked.connect(self.questions_requested)
        self.all_right.clicked.connect(self.read_back)
        self.paper.clicked.connect(self.paper_requested)
        self.retranslate()

    def show_script(self, script: TelephoneScript | None) -> None:
        """Show a script; ``None`` leaves nothing of the last one."""
        self._script = script
        self.retranslate()

    def retranslate(self) -> None:
        words, script = self.words, self._script
        self._hint.setText(words.text("Read this aloud. What the citizen says, you write in the visit."))
        self.to_questions.setText(words.text("To the questions"))
        self.paper.setText(words.text("The script on paper"))
        self.all_right.setText(words.text("The citizen says that all of it is right"))
        for card in (self._opening, self._asking, self._back, self._closing):
            clear(card.column)
        if script is None:
            return
        self._fill(self._opening, words.text("How the call begins"), script.opening)
        self._fill(self._asking, words.text("Questions still to ask"), ())
        self._asking.setVisible(bool(script.to_ask))
        for line in script.to_ask:
            self._ask(line)
        self._fill(self._back, words.text("Read back"), (script.before_reading_back,) if script.said else ())
        self._back.setVisible(bool(script.said))
        for line in script.said:
            self._say_back(line)
        self.all_right.setVisible(bool(script.said) and not script.read_back)
        self._heard.say(words.text("The answers were read back, and they are right.") if script.read_back else "")
        self._fill(self._closing, words.text("How the call ends"), script.closing)

    def _fill(self, card: GroupCard, title: str, lines: tuple[str, ...]) -> None:
        card.setAccessibleName(title)
        for role, said in ((Role.STRONG, title), *((Role.BODY, line) for line in lines)):
            label = Text(role)
            card.column.addWidget(label)
            label.say(said)

    def _ask(self, line: ScriptLine) -> None:
        question = Text()
        question.setText(line.question.text)
        self._asking.column.addWidget(question)
        if line.options:
            options = Text(Role.MUTED)
            options.setText(" / ".join(line.options))
            self._asking.column.addWidget(options)

    def _say_back(self, line: ScriptLine) -> None:
        question, said, wrong = Text(Role.MUTED), Text(), LinkButton()
        question.setText(line.question.text)
        said.setText(line.is_it_right)
        wrong.setText(self.words.text("This is wrong: correct it"))
        wrong.setAccessibleDescription(line.question.text)
        wrong.clicked.connect(partial(self.correction_requested.emit, line.fact))
        for part in (question, said, wrong):
            self._back.column.addWidget(part)
