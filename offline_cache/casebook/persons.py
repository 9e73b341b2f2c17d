"""Who has kept visits: written like the other projections, so that a name or a birth date finds them."""

from __future__ import annotations

from datetime import date

from desk.model.ids import VisitId
from desk.model.name_keys import name_words, sound
from desk.model.person import Person
from desk.model.visit import Visit
from offline_cache.connection import StoreConnection


def project(connection: StoreConnection, visit: Visit) -> None:
    """Bring what finds a visit by its person to where its events lead: nothing, unless it is kept."""
    person = visit.person if visit.kept and not visit.erased else None
    before = connection.execute("SELECT name, birth, person FROM person WHERE visit = ?", (visit.id,)).fetchone()
    if before == (None if person is None else (person.name, _iso(person.birth_date), person.id)):
        return
    if before is not None:
        _forget(connection, visit.id)
    if person is not None:
        _keep(connection, visit, person)


def forget_all(connection: StoreConnection) -> None:
    """Empty the projection, to make it again from the journal."""
    connection.execute("DELETE FROM person")
    connection.execute("DELETE FROM person_word")
    connection.execute("DELETE FROM name_word")


def _keep(connection: StoreConnection, visit: Visit, person: Person) -> None:
    connection.execute(
        "INSERT INTO person (visit, person, number, name, birth, opened_at) VALUES (?, ?, ?, ?, ?, ?)",
        (visit.id, person.id, visit.number, person.name, _iso(person.birth_date), visit.opened_at.isoformat()),
    )
    words = name_words(person.name)
    connection.executemany(
        "INSERT INTO person_word (word, number, visit) VALUES (?, ?, ?)",
        [(word, visit.number, visit.id) for word in words],
    )
    connection.executemany(
        "INSERT INTO name_word (word, sound, times) VALUES (?, ?, 1) "
        "ON CONFLICT (word) DO UPDATE SET times = times + 1",
        [(word, sound(word)) for word in words],
    )


def _forget(connection: StoreConnection, visit: VisitId) -> None:
    connection.execute(
        "UPDATE name_word SET times = times - 1 WHERE word IN (SELECT word FROM person_word WHERE visit = ?)", (visit,)
    )
    connection.execute("DELETE FROM name_word WHERE times <= 0")
    connection.execute("DELETE FROM person_word WHERE visit = ?", (visit,))
    connection.execute("DELETE FROM person WHERE visit = ?", (visit,))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
