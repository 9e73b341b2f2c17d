"""Fakes of where official forms come from and where they are kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from desk.errors import SourceUnreachable
from desk.model.catalogue import FormFile
from desk.model.pack import StoredForm


class FakeFormShelf:
    """Forms in a dictionary."""

    def __init__(self) -> None:
        """No forms."""
        self._forms: dict[str, tuple[StoredForm, bytes]] = {}

    def stored(self) -> tuple[StoredForm, ...]:
        """What is here."""
        return tuple(form for form, _ in self._forms.values())

    def put(self, url: str, title: str, body: bytes, fetched: datetime) -> None:
        """Keep a form."""
        self._forms[url] = (StoredForm(url, title, fetched, len(body)), body)

    def body(self, url: str) -> bytes | None:
        """A form, if it is here."""
        return self._forms[url][1] if url in self._forms else None

    def starter_forms(self) -> tuple[FormFile, ...]:
        """None."""
        return ()


@dataclass
class FakeForms:
    """Fetches what a test put there; anything else may not be fetched."""

    files: dict[str, bytes] = field(default_factory=dict)

    def fetch(self, url: str) -> bytes:
        """The file of a form."""
        if url not in self.files:
            raise SourceUnreachable(source=url, reason="nobody there")
        return self.files[url]
