"""The edges of the papers that a channel needs."""

from __future__ import annotations

from desk.model.channel_papers import CoverLetter, MeetingSlip, ScriptPaper
from printing.document import Furniture
from printing.papers.wording import Wording

_VERSION_LETTERS = 12


def channel_furniture(paper: CoverLetter | ScriptPaper | MeetingSlip, kind: str, say: Wording) -> Furniture:
    """Who made it and when; a discreet one does not name the point."""
    day = say.day(paper.made_on)
    sender = paper.ask.name if paper.ask.is_maker and not paper.discreet else ""
    return Furniture(
        sender=sender or say.text("Service point"),
        kind="" if paper.discreet else kind,
        date=day,
        foot=say.text(
            "Made at a service point on {day}. Content {version}.",
            day=day,
            version=paper.content_version[:_VERSION_LETTERS],
        ),
        page_of=say.text("{page} ({pages})", page="{page}", pages="{pages}"),
    )
