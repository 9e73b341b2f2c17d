"""Where official forms are fetched from."""

from __future__ import annotations

from typing import Protocol


class FormFetcher(Protocol):
    """Fetches one form at a time from an agency's site."""

    def fetch(self, url: str) -> bytes:
        """Return a PDF; raises a ``NetworkError``, or ``FormRefused`` when it is something else or too large."""
        ...
