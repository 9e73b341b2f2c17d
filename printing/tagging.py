"""The structure of a paper for those who hear it: what is a heading, a list, a table, in which order.

While pages are drawn, every mark on them is tied to an :class:`Element`; afterwards the elements are
written into the file as its structure tree. What says nothing (rules, boxes, page furniture) is
marked as an artifact, so that a screen reader passes over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String
from reportlab.pdfgen.canvas import Canvas

from i18n.language import Language
from printing.clean_text import clean

_CELLS = ("TH", "TD")
"""Cells keep their place in a row even when they are empty."""
REGIONS = {Language.FI: "fi-FI", Language.SV: "sv-FI", Language.EN: "en-GB", Language.SE: "se-FI"}


def language_tag(language: Language) -> str:
    """The language as a PDF names it, with the region whose voice reads it best."""
    return REGIONS.get(language, language.value)


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure. ``tag`` is a standard type of PDF, or None for a run of its parent."""

    tag: str | None
    parent: Element | None = None
    language: Language | None = None
    alt: str | None = None
    spoken: str | None = None
    link: str | None = None
    attributes: Mapping[str, str] | None = None
    title: str | None = None
    kids: list[Element] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    rectangles: list[tuple[int, tuple[float, float, float, float]]] = field(default_factory=list)

    def child(self, tag: str | None, **facts: str | Language | Mapping[str, str] | None) -> Element:
        """A new last child."""
        kid = Element(tag, self, **facts)  # type: ignore[arg-type]
        self.kids.append(kid)
        return kid

    @property
    def named(self) -> Element:
        """The nearest element that is written into the file: itself, or the parent of a run."""
        return self if self.tag is not None or self.parent is None else self.parent.named

    @property
    def is_artifact(self) -> bool:
        """Whether it hangs on an artifact: drawn, and passed over by a screen reader."""
        return self.tag == "Artifact" or (self.parent is not None and self.parent.is_artifact)

    def is_empty(self) -> bool:
        """Whether nothing on any page belongs to it."""
        return not self.places and all(kid.is_empty() for kid in self.kids)


@dataclass(slots=True)
class Marker:
    """Wraps what is drawn on a canvas into marked content, and notes whose content it is."""

    canvas: Canvas
    page: int = 0
    owners: list[list[Element]] = field(default_factory=lambda: [[]])

    def next_page(self) -> None:
        """What follows is drawn on the next page."""
        self.page += 1
        self.owners.append([])

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """Content of an element."""
        number = len(self.owners[self.page])
        self.owners[self.page].append(element)
        element.places.append((self.page, number))
        self.canvas.addLiteral(f"/{element.named.tag} <</MCID {number}>> BDC")
        yield
        self.canvas.addLiteral("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Decoration (``Layout``) or page furniture (``Pagination``)."""
        self.canvas.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self.canvas.addLiteral("EMC")


class StructureTree:
    """Writes elements into a PDF as its structure tree."""

    def __init__(self, pdf: Pdf, owners: list[list[Element]]) -> None:
        self._pdf = pdf
        self._owners = owners
        self._written: dict[int, Object] = {}
        self._annotations: list[Object] = []

    def write(self, document: Element) -> None:
        """The whole tree, with the table that leads from marks on pages back to elements."""
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = Array([self._element(document, root)])
        numbers = Array()
        for index, (page, owners) in enumerate(zip(self._pdf.pages, self._owners, strict=True)):
            page.obj.StructParents = index
            page.obj.Tabs = Name.S
            numbers.append(index)
            numbers.append(self._pdf.make_indirect(Array([self._written[id(owner.named)] for owner in owners])))
        for offset, owner in enumerate(self._annotations):
            numbers.append(len(self._owners) + offset)
            numbers.append(owner)
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        root.ParentTreeNextKey = len(self._owners) + len(self._annotations)
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: Object) -> Object:
        node = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent))
        self._written[id(element)] = node
        if element.language is not None:
            node.Lang = String(language_tag(element.language))
        if element.alt is not None:
            node.Alt = String(clean(element.alt))
        if element.spoken is not None:
            node.ActualText = String(clean(element.spoken))
        if element.attributes is not None:
            node.A = Dictionary({f"/{key}": Name(f"/{value}") for key, value in element.attributes.items()})
        if element.tag == "Figure" and element.rectangles:
            node.A = Dictionary(O=Name.Layout, BBox=_numbers(element.rectangles[0][1]))
        node.K = Array(list(self._kids(element, node)))
        return node

    def _kids(self, element: Element, node: Object) -> Iterator[Object]:
        for page, number in element.places:
            yield Dictionary(Type=Name.MCR, Pg=self._pdf.pages[page].obj, MCID=number)
        for kid in element.kids:
            if kid.is_empty() and kid.tag not in _CELLS:
                continue
            if kid.tag is None:
                yield from self._kids(kid, node)
            else:
                yield self._element(kid, node)
        for page, rectangle in element.rectangles if element.link is not None else ():
            yield self._link(element, node, self._pdf.pages[page], rectangle)

    def _link(self, element: Element, node: Object, page: Page, rectangle: tuple[float, float, float, float]) -> Object:
        annotation = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=_numbers(rectangle),
                Border=Array([0, 0, 0]),
                F=4,
                Contents=String(clean(element.link or "")),
                StructParent=len(self._owners) + len(self._annotations),
                A=Dictionary(Type=Name.Action, S=Name.URI, URI=String(clean(element.link or ""))),
            )
        )
        self._annotations.append(node)
        if Name.Annots not in page.obj:
            page.obj.Annots = Array()
        page.obj.Annots.append(annotation)
        return Dictionary(Type=Name.OBJR, Pg=page.obj, Obj=annotation)


def _numbers(rectangle: tuple[float, float, float, float]) -> Array:
    return Array([round(side, 2) for side in rectangle])
