"""A desk that acts for somebody: an invented citizen, a real path, mandates of every kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desk.model.ids import AgencyId, ErrandId, StepId, VisitId
from desk.model.mandate import CapacityAnswer, DataKind, GivenMandate, Lasting, MandateForm, ScopeLine, Signing
from desk.model.plan import WhoToAsk
from desk.model.visit import HelpMode, Profile, Visit
from desk.ports import Casebook
from desk.usecases.desk_rooms import Desk
from desk.usecases.give_mandate import Wish
from i18n.language import Language
from tests.desk.usecases.rooms import desk_over, opened, real_bundle
from tests.fakes import FakeClock

HOUSING = ErrandId("housing_and_social_assistance")
WORK = ErrandId("unemployment")
KELA = AgencyId("kela")
VERO = AgencyId("vero")
CHECK_BENEFITS = StepId("support_check_benefits")
TELL_CHANGES = StepId("support_tell_changes")
TAX_CARD = StepId("tax_card_for_benefit")
GIVER = "Maija Mallikas"
CONTACT_AND_MONEY = frozenset({DataKind.CONTACT, DataKind.MONEY})
KELA_LINE = ScopeLine(HOUSING, KELA, CONTACT_AND_MONEY)
VERO_LINE = ScopeLine(WORK, VERO, CONTACT_AND_MONEY)
SIGNED = Signing(date.min, kept_where="Binder 3, number 14")


def acting_desk(casebook: Casebook | None = None, clock: FakeClock | None = None) -> Desk:
    """A desk with a name, over what ships."""
    desk = desk_over(real_bundle(), casebook, clock)
    desk.point_details.write(WhoToAsk("Kallion asiointipiste", phone="09 000 0000"))
    return desk


def acted_for(desk: Desk, *errands: ErrandId, language: Language = Language.FI) -> Visit:
    """A visit in which the desk acts for the citizen."""
    profile = Profile(mode=HelpMode.ACT_FOR, citizen_language=language)
    return opened(desk, *(errands or (HOUSING, WORK)), profile=profile)


def drawn(
    desk: Desk,
    visit: VisitId,
    lines: Sequence[ScopeLine] = (KELA_LINE,),
    form: MandateForm = MandateForm.PAPER,
    lasting: Lasting = Lasting.UNTIL_DAY,
    last_day: date | None = date(2026, 12, 31),
) -> GivenMandate:
    """A mandate that nobody has signed."""
    desk.mandates.give.check_capacity(visit, CapacityAnswer.CLEAR)
    day = last_day if lasting is Lasting.UNTIL_DAY else None
    return desk.mandates.give.draw(visit, Wish(tuple(lines), form, lasting, day, GIVER))


def signed(desk: Desk, visit: VisitId, *lines: ScopeLine, lasting: Lasting = Lasting.UNTIL_DAY) -> GivenMandate:
    """A mandate on paper, signed."""
    given = drawn(desk, visit, lines or (KELA_LINE,), lasting=lasting)
    return desk.mandates.give.sign(visit, given.mandate.id, SIGNED)
