"""What ties the journal together: each event's link covers its header, its content and the link before it.

The content is covered through a hash over a random salt and the payload. When both are erased the hash
stays, so the chain still verifies, and the answer cannot be guessed back by trying its few values.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from desk.ports import BrokenLink

SALT_BYTES = 32


@dataclass(frozen=True, slots=True)
class Erasures:
    """What the journal itself says may be missing."""

    endings: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """Visit and kind of event → the position of the last event that erased this kind: only before it may it be gone."""
    forgotten: Mapping[str, int] = field(default_factory=dict)
    """Device → the sequence up to which its log has lost its content."""
    never: frozenset[str] = frozenset()
    """Kinds that stay whatever happens: without them nobody could tell what may be missing."""


class Break(StrEnum):
    """Why a link does not hold."""

    OUT_OF_PLACE = "missing or out of place"
    CHANGED = "changed"
    ERASED_WITHOUT_END = "erased without an end"
    CUT_OFF = "cut off"


@dataclass(frozen=True, slots=True)
class Header:
    """What of an event is never erased."""

    id: str
    device: str
    sequence: int
    visit: str
    kind: str
    at: str


@dataclass(frozen=True, slots=True)
class Link:
    """One event as it lies in the chain."""

    header: Header
    payload: bytes | None
    salt: bytes | None
    content_hash: bytes
    previous: bytes
    link: bytes
    position: int
    """Where it lies among the events of all devices."""


def first_link(device: str) -> bytes:
    """What the first event of a device follows."""
    return hashlib.sha256(f"palvelutiski journal {device}".encode()).digest()


def content_hash(salt: bytes, payload: bytes) -> bytes:
    """The hash of a payload that tells nothing once the salt is gone."""
    return hashlib.sha256(salt + payload).digest()


def link_hash(previous: bytes, header: Header, content: bytes) -> bytes:
    """The link of an event that follows ``previous``."""
    fields = (header.id, header.device, header.sequence, header.visit, header.kind, header.at)
    return hashlib.sha256(previous + content + msgspec.json.encode(fields)).digest()


def first_break(
    device: str, links: Iterable[Link], erasures: Erasures, head: tuple[int, bytes] | None
) -> BrokenLink | None:
    """The first link of one device that does not hold, going from its first event to its last.

    Content that is gone without an end is told only when nothing else is wrong: if the end was altered, that is named.
    """
    unexplained: BrokenLink | None = None
    previous, expected = first_link(device), 1
    for link in links:
        reason = break_of(link, previous, expected, erasures)
        if reason is Break.ERASED_WITHOUT_END:
            unexplained = unexplained or BrokenLink(device, expected, reason, link.header.at, link.header.kind)
        elif reason is not None:
            return BrokenLink(device, expected, reason, link.header.at, link.header.kind)
        previous, expected = link.link, expected + 1
    if head != ((expected - 1, previous) if expected > 1 else None):
        return BrokenLink(device, expected, Break.CUT_OFF)
    return unexplained


def break_of(link: Link, previous: bytes, expected: int, erasures: Erasures) -> Break | None:
    """Why this event is not the one that was written here after ``previous``."""
    header = link.header
    if header.sequence != expected:
        return Break.OUT_OF_PLACE
    if link.previous != previous or link.link != link_hash(previous, header, link.content_hash):
        return Break.CHANGED
    if link.payload is not None and link.salt is not None:
        return None if content_hash(link.salt, link.payload) == link.content_hash else Break.CHANGED
    if link.payload is not None or link.salt is not None:
        return Break.CHANGED
    return None if _may_be_gone(link, erasures) else Break.ERASED_WITHOUT_END


def _may_be_gone(link: Link, erasures: Erasures) -> bool:
    header = link.header
    if header.kind in erasures.never:
        return False
    if link.position < erasures.endings.get((header.visit, header.kind), 0):
        return True
    return header.sequence <= erasures.forgotten.get(header.device, 0)
