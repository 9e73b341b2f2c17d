"""Draws a document as a tagged PDF: the one door to everything in here that knows of pages.

The same document gives the same bytes, always and everywhere: nothing is taken from the clock, the
machine or its fonts. The file names no author and no person.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from threading import Lock

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String
from reportlab.pdfgen.canvas import Canvas

from printing.clean_text import clean
from printing.document import Document, Missing
from printing.layout import Layout
from printing.letter_maps import rewrite_letter_maps
from printing.paging import Pager
from printing.painting import PageFurniture, Painter
from printing.setter import Setter
from printing.sheet import sheet_for
from printing.tagging import Element, Marker, StructureTree, language_tag
from printing.typefaces import TypeCase, typeface

_one_at_a_time = Lock()
"""Two papers share the typefaces, and cutting letters out of one moves reportlab's reading mark in it."""
_PDF_UA = "{http://www.aiim.org/pdfua/ns/id/}part"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished paper. ``unwritable`` are characters that no shipped typeface has."""

    pdf: bytes
    page_count: int
    unwritable: tuple[str, ...]


def draw(document: Document, missing: Missing = Missing.REFUSE) -> bytes:
    """The paper as a PDF. Raises ``GlyphMissing`` for a letter that cannot be drawn, unless marked."""
    return compose(document, missing).pdf


def compose(document: Document, missing: Missing = Missing.REFUSE) -> Drawn:
    """The paper as a PDF, with what is worth knowing of it."""
    case = TypeCase(missing)
    sheet = sheet_for(document)
    setter = Setter(sheet, case, document.language)
    root = Element("Document")
    head, body, foot = (root.child("Part") for _ in range(3))
    strips = Layout(setter).document(document, body)
    furniture = PageFurniture.of(document, setter, 1)
    taken = (furniture.height_of_head(), furniture.height_of_foot())
    pages = Pager(sheet.height - sheet.margin_top - sheet.margin_bottom - sum(taken)).fill(strips)
    case.settle()

    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(sheet.width, sheet.height),
        invariant=1,
        pageCompression=0,
        initialFontName=typeface("NotoSans", strong=False).name,
    )
    marker = Marker(canvas)
    painter = Painter(canvas, marker, sheet, document.direction)
    furniture = PageFurniture.of(document, setter, len(pages))
    for number, page in enumerate(pages, start=1):
        owners = (
            head if number == 1 else Element("Artifact"),
            foot if number == len(pages) else Element("Artifact"),
        )
        painter.page(page, taken[0])
        painter.furniture(furniture, number, owners)
        canvas.showPage()
        if number < len(pages):
            marker.next_page()
    with _one_at_a_time:
        canvas.save()
    return Drawn(_tagged(buffer.getvalue(), document, root, marker), len(pages), tuple(case.unwritable))


def _tagged(drawn: bytes, document: Document, root: Element, marker: Marker) -> bytes:
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        StructureTree(pdf, marker.owners).write(root)
        rewrite_letter_maps(pdf)
        _describe(pdf, document)
        _bookmark(pdf, root)
        finished = io.BytesIO()
        pdf.save(finished, min_version="1.7", deterministic_id=True, compress_streams=True)
    return finished.getvalue()


def _describe(pdf: Pdf, document: Document) -> None:
    catalogue, title = pdf.Root, clean(document.title).replace("\n", " ")
    catalogue.Lang = String(language_tag(document.language))
    catalogue.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, Direction=Name.R2L if document.direction == "rtl" else Name.L2R
    )
    catalogue.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(title)))
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = [language_tag(document.language)]
        metadata[_PDF_UA] = "1"


def _bookmark(pdf: Pdf, root: Element) -> None:
    with pdf.open_outline() as outline:
        branch = {0: outline.root}
        for depth, title, page in _headings(root):
            item = OutlineItem(clean(title), page)
            branch[max(level for level in branch if level < depth)].append(item)
            branch = {level: items for level, items in branch.items() if level < depth} | {depth: item.children}


def _headings(element: Element) -> list[tuple[int, str, int]]:
    found = []
    for kid in element.kids:
        if kid.title is not None and kid.tag is not None and not kid.is_empty():
            found.append((int(kid.tag[1:]), kid.title, _first_page(kid)))
        found += _headings(kid)
    return found


def _first_page(element: Element) -> int:
    pages = [page for page, _ in element.places] + [_first_page(kid) for kid in element.kids if not kid.is_empty()]
    return min(pages)
