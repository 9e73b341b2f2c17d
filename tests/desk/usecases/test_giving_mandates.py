"""How a mandate is given, signed, withdrawn and renewed, and what is refused before anything is written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from desk.errors import BadMandate, CannotGiveMandate, MandateUnknown, NotActingFor, SecretInText
from desk.model.data_kinds import could_hold_anything, kinds_in
from desk.model.due import DueKind
from desk.model.ids import AgencyId, DocumentId, ErrandId, FactName, MandateCode, MandateId, StepId
from desk.model.mandate import (
    CapacityAnswer,
    DataKind,
    Lasting,
    Mandate,
    MandateForm,
    RegisterResult,
    ScopeLine,
    Signing,
)
from desk.model.mandate_code import canonical_text, is_unchanged
from desk.model.mandate_papers import Copy
from desk.model.mandate_state import MandateState
from desk.model.mandates_due import seen_from
from desk.model.person import IdentityGround, IdentityProof
from desk.model.plan import WhoToAsk
from desk.model.visit import HelpMode, Profile
from desk.usecases.give_mandate import Wish
from desk.usecases.name_person import PersonGiven
from i18n.language import Language
from tests.desk.usecases.mandated import (
    CONTACT_AND_MONEY,
    GIVER,
    HOUSING,
    KELA,
    KELA_LINE,
    SIGNED,
    VERO_LINE,
    acted_for,
    acting_desk,
    drawn,
    signed,
)
from tests.desk.usecases.rooms import desk_over, opened, real_bundle
from tests.thorough import examples

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(clock):
    return acting_desk(clock=clock)


@pytest.fixture
def visit(desk):
    return acted_for(desk)


def kind_of(refused) -> str:
    return str(refused.value.details["kind"])


def wished(**changed) -> Wish:
    return Wish(**{"lines": (KELA_LINE,), "giver": GIVER, **changed})


@pytest.mark.parametrize("answer", [each for each in CapacityAnswer if each is not CapacityAnswer.CLEAR])
def test_whatever_stands_against_a_mandate_stops_it_and_the_reason_is_kept(desk, visit, answer):
    desk.mandates.give.check_capacity(visit.id, answer, " the brother answers for her ")
    with pytest.raises(CannotGiveMandate) as refused:
        desk.mandates.give.draw(visit.id, wished())
    assert kind_of(refused) == answer
    stopped = desk.journal.load(visit.id)
    assert (stopped.mandates, stopped.capacity_reason) == ({}, "the brother answers for her")


def test_the_questions_are_asked_anew_for_each_mandate(desk, visit):
    with pytest.raises(CannotGiveMandate) as refused:
        desk.mandates.give.draw(visit.id, wished())
    assert kind_of(refused) == "not_checked"
    drawn(desk, visit.id)
    with pytest.raises(CannotGiveMandate) as refused:
        desk.mandates.give.draw(visit.id, wished())
    assert kind_of(refused) == "not_checked"


@pytest.mark.parametrize(("born", "may"), [(date(2008, 11, 23), True), (date(2008, 11, 24), False)])
def test_somebody_who_is_named_with_a_birth_date_under_18_gives_none_whatever_was_ticked(desk, visit, born, may):
    desk.name_person(visit.id, PersonGiven(GIVER, born))
    desk.mandates.give.check_capacity(visit.id, CapacityAnswer.CLEAR)
    if may:
        assert desk.mandates.give.draw(visit.id, wished(giver="")).mandate.born == born
        return
    with pytest.raises(CannotGiveMandate) as refused:
        desk.mandates.give.draw(visit.id, wished(giver=""))
    assert kind_of(refused) == CapacityAnswer.MINOR


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"lines": ()}, "no_lines"),
        ({"lines": (ScopeLine(HOUSING, KELA, frozenset()),)}, "no_kinds"),
        ({"lines": (KELA_LINE, KELA_LINE)}, "twice"),
        ({"lines": (ScopeLine(HOUSING, AgencyId("police"), CONTACT_AND_MONEY),)}, "not_needed"),
        ({"lines": (ScopeLine(ErrandId("retiring"), KELA, CONTACT_AND_MONEY),)}, "not_needed"),
        ({"giver": "  "}, "nobody"),
        ({"lasting": Lasting.UNTIL_DAY}, "no_day"),
        ({"lasting": Lasting.UNTIL_DAY, "last_day": TODAY - timedelta(days=1)}, "day_over"),
        ({"lasting": Lasting.UNTIL_DAY, "last_day": TODAY + timedelta(days=366)}, "too_long"),
        ({"lasting": Lasting.UNTIL_CLOSED, "last_day": TODAY + timedelta(days=366)}, "too_long"),
        (
            {"lasting": Lasting.UNTIL_DAY, "last_day": TODAY + timedelta(days=15), "form": MandateForm.SPOKEN},
            "too_long",
        ),
    ],
)
def test_a_mandate_that_cannot_be_is_refused_with_its_reason_and_nothing_is_written(desk, visit, changed, kind):
    desk.mandates.give.check_capacity(visit.id, CapacityAnswer.CLEAR)
    before = desk.world.casebook.events_of(visit.id)
    with pytest.raises(BadMandate) as refused:
        desk.mandates.give.draw(visit.id, wished(**changed))
    assert kind_of(refused) == kind
    assert desk.world.casebook.events_of(visit.id) == before


def test_the_point_must_have_said_who_it_is(clock):
    desk = desk_over(real_bundle(), clock=clock)
    visit = acted_for(desk)
    with pytest.raises(BadMandate) as refused:
        drawn(desk, visit.id)
    assert kind_of(refused) == "no_point"


@pytest.mark.parametrize("mode", [HelpMode.ADVISE, HelpMode.TOGETHER])
def test_only_who_acts_for_somebody_needs_a_mandate(desk, mode):
    visit = opened(desk, HOUSING, profile=Profile(mode=mode))
    with pytest.raises(NotActingFor):
        drawn(desk, visit.id)


def test_no_secret_gets_into_a_mandate(desk, visit):
    given = drawn(desk, visit.id)
    for hidden in (
        lambda: desk.mandates.give.check_capacity(visit.id, CapacityAnswer.IN_DOUBT, "salasana: Kissa123"),
        lambda: desk.mandates.give.sign(visit.id, given.mandate.id, Signing(TODAY, kept_where="PIN-koodi 1234")),
        lambda: desk.mandates.give.sign(visit.id, given.mandate.id, Signing(TODAY, "131052-308T", "Binder 3")),
    ):
        with pytest.raises(SecretInText):
            hidden()


def test_what_is_proposed_is_what_the_sure_steps_need_and_nothing_is_ticked_beyond(desk, visit):
    path = desk.visit_errands.path(visit)
    by_id = {step.id: step for step in path.shown}
    sure = {step.id for step in path.steps}
    proposal = desk.mandates.give.proposal(visit.id, Language.SV)
    assert [each.agency for each in proposal[:2]] == ["FPA", "Arbetskraftsmyndigheten"]
    for each in proposal:
        needed = [by_id[step] for step, _ in each.steps]
        assert each.line.kinds == frozenset().union(*(kinds_in(step.documents) for step in needed))
        assert {(step.errand, step.agency) for step in needed} == {(each.line.errand, each.line.agency)}
        if each.ticked:
            assert {step.id for step in needed} <= sure
    agencies = {each.line.agency for each in proposal}
    assert not agencies & {"bank", "citizen", "estate", "violence_line"}


def test_it_has_been_thought_about_what_every_shipped_document_holds():
    documents = {document.id for step in real_bundle().definitions.steps().values() for document in step.documents}
    # What these hold cannot be said beforehand: the clerk and the citizen look at them.
    assert {document for document in documents if could_hold_anything(document)} == {
        "foreigner_attachment",
        "missing_papers",
        "new_papers",
        "non_disclosure_grounds",
        "reasons_paper",
        "threat_evidence",
        "travel_papers",
        "unopened_letters",
    }


def test_a_paper_says_its_kinds_and_a_card_reader_none():
    assert kinds_in([DocumentId("decisions_and_letters")]) == {DataKind.CONTACT, DataKind.MONEY}
    assert kinds_in([DocumentId("refused_decision")]) == {DataKind.CONTACT, DataKind.MONEY, DataKind.HEALTH}
    assert kinds_in([DocumentId("posted_certificate")]) == {DataKind.CONTACT, DataKind.WORK}
    for document in ("card_reader", "residence_permit_card", "unopened_letters"):
        assert kinds_in([DocumentId(document)]) == {DataKind.CONTACT}, document
    assert not could_hold_anything("card_reader"), "it holds nothing of anybody"
    assert could_hold_anything("bill_of_a_hobby"), "a document of a region's own errand"


def test_a_paper_that_could_hold_anything_is_named_and_not_guessed_at(desk):
    visit = acted_for(desk, ErrandId("illness_and_disability"))
    desk.answer_question.give(visit.id, FactName("illness.refused"), "yes")
    appeal = next(
        each
        for each in desk.mandates.give.proposal(visit.id, Language.EN)
        if StepId("illness_appeal") in dict(each.steps)
    )
    assert any(paper.startswith("New papers") for paper in appeal.unsaid)
    assert not any("disagree" in paper for paper in appeal.unsaid)
    unsaid = desk.mandates.act.papers_unsaid(visit.id, StepId("illness_appeal"), Language.FI)
    assert unsaid == ("Uudet paperit, esimerkiksi lääkärin lausunto",)


@pytest.mark.parametrize(
    ("form", "lasting", "last_day"),
    [
        (MandateForm.PAPER, Lasting.THIS_VISIT, TODAY),
        (MandateForm.PAPER, Lasting.UNTIL_CLOSED, TODAY + timedelta(days=365)),
        (MandateForm.SPOKEN, Lasting.UNTIL_CLOSED, TODAY + timedelta(days=14)),
        (MandateForm.REGISTER, Lasting.UNTIL_CLOSED, TODAY + timedelta(days=365)),
    ],
)
def test_each_form_and_duration_has_its_last_day(desk, visit, form, lasting, last_day):
    assert drawn(desk, visit.id, form=form, lasting=lasting).mandate.last_day == last_day


def test_a_point_may_set_shorter_times_for_itself(desk, visit):
    desk.mandates.policies.set_days("other_days", 30)
    desk.mandates.give.check_capacity(visit.id, CapacityAnswer.CLEAR)
    with pytest.raises(BadMandate) as refused:
        desk.mandates.give.draw(visit.id, wished(lasting=Lasting.UNTIL_DAY, last_day=TODAY + timedelta(days=31)))
    assert refused.value.details["cap"] == "30"
    for name, days in (("spoken_days", 0), ("spoken_days", 32), ("other_days", 10_000)):
        with pytest.raises(BadMandate):
            desk.mandates.policies.set_days(name, days)


def test_what_was_drawn_keeps_its_names_in_its_languages(desk):
    visit = acted_for(desk, language=Language.SV)
    mandate = drawn(desk, visit.id, (KELA_LINE, VERO_LINE)).mandate
    assert mandate.languages == (Language.SV, Language.FI)
    assert [names.agency for names in mandate.names] == [
        {Language.SV: "FPA", Language.FI: "Kela"},
        {Language.SV: "Skatteförvaltningen", Language.FI: "Verohallinto"},
    ]
    assert is_unchanged(mandate)
    desk.point_details.write(WhoToAsk("Another name"))
    assert desk.journal.load(visit.id).mandates[mandate.id].mandate == mandate


def test_signing_says_where_our_copy_is_and_is_done_once(desk, visit):
    given = drawn(desk, visit.id)
    with pytest.raises(BadMandate) as refused:
        desk.mandates.give.sign(visit.id, given.mandate.id, Signing(TODAY))
    assert kind_of(refused) == "kept_where"
    done = desk.mandates.give.sign(visit.id, given.mandate.id, Signing(date.min, "Ville Vierasmies", "Binder 3"))
    assert done.signing == Signing(TODAY, "Ville Vierasmies", "Binder 3"), "signed today, whatever was handed over"
    with pytest.raises(BadMandate) as refused:
        desk.mandates.give.sign(visit.id, given.mandate.id, SIGNED)
    assert kind_of(refused) == "not_to_sign"


def test_a_signature_on_the_screen_is_kept_with_its_own_mandate_alone(desk, visit):
    strokes = (((100, 100), (200, 50)),)
    on_paper = drawn(desk, visit.id)
    given = desk.mandates.give.sign(visit.id, on_paper.mandate.id, Signing(TODAY, "", "Binder 3", strokes=strokes))
    assert given.signing.strokes == (), "a mandate on paper is signed on paper"
    on_screen = drawn(desk, visit.id, form=MandateForm.SCREEN)
    given = desk.mandates.give.sign(visit.id, on_screen.mandate.id, Signing(TODAY, strokes=strokes))
    assert given.signing.strokes == strokes
    too_many = drawn(desk, visit.id, form=MandateForm.SCREEN)
    endless = Signing(TODAY, strokes=(tuple((x % 1000, 0) for x in range(5000)),))
    with pytest.raises(BadMandate):
        desk.mandates.give.sign(visit.id, too_many.mandate.id, endless)


def test_a_spoken_mandate_is_read_back_and_no_other(desk, visit):
    spoken, on_paper = drawn(desk, visit.id, form=MandateForm.SPOKEN, last_day=TODAY), drawn(desk, visit.id)
    with pytest.raises(BadMandate) as refused:
        desk.mandates.give.sign(visit.id, spoken.mandate.id, SIGNED)
    assert kind_of(refused) == "spoken"
    with pytest.raises(BadMandate) as refused:
        desk.mandates.give.read_back(visit.id, on_paper.mandate.id)
    assert kind_of(refused) == "not_spoken"
    assert desk.mandates.give.read_back(visit.id, spoken.mandate.id).signing.read_back
    view = desk.mandates.show(visit.id, Language.FI)
    assert {each.id: (each.state, each.is_weak) for each in view.mandates} == {
        spoken.mandate.id: (MandateState.IN_FORCE, True),
        on_paper.mandate.id: (MandateState.DRAWN, False),
    }


def test_lines_are_withdrawn_one_by_one_and_stay_withdrawn(desk, visit, clock):
    given = signed(desk, visit.id, KELA_LINE, VERO_LINE)
    first = desk.mandates.withdraw(visit.id, given.mandate.id, [1]).withdrawn[1]
    assert desk.mandates.show(visit.id, Language.FI).mandates[0].state is MandateState.IN_FORCE
    clock.advance(hours=1)
    whole = desk.mandates.withdraw(visit.id, given.mandate.id)
    assert (whole.withdrawn[1], whole.withdrawn[0]) == (first, clock.now())
    assert desk.mandates.show(visit.id, Language.FI).mandates[0].state is MandateState.WITHDRAWN
    before = desk.world.casebook.events_of(visit.id)
    desk.mandates.withdraw(visit.id, given.mandate.id)
    assert desk.world.casebook.events_of(visit.id) == before
    with pytest.raises(BadMandate):
        desk.mandates.withdraw(visit.id, given.mandate.id, [2])
    with pytest.raises(MandateUnknown):
        desk.mandates.withdraw(visit.id, MandateId("none"))


def test_a_renewed_mandate_has_the_scope_and_nothing_else_of_the_old_one(desk, visit, clock):
    old = signed(desk, visit.id, KELA_LINE, VERO_LINE)
    desk.mandates.withdraw(visit.id, old.mandate.id, [0])
    clock.advance(days=10)
    wish = Wish((), lasting=Lasting.UNTIL_DAY, last_day=date(2027, 2, 1))
    with pytest.raises(CannotGiveMandate):
        desk.mandates.give.renew(visit.id, old.mandate.id, wish)
    desk.mandates.give.check_capacity(visit.id, CapacityAnswer.CLEAR)
    new = desk.mandates.give.renew(visit.id, old.mandate.id, wish)
    assert (new.mandate.lines, new.mandate.renews) == ((VERO_LINE,), old.mandate.id)
    assert (new.signing, new.mandate.drawn_on) == (None, date(2026, 12, 3))
    assert new.mandate.code != old.mandate.code
    desk.mandates.withdraw(visit.id, old.mandate.id)
    with pytest.raises(BadMandate) as refused:
        desk.mandates.give.renew(visit.id, old.mandate.id, wish)
    assert kind_of(refused) == "nothing_left"


def test_no_identity_code_is_ever_on_a_mandate_or_in_its_code(desk, visit):
    code = "131052-9085"
    told = PersonGiven(
        "Aino Kettunen",
        date(1952, 10, 13),
        identity_code=code,
        ground=IdentityGround.CONSENT,
        proof=IdentityProof.DOCUMENT,
    )
    desk.name_person(visit.id, told)
    desk.mandates.give.check_capacity(visit.id, CapacityAnswer.CLEAR)
    given = desk.mandates.give.draw(visit.id, wished(giver="", lasting=Lasting.UNTIL_CLOSED))
    assert (given.mandate.giver, given.mandate.born) == ("Aino Kettunen", date(1952, 10, 13))
    assert code not in canonical_text(given.mandate)
    for copy in Copy:
        assert code not in repr(desk.mandates.papers.paper(visit.id, given.mandate.id, copy))
    desk.mandates.give.check_capacity(visit.id, CapacityAnswer.CLEAR)
    other = desk.mandates.give.draw(visit.id, wished(giver="Somebody Else"))
    assert other.mandate.born is None, "the birth date belongs to the person of the visit, not to any name"


# The day list


def lines_of(desk, kind):
    return [(line.due.day, line.when) for line in desk.day_list(Language.FI) if line.due.kind is kind]


def on(clock, day):
    clock.moment = clock.moment.replace(year=day.year, month=day.month, day=day.day)


@pytest.mark.parametrize(
    ("days", "seen"),
    [(60, 30), (31, 30), (30, 7), (20, 7), (8, 7), (7, 0), (1, 0)],
)
def test_the_end_of_a_mandate_comes_into_sight_30_7_and_0_days_before_as_one_line(desk, visit, clock, days, seen):
    last = TODAY + timedelta(days=days)
    given = drawn(desk, visit.id, last_day=last)
    assert lines_of(desk, DueKind.MANDATE_ENDS) == [], "one that nobody signed ends unseen"
    desk.mandates.give.sign(visit.id, given.mandate.id, SIGNED)
    assert seen_from(given.mandate) == last - timedelta(days=seen)
    on(clock, last - timedelta(days=max(seen, 6)))
    assert [day for day, _ in lines_of(desk, DueKind.MANDATE_ENDS)] == [last]
    on(clock, last)
    assert lines_of(desk, DueKind.MANDATE_ENDS) == [(last, "today")]
    on(clock, last + timedelta(days=1))
    assert lines_of(desk, DueKind.MANDATE_ENDS) == []


def test_one_that_ends_long_after_today_is_not_in_sight(desk, visit, clock):
    signed(desk, visit.id)
    on(clock, date(2026, 11, 30))
    assert lines_of(desk, DueKind.MANDATE_ENDS) == []
    on(clock, date(2026, 12, 1))
    assert len(lines_of(desk, DueKind.MANDATE_ENDS)) == 1


def test_a_spoken_one_waits_in_sight_from_the_first_day(desk, visit):
    given = drawn(desk, visit.id, form=MandateForm.SPOKEN, last_day=TODAY + timedelta(days=14))
    desk.mandates.give.read_back(visit.id, given.mandate.id)
    assert [day for day, _ in lines_of(desk, DueKind.MANDATE_ENDS)] == [TODAY + timedelta(days=14)]


def test_a_withdrawn_and_a_renewed_mandate_are_on_no_list(desk, visit):
    withdrawn = drawn(desk, visit.id, last_day=TODAY + timedelta(days=1))
    desk.mandates.give.sign(visit.id, withdrawn.mandate.id, SIGNED)
    renewed = drawn(desk, visit.id, last_day=TODAY + timedelta(days=2))
    desk.mandates.give.sign(visit.id, renewed.mandate.id, SIGNED)
    assert len(lines_of(desk, DueKind.MANDATE_ENDS)) == 2
    desk.mandates.withdraw(visit.id, withdrawn.mandate.id)
    desk.mandates.give.check_capacity(visit.id, CapacityAnswer.CLEAR)
    desk.mandates.give.renew(visit.id, renewed.mandate.id, Wish((), lasting=Lasting.UNTIL_CLOSED))
    assert lines_of(desk, DueKind.MANDATE_ENDS) == []


def test_a_register_that_is_to_be_asked_is_on_the_list_until_it_was(desk, visit):
    given = drawn(desk, visit.id, (VERO_LINE,), MandateForm.REGISTER)
    due = [each for each in desk.world.casebook.due(TODAY + timedelta(days=7)) if each.kind is DueKind.REGISTER_CHECK]
    assert [each.day for each in due] == [TODAY + timedelta(days=7)]
    desk.mandates.check_register(visit.id, given.mandate.id, RegisterResult.VALID)
    due = desk.world.casebook.due(TODAY + timedelta(days=7))
    assert not [each for each in due if each.kind is DueKind.REGISTER_CHECK]


@settings(max_examples=examples(100))
@given(days=st.integers(0, 400))
def test_whenever_it_ends_it_is_in_sight_by_its_last_day_and_never_more_than_30_days_before(days):
    mandate = _mandate(TODAY + timedelta(days=days))
    seen = seen_from(mandate)
    assert seen is not None
    assert mandate.last_day - timedelta(days=30) <= seen <= mandate.last_day
    assert seen > TODAY or seen == mandate.last_day


def _mandate(last_day: date) -> Mandate:
    return Mandate(
        id=MandateId("some"),
        giver=GIVER,
        lines=(KELA_LINE,),
        lasting=Lasting.UNTIL_DAY,
        drawn_on=TODAY,
        last_day=last_day,
        form=MandateForm.PAPER,
        template="mandate 2026-11",
        code=MandateCode(""),
    )
