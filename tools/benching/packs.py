"""Outreach packs of the generated nation: how small, and what making and opening cost beside plain xz of the same."""

from __future__ import annotations

import lzma
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk import bootstrap
from desk.model.pack import OBJECTS
from desk.usecases.pack_rooms import PackRooms
from offline_cache.catalogue import rows
from services.pack_file import PackFilesOnDisk
from services.pack_frame import DICTIONARY, PRESET
from services.passphrases import GivenPassphrase
from tools.benching.figures import BUILD, PASSPHRASE, Figure
from tools.benching.nation import Nation

MEGABYTE = 1_000_000
PER = 10_000
FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": PRESET, "dict_size": DICTIONARY}]


def figures(nation: Nation) -> list[Figure]:
    """Size, making, looking into and taking in, of a pack of everything."""
    path = BUILD / "nation.deskpack"
    with _rooms(nation.folder) as rooms:
        made = rooms.make_pack(path, ())
        spoken = rooms.publishers.own().key.spoken()
    packed, packing, unpacking, decoding = _plain(path)
    services = made.header.inside.counts.services
    compared, taken = _opened(path, spoken)
    of = f"{services} services"
    plain = "plain xz of the same JSON at once, nothing signed"
    return [
        Figure(
            f"pack of {PER} services",
            made.file_size / MEGABYTE / services * PER,
            "MB",
            packed / MEGABYTE / services * PER,
            f"{plain}; the pack has errands and codes too",
        ),
        Figure(f"making a pack ({of})", made.seconds, "s", packing, plain),
        Figure(f"looking into a pack ({of})", compared, "s", unpacking + decoding, "plain xz opened, msgspec decoding"),
        Figure(f"taking a pack in ({of})", taken, "s", compared, "looking into it, with nothing written"),
    ]


@contextmanager
def _rooms(folder: Path) -> Iterator[PackRooms]:
    with bootstrap.open_desk(folder, GivenPassphrase(PASSPHRASE)) as opened, bootstrap.packs(opened) as rooms:
        yield rooms


def _plain(path: Path) -> tuple[int, float, float, float]:
    """The size of the same JSON as plain xz, and the seconds to pack it, to unpack it and to decode it."""
    with PackFilesOnDisk().open(path) as pack:
        objects = [record for record in pack.records() if record.kind in OBJECTS]
    told = b"".join(record.body for record in objects)
    started = time.perf_counter()
    packed = lzma.compress(told, check=lzma.CHECK_NONE, filters=FILTERS)
    packing = time.perf_counter() - started
    started = time.perf_counter()
    lzma.decompress(packed)
    unpacking = time.perf_counter() - started
    started = time.perf_counter()
    for record in objects:
        rows.object_of(record.kind, record.body)
    return len(packed), packing, unpacking, time.perf_counter() - started


def _opened(path: Path, spoken: str) -> tuple[float, float]:
    """The seconds to look into a pack and to take it in, on a desk that has nothing yet."""
    folder = BUILD / "laptop"
    shutil.rmtree(folder, ignore_errors=True)
    with _rooms(folder) as rooms:
        rooms.publishers.trust(spoken, "nation")
        started = time.perf_counter()
        rooms.open_pack.preview(path)
        compared = time.perf_counter() - started
        return compared, rooms.open_pack(path).seconds
