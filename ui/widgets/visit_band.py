"""The band that is always in sight: whose visit it is, how it is helped, in which words, and how it ends."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from desk.model.visit import Accommodation, HelpMode, VisitChannel
from i18n.language import Language
from i18n.translator import NP_, Translator, Words
from ui.shortcuts import Shortcut
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.layouts import column, row
from ui.widgets.text import Text
from ui.widgets.visit_menu import VisitMenu
from ui.widgets.wrap_row import WrapRow

CHANNELS = {
    VisitChannel.DESK: NP_("channel of a visit", "at the desk"),
    VisitChannel.PHONE: NP_("channel of a visit", "by phone"),
    VisitChannel.REMOTE: NP_("channel of a visit", "by remote service"),
    VisitChannel.OUTREACH: NP_("channel of a visit", "out in the field"),
    VisitChannel.LETTER: NP_("channel of a visit", "by letter"),
    VisitChannel.MESSAGE: NP_("channel of a visit", "by secure message"),
}
MODES = {
    HelpMode.ADVISE: NP_("mode of help", "advised"),
    HelpMode.TOGETHER: NP_("mode of help", "done together"),
    HelpMode.ACT_FOR: NP_("mode of help", "acts for the citizen"),
}
ACCOMMODATIONS = {
    Accommodation.NO_E_ID: NP_("accommodation", "no e-ID"),
    Accommodation.NO_DEVICE: NP_("accommodation", "no device"),
    Accommodation.LARGE_PRINT: NP_("accommodation", "large print"),
    Accommodation.EASY_LANGUAGE: NP_("accommodation", "easy language"),
    Accommodation.INTERPRETER: NP_("accommodation", "interpreter"),
    Accommodation.HARD_TO_COME: NP_("accommodation", "hard to move"),
    Accommodation.HARD_OF_HEARING: NP_("accommodation", "hard of hearing"),
}

_WORDS_IN_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class BandState:
    """What the band shows."""

    number: int
    channel: VisitChannel
    mode: HelpMode
    citizen_language: Language
    accommodations: tuple[Accommodation, ...] = ()
    name: str = ""
    """The citizen's, when something needed it."""
    minutes: int = 0
    can_undo: bool = False
    can_redo: bool = False


class VisitBand(Speaking, QFrame):
    """Hidden while there is no visit."""

    profile_requested = Signal()
    """Change how the visit is helped."""
    undo_requested = Signal()
    """Undo the last answer."""
    redo_requested = Signal()
    """Make the last undone answer again."""
    next_person_requested = Signal()
    """This visit is set aside or thrown away, and the next one begins."""
    end_requested = Signal()
    """End the visit."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state: BandState | None = None
        set_role(self, Role.BAND)
        self._whose, self._told = Text(Role.HEADING), Text(Role.BODY)
        self._minutes = Text(Role.MUTED, wrap=False)
        self.undo, self.redo = button(Role.QUIET), button(Role.QUIET)
        self.profile, self.next_person = button(Role.QUIET), button(Role.QUIET)
        self.end: QPushButton = button(Role.PRIMARY)
        for each, wish in (
            (self.undo, self.undo_requested),
            (self.redo, self.redo_requested),
            (self.profile, self.profile_requested),
            (self.next_person, self.next_person_requested),
            (self.end, self.end_requested),
        ):
            each.clicked.connect(wish)
        self.menu = VisitMenu(translator)
        self._ways = WrapRow()
        for each in (self.menu, self.profile, self.undo, self.redo, self.next_person, self.end):
            self._ways.add(each)
        self._layout = row(self, gap=Space.S)
        self._layout.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        told = column(gap=Space.HAIR)
        told.addWidget(self._whose)
        beside = row(gap=Space.M)
        beside.addWidget(self._told)
        beside.addWidget(self._minutes)
        beside.addStretch(1)
        told.addLayout(beside)
        self._layout.addLayout(told, 1)
        self._layout.addWidget(self._ways)
        self.hide()
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the buttons go under the words."""
        super().resizeEvent(event)
        words = self.fontMetrics().averageCharWidth() * _WORDS_IN_CHARACTERS
        narrow = self.width() < self._ways.sizeHint().width() + words
        self._layout.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    @property
    def has_visit(self) -> bool:
        """Whether there is a visit now."""
        return self._state is not None

    def widget(self) -> QWidget:
        """Return what is shown."""
        return self

    def cover(self, covered: bool) -> None:
        """Hide while the work is covered."""
        self.setVisible(self.has_visit and not covered)

    def show_band(self, state: BandState | None) -> None:
        """Show a visit; ``None`` leaves nothing of the last one."""
        self._state = state
        self.setVisible(state is not None)
        self.retranslate()

    def retranslate(self) -> None:
        words, state = self.words, self._state
        self.profile.setText(words.text("Details"))
        self.profile.setAccessibleDescription(words.text("Change how the visit is helped and in which language"))
        self.undo.setText(words.ptext("answer", "Undo"))
        self.redo.setText(words.ptext("answer", "Redo"))
        self.undo.setToolTip(Shortcut.UNDO.shown)
        self.redo.setToolTip(Shortcut.REDO.shown)
        self.next_person.setText(words.text("Next person {keys}", keys=Shortcut.NEXT_PERSON.shown))
        self.end.setText(words.text("End visit"))
        self.undo.setEnabled(state is not None and state.can_undo)
        self.redo.setEnabled(state is not None and state.can_redo)
        self._whose.setText(whose(words, state) if state is not None else "")
        self._told.setText(told_of(words, state) if state is not None else "")
        self._minutes.setText(words.ntext("{n} min", "{n} min", state.minutes) if state is not None else "")
        self.setAccessibleName(" · ".join(filter(None, (self._whose.text(), self._told.text()))))


def whose(words: Words, state: BandState) -> str:
    """Whose visit it is: its number, and a name or that there is none."""
    return " · ".join((words.text("Visit {number}", number=state.number), state.name or words.text("anonymous")))


def told_of(words: Words, state: BandState) -> str:
    """How it is helped, in one line: channel, mode, language and what is taken into account.

    Not that it is discreet: whoever came along reads the band too.
    """
    shown = [words.ptext(*ACCOMMODATIONS[each]) for each in state.accommodations if each in ACCOMMODATIONS]
    language = ", ".join([state.citizen_language.endonym, *shown])
    parts = (
        words.ptext(*CHANNELS[state.channel]),
        words.ptext(*MODES[state.mode]),
        language,
    )
    return " · ".join(parts)
