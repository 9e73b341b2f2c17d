"""What the counter shows, in words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desk.model.ids import VisitId
    from desk.usecases.visit_view import ErrandView


class LeftOpen(NamedTuple):
    """A draft or a kept plan, by number and errand: nobody's name is known."""

    visit: VisitId
    number: int
    errands: tuple[str, ...]
    opened_at: datetime
    answers: int
    parked: bool = False
    erase_on: datetime | None = None
    withdrawn: bool = False
    """It rests on a rule that was wrong."""
    waits: str | None = None
    """It was handed over, and waits for this colleague; for whoever is next when empty."""
    for_me: bool = False
    """The colleague is the one who is here."""
    quiet: bool = False
    """It is discreet: what it is about is not shown."""


class CounterState(NamedTuple):
    """The whole counter. ``loaded`` is false until the data folder is open."""

    loaded: bool = False
    persons: tuple[ErrandView, ...] = ()
    companies: tuple[ErrandView, ...] = ()
    drafts: tuple[LeftOpen, ...] = ()
    kept: tuple[LeftOpen, ...] = ()
    has_more_kept: bool = False
    helps: bool = True
    """False for who holds no visits."""
