"""What a paper says, before anything is known of pages, fonts or PDF.

A paper is made in two steps: ``printing.papers`` turn data and words into a :class:`Document`, and
``printing.pdf`` draws it. Between the two, a document can be compared, read aloud, shown as plain
text and tested without a single page. Every text in here is already in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from i18n.language import Direction, Language


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text within a line.

    ``strong`` is for the one thing that must not be missed. ``language`` is given where it differs
    from the document's, so that a screen reader changes its voice. ``spoken`` is what is read aloud
    in place of the text (a dash in opening hours). ``unbroken`` keeps the stretch on one line and
    its parts in order, as a phone number needs. ``link`` is a web address that the text stands for.
    """

    text: str
    strong: bool = False
    language: Language | None = None
    spoken: str | None = None
    unbroken: bool = False
    link: str | None = None


Inline: TypeAlias = tuple[Span, ...]
"""A running text. A line feed inside a span is a line break that is kept."""


def inline(*parts: str | Span) -> Inline:
    """A running text from plain strings and spans."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def plain(text: Inline) -> str:
    """The characters of a running text, without any of its marks."""
    return "".join(span.text for span in text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the title: level 2 is a part of the paper, 3 a part of a part."""

    text: Inline
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``minor`` for sources and versions, which stand in the smallest allowed size."""

    text: Inline
    minor: bool = False


class NoteKind(StrEnum):
    """Why a note stands out."""

    ATTENTION = "attention"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Note:
    """A boxed note, such as a deadline that has passed. Its label says in words what it is."""

    kind: NoteKind
    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ByWhen:
    """The day that counts, large, on one line with ``label`` ("By law, at the latest") if they fit.

    ``remark`` says what else there is to know of it, such as the last lawful day.
    """

    label: str
    day: str
    remark: Inline = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One label and what stands behind it: where, phone, fee."""

    label: str
    value: Inline


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts under one another, each read as one line: "Phone: 020 000 0000". ``minor`` as of a paragraph."""

    rows: tuple[Fact, ...]
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. ``number`` None where the order does not matter; ``tick`` draws a box."""

    title: Inline
    blocks: tuple[Block, ...] = ()
    number: int | None = None
    tick: bool = True


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps in the order they are done. A step goes over to the next page only where much would stay empty."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One step in a line: a box, its number, what it is and by when."""

    number: int
    title: Inline
    when: Inline = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """Steps at a glance under a heading, one a line. ``dense`` sets them in the smallest allowed size."""

    heading: Inline
    rows: tuple[OverviewRow, ...]
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """Things to tick off, such as papers to bring; short ones share a line. ``label`` says what for."""

    items: tuple[Inline, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A plain list."""

    items: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column headings; the first cell of a row names the row if ``row_headings``."""

    header: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    row_headings: bool = False

    def __post_init__(self) -> None:
        if any(len(row) != len(self.header) for row in self.rows):
            raise ValueError("every row of a table has as many cells as its header")


@dataclass(frozen=True, slots=True)
class Field:
    """A label with a line to write on by hand."""

    label: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Lines to fill in by hand, side by side where they fit."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What somebody drew by hand on the screen: lines of points in a box that is ``width`` by ``height``.

    ``label`` stands above it; ``alt`` says in words what the picture is.
    """

    label: str
    strokes: tuple[tuple[tuple[int, int], ...], ...]
    alt: str
    width: int = 1000
    height: int = 300


@dataclass(frozen=True, slots=True)
class QrCode:
    """A web address as a picture for a phone's camera, with the address in letters beside it.

    ``alt`` says in words what the picture is. The address is a public page, never a person's data.
    """

    address: str
    caption: str
    alt: str

    def __post_init__(self) -> None:
        if not is_web_address(self.address):
            raise ValueError(f"a QR code holds a web address, not {self.address!r}")

    @property
    def shown(self) -> str:
        """The address as people write it: without the scheme and without a closing slash."""
        return self.address.split("://", 1)[1].removesuffix("/")


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page if a page can hold them."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """A strip to cut off at the foot of the last page; ``cut_here`` says so in words."""

    cut_here: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page, unless this one has hardly begun."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | Note
    | ByWhen
    | Facts
    | Steps
    | Overview
    | Checklist
    | Bullets
    | Table
    | Fields
    | Drawn
    | QrCode
    | Together
    | Slip
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands on every page: who gives the paper, what it is, when, and which page this is.

    ``page_of`` holds the places ``{page}`` and ``{pages}``. ``foot`` tells who made the paper from
    which content and when; ``sender`` and ``foot`` are never left out, ``kind`` and ``date`` may be.
    """

    sender: str
    kind: str
    date: str
    foot: str
    page_of: str = "{page} ({pages})"

    def page_words(self, page: int, pages: int) -> str:
        """Which page of how many, as it is written on the paper."""
        return self.page_of.format(page=page, pages=pages)


@dataclass(frozen=True, slots=True)
class Document:
    """One paper in one language. ``large`` is large print; ``easy`` gives every line more air."""

    title: str
    language: Language
    furniture: Furniture
    blocks: tuple[Block, ...]
    large: bool = False
    easy: bool = False
    lead: Inline = ()

    def __post_init__(self) -> None:
        above = 1
        for heading in _headings(self.blocks):
            if not 2 <= heading.level <= min(above + 1, 3):
                raise ValueError(f"the heading {plain(heading.text)!r} skips a level")
            above = heading.level

    @property
    def direction(self) -> Direction:
        """The direction in which the paper is read."""
        return self.language.direction


class Missing(StrEnum):
    """What becomes of a letter that no shipped typeface can draw."""

    REFUSE = "refuse"
    MARK = "mark"


def _headings(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Overview):
            yield Heading(block.heading)
        elif isinstance(block, Together | Note | Slip):
            yield from _headings(block.blocks)


def is_web_address(address: str) -> bool:
    """Whether a phone's camera could open it: http or https, a host, no space inside."""
    scheme, separator, rest = address.partition("://")
    host = rest.split("/", 1)[0]
    return scheme in ("http", "https") and bool(separator) and "." in host and not any(map(str.isspace, address))
