"""Catalogue objects from files, folders and zip archives of PTV v11 JSON.

Folders are read with all that is in them, in sorted order, so that two imports of one folder are the same.
An archive is read member by member and never unpacked to disk; what it claims to be is not believed.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from desk.errors import ArchiveBroken, FileMissing, FileUnreadable, NothingToTakeIn
from desk.model.intake import SourceDocument
from services.wire.ptv_v11_reading import read_document

JSON = ".json"
ZIP = ".zip"
ORGANIZATIONS = "organi"
"""What files of organizations are called, in any of the languages: read first, for everything else names them."""
LARGEST_MEMBER = 2 * 1024**3
LARGEST_ARCHIVE = 8 * 1024**3
MOST_MEMBERS = 200_000
FREE_RATIO_UP_TO = 64 * 1024**2
HIGHEST_RATIO = 100
ENCRYPTED_FLAG = 0x1


class CatalogueFiles:
    """The files under the given paths, as one source."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(paths)

    @property
    def name(self) -> str:
        """The names of what was given, without the folders they lie in."""
        return ", ".join(path.name or str(path) for path in self._paths)

    def documents(self) -> Iterator[SourceDocument]:
        """The documents of each file and archive member. All paths are looked at before the first is read."""
        files = [file for path in self._paths for file in _files_under(path)]
        whole = sum(_size(file) for file in files)
        done = 0
        for file in files:
            for document in _documents_of(file):
                yield replace(document, done=done, whole=whole)
            done += _size(file)


def _files_under(path: Path) -> list[Path]:
    if path.is_dir():
        found = [each for each in path.rglob("*") if each.suffix.lower() in (JSON, ZIP) and each.is_file()]
        found.sort(key=lambda each: (ORGANIZATIONS not in each.name.casefold(), each))
        if not found:
            raise NothingToTakeIn(path=path, kind="no_files")
        return found
    if not path.exists():
        raise FileMissing(path=path)
    return [path]


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError as error:
        raise FileUnreadable(path=file, reason=error.strerror or str(error)) from error


def _documents_of(file: Path) -> Iterator[SourceDocument]:
    if file.suffix.lower() == ZIP:
        yield from _archive(file)
        return
    try:
        content = file.read_bytes()
    except OSError as error:
        raise FileUnreadable(path=file, reason=error.strerror or str(error)) from error
    yield from read_document(str(file), content)


def _archive(file: Path) -> Iterator[SourceDocument]:
    try:
        with zipfile.ZipFile(file) as archive:
            for member in _members(file, archive):
                yield from read_document(f"{file}/{member.filename}", _unpacked(file, archive, member))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise ArchiveBroken(path=file, reason=error) from error
    except OSError as error:
        raise FileUnreadable(path=file, reason=error.strerror or str(error)) from error


def _members(file: Path, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The JSON members in sorted order, after a look at what the whole archive says it would become."""
    members = [each for each in archive.infolist() if each.filename.lower().endswith(JSON) and not each.is_dir()]
    if not members:
        raise NothingToTakeIn(path=file, kind="no_files")
    if any(each.flag_bits & ENCRYPTED_FLAG for each in members):
        raise ArchiveBroken(path=file, kind="encrypted")
    if len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > LARGEST_ARCHIVE:
        raise ArchiveBroken(path=file, kind="too_large")
    return sorted(members, key=lambda each: each.filename)


def _unpacked(file: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    limit = min(LARGEST_MEMBER, max(FREE_RATIO_UP_TO, member.compress_size * HIGHEST_RATIO))
    if member.file_size > limit:
        raise ArchiveBroken(path=file, kind="too_large")
    with archive.open(member) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise ArchiveBroken(path=file, kind="too_large")
    return content
