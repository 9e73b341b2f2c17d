"""The pictures in the documents are the program of today: drawn again, and compared."""

from __future__ import annotations

import re
import shutil
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from PIL import Image
from PySide6.QtWidgets import QApplication

from desk.bootstrap import Installation
from i18n.language import Language
from i18n.translator import LOCALE_DIR, Lexicon
from tools.pictures import IN_DOCS, ROOT, SHOWN, TO_LOOK_AT, draw
from tools.picturing.compare import compare, marked
from tools.picturing.files import write

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pictures")]

KIB = 1024
LARGEST = 200 * KIB


def kept(name: str) -> Image.Image:
    with Image.open(IN_DOCS / f"{name}.png") as picture:
        return picture.convert("RGB")


@pytest.fixture(scope="module")
def drawn(qapp: QApplication) -> dict[str, Image.Image]:
    if not Installation().bundle.exists():
        pytest.skip("the content bundle has not been made: make setup")
    return dict(draw(qapp, Language.FI, Lexicon()))


@pytest.mark.parametrize("name", SHOWN)
def test_a_picture_shows_the_program_of_today(drawn, name) -> None:
    difference = compare(kept(name), drawn[name])
    if difference.is_clear:
        where = TO_LOOK_AT / "differences" / f"{name}.png"
        write(where, marked(drawn[name], difference))
        pytest.fail(f"{difference.told(name)}; see {where.relative_to(ROOT)}. When it is meant: run make pictures")


def first(pictures: Generator[tuple[str, Image.Image], None, None]) -> tuple[str, Image.Image]:
    """The first picture; the program is closed after it."""
    with closing(pictures):
        return next(pictures)


@pytest.fixture
def one_word_changed(tmp_path: Path) -> Lexicon:
    """The Finnish words, with one of them another one."""
    shutil.copytree(LOCALE_DIR, tmp_path / "locale")
    messages = tmp_path / "locale" / "fi" / "LC_MESSAGES"
    with (messages / "desk.po").open("rb") as stream:
        catalogue = read_po(stream)
    message = catalogue.get("Left open")
    assert message is not None
    assert message.string == "Kesken"
    message.string = "Kesto"
    with (messages / "desk.mo").open("wb") as stream:
        write_mo(stream, catalogue)
    return Lexicon(tmp_path / "locale")


def test_one_changed_word_is_seen(drawn, qapp: QApplication, one_word_changed) -> None:
    name, counter = first(draw(qapp, Language.FI, one_word_changed))
    assert name == "counter"
    difference = compare(drawn["counter"], counter)
    assert difference.is_clear
    rows = {row for _, row in difference.blocks}
    assert len(rows) <= 4, "one heading has changed, and nothing else"


def test_each_picture_is_small_and_shown() -> None:
    documents = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    shown = {name for page in documents for name in re.findall(r"pictures/([\w-]+)\.png", page.read_text("utf-8"))}
    files = sorted(IN_DOCS.glob("*.png"))
    assert shown == set(SHOWN) == {path.stem for path in files}
    assert all(path.stat().st_size < LARGEST for path in files)
