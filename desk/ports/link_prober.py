"""Finding out whether links still work, and remembering it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk.model.link_check import LinkCheck, LinkFinding


class LinkProber(Protocol):
    """Asks for addresses, one after another, politely. Nothing but the address is ever sent."""

    def probe(self, url: str) -> LinkFinding:
        """Ask for one address; never raises for what the other side does."""
        ...

    def close(self) -> None:
        """Close all connections."""
        ...


class LinkChecks(Protocol):
    """What was found of links, in the catalogue: it can be found out again."""

    def all(self) -> tuple[LinkCheck, ...]:
        """Return every link that was ever checked."""
        ...

    def failing(self) -> tuple[LinkCheck, ...]:
        """Return the links that did not work twice in a row, on different days."""
        ...

    def keep(self, checks: Sequence[LinkCheck]) -> None:
        """Keep what was found, in place of what was known of the same links."""
        ...
