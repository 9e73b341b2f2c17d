"""A service sheet says whose words it holds, and how old they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from desk.model.catalogue import Source
from desk.model.hours import HELSINKI
from desk.model.local_text import LocalText
from desk.model.service_sheet import ServiceSheet, SheetKind
from desk.usecases.show_service import shown
from i18n.translator import Translator
from ui.screens.service.sheet_words import SheetWords
from ui.screens.service.state import SheetState

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=HELSINKI)
OURS = Source(starter=True, address="kela.fi", checked=date(2025, 2, 21))
SHEET = ServiceSheet(SheetKind.SERVICE, "s", LocalText({"en": "Pension"}), source=OURS, fetched=NOW, stale=True)


@pytest.fixture
def said(translator: Translator):
    def in_words(sheet: ServiceSheet) -> SheetState:
        return SheetWords(translator, shown(sheet, NOW)).state()

    return in_words


def test_our_own_words_are_not_called_old_but_name_the_day_of_their_check(said) -> None:
    state = said(SHEET)
    assert state.stale == "Last checked 21 February 2025. Check with the agency before you rely on it."
    assert "In our own words" in state.foot
    assert "source kela.fi · checked 21 February 2025" in state.foot
    assert "fetched" not in state.foot


def test_our_own_words_that_were_checked_lately_need_no_warning(said) -> None:
    assert said(replace(SHEET, stale=False)).stale == ""


def test_what_was_fetched_long_ago_is_old(said) -> None:
    state = said(replace(SHEET, source=Source()))
    assert state.stale == "This information is old: check before you rely on it."
    assert "fetched 23 November 2026" in state.foot
