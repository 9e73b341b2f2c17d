"""A themed application with the shipped fonts, and the words of a test's language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from i18n.language import Language
from i18n.translator import Lexicon, Translator
from tests.ui.inline_runner import InlineRunner
from ui.speaking import LanguageRelay
from ui.theme.fonts import register_fonts
from ui.theme.style import Theme

FONTS = Path(__file__).parents[2] / "printing" / "fonts"


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> tuple[str, ...]:
    return register_fonts(FONTS)


@pytest.fixture
def theme(qapp: QApplication, fonts: tuple[str, ...]) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    qapp.setStyleSheet("")
    theme.deleteLater()


@pytest.fixture
def translator(qapp: QApplication) -> Iterator[Translator]:
    translator = Translator(Lexicon(), Language.EN)
    relay = LanguageRelay(qapp, translator)
    yield translator
    relay.close()
    translator.switch(Language.EN)
    relay.deleteLater()


@pytest.fixture
def runner() -> InlineRunner:
    return InlineRunner()
