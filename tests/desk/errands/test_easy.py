"""Easy wordings stand beside the ordinary words, are held to their own limits, and grow stale with their Finnish."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from desk.errands.check_easy import Ease, ease_of
from desk.errands.checker import check
from desk.errands.compiling import compile_bundle
from desk.errands.easy_structures import structures_in
from desk.errands.fields import Report
from desk.errands.loader import load
from desk.errands.plain_lists import plain_words_of
from desk.errands.sentences import sentences_of
from desk.errands.translations import Recorded, fresh_hashes, parts_of, record_file, written
from desk.errands.wording import Wording
from i18n.language import Language
from i18n.translator import Lexicon
from services.content_files import content_files

CONTENT = Path(__file__).parents[3] / "desk" / "content"
DAY = date(2026, 11, 21)
EASY = "errands/library_card/texts/fi-easy.yaml"
PLAIN = {
    "plain_words/fi.yaml": b"sentence: {long: 15, too_long: 20}\ntitle: 8\nofficialese: {sek\xc3\xa4: ja}\n",
    "plain_words/fi-easy.yaml": b"sentence: {long: 5, too_long: 6}\ntitle: 4\nofficialese: {etuus: tuki}\n",
}


def files_with(card_files, text):
    easy = f"steps:\n  get_card: {{what: {text}}}\n"
    return {**card_files, **PLAIN, EASY: easy.encode()}


def codes(files):
    return sorted(found.code for found in check(files, DAY) if found.place.file == EASY)


def wording(files, language, *, easy):
    bundle = compile_bundle(files).bundle
    assert bundle is not None
    return Wording(bundle, Lexicon().words(language), DAY, easy=easy)


def test_easy_words_are_said_only_when_asked_for_and_only_where_there_are_some(card_files):
    files = files_with(card_files, "Kysy kirjastosta.")
    easy = wording(files, Language.FI, easy=True)
    assert easy.step_text("get_card", "what").text == "Kysy kirjastosta."
    assert easy.step_text("get_card", "what").fallback is None
    assert easy.step_title("get_card").text == "fi: Get the card"
    assert wording(files, Language.FI, easy=False).step_text("get_card", "what").text == "fi: Ask at the desk."
    assert wording(files, Language.SV, easy=True).step_text("get_card", "what").text.startswith("sv:")
    assert easy.is_easy("get_card")
    assert not easy.is_easy("pay_fine")
    assert not wording(files, Language.SV, easy=True).is_easy("get_card")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kysy kirjastosta.", []),
        ("Kysy sana sana sana sana sana.", ["W701"]),
        ("Kysy sana sana sana sana sana sana.", ["E702"]),
        ("Kysy etuus.", ["W703"]),
        ("Kysy sekä odota.", ["W703"]),
        ("Kortti haetaan heti.", ["W721"]),
        ("Korttia ei tarvita.", ["W721"]),
        ("Siitä sovitaan yhdessä.", ["W721"]),
        ("Kysy hakiessasi korttia.", ["W722"]),
        ("Kortin hakeminen alkaa.", ["W723"]),
        ("Kysy, hae, tuo.", ["W724"]),
        ("Kysy {parcel}.", ["E504", "E505"]),
        ("Kysy klo 09.15.", ["W712"]),
    ],
)
def test_an_easy_text_is_held_to_limits_of_its_own_over_the_ordinary_ones(card_files, text, expected):
    found = [code for code in codes(files_with(card_files, f'"{text}"')) if code not in ("N522", "W521")]
    assert found == expected


def test_an_easy_text_whose_finnish_changed_is_told(card_files):
    files = files_with(card_files, "Kysy kirjastosta.")
    loaded = load(files)
    part = "library_card"
    record = Recorded({"fi-easy": fresh_hashes(loaded, parts_of(loaded)[part], "fi-easy")})
    recorded = {**files, record_file(part): written(record)}
    assert "W520" not in codes(recorded)
    file = "errands/library_card/texts/fi.yaml"
    changed = recorded[file].decode().replace("fi: Ask at the desk.", "fi: Ask at another desk.")
    assert "W520" in codes({**recorded, file: changed.encode()})


def test_what_needs_an_easy_wording_and_has_none_is_a_note(card_files):
    file = "errands/library_card/texts/fi.yaml"
    words = card_files[file].decode().replace("fi: Pay at the desk.", "Se maksetaan.")
    files = {**files_with(card_files, "Kysy kirjastosta."), file: words.encode()}
    (found,) = [found for found in check(files, DAY) if found.code == "N725" and found.place.file == file]
    assert "2 texts" in found.message
    assert "step.pay_fine.what" in found.message
    assert not found.is_error
    easy = files[EASY] + b'  pay_fine: {what: "Maksa kirjastossa."}\n'
    (found,) = [
        found for found in check({**files, EASY: easy}, DAY) if found.code == "N725" and found.place.file == file
    ]
    assert "1 text " in found.message
    easy = easy.replace(b"}\n", b', because: "Sinulla on maksu."}\n')
    assert [
        found for found in check({**files, EASY: easy}, DAY) if found.code == "N725" and found.place.file == file
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "Tieto menee itsestään Postiin ja henkilökorttiin.",
        "Kysy poliisiasemalla. Kysy samalla hinta.",
        "Ihminen tulee viimeistään perjantaina.",
        "Kysy vastaan tulevalta. Hän maksaa lapsensa laskun omista rahoistaan.",
        "Sovi kuntaan menosta. Kirjoita nimi listaan.",
        "Hän hoitaa asioitaan. Sinun ei tarvitse tehdä mitään.",
    ],
)
def test_what_only_looks_like_a_hard_structure_is_left_alone(text):
    assert [met.words for sentence in sentences_of(text) for met in structures_in(sentence, "fi")] == []


def test_the_list_of_easy_words_lies_over_that_of_its_language():
    report = Report()
    lists = plain_words_of(PLAIN, report)
    assert report.found == []
    assert (lists["fi"].too_long, lists["fi-easy"].too_long) == (20, 6)
    found = [match[0] for match, _ in lists["fi-easy"].advice.found_in("etuus sekä tuki")]
    assert found == ["etuus", "sekä"]
    assert [match[0] for match, _ in lists["fi"].advice.found_in("etuus sekä tuki")] == ["sekä"]


def test_next_to_nothing_that_a_citizen_reads_is_without_easy_words():
    """What ships; a text that was just written may wait for a while, and is then told by the gate (N725)."""
    files = content_files(CONTENT)
    loaded, plain = load(files), plain_words_of(files, Report())["fi-easy"]
    found = Counter(ease_of(loaded, plain, "fi", key) for keys in parts_of(loaded).values() for key in keys)
    read = found[Ease.OWN_WORDING] + found[Ease.AS_IT_STANDS] + found[Ease.NOT_YET]
    assert found[Ease.OWN_WORDING] > 500
    assert found[Ease.NOT_YET] <= read // 50


def test_nothing_that_ships_calls_easy_words_reviewed():
    words = load(content_files(CONTENT)).words.words["fi-easy"]
    said = " ".join(text if isinstance(text, str) else " ".join(text) for text in words.values())
    assert "selko" not in said.lower()
