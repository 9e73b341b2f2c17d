"""Persons in the encrypted casebook: found although misspelt, gone with the visit, and made again from the journal."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from desk import events as ev
from desk.model.birth_dates import births_of
from desk.model.hours import HELSINKI
from desk.model.ids import PersonId, VisitId
from desk.model.name_keys import name_words, sound
from desk.model.person import Person, PersonSought
from desk.model.visit import Outcome, VisitChannel
from offline_cache.casebook import person_search
from offline_cache.casebook.journal import casebook_in
from offline_cache.casebook.person_search import persons_in
from tests.fakes import FakeKeyring
from tests.offline_cache.opening import opened, tools
from tests.thorough import examples

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=HELSINKI)
TABLES = ("person", "person_word", "name_word")
BORN = date(1952, 10, 13)
PEOPLE = {
    "aino": ("Aino Maria Hämäläinen", BORN),
    "ake": ("Åke Sjöberg", date(1948, 2, 29)),
    "vaino": ("Väinö Virtanen", date(1960, 1, 2)),
    "kristiina": ("Kristiina Wickström-Lehto", date(1985, 12, 24)),
    "thi": ("Nguyễn Thị Hoa", date(1990, 5, 6)),
    "aki": ("Aki Laine", BORN),
}


@pytest.fixture
def folder(tmp_path):
    folder = opened(tmp_path / "folder", tools(FakeKeyring()))
    yield folder
    folder.close()


@pytest.fixture
def casebook(folder):
    casebook = casebook_in(folder)
    for number, (person, (name, born)) in enumerate(PEOPLE.items(), 1):
        keep(casebook, f"visit-{person}", number, Person(PersonId(person), name, born))
    return casebook


@pytest.fixture
def persons(folder, casebook):
    return persons_in(folder)


def keep(casebook, visit: str, number: int, person: Person, *, kept: bool = True) -> None:
    story = [ev.VisitOpened(number, VisitChannel.DESK, "abc"), ev.PersonNamed(person)]
    casebook.append(VisitId(visit), story, NOW)
    if kept:
        casebook.append_and_erase(VisitId(visit), [ev.VisitEnded(Outcome.PLAN_GIVEN, True)], NOW)


def found(persons, words: str = "", birth: str = "", most: int = 20) -> list[str]:
    sought = PersonSought(name_words(words), births_of(birth, NOW.date()) if birth else ())
    return [each.id for each in persons.find(sought, most)]


def rows(folder) -> list[list[tuple[object, ...]]]:
    return [sorted(folder.casebook.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in TABLES]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Hämäläinen", "aino"),
        ("hamalainen", "aino"),
        ("Hämmäläinen", "aino"),
        ("Hemäleinen", "aino"),
        ("Hämäälinen", "aino"),
        ("Hämälänien", "aino"),
        ("aino hamalaine", "aino"),
        ("Maria Hämäläinen", "aino"),
        ("Sjoberg", "ake"),
        ("Shöberg", "ake"),
        ("Sjöberi", "ake"),
        ("Ake Sjöberg", "ake"),
        ("Virtanen", "vaino"),
        ("Wirtanen", "vaino"),
        ("Virtannen", "vaino"),
        ("Vitranen", "vaino"),
        ("Viratnen", "vaino"),
        ("Virtane", "vaino"),
        ("Väino Vitanen", "vaino"),
        ("Christina Vikström", "kristiina"),
        ("lehto", "kristiina"),
        ("Nguyen", "thi"),
        ("Nguyen Thi", "thi"),
        ("Nuyen", "thi"),
    ],
)
def test_a_misspelt_name_finds_its_person_first(persons, typed, meant) -> None:
    assert found(persons, typed)[:1] == [meant]


@pytest.mark.parametrize("typed", ["Koivisto", "Aki Virtanen", "Hämäläinen Virtanen", "xyz", "Eki"])
def test_what_is_like_nobody_finds_nobody(persons, typed) -> None:
    assert found(persons, typed) == []


@pytest.mark.parametrize("typed", ["13.10.1952", "13.10.52", "131052", "13101952", "1952-10-13", "13 10 1952"])
def test_a_birth_date_in_any_usual_form(persons, typed) -> None:
    assert found(persons, birth=typed) == ["aki", "aino"]


def test_both_together_are_more_patient_with_neither(persons) -> None:
    assert found(persons, "Hemelainen", "13.10.52") == ["aino"]
    assert found(persons, "Laine", "13.10.52") == ["aki"]
    assert found(persons, "Virtanen", "13.10.52") == []


def test_letter_by_letter_comes_first_and_says_so(casebook, persons) -> None:
    keep(casebook, "visit-other", 7, Person(PersonId("other"), "Väinö Virtalen"))
    (first, second) = persons.find(PersonSought(("virtanen",)), 20)
    assert (first.id, first.sure, second.id, second.sure) == ("vaino", True, "other", False)


def test_several_visits_of_one_person_are_one_line(casebook, persons) -> None:
    keep(casebook, "again", 8, Person(PersonId("aino"), "Aino Hämäläinen", BORN))
    (line,) = persons.find(PersonSought(("hamalainen",)), 20)
    assert (line.visit, line.number, line.visits) == ("again", 8, 2)
    assert persons.visits_of(PersonId("aino")) == ("again", "visit-aino")


def test_a_draft_is_not_there(folder, casebook, persons) -> None:
    keep(casebook, "draft", 9, Person(PersonId("draft"), "Zacharias Topelius"), kept=False)
    assert found(persons, "Topelius") == []
    assert "topelius" not in repr(rows(folder))


@pytest.mark.parametrize("end", [ev.VisitDiscarded(), ev.PersonForgotten(), ev.VisitEnded(Outcome.HANDLED, False)])
def test_nothing_of_a_name_stays_when_it_is_erased(folder, casebook, persons, end) -> None:
    casebook.append_and_erase(VisitId("visit-aino"), [end], NOW)
    assert found(persons, "Hämäläinen") == []
    told = repr(rows(folder)).casefold()
    assert "hämäläinen" not in told
    assert "hamalainen" not in told
    assert "aino" not in [word for word, *_ in rows(folder)[2]]
    assert casebook.verify().broken is None


def test_a_shared_word_stays_for_the_others(folder, casebook, persons) -> None:
    keep(casebook, "two", 7, Person(PersonId("two"), "Eila Hämäläinen"))
    casebook.append_and_erase(VisitId("visit-aino"), [ev.VisitDiscarded()], NOW)
    assert found(persons, "Hämälainen") == ["two"]


def test_named_anew_the_earlier_name_finds_nobody(casebook, persons) -> None:
    casebook.append(VisitId("visit-aino"), [ev.PersonNamed(Person(PersonId("aino"), "Aino Kettunen", BORN))], NOW)
    assert found(persons, "Hämäläinen") == []
    assert found(persons, "Ketunen") == ["aino"]


happened = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from(["name", "keep", "forget", "erase"]),
        st.sampled_from(["Aino Kettunen", "Eino Kettunen", "Aino Aino", "Åke Ö"]),
    ),
    max_size=25,
)


@pytest.mark.slow
@settings(max_examples=examples(15), deadline=None)
@given(happened)
def test_made_again_from_the_journal_it_is_what_it_was(tmp_path_factory, happened) -> None:
    folder = opened(tmp_path_factory.mktemp("made") / "folder", tools(FakeKeyring()))
    try:
        casebook, ended = casebook_in(folder), set()
        for number, what, name in happened:
            visit = VisitId(str(number))
            if visit in ended:
                continue
            if not folder.casebook.execute("SELECT 1 FROM visit WHERE id = ?", (visit,)).fetchone():
                casebook.append(visit, [ev.VisitOpened(number, VisitChannel.DESK, "abc")], NOW)
            match what:
                case "name":
                    casebook.append(visit, [ev.PersonNamed(Person(PersonId(name), name))], NOW)
                case "keep":
                    casebook.append_and_erase(visit, [ev.VisitEnded(Outcome.PLAN_GIVEN, True)], NOW)
                case "forget":
                    casebook.append_and_erase(visit, [ev.PersonForgotten()], NOW)
                case "erase":
                    casebook.append_and_erase(visit, [ev.VisitDiscarded()], NOW)
                    ended.add(visit)
        live = rows(folder)
        casebook.rebuild()
        assert rows(folder) == live
        assert casebook.verify().broken is None
    finally:
        folder.close()


STATEMENTS = (
    person_search._BEGUN_WORDS,
    person_search._TIMES,
    person_search._BORN,
    person_search._PERSONS,
    person_search._VISITS,
)


@pytest.mark.parametrize("statement", [*STATEMENTS, person_search._WITH_WORD.format(others=""), "like"])
def test_no_question_goes_through_all_visits(folder, statement) -> None:
    asked = person_search._WORDS_LIKE if statement == "like" else statement
    given = {"word": "a", "sound": "a", "letter": "a", "words": "[]", "most": 1}
    bound = given if ":" in asked else ("[]",) * asked.count("?")
    plan = [row[3] for row in folder.casebook.execute(f"EXPLAIN QUERY PLAN {asked}", bound).fetchall()]
    assert [step for step in plan if step.startswith("SCAN") and step.split()[1] in TABLES] == []


@given(st.text(max_size=30))
def test_any_text_has_words_and_a_sound(text) -> None:
    for word in name_words(text):
        assert word
        assert sound(word) == sound(word)


def test_every_misspelt_name_of_a_hundred_is_found(folder, casebook, persons) -> None:
    """One letter changed, left out, doubled or swapped, anywhere but in the first place."""
    draw = random.Random(2026)
    first = "Aino Eeva Liisa Pekka Matti Juhani Sofia Elina Olavi Tapio Kaarina Johanna".split()
    last = "Korhonen Nieminen Makela Heikkinen Koskinen Lehtonen Karjalainen Savolainen Laitinen Rantanen".split()
    meant = {}
    for number in range(120):
        name = f"{draw.choice(first)} {draw.choice(last)}{draw.choice(['', '-Salo', '-Niemi', '-Oja'])}"
        born = date(1940, 1, 1) + timedelta(days=draw.randrange(20_000))
        keep(casebook, f"v{number}", 100 + number, Person(PersonId(f"p{number}"), name, born))
        meant[f"p{number}"] = name
    missed = [name for person, name in meant.items() if person not in found(persons, misspelt(name, draw), most=200)]
    assert missed == []


def misspelt(name: str, draw: random.Random) -> str:
    words = name.split()
    which = max(range(len(words)), key=lambda n: len(words[n]))
    word = words[which]
    at = draw.randrange(1, min(5, len(word) - 1))
    change = draw.choice(["left out", "doubled", "swapped", "changed"])
    if change == "left out":
        word = word[:at] + word[at + 1 :]
    elif change == "doubled":
        word = word[:at] + word[at] + word[at:]
    elif change == "swapped":
        word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    else:
        word = word[:at] + "u" + word[at + 1 :]
    return " ".join([*words[:which], word, *words[which + 1 :]])
