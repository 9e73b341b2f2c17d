"""An invented mandate on paper, fixed to the day: what golden texts are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from desk.model.hours import HELSINKI
from desk.model.ids import AgencyId, ErrandId, MandateCode, MandateId
from desk.model.mandate import (
    DataKind,
    GivenMandate,
    Lasting,
    LineNames,
    Mandate,
    MandateForm,
    ScopeLine,
    Signing,
)
from desk.model.mandate_code import with_code, written_code
from desk.model.mandate_papers import ActsPaper, Copy, MandatePaper, ToldAct, WithdrawalPaper
from desk.model.plan import WhoToAsk
from desk.model.role import Role
from desk.usecases.mandate_words import mandate_text
from i18n.language import Language
from i18n.translator import Lexicon

DRAWN_ON = date(2026, 11, 23)
ASK = WhoToAsk("Service point Mallila", "020 000 0000", address="Torikatu 1")
STROKES = (((100, 200), (150, 50), (200, 200)), ((400, 150), (500, 100)), ((700, 150),))
NAMES = (
    LineNames(
        {Language.FI: "Asumistuki", Language.SV: "Bostadsbidrag", Language.AR: "بدل السكن"},
        {Language.FI: "Kela", Language.SV: "FPA", Language.AR: "كيلا"},
    ),
    LineNames(
        {Language.FI: "Työttömyys", Language.SV: "Arbetslöshet", Language.AR: "البطالة"},
        {Language.FI: "Verohallinto", Language.SV: "Skatteförvaltningen", Language.AR: "الضرائب"},
    ),
)
MANDATE = with_code(
    Mandate(
        id=MandateId("01a20734-5580-7000-8000-000000000001"),
        giver="Maija Mallikas",
        lines=(
            ScopeLine(ErrandId("housing"), AgencyId("kela"), frozenset({DataKind.CONTACT, DataKind.MONEY})),
            ScopeLine(ErrandId("work"), AgencyId("vero"), frozenset(DataKind)),
        ),
        lasting=Lasting.UNTIL_CLOSED,
        drawn_on=DRAWN_ON,
        last_day=date(2027, 5, 31),
        form=MandateForm.PAPER,
        template="mandate 2026-11",
        code=MandateCode(""),
        holder={Language.FI: "Mallilan asiointipiste", Language.SV: "Mallby servicepunkt"},
        born=date(1958, 3, 9),
        languages=(Language.FI,),
        names=NAMES,
    )
)
SIGNING = Signing(DRAWN_ON, "Ville Vierasmies", "Binder 3, number 14")
WITHDRAWN_AT = datetime(2026, 12, 1, 10, 5, tzinfo=HELSINKI)


def mandate(**changed: object) -> Mandate:
    """The mandate, with other fields and the code that belongs to them."""
    return with_code(replace(MANDATE, **changed))  # type: ignore[arg-type]


def paper(made: Mandate, lexicon: Lexicon, copy: Copy = Copy.CITIZEN, signing: Signing | None = None) -> MandatePaper:
    """A copy of a mandate."""
    texts = {text.language: text for text in (mandate_text(made, each, lexicon) for each in made.languages)}
    return MandatePaper(GivenMandate(made, signing), written_code(made.code), tuple(texts.values()), copy, ASK)


def certificate(made: Mandate, lexicon: Lexicon, *lines: int, acts: int = 0) -> WithdrawalPaper:
    """That these lines were withdrawn."""
    given = GivenMandate(made, SIGNING, dict.fromkeys(lines, WITHDRAWN_AT))
    shown = paper(made, lexicon)
    return WithdrawalPaper(
        given=given,
        code=shown.code,
        texts=shown.texts,
        made_on=WITHDRAWN_AT.date(),
        ask=ASK,
        in_force=len(lines) < len(made.lines),
        acts=acts,
        kept_days=730,
    )


def acts(made: Mandate) -> ActsPaper:
    """One act under the first line."""
    act = ToldAct(
        at=WITHDRAWN_AT,
        titles={Language.FI: "Hae asumistukea", Language.SV: "Ansök om bostadsbidrag"},
        agencies=NAMES[0].agency,
        kinds=frozenset({DataKind.CONTACT, DataKind.MONEY}),
        reference="KELA/12/2026",
        role=Role.SERVICE_ADVISER,
        code=written_code(made.code),
        line=1,
    )
    return ActsPaper(made.giver, made.languages, WITHDRAWN_AT.date(), ASK, (act,), 730)
