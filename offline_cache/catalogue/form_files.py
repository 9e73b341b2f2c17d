"""Official forms as files in the catalogue: they can be fetched again, and travel in packs."""

from __future__ import annotations

from datetime import datetime

from desk.model.catalogue import Channel, ChannelKind, FormFile
from desk.model.pack import StoredForm
from offline_cache.catalogue import rows
from offline_cache.connection import StoreConnection, transaction

_STORED = "SELECT url, title, fetched, length(body) FROM form_file ORDER BY url"
_BODY = "SELECT body FROM form_file WHERE url = ?"
_STARTER_CHANNELS = "SELECT kind, body FROM entry WHERE kind = 'channel' AND starter = 1 AND hidden = 0 ORDER BY id"
PUT = """
    INSERT INTO form_file (url, fetched, title, body) VALUES (?, ?, ?, ?)
    ON CONFLICT (url) DO UPDATE SET fetched = excluded.fetched, title = excluded.title, body = excluded.body
"""


class SqlFormShelf:
    """Implements ``desk.ports.packs.FormShelf``."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection

    def stored(self) -> tuple[StoredForm, ...]:
        """What is here, by address."""
        found = self._connection.execute(_STORED).fetchall()
        return tuple(
            StoredForm(url, title, datetime.fromisoformat(fetched), size) for url, title, fetched, size in found
        )

    def put(self, url: str, title: str, body: bytes, fetched: datetime) -> None:
        """Keep a form."""
        with transaction(self._connection):
            self._connection.execute(PUT, (url, fetched.isoformat(), title, body))

    def body(self, url: str) -> bytes | None:
        """A form, if it is here."""
        row = self._connection.execute(_BODY, (url,)).fetchone()
        return bytes(row[0]) if row else None

    def starter_forms(self) -> tuple[FormFile, ...]:
        """The forms that the starter catalogue's channels name."""
        channels: list[Channel] = [rows.object_of(*row) for row in self._connection.execute(_STARTER_CHANNELS)]
        forms = [channel for channel in channels if channel.kind is ChannelKind.FORM]
        return tuple(dict.fromkeys(form for channel in forms for form in channel.forms))
