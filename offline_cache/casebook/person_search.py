"""Finds persons with kept visits by what is known of them: a name, perhaps misspelt, a birth date, or both.

A misspelt name is looked for among the different words of all names, which are few however many visits there are;
only then are visits looked up, by index. Imported with the first person who is looked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime

from desk.model.hours import HELSINKI
from desk.model.ids import PersonId, VisitId
from desk.model.name_keys import name_words, sound
from desk.model.person import FoundPerson, PersonSought
from offline_cache.casebook.name_judging import Likeness, judged
from offline_cache.connection import StoreConnection
from offline_cache.store import DeskFolder

_MOST_LOOKED_AT = 400
"""Of those whose words fit: the newest; more would be a list that nobody reads."""
_MOST_WORDS = 60

_BEGUN = """
    SELECT word FROM name_word WHERE word >= :word AND word < :word || char(1114111)
    ORDER BY word <> :word, times DESC LIMIT :most
"""
_WORDS_LIKE = """
    SELECT word FROM name_word WHERE word >= :word AND word < :word || char(1114111)
    UNION SELECT word FROM name_word WHERE sound = :sound
    UNION SELECT word FROM name_word WHERE word >= :letter AND word < :letter || char(1114111)
        AND length(word) BETWEEN length(:word) - 2 AND length(:word) + 2
"""
_TIMES = "SELECT coalesce(sum(times), 0) FROM name_word WHERE word IN (SELECT value FROM json_each(?))"
_WITH_WORDS = """
    SELECT person.visit, person.person, person.number, person.name, person.birth, person.opened_at
    FROM (
        SELECT DISTINCT number, visit FROM person_word
        WHERE word IN (SELECT value FROM json_each(:words)) {others}
        ORDER BY number DESC LIMIT :most
    ) AS meant CROSS JOIN person ON person.visit = meant.visit
"""
_OTHER_WORD = """
    AND EXISTS (SELECT 1 FROM person_word AS also WHERE also.visit = person_word.visit
        AND also.word IN (SELECT value FROM json_each(:other{n})))
"""
_BORN = """
    SELECT visit, person, number, name, birth, opened_at FROM person
    WHERE birth IN (SELECT value FROM json_each(?)) ORDER BY number DESC LIMIT ?
"""
_VISITS = "SELECT person, count(*) FROM person WHERE person IN (SELECT value FROM json_each(?)) GROUP BY person"

_Row = tuple[str, str, int, str, str | None, str]


def persons_in(folder: DeskFolder) -> SqlPersons:
    """Who has kept visits in an open data folder."""
    return SqlPersons(folder.casebook)


class SqlPersons:
    """The port ``desk.ports.person_finder.PersonFinder``. One thread uses it at a time."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection

    def find(self, sought: PersonSought, most: int) -> tuple[FoundPerson, ...]:
        """Those who may be meant, the likeliest first; a person with several kept visits is there once."""
        connection = self._connection
        if sought.births:
            shown = _likeliest(_born(connection, sought), sought, most)
        else:
            shown = _likeliest(_named(connection, sought, guessing=False), sought, most)
            if len(shown) < most:
                shown = _likeliest(_named(connection, sought, guessing=True), sought, most)
        visits = dict(connection.execute(_VISITS, (_json(row[1] for _, row in shown),)).fetchall())
        return tuple(_found(row, visits.get(row[1], 1), sure=likeness.is_sure) for likeness, row in shown)

    def visits_of(self, person: PersonId) -> tuple[VisitId, ...]:
        """The kept visits of a person, the newest first."""
        rows = self._connection.execute("SELECT visit FROM person WHERE person = ? ORDER BY number DESC", (person,))
        return tuple(VisitId(row[0]) for row in rows)


def _likeliest(rows: Iterable[_Row], sought: PersonSought, most: int) -> list[tuple[Likeness, _Row]]:
    likely = [(likeness, row) for row in rows if (likeness := _likeness(row, sought)) is not None]
    likely.sort(key=lambda each: (each[0].cost, -each[1][2]))
    first: dict[str, tuple[Likeness, _Row]] = {}
    for likeness, row in likely:
        first.setdefault(row[1], (likeness, row))
    return list(first.values())[:most]


def _born(connection: StoreConnection, sought: PersonSought) -> list[_Row]:
    days = _json(day.isoformat() for day in sought.births)
    rows: list[_Row] = connection.execute(_BORN, (days, _MOST_LOOKED_AT)).fetchall()
    return rows


def _named(connection: StoreConnection, sought: PersonSought, *, guessing: bool) -> list[_Row]:
    """Visits that have a word like each word that was typed; looked up by the rarest of them."""
    alike = [_words_like(connection, word, guessing=guessing) for word in sought.words]
    if not alike or not all(alike):
        return []
    listed = [_json(words) for words in alike]
    listed.sort(key=lambda words: connection.execute(_TIMES, (words,)).fetchone()[0])
    others = {f"other{n}": words for n, words in enumerate(listed[1:])}
    asked = _WITH_WORDS.format(others="".join(_OTHER_WORD.format(n=n) for n in range(len(others))))
    given = {"words": listed[0], "most": _MOST_LOOKED_AT, **others}
    rows: list[_Row] = connection.execute(asked, given).fetchall()
    return rows


def _words_like(connection: StoreConnection, word: str, *, guessing: bool) -> list[str]:
    if not guessing:
        begun = connection.execute(_BEGUN, {"word": word, "most": _MOST_WORDS})
        return [row[0] for row in begun]
    given = {"word": word, "sound": sound(word), "letter": word[0]}
    known = [row[0] for row in connection.execute(_WORDS_LIKE, given)]
    return judged(word, known)[:_MOST_WORDS]


def _likeness(row: _Row, sought: PersonSought) -> Likeness | None:
    return Likeness.of(sought.words, name_words(row[3]))


def _found(row: _Row, visits: int, *, sure: bool) -> FoundPerson:
    visit, person, number, name, birth, opened_at = row
    return FoundPerson(
        id=PersonId(person),
        name=name,
        birth_date=date.fromisoformat(birth) if birth else None,
        visit=VisitId(visit),
        number=int(number),
        opened_at=datetime.fromisoformat(opened_at).astimezone(HELSINKI),
        visits=int(visits),
        sure=sure,
    )


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values))
