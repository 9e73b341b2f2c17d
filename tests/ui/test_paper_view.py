"""A page on the screen is the page as it is printed: no row of dots of it is lost."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PySide6.QtCore import QRect
from reportlab.pdfgen.canvas import Canvas

from ui.screens.papers.paper_view import PageView

WIDTH, HEIGHT = 595, 842


@pytest.fixture
def page():
    """Hair lines from top to bottom: whichever row were lost, it would be seen."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(WIDTH, HEIGHT))
    for line in range(0, HEIGHT, 2):
        canvas.rect(0, line, WIDTH, 1, stroke=0, fill=1)
    canvas.save()
    document = pypdfium2.PdfDocument(written.getvalue())
    yield document[0]
    document.close()


@pytest.mark.parametrize("width", [401, 595, 633, 718, 1001])
def test_each_dot_of_the_page_is_shown(qtbot, translator, page, width):
    view = PageView(translator, page, 1, 1)
    qtbot.addWidget(view)
    view.resize(width, view.heightForWidth(width))
    shown = view.grab().toImage().convertToFormat(view._image.format())
    inside = QRect(1, 1, width - 2, view.height() - 2)
    assert shown.copy(inside) == view._image.copy(inside)
