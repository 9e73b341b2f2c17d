"""What the screen of papers shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from i18n.language import Language
from i18n.translator import NP_


class Paper(StrEnum):
    """The papers that the desk makes."""

    PLAN = "plan"
    SUMMARY = "summary"
    """The plan at a glance, without its details."""
    GUIDANCE = "guidance"
    CORRECTION = "correction"
    """What was wrong in the plan, and what is right."""
    MANDATE = "mandate"
    WITHDRAWAL = "withdrawal"
    """That lines of a mandate were withdrawn."""
    ACTS = "acts"
    """What was done in the citizen's name."""
    RECEIPT = "receipt"
    TRANSFER = "transfer"
    """That a document went to another authority."""
    REFERRAL = "referral"
    """The letter to an agency."""
    REFERRAL_COPY = "referral_copy"
    LETTER = "cover_letter"
    """Goes by post with other papers."""
    SCRIPT = "telephone_script"
    MEETING = "meeting_slip"
    """When an authority's expert is met."""
    KEPT_DATA = "kept_data"
    """Everything that is kept of one visit."""
    ERASURE = "erasure_receipt"
    """What was erased at the person's wish."""


PLANS = frozenset({Paper.PLAN, Paper.SUMMARY})
"""The papers that are made of a visit."""


FILE_NAMES = {
    Paper.PLAN: NP_("file name", "plan.pdf"),
    Paper.SUMMARY: NP_("file name", "summary.pdf"),
    Paper.GUIDANCE: NP_("file name", "guidance.pdf"),
    Paper.CORRECTION: NP_("file name", "correction.pdf"),
    Paper.MANDATE: NP_("file name", "mandate.pdf"),
    Paper.WITHDRAWAL: NP_("file name", "withdrawal.pdf"),
    Paper.ACTS: NP_("file name", "acts.pdf"),
    Paper.RECEIPT: NP_("file name", "receipt.pdf"),
    Paper.TRANSFER: NP_("file name", "paper.pdf"),
    Paper.REFERRAL: NP_("file name", "paper.pdf"),
    Paper.REFERRAL_COPY: NP_("file name", "paper.pdf"),
    Paper.LETTER: NP_("file name", "paper.pdf"),
    Paper.SCRIPT: NP_("file name", "paper.pdf"),
    Paper.MEETING: NP_("file name", "paper.pdf"),
    Paper.KEPT_DATA: NP_("file name", "my-data.pdf"),
    Paper.ERASURE: NP_("file name", "receipt.pdf"),
}
CALENDAR_FILE = "palvelutiski.ics"
"""The same for everybody, and in every language: of a discreet plan it may say nothing else."""
PAPER_LANGUAGES = (Language.FI, Language.SV, Language.EN)


class Size(StrEnum):
    """The sizes of a paper."""

    NORMAL = "normal"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class PapersState:
    """The paper as it will come out, and the choices beside it. ``pdf`` is ``None`` while it is drawn."""

    papers: tuple[Paper, ...] = ()
    paper: Paper | None = None
    language: Language = Language.FI
    large: bool = False
    easy: bool = False
    pdf: bytes | None = None
    as_text: str = ""
    left_out: tuple[str, ...] = ()
    """What will not be on it, a sentence each."""
    told_when_asked: tuple[str, ...] = ()
    """What else is left off, and why: shut until the clerk asks, for others may look at the paper on the screen."""
    discreet: bool = False
    steps_left_out: tuple[str, ...] = ()
    """Titles of the steps that would tell of danger, in the language of the paper."""
    steps_kept_off: tuple[str, ...] = ()
    """Titles of the steps that the clerk left off, in the language of the paper."""
    calendar_days: int | None = None
    """How many days of the plan a calendar can have; ``None`` for a paper that is no plan."""
    calendar_named: bool = False
    """The citizen wants the names of the steps in their calendar."""
    printers: tuple[str, ...] = ()
    plan_code: str = ""
    busy: bool = False
    saved_to: str = ""
    own_language: bool = False
    """The language of the paper was settled when it was written."""
