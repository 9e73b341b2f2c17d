"""Writes a pack: the contents first, beside, because the header that stands before them says what they became."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from desk.errors import PackUnreadable
from desk.model.pack import PackHeader, PackInside, PackPayload, PackRecord
from services.pack_frame import (
    LARGEST_HEADER,
    LARGEST_RECORD,
    PIECE,
    compressor,
    framed,
    header_bytes,
    prefix_for,
    signed_text,
)
from services.signing import Ed25519Keys, signature


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who signs, and under which name."""

    secret: str
    name: str


def write_pack(
    path: Path, inside: PackInside, records: Iterable[PackRecord], publisher: Publisher, made: datetime
) -> PackHeader:
    """Write a pack so that it is whole or not there; raises ``PackUnreadable`` of the kind ``writing``."""
    try:
        with tempfile.TemporaryFile(dir=path.parent) as contents:
            payload = _compressed(records, contents)
            header = PackHeader(Ed25519Keys().public(publisher.secret), publisher.name, made, inside, payload)
            _put_together(path, _beginning(header, publisher.secret), contents)
    except OSError as error:
        raise PackUnreadable(kind="writing", path=path, reason=error.strerror or error) from error
    return header


def _compressed(records: Iterable[PackRecord], out: IO[bytes]) -> PackPayload:
    packing, hashed = compressor(), hashlib.sha512()
    size = unpacked = count = 0

    def put(packed: bytes) -> int:
        hashed.update(packed)
        out.write(packed)
        return len(packed)

    for record in records:
        if len(record.body) > LARGEST_RECORD:
            raise ValueError(f"a record of {len(record.body)} bytes: nobody could open it")
        frame = framed(record)
        count += 1
        unpacked += len(frame)
        size += put(packing.compress(frame))
    size += put(packing.flush())
    return PackPayload(size, hashed.hexdigest(), unpacked, count)


def _beginning(header: PackHeader, secret: str) -> bytes:
    told = header_bytes(header)
    if len(told) > LARGEST_HEADER:
        raise ValueError(f"a header of {len(told)} bytes: nobody could open it")
    prefix = prefix_for(told)
    return prefix + told + signature(secret, signed_text(prefix, told, bytes.fromhex(header.payload.sha512)))


def _put_together(path: Path, beginning: bytes, contents: IO[bytes]) -> None:
    beside = path.with_name(f".{path.name}.new")
    contents.seek(0)
    try:
        with beside.open("wb") as file:
            file.write(beginning)
            while piece := contents.read(PIECE):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
