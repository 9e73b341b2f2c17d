"""What the page of how the desk and the citizen meet shows, and what leaves it."""

from __future__ import annotations

from dataclasses import dataclass

from desk.model.short_mapping import Need
from desk.model.visit import VisitChannel
from desk.usecases.experts import ExpertOffer, ShownMeeting
from desk.usecases.telephone import TelephoneScript


@dataclass(frozen=True, slots=True)
class MeetingState:
    """The visit as it is met. Nothing of it: there is no visit."""

    channel: VisitChannel = VisitChannel.DESK
    script: TelephoneScript | None = None
    offers: tuple[ExpertOffer, ...] = ()
    meetings: tuple[ShownMeeting, ...] = ()
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedLetter:
    """What was typed for a letter by post, or for a message, which has no address."""

    address: str
    enclosed: tuple[str, ...]
    words: str


def between_commas(text: str) -> tuple[str, ...]:
    """The names of papers in one line."""
    return tuple(each.strip() for each in text.split(",") if each.strip())
