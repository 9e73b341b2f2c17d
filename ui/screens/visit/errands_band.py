"""Above the work: what newer errands change for this visit, and the two ways to go on. Calm, and never in the way."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk.usecases.errands_news import ErrandsNews, Happened, StepNews
from i18n.translator import NP_, Translator
from ui.screens.visit.errands_words import told_of
from ui.speaking import Speaking
from ui.theme.icons import Icon, IconMark
from ui.theme.roles import Role, set_state
from ui.theme.tokens import Space
from ui.widgets.banner import Tone
from ui.widgets.buttons import LinkButton, button
from ui.widgets.layouts import clear, column, row
from ui.widgets.scroll import SnugColumn
from ui.widgets.text import Mark, Text
from ui.widgets.wrap_row import WrapRow

_HAPPENED = {
    Happened.NEW: NP_("step in newer errands", "new"),
    Happened.GONE: NP_("step in newer errands", "gone"),
    Happened.CHANGED: NP_("step in newer errands", "changed"),
}
_TONES = {Happened.NEW: "done", Happened.GONE: "quiet", Happened.CHANGED: "accent"}
_SHARE_OF_THE_SCREEN = 3
"""The list takes at most this part of the height: the questions stay in sight."""


class ErrandsBand(Speaking, QWidget):
    """Renders ``ErrandsNews``; hidden when there are none."""

    taken = Signal()
    """The visit shall follow the newest errands."""
    stayed = Signal()
    """Not now, or: it is read."""
    correction_requested = Signal()
    """The citizen gets on paper what was wrong."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._news: ErrandsNews | None = None
        self._frame = QFrame()
        self._frame.setObjectName("banner")
        self._icon = IconMark(Icon.INFORMATION)
        self._title, self._more = Text(Role.STRONG), Text()
        self.toggle = LinkButton()
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._toggled)
        self.take, self.correct, self.stay = button(), button(), button(Role.QUIET)
        self.take.clicked.connect(self.taken)
        self.correct.clicked.connect(self.correction_requested)
        self.stay.clicked.connect(self.stayed)
        self._ways = WrapRow()
        for way in (self.take, self.correct, self.stay):
            self._ways.add(way)
        self._list = NewsList()
        self._build()
        self.retranslate()
        self.hide()

    def show_news(self, news: ErrandsNews | None) -> None:
        """Show what is new; ``None`` leaves nothing of the last visit."""
        if news is None or news.stays or not news.is_behind:
            self.toggle.setChecked(False)
        self._news = news
        self.retranslate()
        self.setVisible(news is not None)

    def retranslate(self) -> None:
        news = self._news
        if news is None:
            return
        urgent = news.lost or bool(news.withdrawn)
        set_state(self._frame, "tone", (Tone.ATTENTION if urgent else Tone.INFORMATION).value)
        self._icon.set_icon(Icon.ATTENTION if urgent else Icon.INFORMATION)
        title, more = told_of(news, self.words)
        self._title.say(title)
        self._more.say(more)
        words = self.words
        self.toggle.setText(words.text("What changes"))
        self.take.setText(words.text("Take the new rules"))
        self.correct.setText(words.text("Print the correction"))
        self.stay.setText(words.text("Close") if news.lost else words.text("Not now"))
        compared = news.is_behind and not news.lost
        self.toggle.setVisible(compared)
        self.take.setVisible(compared)
        self.correct.setVisible(bool(news.withdrawn) and news.has_paper)
        self.stay.setVisible(news.lost or (compared and not news.stays and not urgent))
        self._list.say(news, self._translator)
        self.setAccessibleName(title)
        self.setAccessibleDescription(more)

    @Slot(bool)
    def _toggled(self, shown: bool) -> None:
        self._list.setVisible(shown)

    def _build(self) -> None:
        around = column(self)
        around.setContentsMargins(Space.L, Space.S, Space.L, 0)
        around.addWidget(self._frame)
        layout: QHBoxLayout = row(self._frame, gap=Space.M, edge=Space.M)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        told = column(gap=Space.S)
        for part in (self._title, self._more, self.toggle, self._list, self._ways):
            told.addWidget(part)
        layout.addLayout(told, 1)
        self._list.hide()


class NewsList(SnugColumn):
    """One line a step, and what of it is otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=Space.S, edge=Space.XS, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys lead through a long list

    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        return QSize(wanted.width(), min(wanted.height(), self.window().height() // _SHARE_OF_THE_SCREEN))

    def say(self, news: ErrandsNews, translator: Translator) -> None:
        """Put it into words."""
        words = translator.words
        self.setAccessibleName(words.text("What changes"))
        clear(self.column)
        for step in news.steps:
            self.column.addWidget(_step(step, words.ptext(*_HAPPENED[step.happened])))
        asked, again = ", ".join(news.questions), ", ".join(news.asked_again)
        self._line(words.text("Asked now as well: {facts}", facts=asked) if asked else "")
        self._line(words.text("Asked again, as the choices are others now: {facts}", facts=again) if again else "")

    def _line(self, text: str) -> None:
        if text:
            told = Text()
            told.setText(text)
            self.column.addWidget(told)


def _step(step: StepNews, happened: str) -> QWidget:
    """A step with what happened to it before its name, as it is read aloud too."""
    held = QWidget()
    layout = column(held, gap=Space.XS)
    head = row(gap=Space.S)
    mark, title = Mark(_TONES[step.happened]), Text(Role.STRONG)
    mark.setText(happened)
    title.setText(step.title)
    head.addWidget(mark)
    head.addWidget(title, 1)
    layout.addLayout(head)
    below = Text(Role.MUTED)
    below.say("\n".join((step.agency, *step.lines)))
    layout.addWidget(below)
    return held
