"""Phrase cards: which fit a visit, and what the gate says of one that speaks of what nobody has verified."""

from datetime import date
from pathlib import Path

import pytest

from desk.errands.checker import check
from desk.errands.compiling import compile_bundle
from desk.errands.load_texts import PHRASE_LISTS
from desk.errands.loader import load
from desk.errands.phrases import fitting_cards
from desk.model.ids import ErrandId, FactName
from services.content_files import content_files

CONTENT = Path(__file__).parents[3] / "desk" / "content"
DAY = date(2026, 11, 21)
MOST_LINES = 7
"""A card is read in the middle of a talk."""
CARDS = "phrases/talks.yaml"
BEGINS = "source: invented, checked: 2026-11-20"
TEXT = "{{title: T, say: [S.], avoid: [A.], if_so: [I.], help: ['{help}']}}"


def files_with(card_files, rule="when: reader.moved", helps="H."):
    files = {**card_files, CARDS: f"cards:\n- {{id: calm, {rule}, {BEGINS}}}\n".encode()}
    for language in ("fi", "sv", "en"):
        files[f"phrases/texts/{language}.yaml"] = f"calm: {TEXT.format(help=helps)}\n".encode()
    return files


def fitting(files, errands=(), answers=None):
    bundle = compile_bundle(files).bundle
    assert bundle is not None
    return fitting_cards(bundle, [ErrandId(each) for each in errands], answers or {}, DAY)


def codes(files):
    return {found.code for found in check(files, DAY) if found.place.file.startswith("phrases/")}


def test_a_card_fits_by_its_errand_or_by_a_rule_that_surely_holds(card_files):
    by_rule, by_errand = files_with(card_files), files_with(card_files, "errands: [library_card]")
    assert fitting(by_rule, answers={FactName("reader.moved"): "yes"}) == ("calm",)
    for said in ("no", "unknown", "declined"):
        assert fitting(by_rule, ["library_card"], {FactName("reader.moved"): said}) == ()
    assert fitting(by_rule) == ()
    assert fitting(by_errand, ["library_card", "lost_card"]) == ("calm",)
    assert fitting(by_errand, ["lost_card"]) == ()


def test_a_card_of_no_errand_and_no_rule_fits_nobody_more_than_others(card_files):
    files = files_with(card_files, "errands: []")
    assert fitting(files, ["library_card"]) == ()
    assert codes(files) <= {"N522"}


@pytest.mark.parametrize(
    ("rule", "helps", "code"),
    [
        ("errands: [no_such]", "H.", "E811"),
        ("errands: [library_card]", "You have {reader.fine}.", "E812"),
        ("errands: [library_card]", "Call {phone.secret}.", "E813"),
        ("errands: [library_card]", "Call {phone.none}.", "E505"),
        ("errands: [library_card]", "No full stop", "W506"),
        ("when: reader.moved and not reader.moved", "H.", "E620"),
        ("when: reader.nothing", "H.", "E212"),
    ],
)
def test_what_is_wrong_with_a_card_is_told_where_it_stands(card_files, rule, helps, code):
    parameter = "parameters:\n- name: phone.secret\n  values:\n"
    value = "  - {value: 09 000 0000, valid_from: 2026-01-01, source: invented, checked: 2026-11-20, verified: no}\n"
    files = {**files_with(card_files, rule, helps), "parameters/secret.yaml": (parameter + value).encode()}
    assert code in codes(files)


def test_each_text_is_wanted_in_each_language(card_files):
    files = files_with(card_files)
    del files["phrases/texts/sv.yaml"]
    assert "E501" in codes(files)
    assert "E502" in codes({**files_with(card_files), CARDS: b"cards: []\n"})


def test_what_ships_says_the_same_in_each_language():
    loaded = load(content_files(CONTENT))
    tables = loaded.words.words
    cards = loaded.definitions.phrases
    assert {"grief", "debt", "safety"} <= cards.keys()
    for card in cards:
        for part in PHRASE_LISTS:
            counts = {language: len(tables[language][f"phrase.{card}.{part}"]) for language in ("fi", "sv", "en")}
            assert len(set(counts.values())) == 1, (card, part, counts)
            assert max(counts.values()) <= MOST_LINES
