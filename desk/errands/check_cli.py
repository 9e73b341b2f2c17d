"""Runs the checker over a folder, for writers of content until the desk's own command line stands."""

from __future__ import annotations

import sys
from pathlib import Path

from desk.errands.bundle import compile_bundle


def main(folder: str) -> int:
    """Print every finding; 1 when one is an error."""
    root = Path(folder)
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    compiled = compile_bundle(files)
    for finding in compiled.diagnostics:
        sys.stdout.write(f"{folder}/{finding}\n")
    errors = sum(finding.is_error for finding in compiled.diagnostics)
    sys.stdout.write(f"{errors} errors, {len(compiled.diagnostics) - errors} warnings and notes\n")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
