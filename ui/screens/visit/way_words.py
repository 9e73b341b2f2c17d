"""The ways to do a step in the clerk's words: their kinds, why one suits best, and why another was chosen."""

from __future__ import annotations

from collections.abc import Sequence

from desk.model.path import ChannelKind
from desk.model.plan import PlanChannel
from desk.model.ways import Barrier, ChosenWay, Suits, WhyOther
from i18n.formats import Formats
from i18n.translator import NP_, Words

KINDS = {
    ChannelKind.E_SERVICE: NP_("way to do a step", "E-service"),
    ChannelKind.PHONE: NP_("way to do a step", "By phone"),
    ChannelKind.VISIT: NP_("way to do a step", "At the office"),
    ChannelKind.REMOTE: NP_("way to do a step", "Remote service"),
    ChannelKind.PAPER: NP_("way to do a step", "On paper"),
    ChannelKind.MAIL: NP_("way to do a step", "By post"),
    ChannelKind.SECURE_MESSAGE: NP_("way to do a step", "By secure message"),
}
_SUITS = {
    Suits.NO_E_ID: NP_("why a way suits", "Needs no e-ID."),
    Suits.NO_DEVICE: NP_("why a way suits", "Needs no computer or smartphone."),
    Suits.NO_PHONE: NP_("why a way suits", "Needs no phone."),
    Suits.NO_TRAVEL: NP_("why a way suits", "No need to go anywhere."),
    Suits.NO_CALL: NP_("why a way suits", "No need to hear on the phone."),
    Suits.INTERPRETER: NP_("why a way suits", "An interpreter can take part."),
    Suits.TOGETHER: NP_("why a way suits", "We can do it together here."),
    Suits.CHEAPEST: NP_("why a way suits", "Costs least."),
    Suits.QUICKEST: NP_("why a way suits", "Is dealt with soonest."),
    Suits.USUAL: NP_("why a way suits", "The usual way."),
}
_BARRIERS = {
    Barrier.E_ID: NP_("why a way does not suit", "needs e-ID"),
    Barrier.DEVICE: NP_("why a way does not suit", "needs a computer or smartphone"),
    Barrier.PHONE: NP_("why a way does not suit", "needs a phone"),
    Barrier.TRAVEL: NP_("why a way does not suit", "hard to come"),
    Barrier.HEARING: NP_("why a way does not suit", "hard to hear"),
    Barrier.LANGUAGE: NP_("why a way does not suit", "no interpreter"),
}
REASONS = {
    WhyOther.WISH: NP_("why another way", "The citizen wishes it"),
    WhyOther.HELPER: NP_("why another way", "Somebody helps with it"),
    WhyOther.HABIT: NP_("why another way", "The citizen knows this way"),
    WhyOther.QUICKER: NP_("why another way", "It is quicker"),
    WhyOther.CHEAPER: NP_("why another way", "It costs less"),
    WhyOther.OTHER: NP_("why another way", "Another reason, in words"),
}


def kind_name(words: Words, channel: PlanChannel) -> str:
    """What the way is called."""
    return words.ptext(*KINDS[channel.kind])


def why_it_suits(words: Words, channel: PlanChannel) -> str:
    """Why it is recommended, as sentences."""
    return " ".join(words.ptext(*_SUITS[each]) for each in channel.suits)


def what_is_against_it(words: Words, channel: PlanChannel) -> str:
    """What stands against it."""
    return ", ".join(words.ptext(*_BARRIERS[each]) for each in channel.barriers)


def why_chosen(words: Words, way: ChosenWay) -> str:
    """Why it was chosen although another one suits better."""
    reason = words.ptext(*REASONS[way.why]) if way.why is not WhyOther.OTHER else ""
    return ": ".join(part for part in (reason, way.words) if part)


def compared(words: Words, channels: Sequence[PlanChannel]) -> list[str]:
    """What each way costs and takes, a line each; nothing when nothing can be compared."""
    told = [(channel, figures) for channel in channels if (figures := _figures(words, channel))]
    if len(told) < 2:
        return []
    return [
        words.text("{way}: {figures}", way=kind_name(words, channel), figures=" · ".join(figures))
        for channel, figures in told
    ]


def where_seen(words: Words, formats: Formats, channels: Sequence[PlanChannel]) -> list[str]:
    """Where the figures were seen, and when; and whether that was the agency's own page."""
    found = [each for way in channels for each in (way.fee, way.minutes, way.wait) if each is not None]
    told = []
    for source, checked in dict.fromkeys((each.source, each.checked) for each in found):
        if source and checked is not None:
            day = formats.short_date(checked)
            told.append(words.text("Source: {source}, checked {day}", source=source, day=day))
    if not all(each.verified for each in found):
        told.append(words.text("Not verified: check with the agency."))
    return told


def _figures(words: Words, channel: PlanChannel) -> list[str]:
    found = []
    if channel.fee is not None:
        found.append(channel.fee.text)
    if channel.minutes is not None:
        found.append(words.text("{time} to do", time=channel.minutes.text))
    if channel.wait is not None:
        found.append(words.text("dealt with in {time}", time=channel.wait.text))
    return found
