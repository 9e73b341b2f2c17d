"""Citizen texts in plain words: each fault is found at its word, and what is no fault is left alone."""

from datetime import date
from pathlib import Path

import pytest

from desk.errands.check_plain_words import PlainWordsCheck
from desk.errands.checker import check
from desk.errands.compiling import compile_bundle
from desk.errands.fields import Report
from desk.errands.plain_lists import plain_words_of
from services.content_files import content_files

DAY = date(2026, 11, 21)
ERRAND = "errands/library_card/texts/{}.yaml"
SHIPPED = {
    f"plain_words/{name}": content
    for name, content in content_files(Path(__file__).parents[3] / "desk" / "content" / "plain_words").items()
}


def findings(card_files, language, text, code):
    """What is said of one text that stands as what a step says, in the invented library's words."""
    file = ERRAND.format(language)
    words = card_files[file].decode()
    begins = words.index("what:")
    ends = words.index(", because", begins)
    files = {**card_files, **SHIPPED, file: f'{words[:begins]}what: "{text}"{words[ends:]}'.encode()}
    return [found for found in check(files, DAY) if found.code == code and found.place.file == file]


def of_length(count, word="sana"):
    return " ".join([word] * count) + "."


@pytest.mark.parametrize(("language", "long", "too_long"), [("fi", 15, 20), ("sv", 18, 25), ("en", 20, 25)])
def test_a_long_sentence_is_told_and_one_that_is_too_long_stops_publication(card_files, language, long, too_long):
    assert findings(card_files, language, of_length(long), "W701") == []
    (warned,) = findings(card_files, language, f"Short. {of_length(too_long)}", "W701")
    assert f"{too_long} words, {long} at most" in warned.message
    (stopped,) = findings(card_files, language, of_length(too_long + 1), "E702")
    assert stopped.is_error


@pytest.mark.parametrize(
    ("language", "text", "code", "word", "instead"),
    [
        ("fi", "Kysy meiltä, mikäli haluat.", "W703", "mikäli", "jos"),
        ("fi", "Toimenpiteet alkavat.", "W703", "Toimenpiteet", "sano, mitä tehdään"),
        ("sv", "Kom med papper samt foto.", "W703", "samt", "och"),
        ("en", "Ask prior to your visit.", "W703", "prior to", "before"),
        ("fi", "Olet oikeutettu tukeen.", "W704", "Olet oikeutettu", "voit ehkä saada"),
        ("en", "You are entitled to money.", "W704", "You are entitled", "may be able to get"),
        ("fi", "Vanhukset saavat apua.", "W705", "Vanhukset", "iäkäs ihminen"),
        ("sv", "Ta med t.ex. pass.", "W706", "t.ex.", "till exempel"),
    ],
)
def test_a_word_is_found_where_it_stands_with_what_to_write_instead(card_files, language, text, code, word, instead):
    (found,) = findings(card_files, language, text, code)
    assert f"“{word}”" in found.message
    assert instead in found.remedy
    line = card_files[ERRAND.format(language)].decode().split("\n")[found.place.line - 1]
    assert found.place.column == line.index("what:") + 1 + f'what: "{text}"'.index(word)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "Se on mahdollista. Myönteinen vastaus tulee. Saat turvaa ja omaa rahaa."),
        ("fi", "Sukuselvitys on todistus siitä, ketkä ovat sukua."),
        ("sv", "Du skickar ansökan och får pengar."),
        ("en", "Social assistance is the last help. Apply for social assistance."),
    ],
)
def test_a_word_that_only_looks_like_one_is_left_alone(card_files, language, text):
    for code in ("W703", "W704", "W705", "W706", "W707"):
        assert findings(card_files, language, text, code) == []


def test_the_name_of_an_agency_is_no_officialese_and_one_word(card_files):
    agencies = card_files["agencies.yaml"].decode()
    name = "Toimenpide- ja edistämiskeskus"
    renamed = agencies.replace("names: {fi: ", f"names: {{fi: {name}, xx: ", 1)
    assert renamed != agencies
    files = {**card_files, "agencies.yaml": renamed.encode()}
    assert findings(files, "fi", "Soita Toimenpide- ja edistämiskeskukseen.", "W703") == []
    assert len(findings(card_files, "fi", "Soita Toimenpide- ja edistämiskeskukseen.", "W703")) == 2
    assert findings(files, "fi", of_length(14)[:-1] + f" {name}.", "W701") == []
    assert findings(card_files, "fi", of_length(14)[:-1] + f" {name}.", "W701") != []


def test_words_of_the_search_are_the_citizens_own(card_files):
    file = ERRAND.format("fi")
    text = card_files[file].decode()
    begins = text.index("triggers: [")
    files = {**card_files, **SHIPPED, file: f"{text[:begins]}triggers: [mikäli, {text[begins + 11 :]}".encode()}
    assert [found for found in check(files, DAY) if found.code == "W703"] == []


def test_without_lists_nothing_is_said_and_a_broken_list_is_told_where(card_files):
    report = Report()
    compiled = compile_bundle(card_files)
    PlainWordsCheck(compiled.loaded, card_files, plain_words_of(card_files, report), report).run()
    assert report.found == []
    for broken, code in (
        (b"sentence: {long: many, too_long: 20}\ntitle: 8\n", "E316"),
        (b"sentence: {long: 15, too_long: 20}\ntitle: 8\nofficialese: [a]\n", "E310"),
        (b"sentence: {long: 15, too_long: 20}\ntitle: 8\nofficialese: {a: []}\n", "E313"),
        (b"title: [\n", "E302"),
        (b"hello\n", "E310"),
    ):
        found = check({**card_files, "plain_words/fi.yaml": broken}, DAY)
        assert code in [each.code for each in found if each.place.file == "plain_words/fi.yaml"], broken


# ── terms ────────────────────────────────────────────────────────────────────────────────────────


def test_a_term_is_explained_in_the_step_that_comes_first(card_files):
    (found,) = findings(card_files, "en", "Call the guardian.", "W707")
    assert "guardian" in found.message
    assert "looks after your money" in found.remedy
    assert (
        findings(card_files, "en", "A guardian is a person who looks after your money. Call the guardian.", "W707")
        == []
    )


def test_a_later_step_need_not_explain_it_again(card_files):
    file = ERRAND.format("en")
    told = card_files[file].decode().replace("en: Ask at the desk.", "A guardian is a person. Ask.")
    told = told.replace("en: Call the school.", "Call the guardian.")
    untold = told.replace("A guardian is a person. Ask.", "Ask.")
    for text, count in ((told, 0), (untold, 1)):
        found = check({**card_files, **SHIPPED, file: text.encode()}, DAY)
        assert sum(each.code == "W707" and each.place.file == file for each in found) == count


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Call the guardian. It means a person who looks after your money.", True),
        ("Call the guardian (a person who looks after your money).", True),
        ("Call the guardian, that is, a person who looks after your money.", True),
        ("Call the guardian. The office is open.", False),
        ("It is open. Call the guardian.", False),
    ],
)
def test_a_term_is_explained_in_its_sentence_or_the_next_one(card_files, text, told):
    assert len(findings(card_files, "en", text, "W707")) == (0 if told else 1)


def test_why_a_step_was_ruled_out_explains_nothing_and_need_not(card_files):
    file = ERRAND.format("en")
    text = (
        card_files[file]
        .decode()
        .replace('because: "en: Everyone', 'not_because: "A guardian.", because: "en: Everyone')
    )
    assert text != card_files[file].decode()
    files = {**card_files, **SHIPPED, file: text.encode()}
    assert not [each for each in check(files, DAY) if each.code == "W707" and each.place.file == file]
