"""From "my husband died" to paper in hand, by keyboard, in Finnish and in Swedish."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from desk.model.ids import FactName, StepId
from desk.model.plan import Decision
from desk.model.visit import VisitState
from i18n.language import Language
from tests.journeys.clerk import CTRL, Clerk, settle
from tests.ui.typing import focused, press, type_text
from ui.main_window import Place
from ui.screens.visit.step_card import StepCard

DIED_ON = FactName("deceased.died_on")
WIDOW = {
    "deceased.died_on": "20.11.2026",
    "deceased.relation": "spouse",
    "deceased.died_abroad": "no",
    "deceased.had_children": "no",
}
SAYS = {Language.FI: "mies kuoli", Language.SV: "min man"}
PAPER = {Language.FI: "sv", Language.SV: "fi"}


def _text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("language", [Language.FI, Language.SV])
def test_whole_visit_to_paper(start, desk, language) -> None:
    clerk = Clerk(start(language))
    assert focused() is clerk.window.search.field
    type_text(focused(), SAYS[language])
    clerk.enter()
    assert clerk.place() is Place.VISIT
    clerk.answer_all(WIDOW)
    assert clerk.view.visit.answers[DIED_ON] == "2026-11-20"
    _go_through_steps(clerk)
    clerk.window.header.citizen_language_picked.emit(Language(PAPER[language]))
    press(Qt.Key.Key_P, CTRL)
    assert clerk.place() is Place.PAPERS
    settle()
    press(Qt.Key.Key_P, CTRL)
    (printer, title, pdf) = desk.printers.sent[0]
    assert (printer, title) == ("Counter printer", "Palvelutiski")
    titles = {step.title.text for step in desk_plan(desk, clerk, PAPER[language]).steps}
    assert len(titles) > 10
    text = " ".join(_text_of(pdf).split())
    assert all(title[:20] in text for title in titles)
    assert clerk.program.translator.language is language
    _end(clerk, desk)


def desk_plan(desk, clerk, language):
    """The plan as the use case makes it, in the paper's language."""
    return clerk.day._access.desk.make_plan.preview(clerk.view.visit.id, Language(language))


def _go_through_steps(clerk: Clerk) -> None:
    press(Qt.Key.Key_F6)
    first, card = next((step, card) for step, card in path_cards(clerk).items() if card.head is focused())
    press(Qt.Key.Key_Space)
    assert card.is_open
    assert card._body is not None
    clerk.press_named(card._body.decisions.choices[Decision.AGREED].text())
    assert clerk.view.visit.steps[first].decision is Decision.AGREED


def path_cards(clerk: Clerk) -> dict[StepId, StepCard]:
    """The steps on the screen."""
    return clerk.day._rooms.visit.path._cards


def _end(clerk: Clerk, desk) -> None:
    number = clerk.view.visit.number
    press(Qt.Key.Key_E, CTRL)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Space)
    assert clerk.place() is Place.COUNTER
    summary = next(each for each in desk.casebook.visits() if each.number == number)
    assert (summary.state, summary.erased, summary.kept) == (VisitState.ENDED, True, False)
    assert clerk.day._rooms.band.isHidden()
    assert focused() is clerk.window.search.field
