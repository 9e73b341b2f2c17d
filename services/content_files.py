"""The errand definitions of a folder, as bytes by path: what the checker and the compiler take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from desk.errors import FileMissing, FileUnreadable


def content_files(folder: Path) -> dict[str, bytes]:
    """Return every YAML and JSON file by its path inside the folder; raises ``FileMissing`` or ``FileUnreadable``."""
    if not folder.is_dir():
        raise FileMissing(path=folder)
    files = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".yaml", ".json") or not (path.is_file() or path.is_symlink()):
            continue  # a folder or a pipe may be called so, and a pipe would be waited for without end
        try:
            files[path.relative_to(folder).as_posix()] = path.read_bytes()
        except OSError as refused:
            raise FileUnreadable(path=path, reason=refused.strerror) from refused
    return files


def errand_folders(folder: Path, errands: Iterable[str], *, drafts: bool) -> dict[str, str]:
    """Return where each errand lies inside the folder; of a published one and its draft, where the draft lies."""
    found = {}
    for errand in errands:
        draft = f"drafts/errands/{errand}"
        found[errand] = draft if drafts and (folder / draft).is_dir() else f"errands/{errand}"
    return found


def kept_beside(folder: Path, errands: Mapping[str, str], name: str) -> dict[str, tuple[str, bytes]]:
    """Return by errand the path and the bytes of one more file in its folder, of those errands that have it."""
    found = {}
    for errand, place in errands.items():
        try:
            found[errand] = (f"{place}/{name}", (folder / place / name).read_bytes())
        except FileNotFoundError:
            continue
        except OSError as refused:
            raise FileUnreadable(path=folder / place / name, reason=refused.strerror) from refused
    return found
