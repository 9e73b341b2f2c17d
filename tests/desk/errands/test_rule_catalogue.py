"""The rule catalogue says every rule in words with its source, and nothing of it in code."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from desk.errands.rule_catalogue import Cataloguer
from desk.errands.rule_page import page
from desk.errands.rule_words import RuleWords
from desk.errands.wording import Wording
from desk.errands.worth_words import WorthWords
from i18n.language import Language
from i18n.translator import Lexicon
from printing.papers.rules import rules_paper
from printing.plain_text import as_text
from tests.desk.errands.conftest import bundle_of

DAY = date(2026, 11, 21)


def made(card, language=Language.EN):
    words = Lexicon().words(language)
    wording = Wording(card, words, DAY)
    rules = RuleWords(card.definitions, WorthWords(card.definitions, wording, words, DAY), words)
    return Cataloguer(card.definitions, wording, rules, words).catalogue(card.errands, card.version, DAY)


@pytest.fixture(scope="module")
def catalogue(card):
    return made(card)


@pytest.fixture(scope="module")
def entries(catalogue):
    return {entry.id: entry for errand in catalogue.errands for part in errand.parts for entry in part.entries}


def lines(entry, label):
    return [line.replace("en: ", "") for row in entry.rows if row.label == label for line in row.lines]


def test_every_step_question_and_value_is_there(card, catalogue, entries):
    assert [errand.id for errand in catalogue.errands] == ["library_card", "lost_card"]
    assert set(card.definitions.steps()) <= set(entries)
    assert {name for name in card.definitions.facts if name != "citizen.e_id"} <= set(entries)
    assert {"fee.new_card", "number.own_card_age"} <= set(entries)


def test_a_rule_is_a_list_of_conditions(entries):
    assert lines(entries["homework_club"], "Applies when") == [
        "All of these:",
        "    Life: Goes to school",
        "    At least one of these:",
        "        Hobbies: Books",
        "        full years from Born to today: less than 10",
    ]


def test_deadlines_documents_and_fees_are_in_words(entries):
    assert lines(entries["tell_new_address"], "By when") == [
        "Moved on: 7 days after it (by the act on time limits) — the law says so"
    ]
    assert lines(entries["pay_fine"], "By when") == [
        "today: the same day (by the calendar) — money is lost after it, when Fine: more than €50",
        "“Get the card” is done: 10 days after it (in working days) — advice",
    ]
    assert lines(entries["get_card"], "To bring") == [
        "Identity document",
        "The guardian's consent (full years from Born to today: less than 15 AND Guardian: no)",
    ]
    assert lines(entries["pay_fine"], "Costs") == ["€3"]
    assert lines(entries["get_card"], "Costs") == ["Free of charge"]
    assert lines(entries["tell_new_address"], "After these") == ["Get the card"]


def test_each_step_says_where_it_stands_and_whether_it_is_verified(card, entries):
    for step in card.definitions.steps().values():
        entry = entries[step.id]
        assert lines(entry, "Where it stands") == [step.source]
        assert lines(entry, "Checked on") == ["2 January 2026"]
        assert lines(entry, "Verified") == ["Yes" if step.verified else "No: check with the agency"]
        assert entry.is_verified is step.verified


def test_questions_calculations_and_values(entries):
    assert entries["reader.life"].title == "en: What does the reader do?"
    assert lines(entries["reader.life"], "Answers") == ["Goes to school", "Works", "Is retired"]
    assert lines(entries["reader.moved_on"], "Asked when") == ["Moved: yes"]
    assert lines(entries["reader.moved_on"], "Answers") == ["A day"]
    assert lines(entries["reader.is_guided"], "Yes, when") == ["full years from Born to today: less than 15"]
    assert lines(entries["reader.age"], "Worked out as") == ["full years from Born to today"]
    assert lines(entries["fee.new_card"], "1 January 2020 – 31 December 2026") == ["3.00"]
    assert lines(entries["fee.new_card"], "1 January 2027 –") == ["4.50"]
    assert lines(entries["library_card"], "Papers are discreet when") == ["Safety: yes"]
    assert lines(entries["library_card"], "Where it stands") == ["invented"]


def test_no_rule_is_left_in_code(catalogue):
    told = [
        line
        for errand in catalogue.errands
        for part in errand.parts
        for each in part.entries
        for row in each.rows
        for line in (row.label, *row.lines)
    ]
    assert len(told) > 100
    assert not [line for line in told if re.search(r"\b(reader|citizen|fee|number)\.\w|param\(|any_of|!=|>=", line)]


def test_the_words_follow_the_language(card):
    finnish = made(card, Language.FI)
    labels = {
        row.label for errand in finnish.errands for part in errand.parts for each in part.entries for row in each.rows
    }
    assert "Applies when" not in labels
    assert "Koskee, kun" in labels


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.found = [], [], []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_whole_and_needs_nothing_else(catalogue):
    text = page(catalogue)
    tags = Tags()
    tags.feed(text)
    assert tags.open == []
    assert ("html", {"lang": "en"}) in tags.found
    targets = {attrs["href"].removeprefix("#") for tag, attrs in tags.found if tag == "a"}
    assert targets == {attrs["id"] for tag, attrs in tags.found if tag == "h2"} == {"library_card", "lost_card"}
    assert "src=" not in text
    assert "http" not in text
    assert sum(attrs.get("class") == "unverified" for tag, attrs in tags.found if tag == "article") >= 3


def test_no_text_can_break_the_page(changed):
    nasty = changed("errands/library_card/errand.yaml", "source: invented", 'source: "<script>x</script>"')
    assert "<script>" not in page(made(bundle_of(nasty)))


def test_the_paper_says_the_same(catalogue, entries):
    told = as_text(rules_paper(catalogue))
    assert told.index("X01 en: Library card") < told.index("X02 en: Lost card")
    assert "– en: Life: en: Goes to school" in told
    for entry in entries.values():
        assert entry.title in told
