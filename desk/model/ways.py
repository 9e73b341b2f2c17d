"""Which way to do a step suits this citizen best, why, and which way was chosen instead.

What the citizen lacks rules a way out; what is hard only makes it come later. The author's order decides the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desk.model.path import ChannelKind, Need, StepChannel

_WRITTEN = (ChannelKind.E_SERVICE, ChannelKind.SECURE_MESSAGE, ChannelKind.PAPER, ChannelKind.MAIL)
"""Ways in which nobody stands by who could interpret."""


class Barrier(StrEnum):
    """Why a way does not suit the citizen, the worst first."""

    E_ID = "e_id"
    DEVICE = "device"
    PHONE = "phone"
    TRAVEL = "travel"
    HEARING = "hearing"
    LANGUAGE = "language"


class Suits(StrEnum):
    """Why a way is recommended."""

    NO_E_ID = "no_e_id"
    NO_DEVICE = "no_device"
    NO_PHONE = "no_phone"
    NO_TRAVEL = "no_travel"
    NO_CALL = "no_call"
    INTERPRETER = "interpreter"
    TOGETHER = "together"
    CHEAPEST = "cheapest"
    QUICKEST = "quickest"
    USUAL = "usual"


class WhyOther(StrEnum):
    """Why another way was chosen than the recommended one."""

    WISH = "wish"
    HELPER = "helper"
    HABIT = "habit"
    QUICKER = "quicker"
    CHEAPER = "cheaper"
    OTHER = "other"
    """Said in words."""


@dataclass(frozen=True, slots=True)
class ChosenWay:
    """The way that the clerk and the citizen chose themselves. It stays when the profile changes."""

    channel: str
    why: WhyOther = WhyOther.WISH
    words: str = ""


@dataclass(frozen=True, slots=True)
class Able:
    """What the profile of a visit says of the citizen."""

    lacks: frozenset[Need] = frozenset()
    hard_to_come: bool = False
    hard_of_hearing: bool = False
    needs_interpreter: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """One way, with what stands against it; the recommended one with what speaks for it."""

    channel: StepChannel
    barriers: tuple[Barrier, ...] = ()
    suits: tuple[Suits, ...] = ()

    @property
    def is_recommended(self) -> bool:
        """True for the one that suits best."""
        return bool(self.suits)


_OF_NEED = {Need.E_ID: Barrier.E_ID, Need.DEVICE: Barrier.DEVICE, Need.PHONE: Barrier.PHONE}
_WITHOUT = {
    Barrier.E_ID: Suits.NO_E_ID,
    Barrier.DEVICE: Suits.NO_DEVICE,
    Barrier.PHONE: Suits.NO_PHONE,
    Barrier.TRAVEL: Suits.NO_TRAVEL,
    Barrier.HEARING: Suits.NO_CALL,
    Barrier.LANGUAGE: Suits.INTERPRETER,
}


def weighed(channels: Sequence[StepChannel], able: Able, *, here: bool) -> tuple[Way, ...]:
    """Return the ways of a step, what suits best first; ``here``: the clerk can do the step with the citizen."""
    against = [(channel, _barriers(channel, able, here=here)) for channel in channels]
    order = sorted(range(len(against)), key=lambda at: (not channels[at].usable, len(against[at][1]), at))
    ways = [Way(*against[at]) for at in order]
    if not ways or not ways[0].channel.usable:
        return tuple(ways)
    best = Way(ways[0].channel, ways[0].barriers, _suits(ways[0], ways[1:], here=here))
    return (best, *ways[1:])


def _barriers(channel: StepChannel, able: Able, *, here: bool) -> tuple[Barrier, ...]:
    found = {_OF_NEED[need] for need in channel.needs if need in able.lacks}
    if able.hard_to_come and channel.kind is ChannelKind.VISIT:
        found.add(Barrier.TRAVEL)
    if able.hard_of_hearing and channel.kind is ChannelKind.PHONE:
        found.add(Barrier.HEARING)
    if able.needs_interpreter and not here and channel.kind in _WRITTEN:
        found.add(Barrier.LANGUAGE)
    return tuple(barrier for barrier in Barrier if barrier in found)


def _suits(best: Way, others: Sequence[Way], *, here: bool) -> tuple[Suits, ...]:
    """What the others have against them, and this one has not; else what it has of its own."""
    avoided = {barrier for other in others for barrier in other.barriers if barrier not in best.barriers}
    found = [_WITHOUT[barrier] for barrier in Barrier if barrier in avoided]
    usable = [other.channel for other in others if other.channel.usable]
    if _is_less(_price(best.channel), [_price(channel) for channel in usable]):
        found.append(Suits.CHEAPEST)
    if _is_less(_days(best.channel), [_days(channel) for channel in usable]):
        found.append(Suits.QUICKEST)
    if not found and here and best.channel.kind is not ChannelKind.VISIT:
        found.append(Suits.TOGETHER)
    return tuple(found) or (Suits.USUAL,)


def _is_less(own: Decimal | int | None, others: Sequence[Decimal | int | None]) -> bool:
    known = [other for other in others if other is not None]
    return own is not None and bool(known) and own < min(known)


def _price(channel: StepChannel) -> Decimal | None:
    return channel.fee.amount if channel.fee is not None else None


def _days(channel: StepChannel) -> int | None:
    return channel.wait.number if channel.wait is not None else None
