"""Acting in the citizen's name at one step, in the clerk's words: which line allows it, or why none does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.model.ids import StepId
from desk.model.mandate import DataKind
from desk.model.mandate_rules import Allowed, Refusal, Refused
from i18n.data_kind_words import kinds_named
from i18n.error_text import error_text
from i18n.translator import Translator, Words
from ui.screens.visit.way_words import KINDS as WAYS

_REFUSED = "mandate.does_not_allow"


@dataclass(frozen=True, slots=True)
class ScopeShown:
    """A line of a mandate by the names that it was signed with."""

    number: int
    """From 1, as on the paper."""
    errand: str
    agency: str
    kinds: frozenset[DataKind]
    code: str


@dataclass(frozen=True, slots=True)
class DoneInName:
    """An act that was done at this step."""

    at: datetime
    line: int
    code: str
    kinds: frozenset[DataKind]
    reference: str


@dataclass(frozen=True, slots=True)
class Acting:
    """How it stands with acting at one step now."""

    step: StepId
    title: str
    errand: str
    """The errand of the line that would allow it (``ErrandId``)."""
    agency: str
    """And its agency (``AgencyId``)."""
    agency_name: str
    asks: bool
    """It can still be done in the citizen's name."""
    needed: frozenset[DataKind] = frozenset()
    unsaid: tuple[str, ...] = ()
    """The papers that could hold anything."""
    line: ScopeShown | None = None
    """The line that allows it, or comes nearest."""
    refused: Refused | None = None
    done: tuple[DoneInName, ...] = ()
    has_line: bool = True
    """A mandate could have a line for it; without one it is for the citizen alone to do."""

    @property
    def can_be_done(self) -> bool:
        """Whether it can be done now, perhaps with fewer data."""
        only_less = self.refused is None or self.refused.why is Refusal.TOO_MUCH_DATA
        return self.asks and self.line is not None and only_less


def allowed_words(translator: Translator, line: ScopeShown) -> str:
    """Which line allows it, and what."""
    words = translator.words
    return words.text(
        "Allowed by line {n}: {agency}, {errand}; {kinds}.",
        n=line.number,
        agency=line.agency,
        errand=line.errand,
        kinds=kinds_named(words, line.kinds),
    )


def glance_words(words: Words, found: Allowed | Refused | None) -> str:
    """The same in a word or two, for the mark of a step that is not open."""
    if found is None:
        return ""
    if isinstance(found, Allowed):
        return words.ptext("acting for the citizen", "allowed: line {n}", n=found.line + 1)
    if found.why is Refusal.NO_LINE:
        return words.ptext("acting for the citizen", "not in the mandate")
    if found.why is Refusal.TOO_MUCH_DATA and found.line is not None:
        return words.ptext("acting for the citizen", "in part: line {n}", n=found.line + 1)
    return words.ptext("acting for the citizen", "not allowed now")


def glance_tone(found: Allowed | Refused | None) -> str:
    """Calm where it is not what the mandate is about."""
    if isinstance(found, Allowed):
        return "done"
    return "quiet" if found is None or found.why is Refusal.NO_LINE else "attention"


def refused_words(translator: Translator, acting: Acting) -> tuple[str, str]:
    """Why no line allows it, and what to do."""
    refused, words, formats = acting.refused, translator.words, translator.formats
    if refused is None:
        return "", ""
    if not acting.has_line:
        alone = words.text("This is done in nobody's name. The citizen does it, or you do it together.")
        return words.text("No mandate can allow this step."), alone
    works_by = refused.theme.works_by if refused.theme is not None else frozenset()
    details = {
        "kind": refused.why.value,
        "step": acting.title,
        "agency": acting.agency_name,
        "line": str(refused.line + 1) if refused.line is not None else "",
        "day": formats.short_date(refused.day) if refused.day is not None else "",
        "too_much": ", ".join(sorted(refused.too_much)),
        "works_by": ", ".join(words.ptext(*name) for way, name in WAYS.items() if way in works_by),
    }
    told = error_text(words, _REFUSED, details)
    return told.what, told.what_to_do


def done_words(translator: Translator, done: DoneInName) -> list[str]:
    """When it was done and under what; what was given; the agency's number for it."""
    words, formats = translator.words, translator.formats
    lines = [
        words.text(
            "{day} {time}, under line {n} of the mandate {code}.",
            day=formats.short_date(done.at.date()),
            time=formats.time_of_day(done.at.time()),
            n=done.line,
            code=done.code,
        ),
        words.text("Given: {kinds}.", kinds=kinds_named(words, done.kinds)),
    ]
    if done.reference:
        lines.append(words.text("Reference number: {reference}.", reference=done.reference))
    return lines
