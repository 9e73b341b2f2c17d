"""Measures the import of a generated catalogue and the search in it, each against its floor in the same run.

The floor of the import: decode the same JSON with msgspec, and put the same rows, search rows included, with
``executemany`` into an encrypted file with the same tables. The floor of a keystroke: the bare query to the same
search table for the same word. ``python -m tools.bench_catalogue [SERVICES]`` prints one JSON document.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from desk.model.intake import Intake
from offline_cache.catalogue.language_forms import LanguageForms
from offline_cache.catalogue.store import SqlCatalogue
from offline_cache.connection import StoreConnection, StoreKind, connect, create_file, transaction
from offline_cache.migrate import upgrade
from services.wire import ptv_v11 as wire
from services.wire.ptv_v11_reading import read_document
from tools.generate_catalogue import generate

ROOT = Path(__file__).resolve().parent.parent
DICTIONARIES = ROOT / "build" / "dictionaries"
KEY = bytes(range(32))
INTAKE = Intake("bench", datetime(2026, 11, 23, 10, 0, tzinfo=UTC))
SERVICES = 20_000
SERVICES_FOR_IMPORT = 5_000
TYPED = (
    "asumistukea",
    "perhe",
    "tulkkipalvelu oulu",
    "bostadsbidrag",
    "housing support",
    "terveysneuvonta kuopio",
    "hakemus",
    "palvelun hakeminen",
    "jätevesi",
    "vammaispalvelulain mukainen tuki",
    "elaketuki",
    "mielenterveyspalvelut lapsille ",
    "lapsille tukea arjessa",
    "kuopion yksikkö 12",
    "en tiedä mitä tehdä kun",
)
BARE_QUERY = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT 20"


@dataclass(frozen=True, slots=True)
class ImportFigures:
    """Seconds, and their ratio."""

    services: int
    megabytes: float
    seconds: float
    floor_seconds: float
    ratio: float


@dataclass(frozen=True, slots=True)
class KeystrokeFigures:
    """Milliseconds from a key to ranked, explained results, and the ratio of the medians."""

    services: int
    keystrokes: int
    median_ms: float
    p95_ms: float
    worst_ms: float
    floor_median_ms: float
    ratio: float


class Recorder:
    """Stands before a connection and keeps what is inserted, for the floor."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection
        self.inserts: list[tuple[str, list[Any]]] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def executemany(self, statement: str, rows: Iterable[Any]) -> Any:
        """Keep the rows of an INSERT and pass everything on."""
        kept = list(rows)
        if statement.lstrip().startswith("INSERT"):
            self.inserts.append((statement, kept))
        return self._connection.executemany(statement, kept)


def empty_catalogue(path: Path) -> StoreConnection:
    """An encrypted file at the newest schema."""
    create_file(path)
    upgrade(path, KEY, StoreKind.CATALOGUE)
    return connect(path, KEY, kind=StoreKind.CATALOGUE)


def take_in(connection: Any, content: bytes) -> SqlCatalogue:
    """Import one document, forms of words worked out anew."""
    store = SqlCatalogue(connection, lambda: LanguageForms(DICTIONARIES))
    store.take_in((document.objects for document in read_document("bench", content)), INTAKE)
    return store


def measure_import(folder: Path, services: int = SERVICES_FOR_IMPORT) -> ImportFigures:
    """Import against decoding and inserting the same; the better of two runs each."""
    content = generate(services)
    recorder = Recorder(empty_catalogue(folder / "recorded.db"))
    take_in(recorder, content)
    floors, ours = [], []
    for number in range(2):
        bare = empty_catalogue(folder / f"floor{number}.db")
        floors.append(_seconds(lambda bare=bare: _floor(bare, content, recorder.inserts)))  # type: ignore[misc]
        full = empty_catalogue(folder / f"ours{number}.db")
        ours.append(_seconds(lambda full=full: take_in(full, content)))  # type: ignore[misc]
        bare.close()
        full.close()
    recorder.close()
    floor, own = min(floors), min(ours)
    return ImportFigures(services, round(len(content) / 1e6, 1), round(own, 2), round(floor, 2), round(own / floor, 2))


def _floor(connection: StoreConnection, content: bytes, inserts: Sequence[tuple[str, list[Any]]]) -> None:
    shapes = (
        (b'"serviceNames"', msgspec.json.Decoder(wire.Service)),
        (b'"serviceChannelType"', msgspec.json.Decoder(wire.Channel)),
        (b'"organizationNames"', msgspec.json.Decoder(wire.Organization)),
    )
    for raw in msgspec.json.decode(content, type=list[msgspec.Raw]):
        start = bytes(raw)[:400]
        next(decoder for mark, decoder in shapes if mark in start).decode(raw)
    with transaction(connection):
        for statement, rows in inserts:
            connection.executemany(statement, rows)


def measure_keystrokes(folder: Path, services: int = SERVICES) -> KeystrokeFigures:
    """Every beginning of some things that clerks type, after one round to warm up."""
    connection = empty_catalogue(folder / "typed.db")
    store = take_in(connection, generate(services))
    store.warm_up()
    beginnings = [typed[: letters + 1] for typed in TYPED for letters in range(len(typed))]
    for beginning in beginnings:
        store.search(beginning, "fi")
    ours = sorted(_seconds(lambda text=text: store.search(text, "fi")) * 1000 for text in beginnings)  # type: ignore[misc]
    bare = [_seconds(lambda text=text: _bare(connection, text)) * 1000 for text in beginnings]  # type: ignore[misc]
    connection.close()
    median, floor = statistics.median(ours), statistics.median(bare)
    return KeystrokeFigures(
        services=services,
        keystrokes=len(ours),
        median_ms=round(median, 2),
        p95_ms=round(ours[int(len(ours) * 0.95)], 2),
        worst_ms=round(ours[-1], 2),
        floor_median_ms=round(floor, 3),
        ratio=round(median / floor, 1),
    )


def _bare(connection: StoreConnection, text: str) -> None:
    words = " ".join(f'"{word}" *' for word in text.split())
    connection.execute(BARE_QUERY, (words,)).fetchall()


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main(arguments: Sequence[str]) -> None:
    """Print all figures."""
    services = int(arguments[0]) if arguments else SERVICES
    with tempfile.TemporaryDirectory() as scratch:
        figures = {
            "import": measure_import(Path(scratch), min(services, SERVICES_FOR_IMPORT)),
            "keystroke": measure_keystrokes(Path(scratch), services),
        }
    print(msgspec.json.format(msgspec.json.encode(figures), indent=1).decode())


if __name__ == "__main__":
    main(sys.argv[1:])
