"""Runs the checker and the examples over a folder, for writers of content until the desk's own command line stands."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from desk.errands.case_tests import run_cases
from desk.errands.checker import check
from desk.errands.compiling import compile_bundle


def main(folder: str) -> int:
    """Print every finding and every failed example; 1 when there is an error or a failure."""
    root = Path(folder)
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    findings = check(files, date.today())
    for finding in findings:
        sys.stdout.write(f"{folder}/{finding}\n")
    errors = sum(finding.is_error for finding in findings)
    sys.stdout.write(f"{errors} errors, {len(findings) - errors} warnings and notes\n")
    bundle = compile_bundle(files).bundle
    if bundle is None:
        return 1
    report = run_cases(bundle, files)
    for result in report.failed:
        sys.stdout.write(f"{result}\n")
    sys.stdout.write(f"{len(report.results) - len(report.failed)} of {len(report.results)} examples passed\n")
    return 1 if errors or not report.passed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
