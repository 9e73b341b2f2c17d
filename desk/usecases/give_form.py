"""Give an official form that is on this desk: to print it, or to save it. Fetching is ``desk.usecases.form_files``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desk.errors import FormRefused

if TYPE_CHECKING:
    from desk.ports.packs import FormShelf


class GiveForm:
    """Reads the shelf of forms; it is made when the first form is asked for."""

    def __init__(self, shelf: Callable[[], FormShelf]) -> None:
        self._shelf = shelf

    def here(self) -> frozenset[str]:
        """Return the addresses of the forms whose files are on this desk."""
        return frozenset(form.url for form in self._shelf().stored())

    def body(self, url: str) -> bytes:
        """Return the file; raises ``FormRefused`` when it is not on this desk."""
        body = self._shelf().body(url)
        if body is None:
            raise FormRefused(kind="not_here", url=url)
        return body
