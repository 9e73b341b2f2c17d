"""A catalogue of the nation's size as documents of PTV v11 JSON, from a seed.

    from tests.national_catalogue.generate import national, write

``national(Sizes(services=30_000), seed=1)`` gives (name, JSON) of about a thousand objects each and never
holds more; objects are the same whatever the size, but for the few channels that hundreds of services share, which
tell of those that are there. ``write(folder, sizes, seed)`` puts them into files, once.

    python -m tests.national_catalogue.generate FOLDER [SERVICES] [SEED]
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from tests.national_catalogue.channels import Channels
from tests.national_catalogue.drawing import Drawing, Sizes
from tests.national_catalogue.organizations import Organizations, collection, general_description
from tests.national_catalogue.services import Services

AT_ONCE = 1_000
SERVICES = Sizes().services
SEED = 1
WHOLE = "whole.txt"
"""Written last into a folder: without it the folder is cut short, and is made anew."""
FORM = "2"
"""Changed when the same seed makes another catalogue than before."""


class National:
    """Every object of the catalogue by its kind and number."""

    def __init__(self, sizes: Sizes, seed: int = SEED) -> None:
        drawing = Drawing(seed, sizes)
        organizations = Organizations(drawing)
        services = Services(drawing, organizations)
        channels = Channels(drawing, organizations, services)
        self._makers: dict[str, tuple[int, Callable[[int], dict[str, Any]]]] = {
            "organizations": (sizes.organizations, organizations.one),
            "general-descriptions": (sizes.general_descriptions, lambda number: general_description(drawing, number)),
            "services": (sizes.services, services.one),
            "channels": (sizes.channels, channels.one),
            "collections": (sizes.collections, lambda number: collection(drawing, number)),
        }

    def objects(self, kind: str, first: int = 0, until: int | None = None) -> Iterator[dict[str, Any]]:
        """The objects of a kind, from one number to before another."""
        count, make = self._makers[kind]
        for number in range(first, count if until is None else min(until, count)):
            yield make(number)

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """All of them, some at a time, each with the name of its file."""
        for kind, (count, _) in self._makers.items():
            for first in range(0, count, AT_ONCE):
                name = f"{kind}-{first // AT_ONCE + 1:04}.json"
                yield name, msgspec.json.encode(list(self.objects(kind, first, first + AT_ONCE)))


def national(sizes: Sizes, seed: int = SEED) -> Iterator[tuple[str, bytes]]:
    """The documents of a catalogue of these sizes."""
    return National(sizes, seed).documents()


def write(folder: Path, sizes: Sizes, seed: int = SEED) -> Path:
    """The same as files in a folder, which is made when it is not there whole; returns the folder."""
    told = f"{FORM} {sizes} {seed}"
    mark = folder / WHOLE
    if mark.is_file() and mark.read_text(encoding="utf-8") == told:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in national(sizes, seed):
        (folder / name).write_bytes(content)
    mark.write_text(told, encoding="utf-8")
    return folder


def main(arguments: Sequence[str]) -> None:
    """Write the folder that the arguments name."""
    folder, *numbers = arguments
    services, seed = (*map(int, numbers), *(SERVICES, SEED)[len(numbers) :])
    write(Path(folder), Sizes(services), seed)


if __name__ == "__main__":
    main(sys.argv[1:])
