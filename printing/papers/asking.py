"""Whom to ask: the last thing on every paper that a citizen takes home."""

from __future__ import annotations

from desk.model.plan import WhoToAsk
from printing.document import Block, Fact, Facts, Heading, Paragraph, Span, Together, inline
from printing.papers.wording import Wording


def whom_to_ask(ask: WhoToAsk, say: Wording, discreet: bool = False) -> tuple[Block, ...]:
    """The service point with its phone and hours; a discreet paper names neither point nor place."""
    rows = []
    if ask.name and not discreet:
        rows.append(Fact(say.text("Service point"), inline(ask.name)))
    if ask.phone:
        rows.append(Fact(say.text("Phone"), inline(Span(ask.phone, unbroken=True))))
    if ask.hours:
        rows.append(Fact(say.text("Open"), inline(ask.hours)))
    if ask.address and not discreet:
        rows.append(Fact(say.text("Address"), inline(ask.address)))
    words = say.text("Ask us if something is unclear.") if rows else say.text("Ask at the service point.")
    facts = (Facts(tuple(rows)),) if rows else ()
    return (Together((Heading(inline(say.text("Whom to ask"))), Paragraph(inline(words)), *facts)),)
