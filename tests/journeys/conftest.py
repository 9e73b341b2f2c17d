"""The real window over fakes of the world, driven by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from i18n.language import Language
from tests.desk.usecases.rooms import real_bundle
from tests.ui.open_desk import DeskOnFakes
from ui.app import Program

Start = Callable[[Language], Program]


@pytest.fixture
def desk() -> DeskOnFakes:
    return DeskOnFakes(real_bundle())


@contextmanager
def running(qtbot, app: QApplication, desk: DeskOnFakes, language: Language) -> Iterator[Program]:
    """The program, from its start to its end."""
    program = desk.program(app, language)
    with qtbot.waitActive(program.window):
        program.show()
        program.window.activateWindow()
    qtbot.waitUntil(lambda: program.day is not None or program.window.is_covered)
    yield program
    end(program, app)


def end(program: Program, app: QApplication) -> None:
    """All is gone before another one begins; and before the look ends, which would redraw every screen once more."""
    program.close()
    program.theme.deleteLater()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.setStyleSheet("")


@pytest.fixture
def start(qtbot, qapp: QApplication, desk: DeskOnFakes) -> Iterator[Start]:
    """Starts the program; a test may start it again, as after a fall."""
    begun: list = []

    def begin(language: Language) -> Program:
        if begun:
            begun.pop().__exit__(None, None, None)
        context = running(qtbot, qapp, desk, language)
        begun.append(context)
        return context.__enter__()

    yield begin
    for context in begun:
        context.__exit__(None, None, None)
