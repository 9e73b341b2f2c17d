"""Finds persons with kept visits by what is known of them: a name, perhaps misspelt, a birth date, or both.

A misspelt name is looked for among the different words of all names, which are few however many visits there are;
only then are visits looked up, by index. Imported with the first person who is looked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from heapq import merge
from itertools import islice

from desk.model.hours import HELSINKI
from desk.model.ids import PersonId, VisitId
from desk.model.name_keys import name_words, sound
from desk.model.person import FoundPerson, PersonSought
from offline_cache.casebook.name_judging import BEGUN, GUESSED, judged
from offline_cache.connection import StoreConnection
from offline_cache.store import DeskFolder

_MOST_LOOKED_AT = 200
"""Of those whose words fit: the newest; more would be a list that nobody reads."""
_MOST_WORDS = 40
_ENOUGH = 5
"""With fewer that are so letter by letter, the clerk may have misheard: then it is guessed too."""

_BEGUN_WORDS = """
    SELECT word FROM name_word WHERE word >= :word AND word < :word || char(1114111)
    ORDER BY word <> :word, times DESC LIMIT :most
"""
_WORDS_LIKE = """
    SELECT word, sound FROM name_word WHERE sound = :sound
    UNION SELECT word, sound FROM name_word WHERE word >= :letter AND word < :letter || char(1114111)
        AND length(word) BETWEEN length(:word) - 2 AND length(:word) + 2
    UNION SELECT word, sound FROM name_word WHERE word >= :word AND word < :word || char(1114111)
"""
_TIMES = "SELECT coalesce(sum(times), 0) FROM name_word WHERE word IN (SELECT value FROM json_each(?))"
_WITH_WORD = """
    SELECT number, visit FROM person_word WHERE word = :word {others} ORDER BY number DESC
"""
_PERSONS = """
    SELECT visit, person, number, name, birth, opened_at FROM person
    WHERE visit IN (SELECT value FROM json_each(?)) ORDER BY number DESC
"""
_OTHER_WORD = """
    AND EXISTS (SELECT 1 FROM person_word AS also WHERE also.visit = person_word.visit
        AND +also.word IN (SELECT value FROM json_each(:other{n})))
"""
"""The plus keeps SQLite at the few words of one visit: it would else look for each likely word in it."""
_BORN = """
    SELECT visit, person, number, name, birth, opened_at FROM person
    WHERE birth IN (SELECT value FROM json_each(?)) ORDER BY number DESC LIMIT ?
"""
_VISITS = "SELECT person, count(*) FROM person WHERE person IN (SELECT value FROM json_each(?)) GROUP BY person"

_Row = tuple[str, str, int, str, str | None, str]
_Costs = list[dict[str, float]]
"""For each typed word: the words of names that it may be, with what each costs."""


def persons_in(folder: DeskFolder) -> SqlPersons:
    """Who has kept visits in an open data folder."""
    return SqlPersons(folder.casebook)


class SqlPersons:
    """The port ``desk.ports.person_finder.PersonFinder``. One thread uses it at a time."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection

    def find(self, sought: PersonSought, most: int) -> tuple[FoundPerson, ...]:
        """Those who may be meant, the likeliest first; a person with several kept visits is there once."""
        if sought.births:
            shown = self._born(sought, most)
        else:
            shown = self._named(_begun(self._connection, sought), most)
            if len(shown) < _ENOUGH:
                shown = self._named(_guessed(self._connection, sought), most)
        ids = _json(row[1] for _, row in shown)
        visits = dict(self._connection.execute(_VISITS, (ids,)).fetchall())
        return tuple(_found(row, visits.get(row[1], 1), sure=cost < GUESSED) for cost, row in shown)

    def visits_of(self, person: PersonId) -> tuple[VisitId, ...]:
        """The kept visits of a person, the newest first."""
        rows = self._connection.execute("SELECT visit FROM person WHERE person = ? ORDER BY number DESC", (person,))
        return tuple(VisitId(row[0]) for row in rows)

    def _born(self, sought: PersonSought, most: int) -> list[tuple[float, _Row]]:
        days = _json(day.isoformat() for day in sought.births)
        rows: list[_Row] = self._connection.execute(_BORN, (days, _MOST_LOOKED_AT)).fetchall()
        known = {word: sound(word) for row in rows for word in name_words(row[3])}
        return _likeliest(rows, [judged(word, known, len(known)) for word in sought.words], most)

    def _named(self, costs: _Costs, most: int) -> list[tuple[float, _Row]]:
        """Visits that have a word like each word that was typed; looked up by the rarest of them."""
        if not costs or not all(costs):
            return []
        rarest, *others = sorted((_json(words) for words in costs), key=self._times)
        visits = _json(islice(dict.fromkeys(self._newest(rarest, others)), _MOST_LOOKED_AT))
        return _likeliest(self._connection.execute(_PERSONS, (visits,)).fetchall(), costs, most)

    def _newest(self, words: str, others: Sequence[str]) -> Iterator[VisitId]:
        """The visits that have one of these words and one of each of the others, the newest first.

        Each word is gone through from its newest visit on, only as far as somebody asks: a name that is common is
        met often enough in the newest visits.
        """
        asked = _WITH_WORD.format(others="".join(_OTHER_WORD.format(n=n) for n in range(len(others))))
        given = {f"other{n}": each for n, each in enumerate(others)}
        met = (self._connection.execute(asked, {"word": word, **given}) for word in json.loads(words))
        return (visit for _, visit in merge(*met, reverse=True))

    def _times(self, words: str) -> int:
        return int(self._connection.execute(_TIMES, (words,)).fetchone()[0])


def _begun(connection: StoreConnection, sought: PersonSought) -> _Costs:
    costs = []
    for word in sought.words:
        known = connection.execute(_BEGUN_WORDS, {"word": word, "most": _MOST_WORDS})
        costs.append({row[0]: 0.0 if row[0] == word else BEGUN for row in known})
    return costs


def _guessed(connection: StoreConnection, sought: PersonSought) -> _Costs:
    costs = []
    for word in sought.words:
        given = {"word": word, "sound": sound(word), "letter": word[0]}
        costs.append(judged(word, dict(connection.execute(_WORDS_LIKE, given).fetchall()), _MOST_WORDS))
    return costs


def _likeliest(rows: Iterable[_Row], costs: _Costs, most: int) -> list[tuple[float, _Row]]:
    """What each row costs, the cheapest and newest first, each person once."""
    likely = [(cost, row) for row in rows if (cost := _cost(name_words(row[3]), costs)) is not None]
    likely.sort(key=lambda each: (each[0], -each[1][2]))
    first: dict[str, tuple[float, _Row]] = {}
    for cost, row in likely:
        first.setdefault(row[1], (cost, row))
    return list(first.values())[:most]


def _cost(name: Iterable[str], costs: _Costs) -> float | None:
    known = list(name)
    paid = 0.0
    for likely in costs:
        cheapest = min((likely[word] for word in known if word in likely), default=None)
        if cheapest is None:
            return None
        paid += cheapest
    return paid


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
