"""The ways to do a step: the one that suits this citizen first, with the reason said; another can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from desk.model.plan import PlanChannel
from desk.model.ways import ChosenWay
from i18n.translator import Translator
from ui.screens.visit.open_lines import OpenLines
from ui.screens.visit.part import Part
from ui.screens.visit.way_form import WayForm
from ui.screens.visit.way_frame import WayFrame, WayState
from ui.screens.visit.way_words import compared, where_seen
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.layouts import column
from ui.widgets.live_column import arrange, keep_only
from ui.widgets.text import Text


class ChannelList(Speaking, QWidget):
    """One frame a channel; what the citizen cannot use is last and says so."""

    way_chosen = Signal(object)
    """How the step is done (``ChosenWay``); ``None``: as recommended."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._channels: tuple[PlanChannel, ...] = ()
        self._way: ChosenWay | None = None
        self._lines: OpenLines | None = None
        self._frames: dict[str, WayFrame] = {}
        self._to_focus = ""
        self._title = Text(Role.STRONG)
        self.form, self._compare = WayForm(translator, self), Part(parent=self)
        self._seen = Text(Role.SMALL, self)
        self.form.chosen.connect(self._chosen)
        self.form.left.connect(self._left)
        self._layout = column(self, gap=Space.XS)

    def show_channels(self, channels: Sequence[PlanChannel], way: ChosenWay | None = None) -> None:
        """Show channels, the chosen and the recommended first, and why another one was chosen."""
        if way != self._way and self.form.asks:
            self.form.end()
        self._channels, self._way = tuple(channels), way
        self.retranslate()

    def show_lines(self, lines: OpenLines) -> None:
        """Say which of the phone lines are open now."""
        self._lines = lines
        self.retranslate()

    def refuse(self, error: DeskError) -> None:
        """Say at the field why a reason was not kept."""
        self.form.refuse(error)

    def frame(self, channel: str) -> WayFrame | None:
        """The frame of a way."""
        return self._frames.get(channel)

    def retranslate(self) -> None:
        self.setVisible(bool(self._channels))
        self._title.setText(self.words.text("Ways to do it"))
        asks = self.form.asks
        frames = [self._shown(channel) for channel in self._channels]
        figures = compared(self.words, self._channels)
        self._compare.say(self.words.text("Compare the ways"), figures)
        self._seen.setText("\n".join(where_seen(self.words, self._translator.formats, self._channels)))
        parts: list[QWidget] = [self._title, *frames]
        parts += [self._compare, self._seen] if figures else []
        parts += [self.form] if asks else []
        arrange(self._layout, parts)
        keep_only(self._frames, frames)
        if self._to_focus in self._frames:
            self._frames[self._to_focus].choose.setFocus()
            self._to_focus = ""

    def _shown(self, channel: PlanChannel) -> WayFrame:
        if channel.id not in self._frames:
            frame = self._frames[channel.id] = WayFrame(self._translator)
            frame.asked.connect(self._ask)
        way = self._way if channel.chosen else None
        several = len(self._channels) > 1
        self._frames[channel.id].show_way(WayState(channel, way, can_choose=several), self._lines)
        return self._frames[channel.id]

    @Slot(str)
    def _ask(self, channel_id: str) -> None:
        """Another way needs a reason; back to the recommended one, or letting go of a choice, needs none."""
        channel = next(each for each in self._channels if each.id == channel_id)
        if not channel.chosen and not channel.recommended:
            self.form.ask(channel)
            self.retranslate()
            self.form.reason.setFocus()
        elif self._way is not None:
            self._to_focus = channel_id
            self.way_chosen.emit(None)

    @Slot(object)
    def _chosen(self, way: ChosenWay) -> None:
        self._to_focus = ""
        self.way_chosen.emit(way)

    @Slot()
    def _left(self) -> None:
        self.retranslate()
        for channel in self._channels:
            if channel.recommended or channel.chosen:
                self._frames[channel.id].setFocus()
                return
