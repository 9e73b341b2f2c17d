"""The pages of a PDF as they will come out, and a large text of the same to copy from by hand."""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from i18n.translator import Translator
from ui.speaking import Speaking
from ui.theme.roles import Role
from ui.theme.tokens import Space
from ui.widgets.live_column import arrange
from ui.widgets.scroll import ScrollColumn
from ui.widgets.text import Text

_POINTS_OF_AN_INCH = 72


class PageView(Speaking, QWidget):
    """One page, as wide as there is room; it is drawn when it is first seen, and again when its size changes."""

    def __init__(self, translator: Translator, page: pypdfium2.PdfPage, number: int, count: int) -> None:
        super().__init__()
        self._translator = translator
        self._page = page
        self._number, self._count = number, count
        self._image = QImage()
        self._drawn_for = 0
        """The width in dots that the image was drawn for: it may come out a dot larger."""
        self._width, self._height = page.get_size()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    def retranslate(self) -> None:
        words = self.words
        self.setAccessibleName(words.text("Page {number} of {count}", number=self._number, count=self._count))

    def let_go(self) -> None:
        """The paper is closed: nothing can be drawn from it any more."""
        self._page.close()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * float(self._height) / float(self._width))

    def sizeHint(self) -> QSize:
        width = round(self._width * self.logicalDpiX() / _POINTS_OF_AN_INCH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * 20
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        wanted = round(self.width() * ratio)
        if self._drawn_for != wanted:
            self._image = _drawn(self._page, wanted / self._width)
            self._image.setDevicePixelRatio(ratio)
            self._drawn_for = wanted
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)  # dot for dot: fitted into the frame, a line of text would lose a row
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class PaperView(Speaking, QWidget):
    """Shows a paper's bytes; nothing of them is written anywhere."""

    def __init__(self, translator: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._document: pypdfium2.PdfDocument | None = None
        self._pages: list[PageView] = []
        self._paper = ScrollColumn(gap=Space.M, edge=Space.L)
        self._large = ScrollColumn(gap=Space.M, edge=Space.XL)
        self._text = Text(Role.TITLE)
        self._large.column.addWidget(self._text)
        self._large.column.addStretch(1)
        self._waiting = Text(Role.MUTED)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stack = QStackedLayout(self)
        for part in (self._paper, self._large, self._waiting):
            self._stack.addWidget(part)
        self.retranslate()

    @property
    def pages(self) -> int:
        """How many pages the paper has."""
        return len(self._pages)

    def show_pdf(self, pdf: bytes | None) -> None:
        """Show a paper; ``None`` while it is drawn."""
        self._let_go()
        self._stack.setCurrentWidget(self._waiting if pdf is None else self._paper)
        if pdf is None:
            return
        self._document = pypdfium2.PdfDocument(pdf)
        count = len(self._document)
        self._pages = [PageView(self._translator, self._document[at], at + 1, count) for at in range(count)]
        arrange(self._paper.column, self._pages)
        self._paper.verticalScrollBar().setValue(0)
        self.retranslate()

    def show_large(self, text: str) -> None:
        """Show the words of the paper in large letters."""
        self._text.setText(text)
        self._stack.setCurrentWidget(self._large)

    def retranslate(self) -> None:
        words = self.words
        self._waiting.setText(words.text("The paper is being drawn …"))
        self.setAccessibleName(words.ntext("The paper, {n} page", "The paper, {n} pages", max(1, self.pages)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        scroll = self._large if self._stack.currentWidget() is self._large else self._paper
        bar = scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def _let_go(self) -> None:
        arrange(self._paper.column, ())
        for page in self._pages:
            page.let_go()
            page.deleteLater()
        self._pages = []
        if self._document is not None:
            self._document.close()
            self._document = None


def _drawn(page: pypdfium2.PdfPage, scale: float) -> QImage:
    bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx)
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
    return image.copy()  # the bitmap's memory goes with the bitmap
