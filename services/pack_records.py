"""Cuts the decompressed contents of a pack into records, within what the signed header declares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from desk.errors import PackDamaged
from desk.model.pack import PackPayload, PackRecord
from services.pack_frame import FRAME, LARGEST_RECORD, kind_of


class RecordReader:
    """Holds no more than the record that is being read."""

    def __init__(self, path: Path, payload: PackPayload) -> None:
        """The records of these contents."""
        self._path = path
        self._payload = payload
        self._held = bytearray()
        self._unpacked = 0
        self._records = 0

    def more(self, unpacked: bytes) -> Iterator[PackRecord]:
        """Return the records that are whole now; raises ``PackDamaged`` when there is more than was declared."""
        self._unpacked += len(unpacked)
        if self._unpacked > self._payload.unpacked:
            raise PackDamaged(kind="too_large", path=self._path, reason=f"over {self._payload.unpacked} bytes")
        self._held += unpacked
        start = 0
        while (end := self._end_of_record(start)) is not None:
            number, _ = FRAME.unpack_from(self._held, start)
            kind = kind_of(number)
            if kind is None:
                self._wrong(f"a record of kind {number}")
            yield PackRecord(kind, bytes(self._held[start + FRAME.size : end]))
            self._records += 1
            start = end
        del self._held[:start]

    def end(self, *, whole: bool) -> None:
        """Raise ``PackDamaged`` unless the contents ended where they should."""
        if not whole or self._held:
            self._wrong("the contents do not end where they should")
        if (self._unpacked, self._records) != (self._payload.unpacked, self._payload.records):
            self._wrong(f"{self._records} records of {self._payload.records}")

    def _end_of_record(self, start: int) -> int | None:
        """Where the record that begins here ends, if all of it is held."""
        if len(self._held) - start < FRAME.size:
            return None
        _, length = FRAME.unpack_from(self._held, start)
        if length > LARGEST_RECORD:
            self._wrong(f"a record of {length} bytes")
        end = start + FRAME.size + length
        return end if end <= len(self._held) else None

    def _wrong(self, reason: str) -> NoReturn:
        raise PackDamaged(kind="made_wrongly", path=self._path, reason=reason)
