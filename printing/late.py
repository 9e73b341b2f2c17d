"""Papers, calendar files and print queues, imported when the first is wanted: an opening desk waits for none."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.model.channel_papers import CoverLetter, MeetingSlip, ScriptPaper
    from desk.model.correction import Correction
    from desk.model.guidance import Guidance
    from desk.model.handing_papers import DocumentList, Receipt, ReferralPaper, TransferNotice
    from desk.model.keeping_receipt import ErasureReceipt, KeepingReceipt
    from desk.model.mandate_papers import ActsPaper, MandatePaper, WithdrawalPaper
    from desk.model.person_copy import PersonCopy
    from desk.model.plan import Plan
    from desk.ports import PaperMaker, PaperOptions, PrintQueue, Queue
    from desk.ports.calendars import CalendarMaker, CalendarOptions
    from i18n.language import Language


class LatePapers:
    """A paper maker that is made when it is needed."""

    def __init__(self, make: Callable[[], PaperMaker]) -> None:
        self._papers = cache(make)

    def plan(self, plan: Plan, options: PaperOptions) -> bytes:
        """The plan as a tagged PDF."""
        return self._papers().plan(plan, options)

    def guidance(self, guidance: Guidance, options: PaperOptions) -> bytes:
        """Guidance on one service as a tagged PDF."""
        return self._papers().guidance(guidance, options)

    def correction(self, correction: Correction, options: PaperOptions) -> bytes:
        """A correction of wrong advice as a tagged PDF."""
        return self._papers().correction(correction, options)

    def mandate(self, paper: MandatePaper, options: PaperOptions) -> bytes:
        """A copy of a mandate."""
        return self._papers().mandate(paper, options)

    def mandate_withdrawal(self, paper: WithdrawalPaper, options: PaperOptions) -> bytes:
        """The certificate of a withdrawal."""
        return self._papers().mandate_withdrawal(paper, options)

    def acts(self, paper: ActsPaper, options: PaperOptions) -> bytes:
        """What was done in a citizen's name."""
        return self._papers().acts(paper, options)

    def receipt(self, receipt: Receipt) -> bytes:
        """The receipt of a document."""
        return self._papers().receipt(receipt)

    def transfer_notice(self, notice: TransferNotice) -> bytes:
        """The notice that a document went to another authority."""
        return self._papers().transfer_notice(notice)

    def referral_letter(self, referral: ReferralPaper) -> bytes:
        """The letter to an agency."""
        return self._papers().referral_letter(referral)

    def referral_copy(self, referral: ReferralPaper) -> bytes:
        """The citizen's copy of it."""
        return self._papers().referral_copy(referral)

    def document_list(self, documents: DocumentList, language: Language) -> bytes:
        """The desk's own list of documents."""
        return self._papers().document_list(documents, language)

    def keeping_receipt(self, receipt: KeepingReceipt, options: PaperOptions) -> bytes:
        """The receipt of a run of retention as a tagged PDF."""
        return self._papers().keeping_receipt(receipt, options)

    def erasure_receipt(self, receipt: ErasureReceipt, options: PaperOptions) -> bytes:
        """The receipt of an erasure at a person's wish as a tagged PDF."""
        return self._papers().erasure_receipt(receipt, options)

    def person_copy(self, copy: PersonCopy, options: PaperOptions) -> bytes:
        """Everything that is kept of a visit as a tagged PDF."""
        return self._papers().person_copy(copy, options)

    def person_copy_text(self, copy: PersonCopy, options: PaperOptions) -> str:
        """The same as plain text."""
        return self._papers().person_copy_text(copy, options)

    def cover_letter(self, letter: CoverLetter, options: PaperOptions) -> bytes:
        """The letter that goes by post with other papers."""
        return self._papers().cover_letter(letter, options)

    def message(self, letter: CoverLetter, options: PaperOptions) -> str:
        """The same as plain text, for a message."""
        return self._papers().message(letter, options)

    def telephone_script(self, script: ScriptPaper, options: PaperOptions) -> bytes:
        """What is read aloud in a call."""
        return self._papers().telephone_script(script, options)

    def meeting_slip(self, slip: MeetingSlip, options: PaperOptions) -> bytes:
        """When and where an authority's expert is met."""
        return self._papers().meeting_slip(slip, options)

    def recovery_sheet(self, key: str, folder: str, language: Language) -> bytes:
        """The sheet that lets a data folder in again."""
        return self._papers().recovery_sheet(key, folder, language)

    def plan_text(self, plan: Plan, options: PaperOptions) -> str:
        """The plan as plain text."""
        return self._papers().plan_text(plan, options)


class LateCalendars:
    """A maker of calendar files that is made when it is needed."""

    def __init__(self, make: Callable[[], CalendarMaker]) -> None:
        self._calendars = cache(make)

    def calendar(self, plan: Plan, options: CalendarOptions) -> bytes:
        """The days of the plan as iCalendar."""
        return self._calendars().calendar(plan, options)


class LatePrinters:
    """Print queues that are looked for when they are needed."""

    def __init__(self, find: Callable[[], PrintQueue]) -> None:
        self._printers = cache(find)

    def queues(self) -> tuple[Queue, ...]:
        """The queues, the default one first."""
        return self._printers().queues()

    def send(self, pdf: bytes, queue: str | None, title: str) -> None:
        """Print a finished PDF."""
        self._printers().send(pdf, queue, title)
