"""A paper that was made for practice says so on every page, so that nobody takes it for an agreement."""

from __future__ import annotations

from dataclasses import replace

from printing.document import Document, Note, NoteKind, Paragraph, inline
from printing.papers.wording import Wording


def as_practice(document: Document, say: Wording) -> Document:
    """Mark a paper: at the head of each page, and in a box before all else."""
    furniture = document.furniture
    head = say.text("Practice, not a real paper")
    told = Paragraph(inline(say.text("This paper was made for practice. Nothing on it has been agreed with anybody.")))
    return replace(
        document,
        furniture=replace(furniture, sender=f"{head} · {furniture.sender}" if furniture.sender else head),
        blocks=(Note(NoteKind.ATTENTION, say.text("Practice"), (told,)), *document.blocks),
    )
