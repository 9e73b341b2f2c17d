"""Days, times and amounts in each language's own notation."""

from datetime import date, time
from decimal import Decimal

import pytest
from babel import Locale

from i18n.days import days_left
from i18n.formats import Formats
from i18n.language import Language
from i18n.notation import ENGLISH_MONTHS, NOTATIONS

FI, SV, EN = (Formats(language) for language in (Language.FI, Language.SV, Language.EN))
DAY = date(2026, 12, 2)


@pytest.mark.parametrize(
    ("formats", "said"),
    [
        (FI, "keskiviikko 2.12.2026"),
        (SV, "onsdag 2.12.2026"),
        (EN, "Wednesday 2 December 2026"),
        (Formats(Language.SE), "keskiviikko 2.12.2026"),
        (Formats(Language.RU), "среда 2.12.2026"),
        (Formats(Language.AR), "الأربعاء 2.12.2026"),
    ],
)
def test_a_date_has_its_weekday_and_no_leading_zeros(formats, said):
    assert formats.long_date(DAY) == said


def test_a_finnish_date_inside_a_sentence_is_inflected():
    assert FI.on_date(DAY) == "keskiviikkona 2.12.2026"
    assert SV.on_date(DAY) == "onsdag 2.12.2026"


@pytest.mark.parametrize("language", [language for language in Language if language is not Language.SE])
def test_every_language_names_its_days_as_cldr_does(language):
    days = Locale(language.value).days["stand-alone"]["wide"]
    assert NOTATIONS[language].weekdays == tuple(days[number] for number in range(7))


def test_english_names_its_months_as_cldr_does():
    months = Locale("en").months["stand-alone"]["wide"]
    assert tuple(months[number] for number in range(1, 13)) == ENGLISH_MONTHS


@pytest.mark.parametrize(
    ("first", "last", "finnish", "english"),
    [
        (date(2026, 2, 1), date(2026, 2, 5), "1.–5.2.2026", "1 to 5 February 2026"),
        (date(2026, 1, 28), date(2026, 2, 3), "28.1.–3.2.2026", "28 January to 3 February 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "28.12.2026–3.1.2027", "28 December 2026 to 3 January 2027"),
        (DAY, DAY, "2.12.2026", "2 December 2026"),
    ],
)
def test_a_span_of_days_repeats_nothing(first, last, finnish, english):
    assert FI.date_span(first, last) == finnish
    assert SV.date_span(first, last) == finnish
    assert EN.date_span(first, last) == english


def test_days_of_the_week_in_a_table():
    monday, friday = date(2026, 12, 7), date(2026, 12, 11)
    assert [each.weekday_span(monday, friday) for each in (FI, SV, EN)] == ["ma–pe", "må–fr", "Monday to Friday"]
    assert FI.weekday_span(friday, friday) == "pe"


@pytest.mark.parametrize(
    ("moment", "finnish", "swedish", "english"),
    [
        (time(9, 30), "klo\u00a09.30", "kl.\u00a09.30", "9:30am"),
        (time(9), "klo\u00a09", "kl.\u00a09", "9am"),
        (time(16, 5), "klo\u00a016.05", "kl.\u00a016.05", "4:05pm"),
        (time(0), "klo\u00a00", "kl.\u00a00", "12am"),
        (time(12), "klo\u00a012", "kl.\u00a012", "12pm"),
    ],
)
def test_a_time_of_day(moment, finnish, swedish, english):
    assert [each.time_of_day(moment) for each in (FI, SV, EN)] == [finnish, swedish, english]


def test_a_span_of_time():
    said = [each.time_span(time(9), time(15, 30)) for each in (FI, SV, EN)]
    assert said == ["klo\u00a09–15.30", "kl.\u00a09–15.30", "9am to 3:30pm"]


def test_a_reading_of_the_clock_to_the_second():
    assert [each.clock(time(10, 42, 7)) for each in (FI, EN)] == ["10.42.07", "10:42:07"]


@pytest.mark.parametrize(
    ("amount", "finnish", "english"),
    [
        ("37.21", "37,21\u00a0€", "€37.21"),
        ("50", "50\u00a0€", "€50"),
        ("50.00", "50\u00a0€", "€50"),
        ("12.5", "12,50\u00a0€", "€12.50"),
        ("1250", "1\u00a0250\u00a0€", "€1,250"),
    ],
)
def test_an_amount_of_money(amount, finnish, english):
    assert FI.money(Decimal(amount)) == finnish
    assert SV.money(Decimal(amount)) == finnish
    assert EN.money(Decimal(amount)) == english


def test_money_inside_a_sentence():
    said = [each.money_in_words(Decimal("12.50")) for each in (FI, SV, EN)]
    assert said == ["12,50\u00a0euroa", "12,50\u00a0euro", "12.50\u00a0euros"]
    assert FI.money_in_words(Decimal(1)) == "1\u00a0euro"


@pytest.mark.parametrize(
    ("value", "finnish", "english"),
    [
        (999, "999", "999"),
        (1250, "1\u00a0250", "1,250"),
        (Decimal("1234567.5"), "1\u00a0234\u00a0567,5", "1,234,567.5"),
    ],
)
def test_a_number_is_written_in_threes(value, finnish, english):
    assert FI.number(value) == finnish
    assert EN.number(value) == english


@pytest.mark.parametrize(
    ("day", "said"),
    [(2, "today"), (3, "tomorrow"), (7, "5 days left"), (1, "1 day ago"), (30, "28 days left")],
)
def test_the_days_that_are_left(lexicon, day, said):
    assert days_left(lexicon.words(Language.EN), DAY, date(2026, 12, day)) == said
