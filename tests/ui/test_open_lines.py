"""A number is the same however it is written, and a line says how it stands."""

from __future__ import annotations

from datetime import datetime

import pytest

from desk.model.hours import HELSINKI, OpenState
from desk.model.local_text import LocalText
from desk.model.service_sheet import ServiceSheet, SheetKind
from desk.usecases.show_service import shown
from tests.ui.open_desk import LINE, PENSION
from ui.screens.visit.open_lines import as_dialled, open_lines

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=HELSINKI)
SHEET = ServiceSheet(SheetKind.SERVICE, PENSION, LocalText({"fi": "Perhe-eläke"}), channels=(LINE,))


@pytest.mark.parametrize("number", ["020 692 202", "+358 20 692 202", "00358 20692202", "020-692 202"])
def test_one_number_however_it_is_written(number: str) -> None:
    assert as_dialled(number) == "020692202"


def test_a_short_number_stays_as_it_is() -> None:
    assert as_dialled("116 117") == "116117"


def test_a_line_is_open_or_says_when_it_opens() -> None:
    now = open_lines(shown(SHEET, MONDAY)).of("020 692 202")
    assert now is not None
    assert now.state is OpenState.OPEN
    late = open_lines(shown(SHEET, MONDAY.replace(hour=20)))
    closed = late.of("020 692 202")
    assert closed is not None
    assert closed.state is OpenState.CLOSED
    assert closed.opens_at == datetime(2026, 11, 24, 9, 0, tzinfo=HELSINKI)
    assert late.of("020 634 2550") is None
