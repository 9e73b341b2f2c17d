"""What the screen of a visit's details shows, and what leaves it."""

from __future__ import annotations

from dataclasses import dataclass

from desk.model.visit import Profile, VisitChannel
from desk.usecases.visit_view import ErrandView


@dataclass(frozen=True, slots=True)
class DetailsState:
    """What is chosen, and what could be."""

    profile: Profile
    channel: VisitChannel
    errands: tuple[ErrandView, ...] = ()
    others: tuple[ErrandView, ...] = ()


@dataclass(frozen=True, slots=True)
class DetailsChange:
    """The profile and channel as they shall be."""

    profile: Profile
    channel: VisitChannel
