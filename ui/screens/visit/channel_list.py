"""The ways to do a step: the one that suits this citizen first, with the reason said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from desk.model.path import ChannelKind
from desk.model.plan import Contact, PlanChannel
from i18n.translator import NP_, Translator
from ui.opening import TONES, opening_words
from ui.screens.visit.open_lines import OpenLines
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.layouts import clear, column, framed, row
from ui.widgets.text import Mark, Text

KINDS = {
    ChannelKind.E_SERVICE: NP_("way to do a step", "E-service"),
    ChannelKind.PHONE: NP_("way to do a step", "By phone"),
    ChannelKind.VISIT: NP_("way to do a step", "At the office"),
    ChannelKind.REMOTE: NP_("way to do a step", "Remote service"),
    ChannelKind.PAPER: NP_("way to do a step", "On paper"),
    ChannelKind.MAIL: NP_("way to do a step", "By post"),
    ChannelKind.SECURE_MESSAGE: NP_("way to do a step", "By secure message"),
}


class ChannelList(Speaking, QWidget):
    """One frame a channel; what the citizen cannot use is last and says so."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._channels: tuple[PlanChannel, ...] = ()
        self._lines: OpenLines | None = None
        self._layout = column(self, gap=Space.XS)

    def show_channels(self, channels: Sequence[PlanChannel]) -> None:
        """Show channels, recommended first."""
        self._channels = tuple(sorted(channels, key=_rank))
        self.retranslate()

    def show_lines(self, lines: OpenLines) -> None:
        """Say which of the phone lines are open now."""
        self._lines = lines
        self.retranslate()

    def retranslate(self) -> None:
        clear(self._layout)
        self.setVisible(bool(self._channels))
        if not self._channels:
            return
        title = Text(Role.STRONG)
        title.setText(self.words.text("Ways to do it"))
        self._layout.addWidget(title)
        for channel in self._channels:
            self._layout.addWidget(self._frame(channel))

    def _frame(self, channel: PlanChannel) -> QFrame:
        words = self.words
        frame = framed(Role.CARD)
        layout = column(frame, gap=Space.XS, edge=Space.S)
        head = row()
        name = Text(Role.STRONG if channel.usable else Role.MUTED)
        name.setText(words.ptext(*KINDS[channel.kind]))
        head.addWidget(name, 1)
        if channel.recommended:
            head.addWidget(_mark("done", words.text("suits best")))
        if not channel.usable:
            head.addWidget(_mark("quiet", words.text("not without e-ID or device")))
        layout.addLayout(head)
        for mark in self._opening(channel):
            layout.addWidget(mark)
        for line in (channel.text.text if channel.text is not None else "", *self._contacts(channel)):
            if line:
                text = Text(Role.BODY if channel.usable else Role.MUTED)
                text.setText(line)
                layout.addWidget(text)
        return frame

    def _opening(self, channel: PlanChannel) -> list[Mark]:
        lines = self._lines
        status = lines.of(channel.phone.text) if lines is not None and channel.phone is not None else None
        if lines is None or status is None:
            return []
        return [_mark(TONES[status.state], opening_words(self.words, self._translator.formats, status, lines.at))]

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


def _rank(channel: PlanChannel) -> int:
    return 0 if channel.recommended else 1 if channel.usable else 2


def _mark(tone: str, text: str) -> Mark:
    mark = Mark(tone)
    mark.setText(text)
    return mark
