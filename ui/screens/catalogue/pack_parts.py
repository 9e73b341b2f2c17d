"""What packages need besides the desk: types alone, for packages themselves come when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.usecases.pack_rooms import PackRooms
    from ui.paper_ways import ChooseFile

OpenPacks = Callable[[], "AbstractContextManager[PackRooms]"]
"""What is done with packages, for as long as it takes."""


@dataclass(frozen=True, slots=True)
class PackParts:
    """What packages need besides the desk. ``choose`` asks for a file to open, ``choose_new`` for one to write."""

    packs: OpenPacks
    choose: Callable[[], Path | None]
    choose_new: ChooseFile
