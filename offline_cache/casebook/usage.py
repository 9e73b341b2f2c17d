"""How often errands and services are used at this desk: counts by the month, which tell of nobody."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

import msgspec

from desk.model.freshness import Use
from desk.model.ids import ErrandId
from desk.model.point_note import Subject
from offline_cache.connection import StoreConnection, transaction
from offline_cache.store import DeskFolder

_COUNT = """
    INSERT INTO used (kind, id, month, times) VALUES (?, ?, ?, 1)
    ON CONFLICT (kind, id, month) DO UPDATE SET times = times + 1
"""
_FORGET = "DELETE FROM used WHERE month < ?"
_MOST = "SELECT id, sum(times) FROM used WHERE month >= ? GROUP BY id ORDER BY sum(times) DESC, id LIMIT ?"
_ERRANDS = "SELECT errands, opened_at FROM visit WHERE opened_at >= ?"
"""From the beginning of a day: a moment in text is later than its day."""


def usage_in(folder: DeskFolder) -> SqlDeskUse:
    """The counts of an open data folder; only a writer counts."""
    return SqlDeskUse(folder.casebook, counts=folder.lock is not None)


class SqlDeskUse:
    """The port ``desk.ports.point_notes.DeskUse``. One thread uses it at a time."""

    def __init__(self, connection: StoreConnection, *, counts: bool) -> None:
        self._connection = connection
        self._counts = counts

    def looked_at(self, subject: Subject, day: date) -> None:
        """Count that something was looked at; what is older than a year is forgotten on the way."""
        if not self._counts:
            return
        with transaction(self._connection):
            self._connection.execute(_COUNT, (subject.kind.value, subject.id, _month(day)))
            self._connection.execute(_FORGET, (_month(date(day.year - 1, day.month, 1)),))

    def since(self, moment: datetime, most: int) -> Use:
        """The errands of the visits since then, and what was looked at most in those months."""
        errands: Counter[ErrandId] = Counter()
        rows = self._connection.execute(_ERRANDS, (moment.date().isoformat(),)).fetchall()
        for listed, opened_at in rows:
            if datetime.fromisoformat(opened_at) >= moment:
                errands.update(ErrandId(errand) for errand in msgspec.json.decode(listed))
        looked_at = self._connection.execute(_MOST, (_month(moment.date()), most)).fetchall()
        return Use(dict(errands), {identity: int(times) for identity, times in looked_at})


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"
