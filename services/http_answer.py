"""One answer's body: read piece by piece, unpacked, and never more of it than the desk is ready to hold."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from desk.errors import ImportCancelled

if TYPE_CHECKING:
    from requests import Response

PIECE = 64 * 1024
GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
PACKED = ("gzip", "x-gzip", "deflate")
PLAIN = ("", "identity")


class BodyBroken(Exception):
    """The body is not what its headers promise: asking again may help."""


class BodyTooLong(Exception):
    """More than the desk is ready to hold: asking again for the same does not help."""


class BodyReader:
    """Reads bodies and counts what came over the wire."""

    def __init__(self, stopped: Callable[[], bool], longest: int, seconds: float) -> None:
        self._stopped = stopped
        self._longest = longest
        self._seconds = seconds
        self.received = 0

    def body_of(self, response: Response) -> bytes:
        """Read and unpack a body; raises ``BodyBroken``, ``BodyTooLong``, ``ImportCancelled`` (and urllib3 its own)."""
        coding = response.headers.get("Content-Encoding", "").strip().lower()
        if coding not in PACKED + PLAIN:
            raise BodyBroken(f"Content-Encoding: {coding}")
        unpacker = zlib.decompressobj(GZIP_OR_ZLIB) if coding in PACKED else None
        parts: list[bytes] = []
        size = 0
        for piece in self._pieces(response):
            part = _unpacked(unpacker, piece, self._longest - size + 1) if unpacker else piece
            size += len(part)
            if size > self._longest:
                raise BodyTooLong(f"> {self._longest / 1024**2:g} MB")
            parts.append(part)
        if unpacker is not None and size and not unpacker.eof:
            raise BodyBroken("gzip: cut off")
        return b"".join(parts)

    def _pieces(self, response: Response) -> Iterator[bytes]:
        until = time.monotonic() + self._seconds
        while piece := response.raw.read1(PIECE, decode_content=False):
            self.received += len(piece)
            yield piece
            if self._stopped():
                raise ImportCancelled
            if time.monotonic() > until:
                raise BodyBroken(f"> {self._seconds:.0f} s")


def _unpacked(unpacker: zlib._Decompress, piece: bytes, longest: int) -> bytes:
    try:
        return unpacker.decompress(piece, longest)
    except zlib.error as error:
        raise BodyBroken(f"gzip: {error}") from error
