"""The recovery sheet of a data folder: printed once, when the folder is made, and locked away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from printing.document import (
    Bullets,
    Document,
    Furniture,
    Heading,
    Note,
    NoteKind,
    Paragraph,
    Span,
    Step,
    Steps,
    Table,
    inline,
)
from printing.papers.wording import Wording


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What the sheet is about. ``key`` is the recovery key in groups, with a space between them."""

    key: str
    folder: str
    made_on: date


def recovery_paper(sheet: RecoverySheet, say: Wording) -> Document:
    """The sheet as a document, in the language of the people of the desk."""
    day = say.formats.short_date(sheet.made_on)
    rows = tuple(
        (inline(str(number)), inline(Span(group, strong=True, unbroken=True)))
        for number, group in enumerate(sheet.key.split(), start=1)
    )
    warning = Note(
        NoteKind.ATTENTION,
        say.text("Keep this paper locked away"),
        (
            Paragraph(inline(say.text("Whoever has this paper can open everything that the desk has stored."))),
            Paragraph(inline(say.text("Do not photograph it. Do not save it on a computer. It is not printed again."))),
        ),
    )
    use = tuple(
        Step(inline(say.text(words)), number=number, tick=False)
        for number, words in enumerate(("Start the program.", "Choose: use the recovery key.", "Type the groups."), 1)
    )
    return Document(
        title=say.text("Recovery sheet"),
        language=say.language,
        furniture=Furniture(
            sender="Palvelutiski",
            kind=say.text("Recovery sheet"),
            date=day,
            foot=say.text("Data folder {folder}, made on {day}.", folder=sheet.folder, day=day),
            page_of=say.text("{page} ({pages})", page="{page}", pages="{pages}"),
        ),
        lead=inline(say.text("This key opens the data of the desk if its usual key is lost.")),
        blocks=(
            warning,
            Heading(inline(say.text("The key"))),
            Table((inline(say.text("Group")), inline(say.text("Letters and digits"))), rows),
            Heading(inline(say.text("How to use it"))),
            Steps(use),
            Bullets((inline(say.text("The letters I, L, O and U are not used. Spaces do not matter.")),)),
            *say.apology(),
        ),
    )
