"""``folder.json``: what a data folder says about itself. It holds no secret and it never changes silently."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from desk.errors import FolderDescriptionBroken, FolderNewer, NotADeskFolder
from offline_cache.files import in_our_words, make_private_folder, write_whole

PROGRAM = "palvelutiski"
FORMAT = 1
FILE_NAME = "folder.json"
BACKUPS = "backups"


class KeySource(StrEnum):
    """Where the root key comes from; fixed when the folder is made."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 — the name of a source


class PassphraseLock(msgspec.Struct, frozen=True):
    """The wrapped root key with the argon2id parameters and salt that unwrap it."""

    iterations: Annotated[int, msgspec.Meta(ge=1, le=100)]
    memory_kib: Annotated[int, msgspec.Meta(ge=1024, le=1024 * 1024)]
    lanes: Annotated[int, msgspec.Meta(ge=1, le=16)]
    salt: bytes
    nonce: bytes
    wrapped: bytes


class FolderDescription(msgspec.Struct, frozen=True, kw_only=True):
    """The whole file. ``complete`` is false until both stores have been made."""

    program: str = PROGRAM
    format: int = FORMAT
    folder_id: str
    device_id: str
    created: str
    key_source: KeySource
    key_check: bytes
    passphrase: PassphraseLock | None = None
    complete: bool = False


class _Head(msgspec.Struct):
    """The part that every version of the program can read."""

    program: str = ""
    format: int = 0


def read_description(folder: Path) -> FolderDescription:
    """What the folder says, or the error that tells why it cannot be believed."""
    path = folder / FILE_NAME
    with in_our_words(path):
        content = path.read_bytes()
    return decode_description(content, path)


def decode_description(content: bytes, path: Path) -> FolderDescription:
    """The description in these bytes. A cut, a foreign and a newer file are told apart."""
    try:
        head = msgspec.json.decode(content, type=_Head)
    except msgspec.DecodeError as error:
        raise FolderDescriptionBroken(path=path, reason=str(error)) from error
    if head.program != PROGRAM:
        raise NotADeskFolder(path=path.parent)
    if head.format > FORMAT:
        raise FolderNewer(path=path.parent, found=head.format, known=FORMAT)
    try:
        description = msgspec.json.decode(content, type=FolderDescription)
    except msgspec.DecodeError as error:
        raise FolderDescriptionBroken(path=path, reason=str(error)) from error
    if (description.key_source is KeySource.PASSPHRASE) != (description.passphrase is not None):
        raise FolderDescriptionBroken(path=path, reason="key_source")
    return description


def write_description(folder: Path, description: FolderDescription) -> None:
    """Write the file whole, and a copy beside the backups: without it the stores cannot be opened."""
    content = msgspec.json.format(msgspec.json.encode(description), indent=2) + b"\n"
    write_whole(folder / FILE_NAME, content)
    make_private_folder(folder / BACKUPS)
    write_whole(folder / BACKUPS / FILE_NAME, content)
