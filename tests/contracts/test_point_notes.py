"""What every place for the point's notes and counts promises, the one in memory and the encrypted one alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desk import events as ev
from desk.errors import NoteClosed, NoteUnknown
from desk.model.hours import HELSINKI
from desk.model.ids import ErrandId, VisitId
from desk.model.point_note import NoteId, NoteKind, PointNote, Subject, SubjectKind
from desk.model.visit import Outcome, VisitChannel
from i18n.language import Language
from offline_cache.casebook.journal import casebook_in
from offline_cache.casebook.notes import notes_in
from offline_cache.casebook.usage import usage_in
from offline_cache.store import Access
from tests.fakes import FakeCasebook, FakeKeyring
from tests.fresh_fakes import FakeDeskUse, FakePointNotes
from tests.offline_cache.opening import opened, tools

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=HELSINKI)
TODAY = NOW.date()
SERVICE = Subject(SubjectKind.SERVICE, "s")
NOTE = PointNote(NoteId("n1"), NoteKind.OWN, SERVICE, "Palvelu", "Ovi on takana.\nSoita kelloa.", NOW)


@pytest.fixture(params=["in memory", "encrypted"])
def stores(request, tmp_path):
    """Notes, counts and the casebook whose visits are counted."""
    if request.param == "in memory":
        casebook = FakeCasebook()
        yield FakePointNotes(), FakeDeskUse(casebook), casebook
        return
    folder = opened(tmp_path / "folder", tools(FakeKeyring()))
    yield notes_in(folder), usage_in(folder), casebook_in(folder)
    folder.close()


@pytest.fixture
def notes(stores):
    return stores[0]


@pytest.fixture
def use(stores):
    return stores[1]


def test_a_note_comes_back_as_it_was_written(notes):
    whole = replace(
        NOTE, until=TODAY, keeper="Kela", language=Language.SV, on_paper=True, about=Subject(SubjectKind.STEP, "e/s")
    )
    notes.add(whole)
    assert notes.note(whole.id) == whole
    assert notes.all() == (whole,)


def test_a_new_note_takes_the_place_of_the_old_one_and_the_old_one_stays(notes):
    notes.add(NOTE)
    new = replace(NOTE, id=NoteId("n2"), text="Ovi on edessä.", at=NOW + timedelta(hours=1), replaces=NOTE.id)
    notes.add(new)
    assert notes.counting(TODAY) == (new,)
    assert notes.all() == (new, replace(NOTE, closed=new.at))


def test_a_note_counts_until_its_last_day_and_not_after(notes):
    notes.add(replace(NOTE, until=TODAY))
    assert len(notes.counting(TODAY)) == 1
    assert notes.counting(TODAY + timedelta(days=1)) == ()


def test_a_closed_note_keeps_its_outcome_and_is_not_closed_twice(notes):
    notes.add(NOTE)
    notes.close(NOTE.id, NOW + timedelta(days=1), "Korjattu.")
    assert notes.note(NOTE.id).outcome == "Korjattu."
    assert notes.counting(TODAY) == ()
    with pytest.raises(NoteClosed):
        notes.close(NOTE.id, NOW + timedelta(days=2), "Toinen.")
    assert notes.note(NOTE.id) == replace(NOTE, closed=NOW + timedelta(days=1), outcome="Korjattu.")


def test_what_replaces_an_unknown_or_closed_note_is_not_kept(notes):
    new = replace(NOTE, id=NoteId("n2"), replaces=NOTE.id)
    with pytest.raises(NoteUnknown):
        notes.add(new)
    notes.add(NOTE)
    notes.close(NOTE.id, NOW, "")
    with pytest.raises(NoteClosed):
        notes.add(new)
    assert [note.id for note in notes.all()] == [NOTE.id]


def test_an_unknown_note_is_said_to_be_unknown(notes):
    with pytest.raises(NoteUnknown):
        notes.note(NoteId("none"))
    with pytest.raises(NoteUnknown):
        notes.close(NoteId("none"), NOW, "")


def test_notes_are_told_newest_first_and_count_oldest_first(notes):
    for day in (3, 1, 2):
        notes.add(replace(NOTE, id=NoteId(f"n{day}"), at=NOW + timedelta(days=day)))
    assert [note.id for note in notes.all()] == ["n3", "n2", "n1"]
    assert [note.id for note in notes.counting(TODAY)] == ["n1", "n2", "n3"]


def test_what_was_looked_at_is_counted_by_month_most_first(use):
    for day, subject in ((TODAY, "b"), (TODAY, "b"), (TODAY, "a"), (date(2026, 7, 1), "old")):
        use.looked_at(Subject(SubjectKind.SERVICE, subject), day)
    found = use.since(NOW - timedelta(days=90), 10)
    assert list(found.looked_at.items()) == [("b", 2), ("a", 1)]
    assert list(use.since(NOW - timedelta(days=90), 1).looked_at) == ["b"]
    assert list(use.since(NOW - timedelta(days=200), 10).looked_at) == ["b", "a", "old"]


def test_errands_of_erased_visits_still_count_and_older_visits_do_not(stores):
    _, use, casebook = stores

    def visit(name: str, at: datetime, *errands: str) -> None:
        told = [ev.VisitOpened(casebook.next_number(), VisitChannel.DESK, "abc")]
        casebook.append(VisitId(name), [*told, *(ev.ErrandAdded(ErrandId(each)) for each in errands)], at)

    visit("v1", NOW - timedelta(days=2), "moving")
    visit("v2", NOW - timedelta(days=1), "moving", "death")
    visit("v3", NOW - timedelta(days=91), "work")
    casebook.append_and_erase(VisitId("v1"), [ev.VisitEnded(Outcome.HANDLED, kept=False)], NOW)
    assert use.since(NOW - timedelta(days=90), 10).errands == {"moving": 2, "death": 1}


def test_a_desk_that_only_reads_counts_nothing(tmp_path):
    keyring = FakeKeyring()
    writer = opened(tmp_path / "folder", tools(keyring))
    reader = opened(tmp_path / "folder", tools(keyring), Access.READ)
    usage_in(reader).looked_at(SERVICE, TODAY)
    assert usage_in(writer).since(NOW - timedelta(days=1), 10).looked_at == {}
    reader.close()
    writer.close()


def test_counts_older_than_a_year_are_forgotten(tmp_path):
    folder = opened(tmp_path / "folder", tools(FakeKeyring()))
    use = usage_in(folder)
    use.looked_at(SERVICE, date(2025, 10, 31))
    use.looked_at(Subject(SubjectKind.SERVICE, "new"), TODAY)
    assert list(use.since(datetime(2025, 1, 1, tzinfo=HELSINKI), 10).looked_at) == ["new"]
    folder.close()
