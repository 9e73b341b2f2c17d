"""What has run out stops publication; what is coming does not; what was seen long ago is told."""

from datetime import date, timedelta

import pytest

from desk.errands.check_days import CHECKED_FOR, LAW_CHECKED_FOR, SOON, check_days
from desk.errands.checker import check
from desk.errands.compiling import compile_bundle
from desk.errands.fields import Report

FILE = "parameters/library.yaml"
DAY = date(2026, 11, 21)
FIRST_LINE = 9
"""Where the parameter stands whose values are written anew."""


def value(number, valid_from, valid_to=None, source="invented", checked="2026-01-02"):
    until = f", valid_to: {valid_to}" if valid_to else ""
    return f'{{value: "{number}", valid_from: {valid_from}{until}, source: "{source}", checked: {checked}}}'


def told(card_files, *values, day=DAY):
    """The codes for one parameter with these values, on a day."""
    text = card_files[FILE].decode()
    begins = text.index('      - {value: "15"')
    files = {**card_files, FILE: f"{text[:begins]}{''.join(f'      - {each}{chr(10)}' for each in values)}".encode()}
    report = Report()
    check_days(compile_bundle(files).loaded.definitions, day, report)
    return [(found.code, found.message) for found in report.found if found.place.line >= FIRST_LINE]


def test_a_value_that_ran_out_with_nothing_after_it_is_an_error_and_stands_where_it_is_written(card_files):
    ((code, message),) = told(card_files, value(15, "2020-01-01", "2026-11-20"))
    assert (code, message) == ("E614", "number.own_card_age ran out on 2026-11-20, and nothing follows it")
    assert "E614" not in dict(told(card_files, value(15, "2020-01-01", "2026-11-21")))


def test_it_stops_publication(changed):
    files = changed(FILE, "valid_from: 2020-01-01, source", "valid_from: 2020-01-01, valid_to: 2026-11-20, source")
    (found,) = [each for each in check(files, DAY) if each.code == "E614"]
    assert found.is_error
    assert (found.place.file, found.place.line) == (FILE, 4)


def test_a_value_that_is_only_coming_is_a_note(card_files):
    assert [code for code, _ in told(card_files, value(15, "2027-01-01"))] == ["N615"]


def test_a_gap_before_a_known_value_is_a_warning(card_files):
    gap = told(card_files, value(15, "2020-01-01", "2026-10-31"), value(16, "2027-01-01"))
    assert [code for code, _ in gap] == ["W607"]


@pytest.mark.parametrize(("days", "codes"), [(SOON.days, ["N616"]), (SOON.days + 1, [])])
def test_an_end_that_is_near_is_told_while_nothing_follows(card_files, days, codes):
    end = DAY + timedelta(days=days)
    assert [code for code, _ in told(card_files, value(15, "2020-01-01", end))] == codes
    followed = told(card_files, value(15, "2020-01-01", end), value(16, end + timedelta(days=1)))
    assert followed == []


@pytest.mark.parametrize(("source", "holds"), [("kela.fi", CHECKED_FOR), ("40/1965 20:1", LAW_CHECKED_FOR)])
def test_a_source_that_was_seen_long_ago_is_told_and_an_act_holds_longer(card_files, source, holds):
    seen = value(15, "2020-01-01", source=source, checked=DAY - holds)
    assert told(card_files, seen) == []
    ((code, message),) = told(card_files, seen, day=DAY + timedelta(days=1))
    assert code == "W617"
    assert str(DAY - holds) in message


def test_a_value_of_the_past_need_not_be_looked_at_again(card_files):
    old = value(14, "2010-01-01", "2019-12-31", checked="2012-01-01")
    assert told(card_files, old, value(15, "2020-01-01")) == []


def test_a_step_with_an_old_source_is_told_too(card_files):
    codes = [found.code for found in check(card_files, date(2027, 6, 1))]
    assert codes.count("W617") > 3
