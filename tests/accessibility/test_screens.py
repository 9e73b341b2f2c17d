"""Every screen: named, reachable by keyboard, readable when small or large, with long words, from the right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from i18n.language import Language
from i18n.translator import Words
from tests.accessibility.no_credentials import asked_for_credentials, typed_unseen
from tests.accessibility.walking import clipped, nameless, outside, visible_children
from ui.app import Program

MOST_STOPS = 400


def test_all_is_named_reachable_and_readable_in_every_look(screen: Program, qapp: QApplication) -> None:
    """One program for looks that change nothing, and each look after another: there are many screens."""
    assert nameless(screen.window) == []
    fields = [child for child in visible_children(screen.window) if isinstance(child, QLineEdit)]
    assert [field for field in fields if not field.accessibleName()] == []
    assert asked_for_credentials(screen.window) == []
    assert typed_unseen(screen.window) == []
    assert not_reached_by_tab(screen) == set()
    look_from_right_to_left(screen, qapp)
    look_at_a_small_window(screen, qapp)


def not_reached_by_tab(screen: Program) -> set[QWidget]:
    """What could have the focus and never gets it, from the first stop round to it again."""
    assert QApplication.focusWidget() is not None
    met: list[QWidget] = []
    for _ in range(MOST_STOPS):
        met.append(_focused())
        QTest.keyClick(_focused(), Qt.Key.Key_Tab)
        if _focused() in met:
            break
    wanted = {
        child
        for child in visible_children(screen.window)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled() and child.focusProxy() is None
    }
    return wanted - set(met)


def look_from_right_to_left(screen: Program, qapp: QApplication) -> None:
    """Nothing is cut, and the lock has changed sides."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _settle(qapp)
    try:
        assert clipped(screen.window) == [], "from right to left"
        assert outside(screen.window) == [], "from right to left"
        assert screen.window.status._lock.x() < screen.window.width() // 2 or screen.window.is_covered
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def look_at_a_small_window(screen: Program, qapp: QApplication) -> None:
    """A laptop's window, with letters of any size, in the longest words that ship."""
    screen.translator.switch(Language.FI)
    for scale in (100, 200):
        screen.theme.set_scale(scale)
        screen.window.resize(QSize(1024, 600))
        _settle(qapp)
        assert screen.window.size() == QSize(1024, 600), screen.window.minimumSizeHint()
        assert clipped(screen.window) == [], f"at {scale} %"
        assert outside(screen.window) == [], f"at {scale} %"


def test_the_open_screen_is_said_in_other_and_in_longer_words(
    screen: Program, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = Words._find
    monkeypatch.setattr(Words, "_find", lambda self, asked: _marked(find(self, asked), self.language))
    for language in (Language.FI, Language.EN, Language.SV):
        screen.window.header.clerk_language_picked.emit(language)
        _settle(qapp)
    assert [each for each in _texts(screen.window) if each.startswith("⟦en")] == []
    assert any(each.startswith("⟦sv") for each in _texts(screen.window))

    monkeypatch.setattr(Words, "_find", lambda self, asked: _longer(find(self, asked)))
    screen.translator.switch(Language.EN)
    _settle(qapp)
    assert any("⟦" in label.text() for label in screen.window.findChildren(QLabel))
    assert clipped(screen.window) == [], "in long words"
    assert outside(screen.window) == [], "in long words"


def _marked(found: tuple[Language, str], asked_in: Language) -> tuple[Language, str]:
    """Marked with the language that it was asked for in."""
    language, text = found
    return language, f"⟦{asked_in.value}⟧{text}"


def _longer(found: tuple[Language, str]) -> tuple[Language, str]:
    """Half as long again, as Finnish is, and marked."""
    language, text = found
    return language, f"⟦{text}{' pitkä' * (len(text) // 12)}⟧"


def _texts(window: QWidget) -> list[str]:
    found = []
    for child in visible_children(window):
        text = getattr(child, "text", None)
        found += [
            text() if callable(text) else "",
            child.accessibleName(),
            child.accessibleDescription(),
            child.toolTip(),
        ]
    return found


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _settle(qapp: QApplication) -> None:
    for _ in range(5):
        qapp.processEvents()
