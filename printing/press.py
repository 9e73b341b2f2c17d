"""The desk's paper maker: from data to a finished PDF, or to plain text, in the citizen's language."""

from __future__ import annotations

from dataclasses import dataclass

from desk.model.plan import Plan, WhoToAsk
from desk.ports import PaperOptions
from desk.usecases.show_service import ShownService
from i18n.formats import Formats
from i18n.language import Language
from i18n.translator import Domain, Lexicon
from printing.document import Document
from printing.papers.guidance import guidance_paper
from printing.papers.plan import left_out, plan_paper
from printing.papers.recovery import RecoverySheet, recovery_paper
from printing.papers.wording import Wording
from printing.pdf import draw
from printing.plain_text import as_text
from printing.typefaces import Missing

_NOBODY = WhoToAsk("")


@dataclass(frozen=True, slots=True)
class Press:
    """Makes every paper. ``ask`` is the service point that guidance names.

    A letter that no typeface has never keeps a citizen from a paper: it is marked where it stands.
    """

    lexicon: Lexicon
    ask: WhoToAsk = _NOBODY

    def plan(self, plan: Plan, options: PaperOptions) -> bytes:
        """The plan as a tagged PDF."""
        return _drawn(self.plan_document(plan, options))

    def plan_text(self, plan: Plan, options: PaperOptions) -> str:
        """The plan as plain text, to copy from where there is no printer."""
        return as_text(self.plan_document(plan, options))

    def plan_document(self, plan: Plan, options: PaperOptions) -> Document:
        """The plan as a document, for the preview and for tests."""
        return plan_paper(plan, self._wording(options.language), options)

    def left_out(self, plan: Plan, language: Language) -> tuple[str, ...]:
        """What a discreet plan leaves out, in the language of the one who looks at the preview."""
        return left_out(plan, self._wording(language))

    def guidance(self, service: ShownService, options: PaperOptions) -> bytes:
        """Guidance on one service as a tagged PDF."""
        return _drawn(self.guidance_document(service, options))

    def guidance_document(self, service: ShownService, options: PaperOptions) -> Document:
        """Guidance on one service as a document."""
        return guidance_paper(service, self.ask, self._wording(options.language), options)

    def recovery(self, sheet: RecoverySheet, language: Language) -> bytes:
        """The recovery sheet of a data folder as a tagged PDF."""
        return _drawn(recovery_paper(sheet, self._wording(language)))

    def _wording(self, language: Language) -> Wording:
        return Wording(self.lexicon.words(language, Domain.CITIZEN), Formats(language))


def _drawn(document: Document) -> bytes:
    return draw(document, Missing.MARK)
