"""What is kept past the end of a visit comes to its own end: each such event says what may be missing from then on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desk.model.keeping import Category
from desk.model.visit import Visit


@dataclass(frozen=True, slots=True)
class KeepingEnded:
    """What of a visit was kept in a category was erased: its time was over."""

    personal: ClassVar[bool] = False
    category: Category


@dataclass(frozen=True, slots=True)
class LogForgotten:
    """The log of this device lost its content up to and with a place in its chain; of no visit."""

    personal: ClassVar[bool] = False
    until: int


KeepingEvent = KeepingEnded | LogForgotten


def after_keeping(visit: Visit, at: object, event: KeepingEvent) -> Visit:
    """Return the visit after an event of this family: what was erased is gone from its events already."""
    del at, event
    return visit
