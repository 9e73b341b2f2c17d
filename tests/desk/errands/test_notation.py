"""Dates, times, amounts and signs as each language writes them, and spaces that no line ends at."""

from datetime import date

import pytest

from desk.errands.check_notation import faults_in
from desk.errands.checker import check
from desk.errands.compiling import compile_bundle
from i18n.gluing import glued

DAY = date(2026, 11, 21)
ERRAND = "errands/library_card/texts/fi.yaml"
WHAT = "fi: Ask at the desk."


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fi", "Hae 01.02.2026.", {"W711": "01.02.2026"}),
        ("en", "Apply by 1/2/2026 or 2026-02-01.", {"W711": "1/2/2026"}),
        ("sv", "Senast 13. mars 2026.", {"W711": "13. mars"}),
        ("fi", "Auki klo 09.15.", {"W712": "klo 09"}),
        ("sv", "Öppet 9:15.", {"W712": "9:15"}),
        ("en", "Open at 14:30.", {"W712": "14:30"}),
        ("fi", "Auki klo 9-15.", {"W713": "9-15"}),
        ("en", "Call us - or write.", {"W713": " - "}),
        ("fi", "Alennus 5%.", {"W714": "5%"}),
        ("en", "It costs 1,5 euros.", {"W715": "1,5 euros", "W714": "1,5 euro"}),
        ("fi", "Maksu on 50 euroa.", {"W715": "50 euroa"}),
        ("fi", "Soita 0295 333 200.", {"W715": "0295 333 200"}),
        ("en", "See https://kela.fi/x.", {"W715": "https://kela.fi/x."}),
        ("fi", "Tule Maanantaina.", {"W716": "Maanantaina"}),
        ("en", "Come on monday.", {"W716": "monday"}),
        ("sv", "Vänta...", {"W717": "..."}),
        ("fi", "Isä ja/tai äiti.", {"W718": "ja/tai"}),
    ],
)
def test_a_way_of_writing_that_is_not_the_languages_own_is_found(language, text, found):
    first: dict[str, str] = {}
    for fault, match in faults_in(text, language):
        first.setdefault(fault.code, match[0])
    assert first == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Hae perjantaina 13.3.2026 klo 9–15. Soita 112. Maksu on {fee.x}."),
        ("fi", "Henkilötunnus 131052-308T, Y-tunnus 1234567-8, 2-vuotias, lomake TO 1, 15–17-vuotias."),
        ("fi", "Maanantai on ensimmäinen. Digi- ja väestötietovirasto. 5 % ja 2–4 viikkoa."),
        ("sv", "Den 13 mars 2026 kl. 9–15.30. Måndag är en dag."),
        ("en", "On Friday 13 March 2026 from 9am to 3:30pm. You may apply in May."),
        ("se", "01.02.2026"),
    ],
)
def test_what_is_well_written_is_left_alone(language, text):
    assert list(faults_in(text, language)) == []


def test_a_fault_is_told_at_its_place_in_the_file(changed):
    files = changed(ERRAND, WHAT, "Auki klo 09.15.")
    (found,) = [each for each in check(files, DAY) if each.code == "W712"]
    line = files[ERRAND].decode().split("\n")[found.place.line - 1]
    assert line[found.place.column - 1 :].startswith("klo 09.15")


def test_a_phone_number_stands_in_groups(changed):
    for number, wrong in (
        ("09-0000000", 1),
        ("(09) 000 000", 1),
        ("0295 333 200", 0),
        ("116117", 0),
        ("0800 9 8009", 0),
    ):
        found = check(changed("parameters/library.yaml", "09 000 0000", number), DAY)
        assert sum(each.code == "W719" for each in found) == wrong, number


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Auki klo 9–15 ja kl. 9.30", "Auki klo~9–15 ja kl.~9.30"),
        ("1 250 euroa ja 5 %", "1~250~euroa ja 5~%"),
        ("13. maaliskuuta 2026", "13.~maaliskuuta~2026"),
        ("den 13 mars 2026 och", "den 13~mars~2026 och"),
        ("on 4 May 2026 we", "on 4~May~2026 we"),
        ("Soita 112 heti, 2 kertaa", "Soita 112 heti, 2 kertaa"),
        ("klo on tärkeä", "klo on tärkeä"),
    ],
)
def test_what_belongs_to_a_number_stays_on_its_line(text, kept):
    assert glued(text) == kept.replace("~", "\u00a0")
    assert glued(glued(text)) == glued(text)


def test_the_program_glues_the_texts_itself_and_keeps_an_authors_own_glue(changed):
    files = changed(ERRAND, WHAT, "Auki klo 9, lomake\u00a0TO  1.")
    words = compile_bundle(files).loaded.words.words["fi"]
    assert "Auki klo\u00a09, lomake\u00a0TO 1." in words.values()
