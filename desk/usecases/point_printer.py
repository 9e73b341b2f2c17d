"""The printer that this desk's papers go to: the one that it was set up with, while the computer has it."""

from __future__ import annotations

from dataclasses import replace

from desk.ports import Casebook, PrintQueue, Queue

SETTING = "point.printer"
"""Its queue; empty: the computer's own default."""


class PointPrinters:
    """The port ``desk.ports.PrintQueue``, with the desk's own choice before the computer's."""

    def __init__(self, printers: PrintQueue, casebook: Casebook) -> None:
        self._printers = printers
        self._casebook = casebook

    def queues(self) -> tuple[Queue, ...]:
        """Return the queues, the chosen one first."""
        found = self._printers.queues()
        chosen = self._chosen(found)
        if chosen is None:
            return found
        others = tuple(replace(queue, is_default=False) for queue in found if queue.name != chosen)
        return (Queue(chosen, is_default=True), *others)

    def send(self, pdf: bytes, queue: str | None, title: str) -> None:
        """Print on the named queue, else on the chosen one. Raises ``NoPrinter`` or ``PrintRefused``."""
        self._printers.send(pdf, queue or self._chosen(self._printers.queues()), title)

    def _chosen(self, found: tuple[Queue, ...]) -> str | None:
        wanted = self._casebook.setting(SETTING)
        return wanted if wanted and any(queue.name == wanted for queue in found) else None
