"""The publish gate: everything that can be known to be wrong with the content before a citizen meets it."""

from __future__ import annotations

from datetime import date

from desk.errands.check_content import ContentCheck
from desk.errands.check_reach import ReachCheck
from desk.errands.check_texts import TextCheck
from desk.errands.compiling import compile_bundle
from desk.errands.definition import Definitions
from desk.errands.diagnostics import Diagnostic
from desk.errands.drafts import published
from desk.errands.fields import Report
from desk.errands.loader import Files


def check(files: Files, as_of: date | None = None) -> list[Diagnostic]:
    """Every finding, in the order of files and lines. With a day, also what has run out by then."""
    files = published(files)
    compiled = compile_bundle(files)
    report = Report()
    TextCheck(compiled.loaded, report).run()
    ContentCheck(compiled.loaded, files, report).run(as_of)
    if compiled.bundle is not None:
        ReachCheck(compiled.bundle.engine, report).run(as_of or _last_checked(compiled.bundle.definitions))
    return sorted({*compiled.diagnostics, *report.found})


def _last_checked(definitions: Definitions) -> date:
    """The day to reason about when none is given: the last day on which any of the content was checked."""
    days = [step.checked for step in definitions.steps().values() if step.checked]
    days += [value.checked for parameter in definitions.parameters.values() for value in parameter.values]
    days += [errand.valid_from for errand in definitions.errands.values()]
    return max(days)
