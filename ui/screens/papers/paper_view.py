"""The pages of a PDF as they will come out, and a large text of the same to copy from by hand."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text


class PaperView(Speaking, QWidget):
    """Shows a paper's bytes; nothing of them is written anywhere."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._buffer: QBuffer | None = None
        self._document = QPdfDocument(self)
        self._pages = QPdfView(self)
        self._pages.setFrameShape(QFrame.Shape.NoFrame)
        self._pages.setDocument(self._document)
        self._pages.setPageMode(QPdfView.PageMode.MultiPage)
        self._pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._pages.setPageSpacing(int(Space.M))
        self._large = ScrollColumn(gap=Space.M, edge=Space.XL)
        self._text = Text(Role.TITLE)
        self._large.column.addWidget(self._text)
        self._large.column.addStretch(1)
        self._waiting = Text(Role.MUTED)
        self._stack = QStackedLayout(self)
        for part in (self._pages, self._large, self._waiting):
            self._stack.addWidget(part)
        self.retranslate()

    @property
    def pages(self) -> int:
        """How many pages the paper has."""
        return self._document.pageCount()

    def show_pdf(self, pdf: bytes | None) -> None:
        """Show a paper; ``None`` while it is drawn."""
        self._document.close()
        self._buffer = None
        self._stack.setCurrentWidget(self._waiting if pdf is None else self._pages)
        palette = self.palette()
        palette.setBrush(QPalette.ColorRole.Dark, palette.window())  # what Qt paints round the pages
        self._pages.setPalette(palette)
        if pdf is None:
            return
        buffer = QBuffer(self)
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(buffer)
        self._buffer = buffer
        self.retranslate()

    def show_large(self, text: str) -> None:
        """Show the words of the paper in large letters."""
        self._text.setText(text)
        self._stack.setCurrentWidget(self._large)

    def retranslate(self) -> None:
        words = self.words
        self._waiting.setText(words.text("The paper is being drawn …"))
        name = words.ntext("The paper, {n} page", "The paper, {n} pages", max(1, self.pages))
        self._pages.setAccessibleName(name)
