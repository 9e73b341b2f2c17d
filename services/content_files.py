"""The errand definitions of a folder, as bytes by path: what the checker and the compiler take."""

from __future__ import annotations

from pathlib import Path

from desk.errors import FileMissing, FileUnreadable


def content_files(folder: Path) -> dict[str, bytes]:
    """Return every YAML and JSON file by its path inside the folder; raises ``FileMissing`` or ``FileUnreadable``."""
    if not folder.is_dir():
        raise FileMissing(path=folder)
    files = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".yaml", ".json"):
            continue
        try:
            files[path.relative_to(folder).as_posix()] = path.read_bytes()
        except OSError as refused:
            raise FileUnreadable(path=path, reason=refused.strerror) from refused
    return files
