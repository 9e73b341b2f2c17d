"""Runs the real program at the display of ``DISPLAY`` and lets xdotool type, as a keyboard would.

The keys come through the X server, so they only arrive where the window really has the focus. Prints what was seen.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk import bootstrap
from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.ui.typing import focused
from ui.app import Program

A_WHILE = 30


def until(held: Callable[[], object], what: str) -> None:
    """Let the window live until something holds."""
    end = time.monotonic() + A_WHILE
    while not held():
        if time.monotonic() > end:
            raise SystemExit(f"never came: {what}; the focus is on {QApplication.focusWidget()}")
        QApplication.processEvents()


def keys(*command: str) -> None:
    """One xdotool command; the window goes on meanwhile."""
    tool = subprocess.Popen(["xdotool", *command])
    until(lambda: tool.poll() is not None, "the end of xdotool")


def seen(clerk: Clerk) -> dict[str, str]:
    """Which question has the focus, and what the ring is drawn around."""
    until(lambda: QApplication.focusWidget() is not None, "a focus")
    ring = clerk.window.ring
    until(lambda: ring.around is not None, "the ring")
    return {"fact": clerk.question().fact, "ring": str(ring.around is focused())}


def main(folder: Path, passphrase: str) -> None:
    """From the first start to the second answer."""
    app = QApplication(["palvelutiski"])
    keys("mousemove", "1279", "899")  # away from the window: keys that follow the pointer do not count
    program = Program(app, bootstrap.window_parts(folder, passphrase))
    program.translator.switch(Language.FI)
    clerk = Clerk(program)
    program.show()
    until(lambda: program.window.is_covered, "the recovery sheet")
    keys("key", "Tab")
    keys("key", "space")
    later = program.translator.words.text("The rest later")
    until(lambda: later in clerk.buttons() and QApplication.focusWidget() is not None, "the first start")
    clerk.press_named(later)
    search = program.window.search
    until(lambda: not program.window.is_covered and QApplication.focusWidget() is search.field, "the counter")
    keys("type", "mies kuoli")
    until(lambda: search.results is not None and search.results.list.lines > 0, "a hit")
    keys("key", "Return")
    until(lambda: clerk.day.presenters.visit.view is not None, "the visit")
    until(clerk.asks_for_mode, "how the citizen is helped")
    keys("key", "Return")
    until(lambda: not clerk.asks_for_mode(), "the first question")
    met = [seen(clerk)]
    keys("type", "20.11.2026")
    keys("key", "Return")
    until(lambda: len(clerk.view.visit.answers) == 1, "the first answer")
    met.append(seen(clerk))
    keys("key", "1")
    until(lambda: len(clerk.view.visit.answers) == 2, "the second answer")
    met.append(seen(clerk))
    sys.stdout.write(json.dumps(met) + "\n")
    program.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
