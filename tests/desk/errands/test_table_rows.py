"""Which row of a table decided: told with its number, and in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desk.errands import explanation
from desk.errands.rule_catalogue import Cataloguer
from desk.errands.rule_words import RuleWords
from desk.errands.table_rows import deciding_rows
from desk.errands.table_words import RowWords
from desk.errands.wording import Wording
from desk.errands.worth_words import WorthWords
from i18n.language import Language
from i18n.translator import Lexicon
from tests.desk.errands.conftest import bundle_of

DAY = date(2026, 11, 21)
FACTS = "facts/reader.yaml"
ERRAND = "errands/library_card/errand.yaml"
TABLES = """
  - fact: reader.level
    type: choice
    options: [small, large]
    table:
      policy: first
      columns: [reader.life, reader.moved]
      rows:
      - [pupil, -, small]
      - [-, "yes", large]
      otherwise: small
  - fact: reader.limit
    type: money
    table:
      policy: first
      columns: [reader.level]
      rows:
      - [small, 12.50]
      - [large, 40]
  - fact: reader.shelves
    type: choices
    options: [low, high]
    table:
      policy: collect
      columns: [reader.hobbies]
      rows:
      - [books, low]
      - ["[books, maps]", high]
  - fact: reader.big
    type: yes_no
    table:
      policy: unique
      columns: [reader.limit]
      rows:
      - ["< 20", no]
      - [">= 20", yes]
"""


@pytest.fixture(scope="module")
def tabled(card_files) -> Any:
    return bundle_of({**card_files, FACTS: card_files[FACTS].rstrip() + TABLES.encode()})


def rows(bundle, fact, answers):
    s = bundle.engine.situation(answers, DAY)
    return [(row.fact, row.number) for row in deciding_rows(bundle.engine, [fact], s)]


@pytest.mark.parametrize(
    ("fact", "answers", "expected"),
    [
        ("reader.level", {"reader.life": "pupil"}, [("reader.level", 1)]),
        ("reader.level", {"reader.moved": "yes"}, []),
        ("reader.level", {"reader.life": "works", "reader.moved": "yes"}, [("reader.level", 2)]),
        ("reader.level", {"reader.life": "works", "reader.moved": "no"}, [("reader.level", 0)]),
        ("reader.limit", {"reader.life": "pupil"}, [("reader.level", 1), ("reader.limit", 1)]),
        ("reader.shelves", {"reader.hobbies": ("books",)}, [("reader.shelves", 1), ("reader.shelves", 2)]),
    ],
)
def test_the_row_that_decided(tabled, fact, answers, expected):
    assert rows(tabled, fact, answers) == expected


@pytest.mark.parametrize(
    ("fact", "answers", "says"),
    [
        (
            "reader.level",
            {"reader.life": "works", "reader.moved": "yes"},
            "Row 2 of the table decides. Its conditions: Moved: yes. It gives: large.",
        ),
        (
            "reader.level",
            {"reader.life": "works", "reader.moved": "no"},
            "No row of the table holds. It then gives: small.",
        ),
        ("reader.limit", {"reader.life": "pupil"}, "It gives: €12.50."),
        ("reader.shelves", {"reader.hobbies": ("maps",)}, "Its conditions: Hobbies: at least one of “Books”, “Maps”."),
        ("reader.big", {"reader.life": "pupil"}, "It gives: No."),
    ],
)
def test_the_row_is_said_in_words(tabled, fact, answers, says):
    words = Lexicon().words(Language.EN)
    worths = WorthWords(tabled.definitions, Wording(tabled, words, DAY), words, DAY)
    said = RowWords(RuleWords(tabled.definitions, worths, words), worths, words)
    s = tabled.engine.situation(answers, DAY)
    lines = [said.of(row).replace("en: ", "") for row in deciding_rows(tabled.engine, [fact], s) if row.fact == fact]
    assert says in lines[0]


def test_a_step_explains_itself_with_the_row(card_files):
    files = {**card_files, FACTS: card_files[FACTS].rstrip() + TABLES.encode()}
    assert b"applies: reader.moved" in files[ERRAND]
    files[ERRAND] = files[ERRAND].replace(b"applies: reader.moved", b"applies: reader.level = large", 1)
    bundle = bundle_of(files)
    explain: Any = explanation.explain
    told = explain(bundle, "tell_new_address", {"reader.life": "works", "reader.moved": "yes"}, DAY)
    assert [(row.fact, row.number) for row in told.rows] == [("reader.level", 2)]
    assert {reason.fact for reason in told.because} == {"reader.life", "reader.moved"}
    words = Lexicon().words(Language.EN)
    worths = WorthWords(bundle.definitions, Wording(bundle, words, DAY), words, DAY)
    rule = bundle.definitions.steps()["tell_new_address"].applies.rule
    line = RuleWords(bundle.definitions, worths, words).line(rule).replace("en: ", "")
    assert line == "Moved: yes AND Life: not “Goes to school”"


def test_the_rule_catalogue_has_every_row(card_files):
    files = {**card_files, FACTS: card_files[FACTS].rstrip() + TABLES.encode()}
    rule = b"applies: reader.limit > 20 or low in reader.shelves"
    files[ERRAND] = files[ERRAND].replace(b"applies: reader.moved", rule, 1)
    bundle = bundle_of(files)
    words = Lexicon().words(Language.EN)
    wording = Wording(bundle, words, DAY)
    rules = RuleWords(bundle.definitions, WorthWords(bundle.definitions, wording, words, DAY), words)
    made = Cataloguer(bundle.definitions, wording, rules, words).catalogue(bundle.errands, bundle.version, DAY)
    entries = {entry.id: entry for errand in made.errands for part in errand.parts for entry in part.entries}
    told = {
        name: [(row.label, tuple(line.replace("en: ", "") for line in row.lines)) for row in entries[name].rows]
        for name in ("reader.level", "reader.shelves")
    }
    assert told["reader.level"] == [
        ("Worked out as", ("The first of these that holds counts.",)),
        ("small", ("Life: Goes to school",)),
        ("large", ("Moved: yes",)),
        ("small", ("Otherwise",)),
    ]
    assert told["reader.shelves"] == [
        ("Worked out as", ("All of these that hold count.",)),
        ("low", ("Hobbies: Books",)),
        ("high", ("Hobbies: at least one of “Books”, “Maps”",)),
    ]
