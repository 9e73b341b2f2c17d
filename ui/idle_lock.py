"""Locks a desk at which nobody does anything: a minute before it says so, and counts. It takes the focus from nobody.

The time is that of the machine since it started, sleep included: a laptop that was closed in a bag is locked when it
is opened. Both the time and the alarm are brought from outside, so that no test waits.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desk.usecases.idle_time import MINUTES_BY_DEFAULT

WARNING_SECONDS = 60


class Alarm(Protocol):
    """Calls back once, after some seconds."""

    def set(self, seconds: float, ring: Callable[[], None]) -> None:
        """Ring once after so long; what was set before rings no more."""
        ...

    def stop(self) -> None:
        """Do not ring."""
        ...


class TimerAlarm:
    """The alarm of the running program."""

    def __init__(self, parent: QObject) -> None:
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._rung)
        self._ring: Callable[[], None] = _nobody_listens

    def set(self, seconds: float, ring: Callable[[], None]) -> None:
        """Ring once after so long."""
        self._ring = ring
        self._timer.start(max(1, round(seconds * 1000)))

    def stop(self) -> None:
        """Do not ring."""
        self._timer.stop()

    def _rung(self) -> None:
        self._ring()


def _nobody_listens() -> None:
    """Nothing was set yet."""


def since_start() -> float:
    """Seconds since the machine started, those in which it slept too where the system tells them."""
    asleep_too = getattr(time, "CLOCK_BOOTTIME", None)  # where there is none, sleep stops the clock
    return time.monotonic() if asleep_too is None else time.clock_gettime(asleep_too)


@dataclass(frozen=True, slots=True)
class Watch:
    """Where the time comes from."""

    now: Callable[[], float]
    alarm: Alarm


class IdleLock(QObject):
    """Knows when somebody was there last. ``somebody_is_there`` is told of each real input."""

    warned = Signal(int)
    """The desk locks in so many seconds; 0: it does not, somebody is there."""
    locked = Signal()
    """Nobody was there for too long."""

    def __init__(self, watch: Watch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = watch
        self._limit = MINUTES_BY_DEFAULT * 60
        self._last = watch.now()
        self._runs = self._warns = False

    def start(self) -> None:
        """Somebody begins to work."""
        self._last, self._runs = self._watch.now(), True
        self._await()

    def stop(self) -> None:
        """The desk is locked, or closed: there is nothing to wait for."""
        self._runs = False
        self._watch.alarm.stop()
        self._end_warning()

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes from now on."""
        self._limit = minutes * 60
        if self._runs:
            self._await()

    @Slot()
    def somebody_is_there(self) -> None:
        """Begin anew; but when the time was over while nothing could ring, as in sleep, it is over."""
        if not self._runs:
            return
        if self._left() <= 0:
            self._look()
            return
        self._last = self._watch.now()
        if self._warns:
            self._end_warning()
            self._await()

    def _left(self) -> float:
        return self._last + self._limit - self._watch.now()

    def _await(self) -> None:
        left = self._left()
        until = left - WARNING_SECONDS if left > WARNING_SECONDS else left % 1 or 1
        self._watch.alarm.set(until, self._look)

    def _look(self) -> None:
        left = round(self._left())
        if left <= 0:
            self.stop()
            self.locked.emit()
            return
        if left <= WARNING_SECONDS:
            self._warns = True
            self.warned.emit(left)
        self._await()

    def _end_warning(self) -> None:
        if self._warns:
            self._warns = False
            self.warned.emit(0)
