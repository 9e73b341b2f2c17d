"""Which printer belongs to which channel: the counter's at the desk, the portable one out in the field."""

from __future__ import annotations

from desk.model.visit import VisitChannel
from desk.ports import Casebook, PrintQueue

_SETTING = "printer"


class ChannelPrinters:
    """Remembers the printer that was used last in a channel."""

    def __init__(self, printers: PrintQueue, casebook: Casebook) -> None:
        self._printers = printers
        self._casebook = casebook

    def names(self, channel: VisitChannel | None) -> tuple[str, ...]:
        """Return the names of the queues, the channel's own first; one that is not connected now is left out."""
        found = tuple(queue.name for queue in self._printers.queues())
        own = self._casebook.setting(_name(channel)) if channel is not None else None
        return tuple(sorted(found, key=lambda name: name != own))

    def remember(self, channel: VisitChannel, name: str) -> None:
        """Use this printer first in this channel from now on."""
        known = any(queue.name == name for queue in self._printers.queues())
        if known and self._casebook.setting(_name(channel)) != name:
            self._casebook.set_setting(_name(channel), name)


def _name(channel: VisitChannel) -> str:
    return f"{_SETTING}.{channel.value}"
