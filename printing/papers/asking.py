"""Whom to ask: on every paper that a citizen takes home."""

from __future__ import annotations

from collections.abc import Iterator

from desk.model.plan import WhoToAsk
from printing.document import Fact, Inline, Span, inline
from printing.papers.wording import Wording


def ask_in_a_line(ask: WhoToAsk, say: Wording, discreet: bool = False) -> Fact:
    """The service point with its phone and hours; a discreet paper names neither point nor place."""
    parts = list(_parts(ask, discreet)) or [inline(say.text("at the service point"))]
    joined = (span for at, part in enumerate(parts) for span in (*(inline(", ") if at else ()), *part))
    return Fact(say.text("Ask if something is unclear"), tuple(joined))


def _parts(ask: WhoToAsk, discreet: bool) -> Iterator[Inline]:
    if ask.name and not discreet:
        yield inline(ask.name)
    if ask.phone:
        yield inline(Span(ask.phone, unbroken=True))
    if ask.hours:
        yield inline(ask.hours)
    if ask.address and not discreet:
        yield inline(ask.address)
