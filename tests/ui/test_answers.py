"""Every way of answering works by keyboard, says what is wrong at the field, and always lets a person not answer."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from desk.model.facts import Said
from tests.ui.typing import focused, focused_name, press, type_text
from ui.models.effect import Effect
from ui.widgets.check_rows import CheckRows
from ui.widgets.date_field import DateAnswer
from ui.widgets.municipality_field import Municipality, MunicipalityAnswer
from ui.widgets.number_field import NumberAnswer, NumberBounds
from ui.widgets.question_card import Asked, QuestionCard
from ui.widgets.radio_rows import Option, RadioRows
from ui.widgets.typed_dates import DateBounds

TODAY = date(2026, 11, 23)
RELATIONS = [Option("spouse", "Spouse"), Option("child", "Child"), Option("other", "Other")]
TOWNS = [Municipality("297", ("Kuopio",)), Municipality("091", ("Helsinki", "Helsingfors"))]


@pytest.fixture
def shown(qtbot, theme, translator):
    def show(editor):
        card = QuestionCard(translator, editor)
        card.show_asked(Asked("What were you?", hint="To the person", why="A pension hangs on it."))
        qtbot.addWidget(card)
        with qtbot.waitActive(card):
            card.show()
            card.activateWindow()
        said: list[Said] = []
        card.said.connect(said.append)
        card.take_focus()
        return card, said

    return show


def test_a_digit_picks_while_the_group_has_the_focus(shown, translator) -> None:
    card, said = shown(RadioRows(translator, RELATIONS))
    press(Qt.Key.Key_2)
    assert said == ["child"]
    card.why_link.setFocus()
    press(Qt.Key.Key_1)
    assert said == ["child"]


def test_arrows_pass_without_picking_and_enter_picks(shown, translator) -> None:
    _card, said = shown(RadioRows(translator, RELATIONS))
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert (said, focused_name()) == ([], "Other")
    press(Qt.Key.Key_Return)
    assert said == ["other"]
    press(Qt.Key.Key_Space)
    assert said == ["other", "other"]


@pytest.mark.parametrize(("key", "said_as"), [(Qt.Key.Key_0, "unknown"), (Qt.Key.Key_Minus, "declined")])
def test_nobody_has_to_answer(shown, translator, key, said_as) -> None:
    _card, said = shown(RadioRows(translator, RELATIONS))
    press(key)
    assert said == [said_as]


def test_one_answer_at_a_time_is_shown(shown, translator) -> None:
    card, _said = shown(RadioRows(translator, RELATIONS))
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_0)
    rows = card.editor.focus_chain()
    assert [row.text() for row in rows if row.isChecked()] == ["Does not know"]


def test_ticks_are_said_together(shown, translator) -> None:
    card, said = shown(CheckRows(translator, RELATIONS))
    assert card.editor.ready.text() == "None of these"
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_1)
    assert said == []
    assert card.editor.ready.text() == "These are all"
    press(Qt.Key.Key_Return)
    assert said == [("other", "spouse")]


def test_none_of_the_ticks_is_an_answer(shown, translator) -> None:
    _card, said = shown(CheckRows(translator, RELATIONS))
    press(Qt.Key.Key_Return)
    assert said == [()]


def test_a_date_is_typed(shown, translator) -> None:
    card, said = shown(DateAnswer(translator, lambda: TODAY, DateBounds(latest=TODAY)))
    type_text(card.editor.field, "2.12.")
    press(Qt.Key.Key_Return)
    assert said == ["2025-12-02"]
    assert card.editor.field.text() == "2.12.2025"


def test_a_wrong_date_is_told_at_the_field(shown, translator) -> None:
    card, said = shown(DateAnswer(translator, lambda: TODAY, DateBounds(latest=TODAY)))
    type_text(card.editor.field, "24.11.2026")
    press(Qt.Key.Key_Return)
    assert said == []
    assert card.editor.error.text() == "The date can be Monday 23 November 2026 at the latest."
    assert card.editor.field.accessibleDescription() == card.editor.error.text()
    assert card.editor.field.hasFocus()
    type_text(card.editor.field, "1")
    assert card.editor.error.isHidden()


def test_digits_in_a_date_are_no_answers_of_the_group(shown, translator) -> None:
    card, said = shown(DateAnswer(translator, lambda: TODAY))
    type_text(card.editor.field, "10")
    assert (said, card.editor.field.text()) == ([], "10")


@pytest.mark.parametrize(
    ("money", "typed", "said_as"), [(False, "3", "3"), (True, "1 250,5", "1250.50"), (True, "37.21 €", "37.21")]
)
def test_a_number_is_typed(shown, translator, money, typed, said_as) -> None:
    card, said = shown(NumberAnswer(translator, NumberBounds(), money=money))
    type_text(card.editor.field, typed)
    press(Qt.Key.Key_Return)
    assert said == [said_as]


def test_a_number_out_of_bounds_is_told(shown, translator) -> None:
    card, said = shown(NumberAnswer(translator, NumberBounds(most=Decimal(20))))
    type_text(card.editor.field, "21")
    press(Qt.Key.Key_Return)
    assert (said, card.editor.error.text()) == ([], "The number is at most 20.")


@pytest.mark.parametrize("typed", ["Kuopio", "kuopio", "kuo", "KUOPIO"])
def test_a_municipality_is_found(shown, translator, typed) -> None:
    card, said = shown(MunicipalityAnswer(translator, TOWNS))
    type_text(card.editor.field, typed)
    card.editor.field.completer().popup().hide()
    card.editor.give.click()
    assert said == ["297"]


def test_an_unknown_municipality_is_told(shown, translator) -> None:
    card, said = shown(MunicipalityAnswer(translator, TOWNS))
    type_text(card.editor.field, "Äkäslompolo")
    card.editor.give.click()
    assert said == []
    assert card.editor.error.text().startswith("There is no municipality")


def test_a_changed_answer_is_asked_about_in_place(shown, translator, qtbot) -> None:
    card, _said = shown(RadioRows(translator, RELATIONS))
    card.show_asked(Asked("What were you?", said="spouse"))
    press(Qt.Key.Key_2)
    card.show_effect(Effect(comes=("Inventory",), goes=("Pension", "Allowance")))
    assert focused_name() == "Change the answer"
    assert "Goes: Pension; Allowance" in focused().accessibleDescription()
    press(Qt.Key.Key_Tab)
    with qtbot.waitSignal(card.change_refused):
        press(Qt.Key.Key_Space)
    card.end_effect()
    assert [row.text() for row in card.editor.focus_chain() if row.isChecked()] == ["Spouse"]


def test_why_is_said_in_place(shown, translator) -> None:
    card, _said = shown(RadioRows(translator, RELATIONS))
    card.why_link.click()
    assert card.why_link.accessibleDescription() == "A pension hangs on it."
