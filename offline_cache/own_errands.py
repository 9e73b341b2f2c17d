"""A region's own errands as a file in the data folder: rules that all may read, so it needs no key to take them in."""

from __future__ import annotations

from pathlib import Path

from offline_cache.files import in_our_words, settle_folder, write_whole
from offline_cache.folder import describe

FILE = "own.errands"


class OwnErrandsFile:
    """The file of one data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / FILE

    def read(self) -> bytes | None:
        """Return what is kept."""
        with in_our_words(self._file):
            try:
                return self._file.read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                return None

    def write(self, content: bytes) -> None:
        """Keep this, whole or not at all."""
        describe(self._folder)
        write_whole(self._file, content)

    def remove(self) -> bool:
        """Keep nothing any more."""
        with in_our_words(self._file):
            try:
                self._file.unlink()
            except (FileNotFoundError, NotADirectoryError):
                return False
        settle_folder(self._folder)
        return True
