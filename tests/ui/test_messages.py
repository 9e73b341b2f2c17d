"""Known errors are told in words with a remedy; bugs go to the log and are told once, calmly."""

import logging
import sys

import pytest
from PySide6.QtWidgets import QMessageBox

from desk.errors import DiskFull
from i18n.language import Language
from ui.messages import BannerMessages, BugReporter
from ui.shortcuts import Shortcut
from ui.widgets.banner import Banner, Told, Tone


@pytest.fixture
def banner(qtbot, theme, translator):
    banner = Banner(translator)
    qtbot.addWidget(banner)
    return banner


def test_known_error_says_what_and_how_to_go_on(banner, translator) -> None:
    BannerMessages(translator, banner).tell_error(DiskFull(path="/desk"))
    assert banner.told.tone is Tone.DANGER
    assert banner.told.text
    assert "/desk" in banner.told.more
    assert banner.accessibleName() == banner.told.text


def test_a_message_is_said_again_in_another_language(banner, translator) -> None:
    messages = BannerMessages(translator, banner)
    messages.tell(lambda: Told(translator.language.endonym))
    banner.show()
    translator.switch(Language.FI)
    assert banner.accessibleName() == "Suomi"


def test_the_link_of_a_message_acts_once(banner, translator) -> None:
    done: list[str] = []
    BannerMessages(translator, banner).tell(lambda: Told("moved", action="Undo"), lambda: done.append("undone"))
    banner._action.click()
    assert done == ["undone"]
    assert banner.isHidden()


def test_a_bug_is_logged_and_told_once(translator, theme, monkeypatch, expected_log) -> None:
    told: list[str] = []
    reporter = BugReporter(translator)

    def exec_(box: QMessageBox) -> int:
        told.append(box.text())
        reporter.report(ValueError, ValueError("while telling"), None)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    before = sys.excepthook
    reporter.install()
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("a bug"), None)
    reporter.close()
    assert sys.excepthook is before
    assert told == ["Something went wrong in the program."]
    assert ["a bug" in expected_log[0].getMessage(), "while telling" in expected_log[1].getMessage()] == [True, True]
    assert all(record.levelno == logging.ERROR for record in expected_log)


def test_no_two_things_have_the_same_keys() -> None:
    keys = [shortcut.keys.toString() for shortcut in Shortcut]
    assert len(set(keys)) == len(keys)
    assert all(keys)
