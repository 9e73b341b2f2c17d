"""Dates as people write them."""

from datetime import date

import pytest

from ui.widgets.typed_dates import DateBounds, DateTrouble, read_date

TODAY = date(2026, 11, 23)
NEAR = {"eilen": -1, "tänään": 0}
ANY = DateBounds()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2.12.2026", date(2026, 12, 2)),
        ("02.12.2026", date(2026, 12, 2)),
        ("2. 12. 2026", date(2026, 12, 2)),
        ("2/12/2026", date(2026, 12, 2)),
        ("2 12 26", date(2026, 12, 2)),
        ("2.12.48", date(1948, 12, 2)),
        ("2026-12-02", date(2026, 12, 2)),
        ("2.12.", date(2026, 12, 2)),
        ("2.12", date(2026, 12, 2)),
        (" Eilen ", date(2026, 11, 22)),
        ("TÄNÄÄN", TODAY),
        ("29.2.", date(2024, 2, 29)),
    ],
)
def test_reads(typed: str, meant: date) -> None:
    today = date(2025, 1, 10) if typed == "29.2." else TODAY
    assert read_date(typed, today, ANY, NEAR) == meant


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("", DateTrouble.NOT_A_DATE),
        ("joulukuu", DateTrouble.NOT_A_DATE),
        ("2.12.026", DateTrouble.NOT_A_DATE),
        ("31.2.2026", DateTrouble.NO_SUCH_DAY),
        ("31.2.", DateTrouble.NO_SUCH_DAY),
        ("24.11.2026", DateTrouble.TOO_LATE),
        ("1.1.1900", DateTrouble.TOO_EARLY),
    ],
)
def test_says_what_is_wrong(typed: str, trouble: DateTrouble) -> None:
    assert read_date(typed, TODAY, DateBounds(date(1901, 1, 1), TODAY), NEAR) is trouble


def test_a_day_without_year_is_the_nearest_possible_one() -> None:
    assert read_date("30.12.", date(2027, 1, 5), ANY, NEAR) == date(2026, 12, 30)
    assert read_date("30.12.", TODAY, DateBounds(latest=TODAY), NEAR) == date(2025, 12, 30)
