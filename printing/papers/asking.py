"""Whom to ask: on every paper that a citizen takes home."""

from __future__ import annotations

from collections.abc import Iterator

from desk.model.plan import WhoToAsk
from printing.document import Block, Fact, Facts, Heading, Paragraph, Span, Together, inline
from printing.papers.wording import Wording


def whom_to_ask(ask: WhoToAsk, say: Wording) -> tuple[Block, ...]:
    """The service point with its phone and hours, as the last part of a paper."""
    rows = tuple(_rows(ask, say, discreet=False))
    words = say.text("Ask us if something is unclear.") if rows else say.text("Ask at the service point.")
    facts = (Facts(rows),) if rows else ()
    return (Together((Heading(inline(say.text("Whom to ask"))), Paragraph(inline(words)), *facts)),)


def ask_in_a_line(ask: WhoToAsk, say: Wording, discreet: bool) -> Fact:
    """The same in a line; a discreet paper names neither point nor place."""
    parts = [row.value for row in _rows(ask, say, discreet)]
    if not parts:
        parts = [inline(say.text("at the service point"))]
    joined = (span for at, part in enumerate(parts) for span in (*(inline(", ") if at else ()), *part))
    return Fact(say.text("Ask if something is unclear"), tuple(joined))


def _rows(ask: WhoToAsk, say: Wording, discreet: bool) -> Iterator[Fact]:
    if ask.name and not discreet:
        yield Fact(say.text("Service point"), inline(ask.name))
    if ask.phone:
        yield Fact(say.text("Phone"), inline(Span(ask.phone, unbroken=True)))
    if ask.hours:
        yield Fact(say.text("Open"), inline(ask.hours))
    if ask.address and not discreet:
        yield Fact(say.text("Address"), inline(ask.address))
