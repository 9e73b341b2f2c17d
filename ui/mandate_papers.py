"""The papers of mandates as the papers screen takes them: how each is drawn, and what is noted when it was given."""

from __future__ import annotations

from functools import partial

from desk.model.ids import MandateId
from desk.model.mandate_papers import Copy
from desk.model.visit import Visit
from desk.ports import PaperOptions
from desk.usecases.mandate_papers import ACTS, MANDATE, WITHDRAWAL, MandatePapers as Papers
from i18n.translator import Words
from ui.desk_access import DeskAccess
from ui.screens.papers.made import MadePaper
from ui.screens.papers.state import Paper


class MandatePapers:
    """Nothing is drawn here: the papers screen does, on the store lane."""

    def __init__(self, access: DeskAccess) -> None:
        self._access = access

    def copies(self, visit: Visit | None, mandate: str) -> MadePaper | None:
        """Both copies of a mandate."""
        if visit is None:
            return None
        draw = partial(self._copy, visit, MandateId(mandate))
        return MadePaper(
            Paper.MANDATE,
            visit,
            draw=partial(draw, Copy.CITIZEN),
            beside=partial(draw, Copy.DESK),
            given=partial(self._given, visit, MANDATE),
            told=_said_of_copies,
            own_language=True,
            discreet=lambda: self._papers.paper(visit.id, MandateId(mandate), Copy.CITIZEN).discreet,
        )

    def certificate(self, visit: Visit | None, mandate: str) -> MadePaper | None:
        """That lines of a mandate were withdrawn."""
        if visit is None:
            return None
        return MadePaper(
            Paper.WITHDRAWAL,
            visit,
            draw=partial(self._certificate, visit, MandateId(mandate)),
            given=partial(self._given, visit, WITHDRAWAL),
            told=_said_of_names,
            own_language=True,
            discreet=lambda: self._papers.certificate(visit.id, MandateId(mandate)).discreet,
        )

    def acts(self, visit: Visit | None) -> MadePaper | None:
        """What was done in the citizen's name."""
        if visit is None:
            return None
        return MadePaper(
            Paper.ACTS,
            visit,
            draw=partial(self._acts, visit),
            given=partial(self._given, visit, ACTS),
            told=_said_of_names,
            own_language=True,
            discreet=lambda: self._papers.acts(visit.id).discreet,
        )

    @property
    def _papers(self) -> Papers:
        return self._access.desk.mandates.papers

    def _copy(self, visit: Visit, mandate: MandateId, copy: Copy, options: PaperOptions) -> bytes:
        papers = self._papers
        return papers.draw_mandate(papers.paper(visit.id, mandate, copy), options)

    def _certificate(self, visit: Visit, mandate: MandateId, options: PaperOptions) -> bytes:
        papers = self._papers
        return papers.draw_certificate(papers.certificate(visit.id, mandate), options)

    def _acts(self, visit: Visit, options: PaperOptions) -> bytes:
        papers = self._papers
        return papers.draw_acts(papers.acts(visit.id), options)

    def _given(self, visit: Visit, paper: str, options: PaperOptions) -> Visit:
        return self._papers.made(visit.id, paper, options.language)


def _said_of_copies(words: Words) -> tuple[str, ...]:
    return (
        words.text("Both copies are printed: this one for the citizen, the other for the desk. Have both signed."),
        *_said_of_names(words),
    )


def _said_of_names(words: Words) -> tuple[str, ...]:
    return (words.text("The citizen's name is on the paper. No identity code is."),)
