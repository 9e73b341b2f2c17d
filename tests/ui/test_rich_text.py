"""Words from catalogues, packages and people are never read as rich text: none becomes a link or a picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.widgets.text import Text, plain_tip

UI = Path(__file__).parents[2] / "ui"
OURS = r"plain_tip\(|words\.|self\.words\.|Shortcut\.|shortcut\.|label\)"
RICH_TIPS = re.compile(rf"setToolTip\((?!\s*(?:{OURS}))")
HARM = "<img src='file:///etc/passwd'><a href='https://evil.example'>Kela</a>"


def test_text_is_plain_whatever_it_holds(qapp: QApplication) -> None:
    text = Text()
    text.setText(HARM)
    assert text.textFormat() is Qt.TextFormat.PlainText
    assert "<img" not in plain_tip(HARM)
    text.deleteLater()


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.relative_to(UI).as_posix())
def test_labels_are_ours_and_tips_are_plain(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert "QLabel(" not in code.replace("class Text(QLabel)", ""), "a bare label guesses: use Text"
    assert not RICH_TIPS.findall(code), "a tip guesses too: use plain_tip for words that are not ours"
    for guessing in ("setHtml", "setOpenExternalLinks", "Qt.TextFormat.RichText", "Qt.TextFormat.AutoText"):
        assert guessing not in code
