"""What stands at the edges of each page of a paper that comes of a visit: who made it, when, by which content."""

from __future__ import annotations

from desk.model.correction import Correction
from desk.model.plan import Plan
from printing.document import Furniture
from printing.papers.wording import Wording

_VERSION_LETTERS = 12


def visit_furniture(paper: Plan | Correction, kind: str, say: Wording) -> Furniture:
    """The edges of a plan or a correction; a discreet one does not name the point."""
    day = say.day(paper.made_on)
    sender = paper.ask.name if paper.ask.is_maker and not paper.discreet else ""
    return Furniture(
        sender=sender or say.text("Service point"),
        kind=kind,
        date=day,
        foot=say.text(
            "Made at a service point on {day}. Content {version}.",
            day=day,
            version=paper.content_version[:_VERSION_LETTERS],
        ),
        page_of=say.text("{page} ({pages})", page="{page}", pages="{pages}"),
    )
