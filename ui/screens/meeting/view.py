"""How the desk and the citizen meet: the channel, and what this channel needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.model.visit import VisitChannel
from i18n.translator import Translator
from ui.channel_words import CHANNELS
from ui.screens.meeting.expert_part import ExpertPart
from ui.screens.meeting.letter_part import LetterPart
from ui.screens.meeting.message_part import MessagePart
from ui.screens.meeting.needs_part import NeedsPart
from ui.screens.meeting.state import MeetingState
from ui.screens.meeting.telephone_part import TelephonePart
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.buttons import button
from ui.widgets.layouts import column
from ui.widgets.radio_rows import Option, RadioRows
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text
from ui.widgets.wrap_row import WrapRow

_BY_POST = (VisitChannel.PHONE, VisitChannel.LETTER, VisitChannel.REMOTE)
_EXPERTS = (VisitChannel.DESK, VisitChannel.PHONE, VisitChannel.REMOTE, VisitChannel.OUTREACH)


class MeetingScreen(Speaking, QWidget):
    """Renders a ``MeetingState``."""

    channel_picked = Signal(object)
    """They go on in this channel (``VisitChannel``)."""
    back_requested = Signal()
    """Back to the visit."""

    def __init__(self, translator: Translator, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state = MeetingState()
        self._title, self._hint = Text(Role.TITLE), Text(Role.MUTED)
        self.channel = RadioRows(translator, self._options(), may_be_unsaid=False, beside=True)
        self.telephone, self.letter = TelephonePart(translator), LetterPart(translator)
        self.message = MessagePart(translator)
        self.expert, self.needs = ExpertPart(translator, today), NeedsPart(translator)
        self.back = button()
        self.back.clicked.connect(self.back_requested)
        self.channel.said.connect(self._picked)
        ways = WrapRow()
        ways.add(self.back)
        scroll = ScrollColumn(gap=Space.L, edge=Space.XL)
        column(self).addWidget(scroll)
        above = (self._title, self._hint, self.channel, self.telephone, self.needs)
        for part in (*above, self.expert, self.letter, self.message, ways):
            scroll.column.addWidget(part)
        scroll.column.addStretch(1)
        self.render_state(self._state)

    def render_state(self, state: MeetingState) -> None:
        """Show a state."""
        self._state = state
        self.channel.show_said(state.channel.value)
        self.telephone.show_script(state.script)
        self.expert.show_meetings(state.offers, state.meetings)
        self.needs.show_needs(state.needs)
        self.telephone.setVisible(state.channel is VisitChannel.PHONE and state.script is not None)
        self.needs.setVisible(state.channel is VisitChannel.OUTREACH)
        self.letter.setVisible(state.channel in _BY_POST)
        self.message.setVisible(state.channel is VisitChannel.MESSAGE)
        self.expert.setVisible(state.channel in _EXPERTS)
        self.retranslate()

    def forget(self) -> None:
        """Nothing of the visit stays."""
        self.letter.forget()
        self.message.forget()
        self.expert.forget()
        self.render_state(MeetingState())

    def take_focus(self) -> None:
        """Put the focus on the channel of the visit."""
        self.channel.take_focus()

    def retranslate(self) -> None:
        words = self.words
        self._title.setText(words.text("How we meet"))
        self._hint.setText(words.text("The visit goes on as it is in another channel. Nothing is asked again."))
        self.channel.set_labels(self._options())
        self.channel.setAccessibleName(self._title.text())
        self.back.setText(words.text("Back to the visit"))

    def _options(self) -> list[Option]:
        return [Option(each.value, self.words.ptext(*said)) for each, said in CHANNELS.items()]

    @Slot(object)
    def _picked(self, channel: str) -> None:
        self.channel_picked.emit(VisitChannel(channel))
