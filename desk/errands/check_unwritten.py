"""What a new errand still has to be told: its skeleton has a blank to fill in wherever an author has to write."""

from __future__ import annotations

from desk.errands.diagnostics import Place
from desk.errands.fields import Report
from desk.errands.loader import Files

BLANK = "___"
"""A blank, as on a form. Whatever stands behind it says what to write."""


def check_unwritten(files: Files, report: Report) -> None:
    """Report every blank that is left."""
    for path, content in sorted(files.items()):
        if not path.endswith(".yaml"):
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
            written = line.split(" #")[0]
            if BLANK in written and not written.lstrip().startswith("#"):
                column = written.index(BLANK) + 1
                hint = written[column + len(BLANK) - 1 :].strip().rstrip("\"'}].").strip()
                report.error(Place(path, number, column), "E590", "this is still to be filled in", hint or "write it")
