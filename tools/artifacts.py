"""What is made at set-up from the sources: compiled translations, search dictionaries, the errands' bundle.

Each is made again only when its sources changed. Nothing of it is in git.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from tools import environment

ROOT = Path(__file__).resolve().parent.parent
STAMPS = ROOT / "build" / "stamps"
DICTIONARIES = ROOT / "build" / "dictionaries"
BUNDLE = ROOT / "build" / "content.bundle"
SAID = ("said_forms.bin", "said_phrases.bin")


def ensure() -> None:
    """Make what is missing or old."""
    catalogues = sorted((ROOT / "i18n" / "locale").rglob("*.po"))
    if any(not _is_newer(path.with_suffix(".mo"), path) for path in catalogues):
        environment.run("tools.messages", "compile")
    lock = ROOT / "requirements" / "run.txt"
    _once("dictionaries", [lock], "tools.build_dictionaries", needs=[DICTIONARIES / "fi.dic"])
    sources = [path for folder in ("content", "errands") for path in (ROOT / "desk" / folder).rglob("*")]
    _once("errands", sources, "tools.build_bundle", needs=[BUNDLE])
    said = [*(ROOT / "desk" / "content" / "synonyms").glob("*"), ROOT / "desk" / "content" / "synonyms.yaml", lock]
    said += [ROOT / "offline_cache" / "catalogue" / name for name in ("language_forms.py", "said_words.py", "words.py")]
    _once("said forms", said, "tools.build_said_forms", needs=[DICTIONARIES / name for name in SAID])


def _is_newer(made: Path, source: Path) -> bool:
    return made.exists() and made.stat().st_mtime >= source.stat().st_mtime


def _once(name: str, sources: Iterable[Path], module: str, needs: Iterable[Path] = ()) -> None:
    """Run a module unless it ran on the same sources before."""
    seen = hashlib.sha256()
    for path in sorted(sources):
        if path.is_file() and "__pycache__" not in path.parts:
            seen.update(f"{path.relative_to(ROOT).as_posix()}\0".encode() + path.read_bytes())
    stamp = STAMPS / name
    if stamp.exists() and stamp.read_text() == seen.hexdigest() and all(path.exists() for path in needs):
        return
    environment.run(module)
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(seen.hexdigest())
