"""What of a mandate outlives its visit, what does not, and that a record that was changed is found by its code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk import events as ev
from desk.errors import MandateCodeUnknown
from desk.model.ids import MandateId
from desk.model.mandate_code import with_code
from desk.model.mandate_keeping import mandates_kept_until
from desk.model.mandate_state import MandateState
from desk.model.plan import Decision
from desk.model.visit import Outcome
from desk.usecases.verify_paper import PaperTruth
from i18n.language import Language
from offline_cache.casebook.journal import casebook_in
from tests.desk.usecases.mandated import (
    CHECK_BENEFITS,
    CONTACT_AND_MONEY,
    GIVER,
    KELA_LINE,
    VERO_LINE,
    acted_for,
    acting_desk,
    signed,
)
from tests.fakes import FakeCasebook, FakeClock, FakeKeyring
from tests.offline_cache.casebook.test_chain import behind_the_programs_back
from tests.offline_cache.opening import opened, tools

REASON = "sanoi itse haluavansa"
REFERENCE = "KELA/12/2026"


@pytest.fixture
def folder(tmp_path):
    folder = opened(tmp_path / "folder", tools(FakeKeyring()))
    yield folder
    folder.close()


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture(params=["in memory", "encrypted"])
def desk(request, folder, clock):
    """A desk that acts, over each kind of casebook."""
    return acting_desk(FakeCasebook() if request.param == "in memory" else casebook_in(folder), clock)


@pytest.fixture
def stored(folder, clock):
    """A desk that acts, over the encrypted casebook."""
    return acting_desk(casebook_in(folder), clock)


def kinds_left(desk, visit):
    """Kinds of event that still say something."""
    return {each.kind for each in desk.world.casebook.events_of(visit.id) if each.event is not None}


ENDINGS = {
    "handled": lambda desk, visit: desk.close_visit.end(visit.id, Outcome.HANDLED),
    "plan given": lambda desk, visit: desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN),
    "thrown away": lambda desk, visit: desk.close_visit.discard(visit.id),
    "erased": lambda desk, visit: desk.close_visit.erase(visit.id),
}


def ready_to_end(desk):
    """A visit with a mandate, a plan, and every step settled."""
    visit = acted_for(desk)
    mandate = signed(desk, visit.id, KELA_LINE, VERO_LINE)
    desk.make_plan.agree(visit.id, Language.FI)
    return visit, mandate.mandate


def settle(desk, visit):
    for step in desk.visit_errands.path(desk.journal.load(visit.id)).steps:
        if step.id != CHECK_BENEFITS:
            desk.take_step.decide(visit.id, step.id, Decision.DECLINED, REASON)


@pytest.mark.parametrize("how", ENDINGS)
def test_a_mandate_under_which_nothing_was_done_goes_with_all_else(desk, how):
    visit, mandate = ready_to_end(desk)
    settle(desk, visit)
    desk.take_step.decide(visit.id, CHECK_BENEFITS, Decision.DECLINED)
    ENDINGS[how](desk, visit)
    ended = desk.journal.load(visit.id)
    assert (ended.mandates, ended.acts, ended.erased) == ({}, (), True)
    assert not kinds_left(desk, visit) & {kind for kind in ev.KINDS if ev.is_personal(kind)}
    assert GIVER not in repr(desk.world.casebook.events_of(visit.id))
    with pytest.raises(MandateCodeUnknown):
        desk.mandates.verify(mandate.code)
    assert mandates_kept_until(ended) is None
    assert desk.world.casebook.verify().broken is None


@pytest.mark.parametrize("how", ENDINGS)
def test_what_was_done_in_a_name_can_be_proved_when_all_else_is_erased(desk, how, clock):
    visit, mandate = ready_to_end(desk)
    settle(desk, visit)
    desk.mandates.act.do(visit.id, CHECK_BENEFITS, CONTACT_AND_MONEY, REFERENCE)
    ENDINGS[how](desk, visit)
    ended = desk.journal.load(visit.id)
    assert ended.erased
    assert (ended.answers, ended.steps, ended.plan, ended.person) == ({}, {}, None, None)
    assert [act.reference for act in ended.acts] == [REFERENCE]
    assert ended.mandates[mandate.id].mandate == mandate
    personal = {kind for kind in kinds_left(desk, visit) if ev.is_personal(kind)}
    assert personal == {"MandateDrawn", "MandateSigned", "ActedFor"}
    assert REASON not in repr(desk.world.casebook.events_of(visit.id))
    proved = desk.mandates.verify(mandate.code)
    assert (proved.truth, proved.state) == (PaperTruth.AS_WRITTEN, MandateState.CLOSED)
    assert desk.mandates.papers.acts(visit.id).acts[0].titles
    assert desk.world.casebook.verify().broken is None
    assert mandates_kept_until(ended) == clock.today() + timedelta(days=730)


def test_when_their_time_is_over_mandate_and_acts_go_too(desk, clock):
    visit, mandate = ready_to_end(desk)
    desk.mandates.act.do(visit.id, CHECK_BENEFITS, CONTACT_AND_MONEY, REFERENCE)
    desk.close_visit.erase(visit.id)
    clock.advance(days=731)
    desk.world.casebook.append_and_erase(visit.id, [ev.ActsForgotten()], clock.now())
    gone = desk.journal.load(visit.id)
    assert (gone.mandates, gone.acts) == ({}, ())
    assert GIVER not in repr(desk.world.casebook.events_of(visit.id))
    with pytest.raises(MandateCodeUnknown):
        desk.mandates.verify(mandate.code)
    assert mandates_kept_until(gone) is None
    assert desk.world.casebook.verify().broken is None


def test_a_mandate_that_ended_before_its_visit_is_kept_from_its_own_end(desk, clock):
    visit, mandate = ready_to_end(desk)
    desk.mandates.act.do(visit.id, CHECK_BENEFITS, CONTACT_AND_MONEY)
    acted_on = clock.today()
    desk.mandates.withdraw(visit.id, mandate.id)
    clock.advance(days=5)
    ended = desk.close_visit.erase(visit.id)
    assert mandates_kept_until(ended, kept_days=100) == acted_on + timedelta(days=100)


def test_a_citizen_withdraws_after_the_visit_too(desk, clock):
    visit, mandate = ready_to_end(desk)
    desk.mandates.act.do(visit.id, CHECK_BENEFITS, CONTACT_AND_MONEY)
    desk.close_visit.erase(visit.id)
    clock.advance(days=1)
    desk.mandates.withdraw(visit.id, mandate.id, [1])
    proved = desk.mandates.verify(mandate.code)
    assert [(line, at.date()) for line, at in proved.withdrawn] == [(2, date(2026, 11, 24))]
    assert desk.mandates.papers.certificate(visit.id, mandate.id).acts == 1


def test_erasing_acts_behind_the_programs_back_is_found(stored, folder):
    """A visit's end makes it lawful that answers are gone, and not that acts are."""
    visit, _ = ready_to_end(stored)
    stored.mandates.act.do(visit.id, CHECK_BENEFITS, CONTACT_AND_MONEY)
    stored.close_visit.erase(visit.id)
    assert stored.world.casebook.verify().broken is None
    behind_the_programs_back(folder, "UPDATE event SET payload = NULL, salt = NULL WHERE kind = 'ActedFor'")
    assert stored.world.casebook.verify().broken.reason == "erased without an end"


CHANGES = {
    "another agency": ("kela", "vero"),
    "another name": (GIVER, "Maija Mullikas"),
    "another day": ("2026-12-31", "2027-12-31"),
    "other data": ('"contact"', '"health"'),
    "another template": ("mandate 2026-11", "mandate 2026-12"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_stored_mandate_that_was_changed_is_found_by_the_code_on_its_paper(stored, folder, change):
    visit = acted_for(stored)
    mandate = signed(stored, visit.id).mandate
    assert stored.mandates.verify(mandate.code).truth is PaperTruth.AS_WRITTEN
    before, after = CHANGES[change]
    behind_the_programs_back(
        folder,
        f"UPDATE event SET payload = CAST(replace(payload, '{before}', '{after}') AS BLOB) WHERE kind = 'MandateDrawn'",
    )
    found = stored.mandates.verify(mandate.code)
    assert (found.truth, found.texts, found.state) == (PaperTruth.CHANGED, (), None)


def test_a_mandate_of_a_newer_program_is_not_called_changed(desk):
    visit = acted_for(desk)
    older = signed(desk, visit.id).mandate
    newer = with_code(replace(older, id=MandateId("newer"), template="mandate 2031-01"))
    desk.journal.record(visit.id, ev.MandateDrawn(newer))
    found = desk.mandates.verify(newer.code)
    assert (found.truth, found.texts, found.state) == (PaperTruth.NEWER, (), MandateState.DRAWN)


def test_not_even_a_new_code_in_the_record_makes_another_mandate_of_the_paper(stored, folder):
    visit = acted_for(stored)
    mandate, other = signed(stored, visit.id).mandate, signed(stored, visit.id, VERO_LINE).mandate
    behind_the_programs_back(
        folder,
        f"UPDATE event SET payload = CAST(replace(payload, '{mandate.code}', '{other.code}') AS BLOB) "
        "WHERE kind = 'MandateDrawn'",
    )
    assert stored.mandates.verify(mandate.code).truth is PaperTruth.CHANGED


def test_the_journal_tells_that_a_paper_was_held_against_it(desk):
    visit = acted_for(desk)
    mandate = signed(desk, visit.id).mandate
    desk.mandates.verify(mandate.code)
    last = desk.world.casebook.events_of(visit.id)[-1]
    assert last.event == ev.CaseRead("paper")


def test_every_mandate_is_found_again_when_the_projections_are_made_anew(stored):
    visit = acted_for(stored)
    codes = [signed(stored, visit.id, line).mandate.code for line in (KELA_LINE, VERO_LINE)]
    stored.world.casebook._under.rebuild()
    assert [stored.world.casebook.visit_of_mandate(code) for code in codes] == [visit.id, visit.id]
