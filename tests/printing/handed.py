"""Papers of what changes hands, as they would be pinned: invented people, real rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from desk.model.handing import ReferralGround, SentHow
from desk.model.handing_papers import (
    NOTICE,
    RECEIPT,
    REFERRAL,
    REFERRAL_BEFORE,
    DocumentList,
    Edges,
    ListedDocument,
    Receipt,
    ReferralPaper,
    TransferNotice,
    Twice,
)
from desk.model.hours import HELSINKI
from desk.model.ids import AgencyId, HandingId
from desk.model.mandate import DataKind
from desk.model.plan import WhoToAsk, Words
from i18n.language import Language
from i18n.translator import Lexicon
from printing.papers.wording import Wording

ASK = WhoToAsk("Mallilan asiointipiste", "020 000 0000", "ma–pe klo 9–16", "Torikatu 1, 00000 Mallila")
AT = datetime(2026, 11, 23, 9, 0, 41, tzinfo=HELSINKI)
LEXICON = Lexicon()


def wording(language: Language) -> Wording:
    """The words of a paper."""
    return Wording.of(LEXICON, language)


def edges(template: str, language: Language = Language.FI, *, discreet: bool = False, large: bool = False) -> Edges:
    """Of a paper from the service point of Mallila."""
    return Edges(template, language, Language.FI, ASK, discreet=discreet, large=large)


def twice(text: str) -> Twice:
    """A text that is the same in both languages."""
    return Twice(Words(text), Words(text))


def receipt(language: Language = Language.FI, *, in_time: bool = True, discreet: bool = False) -> Receipt:
    """A lease, left for Kela."""
    return Receipt(
        edges=edges(RECEIPT, language, discreet=discreet),
        number="14-1",
        at=AT,
        agency=twice("Kela"),
        what=twice("Vuokrasopimus"),
        pages=4,
        original=True,
        in_time_here=in_time,
        due_on=date(2026, 11, 30),
        giver="Maija Mallikas",
        by="Pekka Neuvoja",
    )


def notice(language: Language = Language.FI, *, in_time: bool = False, discreet: bool = False) -> TransferNotice:
    """The lease belonged to the police."""
    return TransferNotice(
        edges=edges(NOTICE, language, discreet=discreet),
        number="14-1",
        what=twice("Vuokrasopimus"),
        received=AT,
        wrong=twice("Kela"),
        right=twice("Poliisi"),
        sent_on=date(2026, 11, 24),
        how=SentHow.POST,
        in_time_here=in_time,
    )


def referral(
    language: Language = Language.FI,
    ground: ReferralGround = ReferralGround.CONSENT,
    *,
    discreet: bool = False,
    name: str = "Maija Mallikas",
) -> ReferralPaper:
    """To the police, about where the citizen lives."""
    return ReferralPaper(
        edges=edges(REFERRAL, language, discreet=discreet),
        number="14-2",
        on=date(2026, 11, 23),
        agency=twice("Poliisi"),
        ground=ground,
        kinds=frozenset({DataKind.CONTACT, DataKind.HOUSING}),
        sentences=("Muutti 1.11.2026.", "Ei verkkopankkitunnuksia."),
        law="434/2003, 10 §",
        mandate="ABCD-1234",
        consented_to="Suostun.",
        name=name,
        contact="040 000 0000",
        code="7KXM-2QTD-R",
        by="Pekka Neuvoja",
    )


def as_before(paper: ReferralPaper) -> ReferralPaper:
    """The same, given out on the form before."""
    return replace(paper, edges=replace(paper.edges, template=REFERRAL_BEFORE))


_LISTED = ListedDocument(
    number="14-1",
    id=HandingId("one"),
    agency="Kela",
    agency_id=AgencyId("kela"),
    what="Vuokrasopimus",
    at=AT,
    pages=4,
    original=True,
    in_time_here=True,
    send_by=date(2026, 11, 24),
    due_on=None,
)


def document_list() -> DocumentList:
    """One on time, one late whose visit is over, one that went on."""
    late = replace(_LISTED, number="13-2", what="", original=False, send_by=date(2026, 11, 20))
    gone = replace(_LISTED, number="9-1", sent_on=AT.date(), sent_how=SentHow.POST, sent_to="Poliisi", transferred=True)
    return DocumentList(AT.date(), (late, _LISTED, gone), "Mallilan asiointipiste")
