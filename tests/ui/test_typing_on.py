"""What is being typed stays when something else of the visit changes; what was answered and undone goes."""

from __future__ import annotations

from datetime import date

import pytest

from i18n.language import Language
from i18n.translator import Lexicon, Translator
from ui.widgets.date_field import DateAnswer


@pytest.fixture
def field(qtbot):
    editor = DateAnswer(Translator(Lexicon(), Language.EN), lambda: date(2026, 11, 23))
    qtbot.addWidget(editor)
    editor.show()
    editor.show_said(None)
    editor.field.setFocus()
    return editor


def test_half_a_day_is_not_wiped_by_news_of_the_visit(field) -> None:
    field.field.setText("20.11.2")
    field.show_said(None)
    assert field.field.text() == "20.11.2"


def test_an_answer_that_was_undone_is_gone(field) -> None:
    field.show_said("2026-11-20")
    field.show_said(None)
    assert field.field.text() == ""


def test_what_was_typed_goes_with_the_focus(field) -> None:
    field.field.setText("20.11.2")
    field.field.clearFocus()
    field.show_said(None)
    assert field.field.text() == ""
