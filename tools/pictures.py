"""``make pictures``: draws the screens and papers of the real program into docs/pictures.

A test draws them again and compares (tests/pictures), so that the documents never show another program than the one
at the desk. With ``--all`` each screen is drawn in each language into build/pictures, which is in no repository.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from i18n.language import CLERK_LANGUAGES, Language
from i18n.translator import Lexicon
from tools.picturing.files import as_image, write
from tools.picturing.papers import first_pages
from tools.picturing.screens import SERVICE, Walk, begin
from tools.picturing.still_desk import still_program

ROOT = Path(__file__).resolve().parent.parent
IN_DOCS = ROOT / "docs" / "pictures"
TO_LOOK_AT = ROOT / "build" / "pictures"
SHOWN = (
    *("counter", "search", "visit", "step", "service", "papers", "ending", "catalogue"),
    *("plan-fi", "plan-sv", "guidance-fi", "guidance-sv"),
)
"""The pictures that the documents show."""


def draw(app: QApplication, language: Language, lexicon: Lexicon) -> Generator[tuple[str, Image.Image], None, None]:
    """Every picture of the program in a clerk's language, in the order of a visit."""
    with (
        tempfile.TemporaryDirectory(prefix="palvelutiski-pictures-") as temporary,
        still_program(app, Path(temporary) / "data", language, lexicon) as (program, desk),
    ):
        beginning = begin(desk)
        for name, picture in Walk(app, program, beginning).pictures():
            yield name, as_image(picture)
        yield from first_pages(desk, beginning.visit, SERVICE)


def main(words: list[str]) -> int:
    """Draw what the documents show, or with ``--all`` everything."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(["palvelutiski"])
    if "--all" in words:
        for language in CLERK_LANGUAGES:
            for name, picture in draw(app, language, Lexicon()):
                write(TO_LOOK_AT / language.value / f"{name}.png", picture)
        print(f"The pictures are in {TO_LOOK_AT}")
        return 0
    for name, picture in draw(app, Language.FI, Lexicon()):
        if name in SHOWN:
            write(IN_DOCS / f"{name}.png", picture)
    print(f"The pictures are in {IN_DOCS}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
