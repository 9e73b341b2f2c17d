"""From the files of the content to a bundle: done at set-up and by the checker, never at start."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from desk.errands.bundle import FORMAT, Bundle, StoredBundle
from desk.errands.diagnostics import Diagnostic
from desk.errands.drafts import published
from desk.errands.fields import Report
from desk.errands.load_cases import Case
from desk.errands.loader import Files, Loaded, Read, load
from desk.errands.references import check_references
from desk.errands.yaml_text import read_yaml


@dataclass(frozen=True, slots=True)
class Compiled:
    """What became of the files. Without a bundle, ``diagnostics`` hold an error."""

    bundle: Bundle | None
    diagnostics: tuple[Diagnostic, ...]
    cases: tuple[Case, ...]
    loaded: Loaded

    @property
    def is_whole(self) -> bool:
        """True when a bundle could be made."""
        return self.bundle is not None


def compile_bundle(files: Files, read: Read = read_yaml) -> Compiled:
    """Read and type everything that is published; a bundle is made only without errors."""
    files = published(files)
    loaded = load(files, read)
    report = Report()
    report.found.extend(loaded.found)
    check_references(loaded.definitions, report)
    broken = any(finding.is_error for finding in report.found)
    bundle = None if broken else Bundle(_stored(loaded, files))
    return Compiled(bundle, tuple(sorted(report.found)), tuple(loaded.cases), loaded)


def _stored(loaded: Loaded, files: Files) -> StoredBundle:
    encode = msgspec.msgpack.encode
    return StoredBundle(
        format=FORMAT,
        content_hash=_hash(sorted(files.items())),
        definitions=msgspec.Raw(encode(loaded.definitions)),
        words={language: msgspec.Raw(encode(words)) for language, words in sorted(loaded.words.words.items())},
        vernacular=msgspec.Raw(encode(loaded.vernacular)),
    )


def _hash(files: Iterable[tuple[str, bytes]]) -> str:
    whole = sha256(str(FORMAT).encode())
    for path, content in files:
        for part in (path.encode(), content):
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
    return whole.hexdigest()
