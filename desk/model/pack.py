"""An outreach pack: an area's catalogue, the errands and the official forms, in one signed file for a USB stick.

The header says what is inside and who signed it; the records are the contents, each to be decoded by itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk.errors import PublisherKeyRefused
from desk.model.refresh import ObjectKind, SyncArea
from desk.model.search import Counts
from desk.model.spoken_code import SlipOfTheTongue, spelled, unspelled

PACK_FORMAT = 1
"""What is inside and how it is written. Changes when an old program can no longer understand a new pack."""

KEY_BYTES = 32
FINGERPRINT_BYTES = 10


@dataclass(frozen=True, slots=True, order=True)
class PublisherKey:
    """The public half of a publisher's key, in hexadecimal digits: the same for everyone who may know it."""

    digits: str

    def spoken(self) -> str:
        """Return the key as it is read over the telephone: 13 groups of five, each with a check character."""
        return spelled(bytes.fromhex(self.digits))

    @property
    def fingerprint(self) -> str:
        """What tells one key from another at a glance: four groups of five."""
        return spelled(hashlib.sha256(bytes.fromhex(self.digits)).digest()[:FINGERPRINT_BYTES])


def read_publisher_key(typed: str) -> PublisherKey:
    """Read a key as it was spoken and typed; raises ``PublisherKeyRefused`` and names the group with the slip."""
    try:
        return PublisherKey(unspelled(typed, KEY_BYTES).hex())
    except SlipOfTheTongue as slip:
        raise PublisherKeyRefused(group=slip.group, groups=slip.groups) from None


@dataclass(frozen=True, slots=True)
class TrustedPublisher:
    """Somebody whose packs this desk takes in, under the name that this desk gave."""

    key: PublisherKey
    name: str
    since: datetime


@dataclass(frozen=True, slots=True)
class ErrandsVersion:
    """The errands of a bundle: their hash, the newest day on which one of their facts was checked, their format."""

    content_hash: str
    dated: date
    format: int


@dataclass(frozen=True, slots=True)
class PackedForm:
    """An official form that is in the pack as a file."""

    url: str
    title: str
    size: int


@dataclass(frozen=True, slots=True)
class PackInside:
    """What is in a pack, as its maker says before the records are written."""

    areas: tuple[SyncArea, ...]
    """None: the whole country."""
    as_of: datetime
    source: str
    counts: Counts
    watermark: datetime | None = None
    codes: int = 0
    libraries: int = 0
    tombstones: int = 0
    errands: ErrandsVersion | None = None
    forms: tuple[PackedForm, ...] = ()


@dataclass(frozen=True, slots=True)
class PackPayload:
    """The compressed contents: their length and hash, and what they become."""

    size: int
    sha512: str
    unpacked: int
    records: int


@dataclass(frozen=True, slots=True)
class PackHeader:
    """What stands before the contents, in clear, and is signed with them."""

    publisher: PublisherKey
    publisher_name: str
    made: datetime
    inside: PackInside
    payload: PackPayload


class RecordKind(StrEnum):
    """What a record of the contents is. The catalogue's objects have the names of their kinds."""

    CODE = "code"
    TOMBSTONE = "tombstone"
    ORGANIZATION = "organization"
    GENERAL_DESCRIPTION = "general_description"
    SERVICE = "service"
    CHANNEL = "channel"
    COLLECTION = "collection"
    LIBRARY = "library"
    FORM = "form"
    ERRANDS = "errands"


OBJECTS = tuple(RecordKind(kind) for kind in ObjectKind)


@dataclass(frozen=True, slots=True)
class PackRecord:
    """One thing of the contents, as it is stored."""

    kind: RecordKind
    body: bytes


@dataclass(frozen=True, slots=True)
class StoredForm:
    """A form file that is on this desk; ``size`` in bytes."""

    url: str
    title: str
    fetched: datetime
    size: int


@dataclass(frozen=True, slots=True)
class UsedForm:
    """A printable form that an errand leads to, and the file if it is on this desk."""

    url: str
    title: str
    language: str | None = None
    errands: tuple[str, ...] = ()
    stored: StoredForm | None = None


class ErrandsChange(StrEnum):
    """What a pack's errands are to this desk."""

    NONE = "none"
    """The pack brings no errands."""
    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    """Or of the same day: the desk keeps its own."""


@dataclass(frozen=True, slots=True)
class PackChanges:
    """What taking a pack in would do, or did. ``older``: of the changed ones, those that the desk has in newer form."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    older: int = 0
    gone: int = 0
    forms: int = 0
    """Forms that are not on the desk, or there in another form."""
    errands: ErrandsChange = ErrandsChange.NONE


@dataclass(frozen=True, slots=True)
class PackIntake:
    """How a pack is taken in: from whom, when, and whether its errands are to be used.

    ``is_older``: than the desk, and somebody insisted: what is not in it may have come since, and stays.
    """

    publisher: str
    taken: datetime
    with_errands: bool
    is_older: bool = False


@dataclass(frozen=True, slots=True)
class PackPreview:
    """What is shown before a pack is taken in. ``trusted`` is the desk's own name for the publisher.

    Without trust nothing of the contents is looked at, and ``changes`` is not known.
    """

    header: PackHeader
    file_size: int
    trusted: str | None
    own: bool
    desk_as_of: datetime | None
    changes: PackChanges | None

    @property
    def is_older(self) -> bool:
        """Tell whether the desk's catalogue is newer than the pack."""
        return self.desk_as_of is not None and self.header.inside.as_of < self.desk_as_of


@dataclass(frozen=True, slots=True)
class TakenInPack:
    """What became of a pack that was taken in."""

    header: PackHeader
    publisher: str
    changes: PackChanges
    seconds: float


@dataclass(frozen=True, slots=True)
class MadePack:
    """A pack that was written, and the forms that the errands use and this desk could not put in."""

    header: PackHeader
    file_size: int
    seconds: float
    forms_missing: tuple[str, ...] = ()


Told = Callable[[int, int], None]
"""Gets the records so far and how many there are; may raise to stop, and then nothing has changed."""
