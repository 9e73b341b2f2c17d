"""How a test reads a finished paper: by poppler's programs, and by walking the file itself."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pytest

MM = 72 / 25.4


def poppler(program: str, pdf: bytes, *options: str) -> str:
    """What one of poppler's programs says of a paper."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} (poppler-utils) is not installed")
    before, after = (options, ["-"]) if program == "pdftotext" else (options, [])
    done = subprocess.run([program, *before, "-", *after], input=pdf, capture_output=True, check=True)
    assert not done.stderr, done.stderr
    return done.stdout.decode()


def text_of(pdf: bytes, raw: bool = True) -> str:
    """The words of a paper with single spaces, as drawn (``raw``) or as a reader of the page sees them."""
    text = poppler("pdftotext", pdf, *(["-raw"] if raw else []))
    return " ".join(unicodedata.normalize("NFKC", text).split())


@dataclass(frozen=True)
class Word:
    """A word on a page, in points from the top left corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


_PAGE = re.compile(r"<page ")
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


def words_of(pdf: bytes) -> list[Word]:
    """Every word with its place."""
    words = []
    for page, body in enumerate(_PAGE.split(poppler("pdftotext", pdf, "-bbox"))[1:]):
        for left, top, right, bottom, text in _WORD.findall(body):
            words.append(Word(page, text, float(left), float(top), float(right), float(bottom)))
    return words


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


@dataclass(frozen=True)
class Node:
    """A structure element as the file has it."""

    tag: str
    kids: tuple[Node, ...]
    element: pikepdf.Object

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def shape(self) -> str:
        """``L(LI(Lbl LBody(P P)))``"""
        inner = " ".join(kid.shape() for kid in self.kids)
        return f"{self.tag}({inner})" if inner else self.tag


def structure(pdf: pikepdf.Pdf) -> Node:
    return node(pdf.Root.StructTreeRoot.K[0])


def node(element: pikepdf.Object) -> Node:
    kids = [kid for kid in element.K if "/S" in kid]
    return Node(str(element.S).lstrip("/"), tuple(node(kid) for kid in kids), element)


def owned_marks(pdf: pikepdf.Pdf) -> list[tuple[int, int]]:
    """(page, MCID) of every mark that the structure tree owns, in reading order."""
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    marks = []

    def visit(element: pikepdf.Object) -> None:
        for kid in element.K:
            if "/S" in kid:
                visit(kid)
            elif kid.Type == "/MCR":
                marks.append((pages[kid.Pg.objgen], int(kid.MCID)))

    visit(pdf.Root.StructTreeRoot.K[0])
    return marks


_DRAWS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI"}


def drawn_marks(pdf: pikepdf.Pdf) -> tuple[list[tuple[int, int]], int]:
    """(page, MCID) of all marked content as drawn, and how many things are drawn outside of any mark."""
    marks, loose = [], 0
    for index, page in enumerate(pdf.pages):
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operands, name = instruction.operands, str(instruction.operator)
            if name == "BDC":
                depth += 1
                assert depth == 1, "marked content inside marked content"
                if operands[0] != "/Artifact":
                    marks.append((index, int(operands[1].MCID)))
            elif name == "EMC":
                depth -= 1
            elif name in _DRAWS and depth == 0:
                loose += 1
        assert depth == 0
    return marks, loose
