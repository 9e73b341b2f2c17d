"""The one place where an error is shown: known ones as a banner in the clerk's words, bugs as one calm dialog."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Protocol

from PySide6 import QtWidgets  # its classes are made when first named: a message box only when there is a bug
from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from i18n.error_text import ErrorText, error_text
from i18n.translator import Translator
from ui.widgets.banner import Banner, Told, Tone

log = logging.getLogger(__name__)


class Messages(Protocol):
    """What presenters know of telling the clerk something."""

    def tell(self, say: Callable[[], Told], act: Callable[[], None] | None = None) -> None:
        """Show a message that can be said again in another language."""
        ...

    def tell_error(self, error: DeskError) -> None:
        """Show a known error."""
        ...

    def clear(self) -> None:
        """What was told is over."""
        ...


class BannerMessages:
    """Messages of the window, in its banner."""

    def __init__(self, translator: Translator, banner: Banner) -> None:
        self._translator = translator
        self._banner = banner

    def tell(self, say: Callable[[], Told], act: Callable[[], None] | None = None) -> None:
        """Show a message that can be said again in another language."""
        self._banner.show_told(say, act)

    def tell_error(self, error: DeskError) -> None:
        """Show what happened, where, and what to do."""
        log.info("known error %s", error.id)
        self._banner.show_told(lambda: told_error(self._translator, error))

    def clear(self) -> None:
        """Say nothing."""
        self._banner.dismiss()


def words_of(translator: Translator, error: DeskError) -> ErrorText:
    """A known error in the clerk's language."""
    return error_text(translator.words, error.id, error.details)


def told_error(translator: Translator, error: DeskError) -> Told:
    """A known error as a banner says it."""
    told = words_of(translator, error)
    return Told(told.what, " ".join(part for part in (told.where, told.what_to_do) if part), Tone.DANGER)


def ask(parent: QWidget, question: str, yes: str, no: str) -> bool:
    """A decision that cannot be undone: the only kind of question that stops the work."""
    box = QtWidgets.QMessageBox(parent)
    box.setText(question)
    accept = box.addButton(yes, QtWidgets.QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QtWidgets.QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.exec()
    agreed = box.clickedButton() is accept
    box.deleteLater()
    return agreed


class BugReporter:
    """Catches what nobody expected: writes it to the log, and says calmly that what was saved is safe."""

    def __init__(self, translator: Translator) -> None:
        self._translator = translator
        self._before = sys.excepthook
        self._telling = False

    def install(self) -> None:
        """Take over the excepthook."""
        self._before = sys.excepthook
        sys.excepthook = self.report

    def close(self) -> None:
        """Give the excepthook back."""
        sys.excepthook = self._before

    def report(self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        """Log a bug, then tell of it once; a second bug while the first is told only goes to the log."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, bug, trace)
            return
        log.error("bug: %s", "".join(traceback.format_exception(kind, bug, trace)))
        if self._telling:
            return
        self._telling = True
        try:
            self._tell()
        finally:
            self._telling = False

    def _tell(self) -> None:
        words = self._translator.words
        box = QtWidgets.QMessageBox()
        box.setIcon(QtWidgets.QMessageBox.Icon.NoIcon)
        box.setWindowTitle(words.text("Palvelutiski"))
        box.setText(words.text("Something went wrong in the program."))
        box.setInformativeText(
            words.text(
                "Every answer that was given is saved. You can go on; if it happens again, start the program anew "
                "and tell your administrator. The details are in the program's log."
            )
        )
        box.addButton(words.text("Go on"), QtWidgets.QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()
