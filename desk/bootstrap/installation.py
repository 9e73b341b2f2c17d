"""Where the parts lie, and what an open desk is to those who build with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desk.usecases.desk_rooms import Desk
    from offline_cache.store import DeskFolder
    from ui.door import OpenDesk


ROOT = Path(__file__).resolve().parent.parent.parent


class Installation(NamedTuple):
    """Where the parts lie that set-up made and that are shipped."""

    bundle: Path = ROOT / "build" / "content.bundle"
    dictionaries: Path = ROOT / "build" / "dictionaries"
    content: Path = ROOT / "desk" / "content"
    starter: Path = ROOT / "desk" / "content" / "starter_catalogue"
    fonts: Path = ROOT / "printing" / "fonts"
    own_of: Path | None = None
    """The data folder whose own errands are used; none: the one that is opened."""
    is_practice: bool = False
    """Papers say that they are made for practice."""


class OpenedDesk(NamedTuple):
    """An open data folder with its use cases. Whoever opened it closes it."""

    desk: Desk
    recovery_key: str | None
    folder: DeskFolder

    def close(self) -> None:
        """Close the stores and let the next writer in."""
        self.folder.close()


class WorkerStart(NamedTuple):
    """How the refresh is started in a process of its own (``desk.usecases.refresh_lines``)."""

    argv: tuple[str, ...]
    """The program and its arguments; no secret is among them."""
    first_line: bytes
    """Written to its standard input first. It holds keys: it is never logged."""

    def __repr__(self) -> str:
        return f"WorkerStart(argv={self.argv})"


def default_data_dir() -> Path:
    """Return the data folder of this user on this machine."""
    import platformdirs

    return Path(platformdirs.user_data_dir("Palvelutiski", appauthor=False))


def really_open(opened: OpenDesk) -> OpenedDesk:
    """Return the desk behind what the window was handed; it holds nothing else."""
    if not isinstance(opened, OpenedDesk):
        raise TypeError(f"no data folder lies behind {opened!r}")
    return opened
