"""A refresh that does what a test tells it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desk.usecases.refresh_lines import RefreshOrder
from desk.usecases.refresh_plan import RefreshAsk
from ui.catalogue_worker import Start


@dataclass(frozen=True)
class AskedStart:
    """What was asked for, in place of a program and its keys."""

    asked: RefreshAsk
    argv: tuple[str, ...] = ("refresh",)
    first_line: bytes = b"{}\n"


class FakeWorker(QObject):
    """Keeps the contract of ``ui.catalogue_worker.Worker``."""

    progressed = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.started: list[Start] = []
        self.orders: list[RefreshOrder] = []
        self._running = False
        self.progressed.connect(lambda _progress: None)
        for end in (self.ended, self.failed, self.stopped):
            end.connect(self._over)

    @property
    def is_running(self) -> bool:
        return self._running

    def start(self, start: Start) -> None:
        self._running = True
        self.started.append(start)

    def order(self, order: RefreshOrder) -> None:
        self.orders.append(order)
        if order is RefreshOrder.STOP and self._running:
            self.stopped.emit()

    def close(self) -> None:
        self._running = False

    def _over(self, *_said: object) -> None:
        self._running = False
