"""An agreed plan of nobody's, with a step of every kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk.model.ids import ErrandId, StepId
from desk.model.path import ChannelKind, Mode, Nature
from desk.model.plan import (
    Contact,
    Decision,
    Group,
    Plan,
    PlanChannel,
    PlanDeadline,
    PlanFee,
    PlanStep,
    WhoToAsk,
    Words,
)
from i18n.language import Language

ERRAND = ErrandId("death_of_close_one")
TODAY = date(2026, 11, 21)


def deadline(day: date | None, nature: Nature = Nature.LAW, **changes) -> PlanDeadline:
    words = Words("Three months from the day of death.")
    return replace(PlanDeadline(day, None, nature, passed=False, text=words, late=None), **changes)


def step(name: str, title: str, **changes) -> PlanStep:
    plain = PlanStep(
        id=StepId(name),
        errand=ERRAND,
        group=Group.YOU,
        mode=Mode.ASSISTED,
        title=Words(title),
        agency="Kela",
        what=Words(f"{title}: this is what it means in one sentence."),
        how=(),
        because=None,
        deadline=None,
        earliest=None,
        bring=(),
        channels=(),
        fee=None,
        warnings=(),
        after=(),
        verified=True,
        source="",
        checked=None,
    )
    return replace(plain, **changes)


PHONE = PlanChannel(
    ChannelKind.PHONE,
    Words("Kela's survivors' line"),
    recommended=True,
    usable=True,
    phone=Contact("020 634 0000", verified=True, hours="Monday to Friday 9am to 4pm"),
)
WEB = PlanChannel(
    ChannelKind.E_SERVICE,
    Words("OmaKela"),
    recommended=False,
    usable=True,
    url=Contact("https://www.kela.fi/omakela", verified=True),
)
OFFICE = PlanChannel(
    ChannelKind.VISIT,
    Words("Kela's office"),
    recommended=False,
    usable=True,
    address=Contact("Torikatu 1, 00000 Mallila", verified=False),
)
NO_E_ID = replace(WEB, text=Words("Only for those with an e-ID"), usable=False)

PENSION = step(
    "pension",
    "Apply for the survivors' pension",
    group=Group.HERE,
    deadline=deadline(date(2026, 12, 5), Nature.MONEY, last_lawful_day=date(2026, 12, 7)),
    how=(Words("Fill in the form together with us."), Words("Sign it yourself.")),
    bring=(Words("ID card or passport"), Words("Lääkärin lausunto", fallback=Language.FI)),
    channels=(PHONE, WEB, OFFICE, NO_E_ID),
    fee=PlanFee("free of charge", verified=True, free=True),
    because=Words("You were married and under 65."),
    source="Kela, kela.fi/survivors",
    checked=date(2026, 11, 2),
    warnings=(Words("Always log in yourself."),),
)
ESTATE = step(
    "estate",
    "Make the estate inventory",
    agency="Finnish Tax Administration",
    deadline=deadline(date(2026, 11, 10), passed=True, late=Words("Do it now. Ask the tax office for more time.")),
    after=(StepId("pension"),),
    verified=False,
    fee=PlanFee("37.21 euros", verified=False),
)
BANK = step("bank", "Tell the bank", agency="Your bank", decision=Decision.POSTPONED)
HANDLED = step("address", "Tell the housing company", decision=Decision.HANDLED)
DECLINED = step("grant", "Apply for the burial grant", decision=Decision.DECLINED, reason="a secret reason")
ITSELF = step("register", "The death is registered", group=Group.ITSELF, mode=Mode.AUTOMATIC)
MAYBE = step("insurance", "Ask about life insurance", group=Group.MAYBE, undecided=("whether there was insurance",))


def plan(**changes) -> Plan:
    whole = Plan(
        title=Words("When someone close to you has died"),
        language=Language.EN,
        made_on=TODAY,
        content_version="3f5a9c1be20d44aa",
        steps=(PENSION, ESTATE, BANK, HANDLED, DECLINED, ITSELF, MAYBE),
        ask=WhoToAsk("Service point Mallila", "020 000 0000", "Monday to Friday 9am to 3pm", "Torikatu 1, Mallila"),
        plan_code="7KXM-2QTD-R",
    )
    return replace(whole, **changes)
