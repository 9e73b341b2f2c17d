"""One question: its label, hint and answers, why it is asked, and what a changed answer would do, all in one place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from desk.model.facts import Said
from i18n.translator import Translator
from ui.models.effect import Effect
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role, set_state
from ui.theme.tokens import Space
from ui.widgets.answer_editor import AnswerEditor
from ui.widgets.answers_panel import AnswersPanel
from ui.widgets.buttons import LinkButton, button
from ui.widgets.layouts import column
from ui.widgets.text import Mark, Text
from ui.widgets.wrap_row import WrapRow


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in words."""

    question: str
    hint: str = ""
    why: str = ""
    said: Said | None = None
    earlier: Said | None = None
    """What was said in an earlier visit, and may not be true any more."""
    earlier_in_words: str = ""
    """The same, with the day and the visit."""
    in_other_language: str = ""
    """The name of the language that it is shown in when that is not the clerk's."""


class QuestionCard(Speaking, QFrame):
    """The editor of the fact's type is handed in; the card gives it its name."""

    said = Signal(object)
    """The clerk picked an answer (``Said``)."""
    change_confirmed = Signal()
    """The changed answer shall stand."""
    change_refused = Signal()
    """The earlier answer shall stand."""

    def __init__(self, translator: Translator, editor: AnswerEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._asked = Asked("")
        self.editor = editor
        self.editor.said.connect(self.said)
        set_role(self, Role.CARD)
        self._question = Text(Role.LEAD)
        self._language = Mark("quiet")
        self._hint = Text(Role.MUTED)
        self.still_true = button()
        self._still_true = WrapRow()
        self._still_true.add(self.still_true)
        self.still_true.clicked.connect(self.confirm_earlier)
        self._earlier = Text(Role.MUTED)
        self.why_link = LinkButton()
        self.why_link.setCheckable(True)
        self.why_link.toggled.connect(self._show_why)
        self._why = Text(Role.MUTED)
        self._why.hide()
        self.answers = AnswersPanel(translator)
        self._effect = _EffectPanel(translator)
        self._effect.confirmed.connect(self.change_confirmed)
        self._effect.refused.connect(self.change_refused)
        layout = column(self, gap=Space.S, edge=Space.L)
        for part in (self._question, self._language, self._hint, self._earlier, self._still_true, editor):
            layout.addWidget(part)
        layout.addWidget(self._effect)
        layout.addWidget(self.why_link)
        layout.addWidget(self._why)
        layout.addWidget(self.answers)
        self._effect.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.why_link.setText(self.words.text("Why is this asked?"))
        self.still_true.setText(self.words.text("Still true {keys}", keys=Shortcut.STILL_TRUE.shown))

    def show_asked(self, asked: Asked) -> None:
        """Put the question in words, and show the answer that stands."""
        self._asked = asked
        self._question.setText(asked.question)
        self._hint.say(asked.hint)
        self._language.say(asked.in_other_language)
        self._earlier.say(asked.earlier_in_words)
        self._still_true.setVisible(asked.earlier is not None)
        self.still_true.setAccessibleDescription(asked.earlier_in_words)
        self._why.setText(asked.why)
        self.why_link.setVisible(bool(asked.why))
        self.editor.set_question(asked.question, asked.hint)
        self.why_link.setAccessibleDescription(asked.question)
        self.answers.about(asked.question)
        if self._effect.isHidden():
            self.editor.show_said(asked.said)

    @Slot()
    def confirm_earlier(self) -> None:
        """The citizen says that what was said in an earlier visit is still true."""
        if self._asked.earlier is not None:
            self.said.emit(self._asked.earlier)

    def show_effect(self, effect: Effect) -> None:
        """Ask, here and not in a box, whether a changed answer shall stand."""
        self._effect.show_effect(effect)
        self._effect.show()
        self._effect.take_focus()

    def end_effect(self) -> None:
        """The change was decided."""
        self._effect.hide()
        self.editor.show_said(self._asked.said)

    def take_focus(self) -> None:
        """Put the focus on the answers."""
        if self._effect.isHidden():
            self.editor.take_focus()
        else:
            self._effect.take_focus()

    def set_current(self, current: bool) -> None:
        """This is the question that is being asked now."""
        set_state(self, "current", current)

    @Slot(bool)
    def _show_why(self, shown: bool) -> None:
        self._why.setVisible(shown)
        self.why_link.setAccessibleDescription(self._asked.why if shown else self._asked.question)


class _EffectPanel(Speaking, QFrame):
    """What goes and what comes, and the two ways on."""

    confirmed = Signal()
    refused = Signal()

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._shown = Effect()
        self.setObjectName("banner")
        set_state(self, "tone", "attention")
        self._title = Text(Role.STRONG)
        self._comes, self._goes, self._other = Text(), Text(), Text()
        self._asks, self._spares = Text(), Text()
        self._confirm = button(Role.PRIMARY)
        self._refuse = button()
        self._confirm.clicked.connect(self.confirmed)
        self._refuse.clicked.connect(self.refused)
        layout = column(self, gap=Space.XS, edge=Space.M)
        for part in self._told:
            layout.addWidget(part)
        ways = WrapRow()
        ways.add(self._confirm)
        ways.add(self._refuse)
        layout.addSpacing(Space.XS)
        layout.addWidget(ways)
        self.retranslate()

    def show_effect(self, effect: Effect) -> None:
        self._shown = effect
        self.retranslate()

    def take_focus(self) -> None:
        self._confirm.setFocus()

    def retranslate(self) -> None:
        words, shown = self.words, self._shown
        self._title.setText(
            words.text("This changes nothing in the path.") if shown.is_empty else words.text("This changes the path.")
        )
        self._goes.say(words.text("Goes: {steps}", steps=_listed(shown.goes)) if shown.goes else "")
        self._comes.say(words.text("Comes: {steps}", steps=_listed(shown.comes)) if shown.comes else "")
        self._other.say(words.text("Changes: {steps}", steps=_listed(shown.other)) if shown.other else "")
        asks = words.ntext("{n} question more is asked.", "{n} questions more are asked.", shown.asks)
        self._asks.say(asks if shown.asks else "")
        spares = words.ntext("{n} question need not be asked.", "{n} questions need not be asked.", shown.spares)
        self._spares.say(spares if shown.spares else "")
        self._confirm.setText(words.text("Change the answer"))
        self._refuse.setText(words.text("Keep the earlier answer"))
        self._confirm.setAccessibleDescription(" ".join(part.text() for part in self._told if part.text()))

    @property
    def _told(self) -> tuple[Text, ...]:
        return self._title, self._goes, self._comes, self._other, self._asks, self._spares


def _listed(titles: tuple[str, ...]) -> str:
    """Titles one after another; a title may hold a comma, so they are parted by semicolons."""
    return "; ".join(titles)
