"""One way to do a step: what it is, why it suits or does not, how to reach it, and a button to choose it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from desk.model.plan import Contact, PlanChannel
from desk.model.ways import ChosenWay
from i18n.translator import Translator
from ui.opening import TONES, opening_words
from ui.screens.visit.open_lines import OpenLines
from ui.screens.visit.way_words import kind_name, what_is_against_it, why_chosen, why_it_suits
from ui.speaking import Speaking
from ui.theme.roles import Role, set_role
from ui.theme.tokens import Space
from ui.widgets.buttons import LinkButton
from ui.widgets.layouts import column
from ui.widgets.text import Mark, Text
from ui.widgets.wrap_row import WrapRow


@dataclass(frozen=True, slots=True)
class WayState:
    """A way, and why it was chosen if it was."""

    channel: PlanChannel
    way: ChosenWay | None = None
    can_choose: bool = True


class WayFrame(Speaking, QFrame):
    """Renders a ``WayState``."""

    asked = Signal(str)
    """Choose this way, or let go of the choice (its id)."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._state: WayState | None = None
        self._lines: OpenLines | None = None
        set_role(self, Role.CARD)
        self._name = Text(Role.STRONG)
        self._chosen, self._best, self._against, self._open = Mark("accent"), Mark("done"), Mark("quiet"), Mark()
        self._why, self._told = Text(Role.SMALL), Text()
        self.choose = LinkButton()
        self.choose.clicked.connect(self._ask)
        self._marks = WrapRow()
        for mark in (self._chosen, self._best, self._against, self._open):
            self._marks.add(mark)
        layout = column(self, gap=Space.XS, edge=Space.S)
        for part in (self._name, self._marks, self._why, self._told, self.choose):
            layout.addWidget(part)

    def show_way(self, state: WayState, lines: OpenLines | None) -> None:
        """Show a way, and whether its line is open now."""
        self._state, self._lines = state, lines
        self.retranslate()

    def retranslate(self) -> None:
        state, words = self._state, self.words
        if state is None:
            return
        channel = state.channel
        self._name.setText(kind_name(words, channel))
        set_role(self._name, Role.STRONG if channel.is_offered else Role.MUTED)
        set_role(self._told, Role.BODY if channel.is_offered else Role.MUTED)
        self._chosen.say(words.ptext("way to do a step", "chosen") if channel.chosen else "")
        self._best.say(words.text("suits best") if channel.recommended else "")
        self._against.say(what_is_against_it(words, channel))
        self._say_opening(channel)
        marks = (self._chosen, self._best, self._against, self._open)
        self._marks.setVisible(any(mark.text() for mark in marks))
        chosen_why = why_chosen(words, state.way) if state.way is not None else ""
        because = words.text("Chosen: {reason}", reason=chosen_why) if chosen_why else ""
        self._why.say("\n".join(part for part in (because, why_it_suits(words, channel)) if part))
        text = channel.text.text if channel.text is not None else ""
        self._told.say("\n".join(part for part in (text, *self._contacts(channel)) if part))
        self._say_button(state)

    def _say_button(self, state: WayState) -> None:
        words, channel = self.words, state.channel
        let_go = channel.chosen
        self.choose.setText(words.text("Let go of this choice") if let_go else words.text("Choose this way"))
        self.choose.setAccessibleDescription(kind_name(words, channel))
        self.choose.setVisible(state.can_choose and (let_go or not channel.recommended))

    def _say_opening(self, channel: PlanChannel) -> None:
        lines = self._lines
        status = lines.of(channel.phone.text) if lines is not None and channel.phone is not None else None
        if lines is None or status is None:
            self._open.say("")
            return
        self._open.set_tone(TONES[status.state])
        self._open.say(opening_words(self.words, self._translator.formats, status, lines.at))

    def _contacts(self, channel: PlanChannel) -> list[str]:
        return [self._contact(each) for each in (channel.phone, channel.address, channel.url, channel.form) if each]

    def _contact(self, contact: Contact) -> str:
        words = self.words
        shown = contact.text
        if contact.hours:
            shown = words.text("{contact}, open {hours}", contact=shown, hours=contact.hours)
        if not contact.verified:
            shown = words.text("{contact} (check with the agency)", contact=shown)
        return shown

    @Slot()
    def _ask(self) -> None:
        if self._state is not None:
            self.asked.emit(self._state.channel.id)
