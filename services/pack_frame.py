"""The frame of a pack file: how a signed header and its contents lie one behind the other.

    magic 8 · format 2 · length of the header 4 · header (JSON) · signature 64 · contents (xz)

The signature is Ed25519 over our name for it, everything before the signature, and the SHA-512 of the contents. The
frame stays when the format changes, so that a newer pack and a damaged one are told apart.
"""

from __future__ import annotations

import hashlib
import lzma
import struct
from typing import Any

import msgspec

from desk.model.pack import PACK_FORMAT, PackHeader, PackRecord, RecordKind

MAGIC = b"\x93TISKI\r\n"
"""No text begins so, and a copy that was treated as text is no longer the same."""

PREFIX = struct.Struct(">8sHI")
SIGNATURE_BYTES = 64
SIGNED_AS = b"palvelutiski outreach pack\x00"
LARGEST_HEADER = 4 * 1024**2

FRAME = struct.Struct(">BI")
"""Before each record: its kind and its length."""
LARGEST_RECORD = 64 * 1024**2
HIGHEST_RATIO = 100
FREE_RATIO_UP_TO = 64 * 1024**2
LARGEST_CONTENTS = 8 * 1024**3

PIECE = 1024**2
PRESET = 2
"""A sixth larger than with 6, and made in a third of the time."""
DICTIONARY = 8 * 1024**2
LZMA_MEMORY = 128 * 1024**2

_NUMBERS = {kind: number for number, kind in enumerate(RecordKind, start=1)}
_KINDS = {number: kind for kind, number in _NUMBERS.items()}
_encoder = msgspec.json.Encoder(order="sorted")


class Headline(msgspec.Struct):
    """What stands in the header of every format: enough to judge the signature."""

    publisher: dict[str, str]
    payload: dict[str, Any]


def header_bytes(header: PackHeader) -> bytes:
    """Return a header in the one way it can be written."""
    return _encoder.encode(header)


def prefix_for(header: bytes) -> bytes:
    """Return what stands before a header."""
    return PREFIX.pack(MAGIC, PACK_FORMAT, len(header))


def signed_text(prefix: bytes, header: bytes, sha512: bytes) -> bytes:
    """Return what the signature is over."""
    return SIGNED_AS + prefix + header + sha512


def framed(record: PackRecord) -> bytes:
    """Return a record with its kind and length before it."""
    return FRAME.pack(_NUMBERS[record.kind], len(record.body)) + record.body


def kind_of(number: int) -> RecordKind | None:
    """Return the kind of this number, if there is one."""
    return _KINDS.get(number)


def compressor() -> lzma.LZMACompressor:
    """Return what the contents are compressed with; the signed hash makes xz's own check needless."""
    filters = [{"id": lzma.FILTER_LZMA2, "preset": PRESET, "dict_size": DICTIONARY}]
    return lzma.LZMACompressor(format=lzma.FORMAT_XZ, check=lzma.CHECK_NONE, filters=filters)


def decompressor() -> lzma.LZMADecompressor:
    """Return what the contents are read with; it takes no more memory than a pack of ours needs."""
    return lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=LZMA_MEMORY)


def too_large(size: int, unpacked: int) -> bool:
    """Tell whether contents of this size may not become so large."""
    return unpacked > min(LARGEST_CONTENTS, max(FREE_RATIO_UP_TO, size * HIGHEST_RATIO))


def short_digest(piece: bytes) -> bytes:
    """Return what a piece is known by when it is read a second time."""
    return hashlib.blake2b(piece, digest_size=16).digest()
