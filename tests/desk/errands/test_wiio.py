"""Wiio's index: syllables as Finnish has them, base forms from a dictionary, and only for a text long enough."""

import pytest

from desk.errands.check_wiio import check_wiio
from desk.errands.compiling import compile_bundle
from desk.errands.fields import Report
from desk.errands.plain_lists import plain_words_of
from desk.errands.wiio import FEWEST_WORDS, Wiio, syllables

FORMS = {"yhtiöihin": "yhtiö", "ihmisten": "ihminen", "tukea": "tuki", "tuissaammekin": "tuki"}
LIST = b"sentence: {long: 50, too_long: 90}\ntitle: 50\nwiio: 8\nfamiliar: [palvelupist*]\nnames: []\n"
FILE = "errands/library_card/texts/fi.yaml"
WHAT = "fi: Ask at the desk."


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("maa", 1), ("tuki", 2), ("asia", 3), ("ihminen", 3), ("hakemus", 3), ("tietoa", 3), ("yö", 1), ("lukio", 3)),
        *(
            ("työ", 1),
            ("päätöksenteko", 5),
            ("toimeentulotuki", 6),
            ("henkilö-tunnus", 5),
            ("Kela", 2),
            ("maksuosuus", 4),
            ("", 0),
        ),
    ],
)
def test_syllables_are_counted(word, count):
    assert syllables(word) == count


def test_a_word_is_as_long_as_its_base_form_and_a_compound_as_its_parts():
    wiio = Wiio(FORMS.get)
    assert not wiio.is_long("tuissaammekin")
    assert not wiio.is_long("Ihmisten")
    assert wiio.is_long("vakuutusyhtiöihin")
    assert wiio.index(["tukea"] * 9 + ["vakuutusyhtiöihin"]) == pytest.approx(2.7 + 0.3 * 10)
    assert wiio.longest(["tukea", "vakuutusyhtiöihin", "Vakuutusyhtiöihin", "palvelujärjestelmä"], 3) == [
        "palvelujärjestelmä",
        "vakuutusyhtiöihin",
    ]


@pytest.mark.parametrize(
    ("long", "word", "told"),
    [(12, "järjestelmällisyys", 1), (3, "järjestelmällisyys", 0), (12, "palvelupisteessä", 0)],
)
def test_a_step_of_many_long_words_is_told(changed, long, word, told):
    text = " ".join([word] * long + ["tuki"] * (FEWEST_WORDS + 10 - long))
    files = {**changed(FILE, WHAT, f"{text}."), "plain_words/fi.yaml": LIST}
    report = Report()
    check_wiio(compile_bundle(files).loaded, plain_words_of(files, report)["fi"], FORMS.get, report)
    assert [each.code for each in report.found] == ["W708"] * told
    assert all(word in each.remedy for each in report.found)


def test_a_short_text_has_no_index(changed):
    files = {**changed(FILE, WHAT, "Järjestelmällisyys ja palvelujärjestelmä."), "plain_words/fi.yaml": LIST}
    report = Report()
    check_wiio(compile_bundle(files).loaded, plain_words_of(files, report)["fi"], FORMS.get, report)
    assert report.found == []
