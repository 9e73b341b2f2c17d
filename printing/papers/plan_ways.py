"""What the ways of a step cost and take on paper, and whether another one costs less or is dealt with sooner."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from desk.model.path import ChannelKind
from desk.model.plan import PlanChannel, PlanStep
from i18n.translator import N_
from printing.papers.wording import Wording

Measure = Callable[[PlanChannel], Decimal | None]

WAYS = {
    ChannelKind.E_SERVICE: N_("Web"),
    ChannelKind.PHONE: N_("Phone"),
    ChannelKind.VISIT: N_("Visit"),
    ChannelKind.REMOTE: N_("Remote service"),
    ChannelKind.PAPER: N_("Paper"),
    ChannelKind.MAIL: N_("Letter"),
    ChannelKind.SECURE_MESSAGE: N_("Secure message"),
}


def figures(channel: PlanChannel, say: Wording, best: PlanChannel | None = None) -> Iterator[str]:
    """What this way costs and takes, where that is known of it; a wait as long as the best way's is said there."""
    if channel.fee is not None:
        yield channel.fee.text
    if channel.minutes is not None:
        yield say.text("{time} to do", time=channel.minutes.text)
    if channel.wait is not None and (best is None or channel.wait != best.wait):
        yield say.text("dealt with in {time}", time=channel.wait.text)


def less_elsewhere(step: PlanStep, say: Wording) -> Iterator[str]:
    """One line: which other way that the citizen can use costs less, or is dealt with sooner."""
    best = step.best_way
    others = [each for each in step.channels if each.is_offered and each is not best]
    if best is None:
        return
    cheaper = _least(best, others, price)
    if cheaper is not None and cheaper.fee is not None and best.fee is not None:
        way = say.text(WAYS[cheaper.kind])
        yield say.text("{way}: {price}. This way: {own}.", way=way, price=cheaper.fee.text, own=best.fee.text)
    sooner = _least(best, others, days)
    if sooner is not None and sooner.wait is not None and best.wait is not None:
        way = say.text(WAYS[sooner.kind])
        yield say.text("{way}: {price}. This way: {own}.", way=way, price=sooner.wait.text, own=best.wait.text)


def price(channel: PlanChannel) -> Decimal | None:
    """What the way costs, where that is known."""
    return channel.fee.amount if channel.fee is not None else None


def days(channel: PlanChannel) -> Decimal | None:
    """After how many days it is dealt with, where that is known."""
    return Decimal(channel.wait.number) if channel.wait is not None else None


def _least(best: PlanChannel, others: Sequence[PlanChannel], measure: Measure) -> PlanChannel | None:
    own = measure(best)
    known = [(found, each) for each in others if (found := measure(each)) is not None]
    if own is None or not known:
        return None
    least, way = min(known, key=lambda pair: pair[0])
    return way if least < own else None
