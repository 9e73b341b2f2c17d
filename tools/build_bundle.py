"""Compile the errands' definitions and texts into ``build/content.bundle``, which is all that the program reads.

A broken definition leaves the old bundle in place and says what is wrong, at file:line:column.
"""

from __future__ import annotations

import sys
from pathlib import Path

from desk.errands.compiling import compile_bundle

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "desk" / "content"
BUNDLE = ROOT / "build" / "content.bundle"


def content_files(content: Path) -> dict[str, bytes]:
    """Every definition and text by its path inside the content folder."""
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in sorted(content.rglob("*.yaml"))}


def build(content: Path, out: Path) -> int:
    """Write the bundle and return 0; or say what is wrong and return 1."""
    compiled = compile_bundle(content_files(content))
    if compiled.bundle is None:
        print("\n".join(str(finding) for finding in compiled.diagnostics if finding.is_error))
        return 1
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_suffix(".new")
    beside.write_bytes(compiled.bundle.to_bytes())
    beside.replace(out)
    print(f"errands: version {compiled.bundle.version}, {out.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(build(CONTENT, BUNDLE))
