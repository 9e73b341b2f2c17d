"""A mandate written down beforehand: for the command line, where nothing personal is typed, and for visit scripts.

The file is YAML, read as text; each part may be left out::

    capacity: clear                     # clear minor has_guardian in_doubt under_pressure
    reason: …
    draw:
      lines:                            # left out: what the steps for now and here need
        - {errand: housing_and_social_assistance, agency: kela, kinds: [contact, money]}
      form: paper                       # paper screen spoken register
      lasting: until_closed             # this_visit until_day until_closed
      last_day: 2027-01-31
      giver: …                          # left out: the person of the visit
    sign: {witness: …, kept_where: …}   # of one that was spoken: that it was read back
    acts:
      - {step: apply, kinds: [contact, money], reference: …, by: mail}
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from desk.model.ids import AgencyId, ErrandId, MandateId, StepId, VisitId
from desk.model.mandate import CapacityAnswer, DataKind, GivenMandate, Lasting, MandateForm, ScopeLine, Signing
from desk.model.path import ChannelKind
from desk.usecases.give_mandate import GiveMandate, Wish
from desk.usecases.mandate_rooms import MandateRooms
from i18n.language import Language


class _Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a script may say, and nothing else."""


class ScriptedLine(_Struct, frozen=True):
    """A line of the scope."""

    errand: str
    agency: str
    kinds: tuple[DataKind, ...]


class ScriptedWish(_Struct, frozen=True):
    """What is drawn."""

    lines: tuple[ScriptedLine, ...] | None = None
    form: MandateForm = MandateForm.PAPER
    lasting: Lasting = Lasting.THIS_VISIT
    last_day: date | None = None
    giver: str = ""


class ScriptedSigning(_Struct, frozen=True):
    """How it is signed."""

    witness: str = ""
    kept_where: str = ""


class ScriptedReference(_Struct, frozen=True):
    """What stands beside an act whose step is named otherwise."""

    reference: str = ""


class ScriptedAct(_Struct, frozen=True):
    """What is done in the citizen's name; without kinds what the step needs."""

    step: str
    kinds: tuple[DataKind, ...] | None = None
    reference: str = ""
    by: ChannelKind | None = None


class MandateScript(_Struct, frozen=True):
    """All of it, in the order in which it is done."""

    capacity: CapacityAnswer | None = None
    reason: str = ""
    draw: ScriptedWish | None = None
    sign: ScriptedSigning | None = None
    acts: tuple[ScriptedAct, ...] = ()


def run_mandate_script(
    rooms: MandateRooms, visit: VisitId, script: MandateScript, told: Callable[[str], None]
) -> GivenMandate | None:
    """Do it all and return the mandate that was drawn; what was done before an error stays done."""
    if script.capacity is not None:
        rooms.give.check_capacity(visit, script.capacity, script.reason)
        told(f"checked capacity {script.capacity}")
    given = None
    if script.draw is not None:
        given = rooms.give.draw(visit, wish_of(rooms.give, visit, script.draw))
        told(f"drew a mandate {given.mandate.id}")
    if script.sign is not None and given is not None:
        given = sign(rooms.give, visit, given.mandate.id, script.sign, given.mandate.form)
        told(f"signed {given.mandate.id}")
    for act in script.acts:
        do(rooms, visit, act)
        told(f"acted {act.step}")
    return given


def wish_of(give: GiveMandate, visit: VisitId, scripted: ScriptedWish) -> Wish:
    """Return what is to be drawn; without lines what the open steps for now and here need."""
    if scripted.lines is None:
        lines = tuple(each.line for each in give.proposal(visit, Language.FI) if each.ticked)
    else:
        lines = tuple(
            ScopeLine(ErrandId(each.errand), AgencyId(each.agency), frozenset(each.kinds)) for each in scripted.lines
        )
    return Wish(lines, scripted.form, scripted.lasting, scripted.last_day, scripted.giver)


def sign(
    give: GiveMandate, visit: VisitId, mandate: MandateId, how: ScriptedSigning, form: MandateForm
) -> GivenMandate:
    """Sign a mandate, or store that it was read back."""
    if form is MandateForm.SPOKEN:
        return give.read_back(visit, mandate)
    return give.sign(visit, mandate, Signing(date.min, how.witness, how.kept_where))


def do(rooms: MandateRooms, visit: VisitId, act: ScriptedAct) -> None:
    """Do one act."""
    step = StepId(act.step)
    kinds = frozenset(act.kinds) if act.kinds is not None else rooms.act.kinds_needed(visit, step)
    rooms.act.do(visit, step, kinds, act.reference, act.by)
