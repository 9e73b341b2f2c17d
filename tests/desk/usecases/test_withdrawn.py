"""A rule was wrong: every visit that used it is found and marked, and its citizen gets a correction."""

from __future__ import annotations

import pytest

from desk.errors import NothingToCorrect, RulesWithdrawn
from desk.model.due import DueKind, Harm
from desk.model.ids import StepId
from desk.model.plan import Decision
from desk.model.visit import Accommodation, Outcome, Profile, VisitState
from desk.usecases.day_list import When
from i18n.language import Language
from tests.desk.usecases.rooms import (
    CARD,
    FINE,
    GET_CARD,
    LIFE,
    LOST,
    MOVED,
    MOVED_ON,
    NEW_ADDRESS,
    PAY_FINE,
    SAFETY,
    changed_card_bundle,
    desk_over,
    opened,
)
from tests.desk.usecases.test_versions import DEARER, NO_FINES, TWO_WEEKS

WITHDRAWN = """
withdrawals:
  - {id: address_late, step: tell_new_address, day: 2026-11-20, source: "invented 1"}
  - {id: dear_card, parameter: fee.new_card, day: 2026-11-21, source: "invented 2"}
"""
TEXTS = """
address_late: {reason: "{0}: We counted a week, and it is two.", instead: "{0}: You have a week more."}
dear_card: {reason: "{0}: The price was old.", instead: "{0}: Take more money along."}
"""
FILES = {"withdrawals.yaml": WITHDRAWN} | {
    f"withdrawals/texts/{language}.yaml": TEXTS.replace("{0}", language) for language in ("fi", "sv", "en")
}
FIXED = (TWO_WEEKS, DEARER)


def put_right(desk, *more, files=FILES):
    """The same desk with a program that knows what was wrong."""
    return desk_over(changed_card_bundle(*FIXED, *more, more=files), desk.world.casebook, desk.world.clock)


def visit_with(desk, *said, errands=(CARD,), **profile):
    visit = opened(desk, *errands, profile=Profile(**profile))
    for fact, value in said:
        desk.answer_question.give(visit.id, fact, value)
    return visit


def kept(desk, visit, language=Language.FI):
    desk.make_plan.agree(visit.id, language)
    return desk.close_visit.end(visit.id, Outcome.PLAN_GIVEN, keep=True)


MOVER = ((MOVED, "yes"), (MOVED_ON, "2026-11-20"))


def test_every_open_visit_and_kept_plan_that_used_it_is_found_and_no_other(desk):
    mover, stayer = visit_with(desk, *MOVER), visit_with(desk, (MOVED, "no"), (FINE, "0"))
    parked = desk.close_visit.park(visit_with(desk, (FINE, "10")).id)
    plan = kept(desk, visit_with(desk, *MOVER, (FINE, "10")))
    ended = visit_with(desk, *MOVER)
    desk.make_plan.agree(ended.id, Language.FI)
    desk.close_visit.end(ended.id, Outcome.PLAN_GIVEN)
    assert desk.affected_visits() == ()
    newer = put_right(desk)
    found = {each.id: each.withdrawals for each in newer.affected_visits()}
    assert found == {
        mover.id: ("address_late", "dear_card"),  # the fine may apply, and was told with its price
        parked.id: ("address_late", "dear_card"),  # whether they moved is open: the step may apply
        plan.id: ("address_late", "dear_card"),
    }
    assert stayer.id not in found


def test_each_correction_that_is_owed_is_a_line_of_the_day_list_until_it_is_given(desk):
    plain = kept(desk, visit_with(desk, (MOVED, "yes"), (MOVED_ON, "2026-11-16")))
    quiet = {"accommodations": frozenset({Accommodation.DISCREET})}
    hidden = kept(desk, visit_with(desk, (MOVED, "yes"), (MOVED_ON, "2026-11-16"), **quiet))
    assert desk.owed_corrections(Language.EN) == ()
    later = put_right(desk)
    owed = {line.due.visit: line for line in later.owed_corrections(Language.EN)}
    assert owed.keys() == {plain.id, hidden.id}
    assert {(line.due.kind, line.due.harm, line.when) for line in owed.values()} == {
        (DueKind.CORRECTION, Harm.LAW, When.OVERDUE)
    }
    assert owed[plain.id].title
    assert owed[hidden.id].title == "", "nobody reads from the list what it is about"
    assert later.show_follow_up(plain.id, Language.EN).owed
    later.correct_advice.given(plain.id, Language.FI)
    assert [line.due.visit for line in later.owed_corrections(Language.EN)] == [hidden.id]
    assert not later.show_follow_up(plain.id, Language.EN).owed


def test_a_version_that_knew_it_already_is_not_wrong(desk):
    newer = put_right(desk)
    visit = visit_with(newer, *MOVER)
    newest = put_right(desk, ("en: Get the card", "en: Fetch your card"))
    assert newest.affected_visits() == ()
    assert newest.take_errands.at_opening(visit.id).id == visit.id


def test_a_visit_cannot_stay_with_what_was_wrong_nor_end_by_it(desk):
    visit = visit_with(desk, *MOVER)
    newer = put_right(desk)
    assert newer.take_errands.at_opening(visit.id).content == desk.world.bundle.content_hash, "it is not taken unseen"
    with pytest.raises(RulesWithdrawn):
        newer.take_errands.stay(visit.id)
    newer.make_plan.agree(visit.id, Language.FI)
    with pytest.raises(RulesWithdrawn):
        newer.close_visit.end(visit.id, Outcome.PLAN_GIVEN)
    newer.take_errands.take(visit.id)
    assert newer.close_visit.end(visit.id, Outcome.PLAN_GIVEN).state is VisitState.ENDED


def test_the_correction_says_what_was_told_and_what_is_right_in_the_plans_language(desk):
    visit = kept(desk, visit_with(desk, *MOVER, citizen_language=Language.SV), Language.SV)
    newer = put_right(desk)
    paper = newer.correct_advice.paper(visit.id)
    assert (paper.language, paper.told_on) == (Language.SV, desk.world.clock.today())
    item = next(each for each in paper.items if each.title.text == "sv: Tell the new address")
    assert (item.told.deadline.day.isoformat(), item.right.deadline.day.isoformat()) == ("2026-11-27", "2026-12-04")
    assert (item.reason.text, item.instead.text) == (
        "sv: We counted a week, and it is two.",
        "sv: You have a week more.",
    )
    in_english = newer.correct_advice.paper(visit.id, Language.EN)
    assert in_english.items[0].reason.fallback is None
    assert in_english.items[0].told.title.fallback is Language.SV


def test_a_visit_whose_citizen_has_the_correction_is_marked_no_longer(desk):
    visit = kept(desk, visit_with(desk, *MOVER))
    newer = put_right(desk)
    given = newer.correct_advice.given(visit.id, Language.FI)
    assert given.corrected == {"address_late", "dear_card"}
    assert given.state is VisitState.ENDED
    assert newer.affected_visits() == ()
    with pytest.raises(NothingToCorrect):
        newer.correct_advice.paper(visit.id)
    assert newer.close_visit.erase(visit.id).corrected == frozenset()


def test_who_took_the_new_rules_still_owes_the_correction_to_a_citizen_with_a_paper(desk):
    with_paper, without = kept(desk, visit_with(desk, *MOVER)), visit_with(desk, *MOVER)
    newer = put_right(desk)
    for visit in (with_paper, without):
        if visit.kept:
            newer.close_visit.resume(visit.id)
        newer.take_errands.take(visit.id)
    assert [each.id for each in newer.affected_visits()] == [with_paper.id]
    again = put_right(desk, ("en: Get the card", "en: Fetch your card"))
    item = next(each for each in again.correct_advice.paper(with_paper.id).items if each.right.id == NEW_ADDRESS)
    assert item.told.deadline.day.isoformat() == "2026-11-27", "as it stood on the paper"


def test_a_step_that_is_no_more_was_wrong_too(desk):
    visit = kept(desk, visit_with(desk, (FINE, "10")))
    gone = {**FILES, "withdrawals.yaml": WITHDRAWN.replace("step: tell_new_address", "step: pay_fine")}
    newer = put_right(desk, NO_FINES, files=gone)
    item = newer.correct_advice.paper(visit.id).items[0]
    assert (item.told.id, item.right) == (PAY_FINE, None)


def test_a_step_that_was_wrongly_kept_from_the_citizen_is_told(desk):
    visit = kept(desk, visit_with(desk, (LIFE, "pupil")))
    ruled = ("applies: any_of(reader.hobbies, [maps, games]) and reader.life != pupil", "applies: always")
    files = {**FILES, "withdrawals.yaml": WITHDRAWN.replace("step: tell_new_address", "step: map_room")}
    newer = put_right(desk, ruled, files=files)
    item = next(each for each in newer.correct_advice.paper(visit.id).items if each.told is None)
    assert item.right.id == "map_room"


def test_errands_that_cannot_be_read_are_judged_by_the_day_and_the_plan(desk):
    visit = kept(desk, visit_with(desk, *MOVER))
    newer = put_right(desk)
    newer.world.casebook.under._errands[desk.world.bundle.content_hash] = b"damaged"
    assert newer.affected_visits() == (), "it was opened after the day on which all was put right"
    later = {**FILES, "withdrawals.yaml": WITHDRAWN.replace("2026-11-20", "2026-12-01")}
    newest = put_right(desk, files=later)
    (found,) = newest.affected_visits()
    assert (found.id, found.withdrawals) == (visit.id, ("address_late",))


def test_a_discreet_correction_names_nothing_that_tells(desk):
    visit = visit_with(desk, *MOVER, (SAFETY, "yes"), accommodations=frozenset({Accommodation.DISCREET}))
    paper = put_right(desk).correct_advice.paper(kept(desk, visit).id)
    assert (paper.discreet, paper.plan_code) == (True, None)
    assert all(channel.address is None for item in paper.items for channel in item.right.channels)
    assert all(item.source == "" for item in paper.items)


def test_what_was_decided_stays_decided(desk):
    visit = visit_with(desk, *MOVER, errands=(CARD, LOST))
    desk.take_step.decide(visit.id, NEW_ADDRESS, Decision.HANDLED)
    desk.take_step.decide(visit.id, GET_CARD, Decision.AGREED)
    newer = put_right(desk)
    taken = newer.take_errands.take(visit.id)
    assert {step: state.decision for step, state in taken.steps.items()} == {
        NEW_ADDRESS: Decision.HANDLED,
        StepId("get_card"): Decision.AGREED,
    }
