"""Hints: shown when they surely hold by what was told, never asked for, never beside a step that says the same."""

from __future__ import annotations

from datetime import date

import pytest

from desk.errands.bundle import FORMAT, OLDEST, read_bundle
from desk.errands.case_tests import run_loaded
from desk.errands.checker import check
from desk.errands.compiling import compile_bundle
from desk.model.path import Begins, HintKind
from tests.desk.errands.conftest import bundle_of, path_for

TODAY = date(2026, 11, 22)
AGENCIES = """
agencies:
  - {id: office, names: {fi: Virasto, sv: Verk, en: Office}, kind: state}
"""
FACTS = """
set: life
facts:
  - {fact: life.born_on, type: date, max: today}
  - {fact: life.alone, type: yes_no}
  - {fact: life.benefits, type: choices, options: [card, boat]}
  - {fact: life.afraid, type: yes_no, sensitivity: sensitive}
  - {fact: life.other, type: yes_no}
  - {fact: life.turns_65_on, type: date, value: "add_years(life.born_on, 65)"}
"""
STEP = """
errand: {errand}
number: {number}
group: persons
version: 1
valid_from: 2026-01-01
source: invented
checked: 2026-01-02
facts: [life]
{discreet}
sections: [{{id: all, facts: [{facts}]}}]
steps:
  - id: {errand}_step
    agency: office
    mode: visit
    merge: {errand}_matter
    applies: {applies}
    channels: [{{id: desk, kind: visit}}]
    source: invented
    checked: 2026-01-02
"""
ONE = {"errand": "one", "number": "R01", "facts": "life.born_on, life.alone, life.benefits", "discreet": ""}
ONE["applies"] = "life.alone and count(life.benefits) >= 0 and life.born_on <= today()"
TWO = {"errand": "two", "number": "R02", "facts": "life.alone, life.afraid", "discreet": "discreet_when: life.afraid"}
TWO["applies"] = "life.alone"
HINTS = """
hints:
  - id: alone
    kind: benefit
    agency: office
    when: life.alone and not card in life.benefits
    begins: citizen
    covered_by: [two_matter]
    source: invented
    checked: 2026-01-02
    verified: yes
  - id: old
    kind: coming
    agency: office
    when: known(life.born_on)
    on: life.turns_65_on
    begins: agency
    discreet: yes
    source: invented
    checked: 2026-01-02
"""


def files(hints=HINTS, **more):
    content = {
        "agencies.yaml": AGENCIES,
        "facts/life.yaml": FACTS,
        "errands/one/errand.yaml": STEP.format(**ONE),
        "errands/two/errand.yaml": STEP.format(**TWO),
        "hints/life.yaml": hints,
        **more,
    }
    return {path: text.encode() for path, text in content.items()}


@pytest.fixture(scope="module")
def life():
    return bundle_of(files())


def shown(bundle, answers, errands=("one",), day=TODAY):
    return [hint.id for hint in path_for(bundle, errands, answers, day).hints]


SURE = {"life.alone": "yes", "life.benefits": ("boat",)}


def test_it_is_shown_when_its_rule_surely_holds_and_tells_why(life):
    hint = path_for(life, ["one"], SURE, TODAY).hints[0]
    assert (hint.id, hint.kind, hint.begins, hint.source.verified) == ("alone", HintKind.BENEFIT, Begins.CITIZEN, True)
    assert {reason.fact: reason.said for reason in hint.because} == SURE


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"life.alone": "yes"},
        {"life.alone": "yes", "life.benefits": "unknown"},
        {"life.alone": "yes", "life.benefits": "declined"},
        {"life.alone": "yes", "life.benefits": ("card",)},
        {"life.alone": "no", "life.benefits": ()},
    ],
)
def test_it_is_not_shown_while_it_may_not_be_so(life, answers):
    assert shown(life, answers) == []


def test_what_is_not_told_is_no_ground(life):
    bundle = bundle_of(files(HINTS.replace("life.alone and not card in life.benefits", "not known(life.benefits)")))
    assert shown(bundle, {"life.benefits": "declined"}) == []


def test_it_makes_no_question_be_asked(life):
    without = bundle_of({path: text for path, text in files().items() if not path.startswith("hints/")})
    for errands in (["one"], ["two"], ["one", "two"]):
        assert path_for(life, errands, {}, TODAY).questions == path_for(without, errands, {}, TODAY).questions


def test_a_step_that_says_the_same_has_the_word_also_when_it_does_not_apply(life):
    assert shown(life, SURE, ["one", "two"]) == []


def test_answers_of_an_errand_that_left_the_visit_are_no_ground(life):
    assert shown(life, SURE, ["two"]) == []
    uncovered = bundle_of(files(HINTS.replace("    covered_by: [two_matter]\n", "")))
    assert shown(uncovered, SURE, ["two"]) == []
    assert shown(uncovered, SURE, ["two", "one"]) == ["alone"]


@pytest.mark.parametrize(
    ("born", "comes"),
    [
        ("1961-11-21", False),  # turned 65 yesterday
        ("1961-11-22", True),
        ("1963-11-22", True),  # in two years to the day
        ("1963-11-23", False),
    ],
)
def test_a_day_is_told_from_today_and_two_years_on(life, born, comes):
    hints = path_for(life, ["one"], {"life.born_on": born}, TODAY).hints
    assert [hint.id for hint in hints] == (["old"] if comes else [])
    assert all(hint.day == date(int(born[:4]) + 65, 11, int(born[8:])) for hint in hints)


def test_benefits_come_before_what_comes_however_they_stand_in_the_file(life):
    one, other = HINTS.split("  - id: ")[1:]
    turned = bundle_of(files(f"hints:\n  - id: {other}\n  - id: {one}"))
    assert list(turned.definitions.hints) == ["old", "alone"]
    for bundle in (life, turned):
        assert shown(bundle, {**SURE, "life.born_on": "1962-01-01"}) == ["alone", "old"]


def test_a_discreet_path_has_only_what_harms_nobody():
    bundle = bundle_of(files(HINTS.replace("    covered_by: [two_matter]\n", "")))
    answers = {**SURE, "life.born_on": "1962-01-01", "life.afraid": "yes"}
    assert shown(bundle, answers, ["one", "two"]) == ["old"]
    assert shown(bundle, {**answers, "life.afraid": "no"}, ["one", "two"]) == ["alone", "old"]


def test_it_follows_each_answer_and_forgets(life):
    assert shown(life, SURE) == ["alone"]
    assert shown(life, {**SURE, "life.benefits": ("card",)}) == []
    assert shown(life, SURE) == ["alone"]
    life.finder.forget()
    assert not life.finder._hints._kept


def test_a_bundle_keeps_hints_and_one_from_before_is_still_read(life):
    again = read_bundle(life.to_bytes())
    assert shown(again, SURE) == ["alone"]
    assert FORMAT > OLDEST
    old = life.to_bytes().replace(b"\xa6format\x02", b"\xa6format\x01")
    assert old != life.to_bytes()
    assert read_bundle(old).content_hash == life.content_hash


# ── the gate ─────────────────────────────────────────────────────────────────────────────────────


def codes(hints=HINTS, **more):
    found = check(files(hints, **more), TODAY)
    return {finding.code for finding in found if finding.place.file.startswith("hints/")}


TEXTS = """
alone: {{title: {title}, what: Kysy virastosta., because: Kerroit niin.}}
old: {{title: Täytät 65, what: Kysy virastosta., because: Kerroit niin.}}
"""


def texts(title="Voit ehkä saada tukea"):
    made = {f"hints/texts/{language}.yaml": TEXTS.format(title=title) for language in ("fi", "sv", "en")}
    made["plain_words/fi.yaml"] = (
        "sentence: {long: 15, too_long: 20}\ntitle: 8\ndecisions: {saat: voit ehkä saada}\nproposals: [ehkä]\n"
    )
    return made


def test_whole_hints_are_passed():
    assert codes(**texts()) <= {"N522"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("agency: office", "agency: ofice", "E407"),
        ("[two_matter]", "[two_mater]", "E408"),
        ("life.alone and not card in life.benefits", "always", "E801"),
        ("life.alone and not card in life.benefits", "life.alone and not life.alone", "E620"),
        ("life.alone and not card in life.benefits", "life.other", "W805"),
        ("[two_matter]", "[one_matter, two_matter]", "W805"),
        ("when: known(life.born_on)", "when: life.afraid", "E802"),
        ("on: life.turns_65_on", 'on: "add_years(life.born_on, 300)"', "E620"),
        ("kind: benefit", "kind: gift", "E315"),
        ("covered_by", "coverd_by", "E311"),
    ],
)
def test_the_gate_names_what_is_wrong(old, new, code):
    assert old in HINTS
    assert code in codes(HINTS.replace(old, new, 1), **texts())


def test_a_hint_that_decides_is_an_error_and_one_that_proposes_nothing_is_told():
    assert "E803" in codes(**texts("Saat ehkä tukea"))
    assert "W804" in codes(**texts("Tuki"))


def test_texts_that_are_missing_or_belong_to_nothing_are_told():
    missing = texts()
    del missing["hints/texts/en.yaml"]
    assert "E501" in codes(**missing)
    assert "E502" in codes(**{**texts(), "hints/texts/sv.yaml": "nobody: {title: Ingen, what: Nej., because: Så.}"})


CASES = """
cases:
  - case: One
    errands: [one]
    as_of: 2026-11-22
    answers: {{life.born_on: {born}}}
    expect: {{{expect}}}
"""


@pytest.mark.parametrize(
    ("born", "expect", "passes"),
    [
        ("1963-11-22", "hints: [old], hint_days: {old: 2028-11-22}", True),
        ("1963-11-22", "no_hints: [old]", False),
        ("1963-11-22", "hint_days: {old: 2028-11-23}", False),
        ("1963-11-23", "no_hints: [old], hint_days: {old: none}", True),
        ("1963-11-23", "hints: [old]", False),
        ("1963-11-23", "hints: [older]", False),
    ],
)
def test_examples_expect_hints(born, expect, passes):
    compiled = compile_bundle(files(**{"hints/cases/old.yaml": CASES.format(born=born, expect=expect)}))
    assert compiled.bundle is not None
    report = run_loaded(compiled.bundle, compiled.loaded)
    assert len(report.results) == 1
    assert report.passed is passes
