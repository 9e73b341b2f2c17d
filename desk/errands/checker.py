"""The publish gate: everything that can be known to be wrong with the content before a citizen meets it."""

from __future__ import annotations

from datetime import date

from desk.errands.at_rest import collector_at_rest
from desk.errands.check_content import ContentCheck
from desk.errands.check_days import check_days
from desk.errands.check_easy import EasyCheck
from desk.errands.check_hints import HintCheck, check_hint_words
from desk.errands.check_notation import NotationCheck
from desk.errands.check_phrases import check_phrase_rules, check_phrases
from desk.errands.check_plain_words import PlainWordsCheck
from desk.errands.check_reach import ReachCheck
from desk.errands.check_reuse import check_reuse
from desk.errands.check_starter import check_starter
from desk.errands.check_strays import check_strays
from desk.errands.check_terms import TermsCheck
from desk.errands.check_texts import TextCheck
from desk.errands.check_translations import TranslationCheck
from desk.errands.check_unwritten import check_unwritten
from desk.errands.check_ways import WaysCheck
from desk.errands.check_wiio import check_wiio
from desk.errands.check_withdrawals import check_withdrawals
from desk.errands.compiling import compile_bundle
from desk.errands.definition import Definitions
from desk.errands.diagnostics import Diagnostic
from desk.errands.drafts import published
from desk.errands.fields import Report
from desk.errands.loader import Files
from desk.errands.narrowing import ErrandEngines
from desk.errands.plain_lists import plain_words_of
from desk.errands.table_check import check_tables
from desk.errands.wiio import BaseForm

_ANY_DAY = date(2026, 1, 1)
"""The day to reason about where nothing has a day yet."""


def check(files: Files, as_of: date | None = None, base_form: BaseForm | None = None) -> list[Diagnostic]:
    """Every finding, in the order of files and lines. With a day, also what has run out by then.

    With a dictionary of Finnish, also Wiio's index.
    """
    with collector_at_rest():
        return _checked(published(files), as_of, base_form)


def _checked(files: Files, as_of: date | None, base_form: BaseForm | None) -> list[Diagnostic]:
    compiled = compile_bundle(files)
    report = Report()
    check_unwritten(files, report)
    check_strays(files, report)
    TextCheck(compiled.loaded, report).run()
    TranslationCheck(compiled.loaded, files, report).run()
    ContentCheck(compiled.loaded, files, report).run()
    check_starter(compiled.loaded.definitions, files, report)
    lists = plain_words_of(files, report)
    PlainWordsCheck(compiled.loaded, files, lists, report).run()
    EasyCheck(compiled.loaded, files, lists, report).run()
    NotationCheck(compiled.loaded, files, report).run()
    check_hint_words(compiled.loaded, lists, report)
    check_phrases(compiled.loaded, report)
    check_withdrawals(compiled.loaded.definitions, report)
    check_reuse(compiled.loaded.definitions, report)
    if base_form is not None and "fi" in lists:
        check_wiio(compiled.loaded, lists["fi"], base_form, report)
    if as_of is not None:
        check_days(compiled.loaded.definitions, as_of, report)
    if compiled.bundle is not None:
        day = as_of or _last_checked(compiled.bundle.definitions)
        engines = ErrandEngines(compiled.bundle.definitions)
        TermsCheck(compiled.loaded, files, lists, report).run(compiled.bundle, compiled.cases, engines)
        ReachCheck(engines, report).run(day)
        WaysCheck(engines, report).run(day)
        HintCheck(compiled.bundle.definitions, report).run(day)
        check_phrase_rules(compiled.bundle.definitions, report, day)
        check_tables(compiled.bundle.definitions, report, day)
    return sorted({*compiled.diagnostics, *report.found})


def _last_checked(definitions: Definitions) -> date:
    """The day to reason about when none is given: the last day on which any of the content was checked."""
    days = [step.checked for step in definitions.steps().values() if step.checked]
    days += [value.checked for parameter in definitions.parameters.values() for value in parameter.values]
    days += [errand.valid_from for errand in definitions.errands.values()]
    return max(days, default=_ANY_DAY)
