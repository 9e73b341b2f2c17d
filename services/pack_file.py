"""Reads packs, from a disk or a USB stick, and believes nothing that the signature does not cover.

Every byte is compared with the signature before any of the contents is decompressed; while the contents are read, each
piece is compared with what was read then, so that a stick that gives other bytes the second time is found out as well.
"""

from __future__ import annotations

import hashlib
import lzma
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from desk.errors import FileMissing, PackDamaged, PackNewer, PackUnreadable
from desk.model.pack import PACK_FORMAT, PackHeader, PackInside, PackRecord
from services.pack_frame import (
    LARGEST_HEADER,
    MAGIC,
    PIECE,
    PREFIX,
    SIGNATURE_BYTES,
    Headline,
    decompressor,
    short_digest,
    signed_text,
    too_large,
)
from services.pack_records import RecordReader
from services.pack_writing import Publisher, write_pack
from services.signing import is_signed

SHA512_BYTES = 64


class PackFilesOnDisk:
    """Implements ``desk.ports.packs.PackFiles``."""

    def write(
        self, path: Path, inside: PackInside, records: Iterable[PackRecord], publisher: tuple[str, str], made: datetime
    ) -> PackHeader:
        """Write a pack, whole or not at all."""
        return write_pack(path, inside, records, Publisher(*publisher), made)

    @contextmanager
    def open(self, path: Path) -> Iterator[SealedFile]:
        """Open a pack and compare all of it with its signature."""
        try:
            file = path.open("rb")
        except FileNotFoundError:
            raise FileMissing(path=path) from None
        except OSError as error:
            raise PackUnreadable(path=path, reason=error.strerror or error) from error
        with file:
            yield SealedFile(path, file)


class SealedFile:
    """An open pack that is what its publisher signed. Implements ``desk.ports.packs.SealedPack``."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        """Read it through; raises ``PackDamaged``, ``PackNewer`` or ``PackUnreadable``."""
        self._path = path
        self._file = file
        prefix, told, signed = self._beginning()
        self._start = len(prefix) + len(told) + len(signed)
        self._judge_signature(prefix, told, signed)
        self._judge_format(prefix)
        self._header = self._understood(told)
        self._pieces = self._judged_contents()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    @property
    def header(self) -> PackHeader:
        """What the pack says of itself."""
        return self._header

    @property
    def size(self) -> int:
        """The bytes of the whole file."""
        return self._start + self._header.payload.size

    def records(self) -> Iterator[PackRecord]:
        """The contents, one after another; memory stays small however large they are."""
        payload = self._header.payload
        if too_large(payload.size, payload.unpacked):
            raise PackDamaged(kind="too_large", path=self._path, reason=f"{payload.unpacked} bytes")
        reading = RecordReader(self._path, payload)
        unpacking = decompressor()
        for piece in self._known_pieces():
            for unpacked in self._unpacked(unpacking, piece):
                yield from reading.more(unpacked)
        reading.end(whole=unpacking.eof and not unpacking.unused_data)

    def _unpacked(self, unpacking: lzma.LZMADecompressor, piece: bytes) -> Iterator[bytes]:
        """What a piece becomes, in parts that are never large."""
        try:
            yield unpacking.decompress(piece, PIECE)
            while not (unpacking.needs_input or unpacking.eof):
                yield unpacking.decompress(b"", PIECE)
        except (lzma.LZMAError, EOFError, MemoryError) as error:
            raise PackDamaged(kind="made_wrongly", path=self._path, reason=error) from error

    def _beginning(self) -> tuple[bytes, bytes, bytes]:
        prefix = self._read(PREFIX.size)
        if not MAGIC.startswith(prefix[: len(MAGIC)]):
            raise PackDamaged(kind="not_a_pack", path=self._path)
        if len(prefix) < PREFIX.size:
            raise PackDamaged(kind="cut_short", path=self._path)
        _, _, length = PREFIX.unpack(prefix)
        if length > LARGEST_HEADER:
            raise PackDamaged(kind="changed", path=self._path)
        told, signed = self._read(length), self._read(SIGNATURE_BYTES)
        if len(told) + len(signed) < length + SIGNATURE_BYTES:
            raise PackDamaged(kind="cut_short", path=self._path)
        return prefix, told, signed

    def _judge_signature(self, prefix: bytes, told: bytes, signed: bytes) -> None:
        try:
            line = msgspec.json.decode(told, type=Headline)
            key, sha512 = line.publisher["digits"], bytes.fromhex(line.payload["sha512"])
        except (msgspec.MsgspecError, KeyError, TypeError, ValueError):
            raise PackDamaged(kind="changed", path=self._path) from None
        whole = len(sha512) == SHA512_BYTES and is_signed(key, signed_text(prefix, told, sha512), signed)
        if not whole:
            raise PackDamaged(kind="changed", path=self._path)

    def _judge_format(self, prefix: bytes) -> None:
        _, number, _ = PREFIX.unpack(prefix)
        if number > PACK_FORMAT:
            raise PackNewer(path=self._path)

    def _understood(self, told: bytes) -> PackHeader:
        try:
            return msgspec.json.decode(told, type=PackHeader)
        except msgspec.MsgspecError as error:
            raise PackDamaged(kind="made_wrongly", path=self._path, reason=error) from error

    def _judged_contents(self) -> tuple[bytes, ...]:
        """Compare the contents with the signed hash, and remember each piece."""
        hashed, pieces, size = hashlib.sha512(), [], 0
        while piece := self._read(PIECE):
            hashed.update(piece)
            pieces.append(short_digest(piece))
            size += len(piece)
            if size > self._header.payload.size:
                raise PackDamaged(kind="changed", path=self._path)
        if size < self._header.payload.size:
            raise PackDamaged(kind="cut_short", path=self._path)
        if hashed.hexdigest() != self._header.payload.sha512:
            raise PackDamaged(kind="changed", path=self._path)
        return tuple(pieces)

    def _known_pieces(self) -> Iterator[bytes]:
        try:
            self._file.seek(self._start)
        except OSError as error:
            raise PackUnreadable(path=self._path, reason=error.strerror or error) from error
        for known in self._pieces:
            piece = self._read(PIECE)
            if short_digest(piece) != known:
                raise PackDamaged(kind="changed", path=self._path)
            yield piece

    def _read(self, size: int) -> bytes:
        """Read so many bytes, or those that are left; a stick that was pulled out is a known error."""
        try:
            return self._file.read(size)
        except OSError as error:
            raise PackUnreadable(path=self._path, reason=error.strerror or error) from error
