"""The recovery sheet of a data folder: printed once, when the folder is made, and locked away."""

from __future__ import annotations

from dataclasses import dataclass

from i18n.translator import N_
from printing.document import (
    Bullets,
    Document,
    Fact,
    Facts,
    Furniture,
    Heading,
    Note,
    NoteKind,
    Paragraph,
    Span,
    inline,
)
from printing.papers.wording import Wording

_USE = (
    N_("Start the program."),
    N_("Choose to open the data with the recovery key."),
    N_("Type the key, group by group. Spaces do not matter. The letters I, L, O and U are not used."),
)


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What the sheet is about. ``key`` is the recovery key in groups, with a space between them."""

    key: str
    folder: str


def recovery_paper(sheet: RecoverySheet, say: Wording) -> Document:
    """The sheet as a document, in the language of the people of the desk."""
    groups = tuple(
        Fact(say.text("Group {number}", number=number), inline(Span(group, unbroken=True)))
        for number, group in enumerate(sheet.key.split(), start=1)
    )
    warning = Note(
        NoteKind.ATTENTION,
        say.text("Keep this sheet locked away"),
        (
            Paragraph(inline(say.text("Whoever has this sheet can open everything that the desk has stored."))),
            Paragraph(inline(say.text("Keep it in a safe, on paper or on a memory stick. It is not made again."))),
            Paragraph(inline(say.text("Do not photograph it. Leave no copy of it on a computer."))),
        ),
    )
    return Document(
        title=say.text("Recovery sheet"),
        language=say.language,
        furniture=Furniture(
            sender="Palvelutiski",
            kind=say.text("Recovery sheet"),
            date="",
            foot=say.text("Data folder {folder}", folder=sheet.folder),
            page_of=say.text("{page} ({pages})", page="{page}", pages="{pages}"),
        ),
        lead=inline(say.text("This key opens the data of the desk if its usual key is lost.")),
        blocks=(
            warning,
            Heading(inline(say.text("The key"))),
            Facts(groups),
            Heading(inline(say.text("How to use it"))),
            Bullets(tuple(inline(say.text(words)) for words in _USE)),
            *say.apology(),
        ),
    )
