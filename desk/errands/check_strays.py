"""Finds files that nobody reads: a folder or a name that was mistyped would leave them out without a word."""

from __future__ import annotations

from desk.errands.diagnostics import Place
from desk.errands.fields import Report
from desk.errands.loader import Files, is_read


def check_strays(files: Files, report: Report) -> None:
    """Report every YAML file that is no part of the content."""
    for path in sorted(files):
        if path.endswith(".yaml") and not is_read(path):
            remedy = (
                "look at the folder and the name: errands/ID/errand.yaml, errands/ID/texts/fi.yaml, facts/SET.yaml …"
            )
            report.warn(Place(path), "W332", "nothing reads this file", remedy)
