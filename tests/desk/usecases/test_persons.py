"""Who the citizen is: nobody by default, named when needed, anonymous again at will, and found again."""

from __future__ import annotations

from datetime import date

import pytest

from desk.errors import NobodyNamed, NotYourRole, PersonHeld, PersonRefused, SecretInText, VisitEnded
from desk.events import IdentityCodeShown, MandateDrawn, PersonForgotten, PersonNamed
from desk.model.ids import MandateCode, MandateId
from desk.model.mandate import Lasting, Mandate, MandateForm
from desk.model.person import ContactKind, ContactWay, IdentityGround, IdentityProof
from desk.model.role import Role
from desk.model.visit import Outcome
from desk.usecases.duty import POINT_ROLE
from desk.usecases.name_person import PersonGiven
from i18n.language import Language
from tests.desk.usecases.rooms import CARD, HOBBIES, card_bundle, desk_over, opened
from tests.fakes import FakeCasebook

CODE = "131052-9085"
BORN = date(1952, 10, 13)
WITH_CODE = PersonGiven(
    "Aino Kettunen", BORN, identity_code=CODE, ground=IdentityGround.CONSENT, proof=IdentityProof.DOCUMENT
)


@pytest.fixture
def desk():
    return desk_over(card_bundle())


def kept(desk, given: PersonGiven):
    visit = opened(desk, CARD).id
    desk.name_person(visit, given)
    desk.make_plan.agree(visit, Language.FI)
    return desk.close_visit.end(visit, Outcome.PLAN_GIVEN, keep=True).id


def test_a_visit_is_anonymous_until_somebody_is_named_and_then_keeps_its_answers(desk) -> None:
    visit = opened(desk, CARD)
    assert visit.person is None
    desk.answer_question.give(visit.id, HOBBIES, ("maps",))
    named = desk.name_person(visit.id, PersonGiven("  Aino   Kettunen ", BORN))
    assert (named.person.name, named.person.birth_date, named.answers[HOBBIES]) == ("Aino Kettunen", BORN, ("maps",))


def test_said_anew_it_is_the_same_person(desk) -> None:
    visit = opened(desk, CARD).id
    first = desk.name_person(visit, PersonGiven("Aino Kettunen")).person
    again = desk.name_person(visit, PersonGiven("Aino Kettu", BORN)).person
    assert again.id == first.id
    count = len(desk.world.casebook.events_of(visit))
    desk.name_person(visit, PersonGiven("Aino Kettu", BORN))
    assert len(desk.world.casebook.events_of(visit)) == count


def test_anonymous_again_means_that_the_name_is_gone_from_the_journal_and_the_answers_are_not(desk) -> None:
    visit = opened(desk, CARD).id
    desk.answer_question.give(visit, HOBBIES, ("maps",))
    desk.name_person(visit, WITH_CODE)
    after = desk.name_person.forget(visit)
    assert after.person is None
    assert not after.erased
    assert after.answers[HOBBIES] == ("maps",)
    told = desk.world.casebook.events_of(visit)
    assert [record.event for record in told if record.kind == PersonNamed.__name__] == [None]
    assert any(isinstance(record.event, PersonForgotten) for record in told)
    assert "Kettunen" not in repr(told)
    assert desk.name_person(visit, PersonGiven("Aino Kettunen")).person.name == "Aino Kettunen"


def test_a_mandate_holds_the_name(desk) -> None:
    visit = opened(desk, CARD).id
    desk.name_person(visit, PersonGiven("Aino Kettunen"))
    day = desk.world.clock.today()
    mandate = Mandate(
        MandateId("m"), "Aino Kettunen", (), Lasting.THIS_VISIT, day, day, MandateForm.PAPER, "t", MandateCode("c")
    )
    desk.journal.record(visit, MandateDrawn(mandate))
    with pytest.raises(PersonHeld):
        desk.name_person.forget(visit)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (PersonGiven(" "), "name_missing"),
        (PersonGiven("a" * 101), "name_length"),
        (PersonGiven("A", date(2026, 12, 24)), "born_later"),
        (PersonGiven("A", date(1895, 1, 1)), "born_long_ago"),
        (PersonGiven("A", identity_code="131052-9086", ground=IdentityGround.LAW), "code_wrong"),
        (PersonGiven("A", BORN, identity_code=CODE), "code_without_ground"),
        (PersonGiven("A", BORN, identity_code=CODE, ground=IdentityGround.LAW), "code_without_proof"),
        (
            PersonGiven(
                "A",
                date(1952, 10, 14),
                identity_code=CODE,
                ground=IdentityGround.LAW,
                proof=IdentityProof.KNOWN,
            ),
            "code_of_another_day",
        ),
        (PersonGiven("A", contact=ContactWay(ContactKind.PHONE)), "contact_missing"),
        (PersonGiven("A", contact=ContactWay(ContactKind.PHONE, "call me")), "phone"),
        (PersonGiven("A", contact=ContactWay(ContactKind.EMAIL, "aino at home")), "email"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(desk, given, kind) -> None:
    visit = opened(desk, CARD).id
    before = desk.world.casebook.events_of(visit)
    with pytest.raises(PersonRefused) as refused:
        desk.name_person(visit, given)
    assert refused.value.details["kind"] == kind
    assert desk.world.casebook.events_of(visit) == before


@pytest.mark.parametrize(
    "given",
    [
        PersonGiven(f"Aino {CODE}"),
        PersonGiven("Aino", contact=ContactWay(ContactKind.THROUGH_SOMEBODY, f"sister {CODE}")),
        PersonGiven("Aino", contact=ContactWay(ContactKind.COMES_BACK, when="salasana: kissa123")),
    ],
)
def test_a_secret_in_a_field_that_is_not_for_it_is_refused(desk, given) -> None:
    with pytest.raises(SecretInText):
        desk.name_person(opened(desk, CARD).id, given)


def test_a_code_is_stored_with_its_ground_masked_and_each_look_at_it_is_written_down(desk) -> None:
    visit = opened(desk, CARD).id
    person = desk.name_person(visit, WITH_CODE).person
    assert person.masked_code == "131052•••••"
    assert "9085" not in repr(person) + repr(WITH_CODE)
    assert desk.name_person.show_code(visit) == CODE
    told = desk.world.casebook.events_of(visit)
    assert isinstance(told[-1].event, IdentityCodeShown)
    desk.name_person(visit, PersonGiven("Aino Kettunen", BORN))
    with pytest.raises(NobodyNamed):
        desk.name_person.show_code(visit)


def test_the_code_says_the_birth_date_when_nobody_else_does(desk) -> None:
    visit = opened(desk, CARD).id
    given = PersonGiven("Aino", identity_code=CODE.lower(), ground=IdentityGround.LAW, proof=IdentityProof.E_ID)
    assert desk.name_person(visit, given).person.birth_date == BORN


@pytest.mark.parametrize("role", [Role.DIGITAL_SUPPORT, Role.CONTENT_KEEPER])
def test_not_every_role_may(role) -> None:
    casebook = FakeCasebook()
    casebook.set_setting(POINT_ROLE, role)
    desk = desk_over(card_bundle(), casebook)
    visit = opened(desk_over(card_bundle()), CARD).id
    with pytest.raises(NotYourRole):
        desk.find_person("Aino")
    with pytest.raises(NotYourRole):
        desk.name_person(visit, PersonGiven("Aino"))


def test_an_ended_visit_is_named_no_more(desk) -> None:
    visit = opened(desk, CARD).id
    desk.close_visit.discard(visit)
    with pytest.raises(VisitEnded):
        desk.name_person(visit, PersonGiven("Aino"))


@pytest.mark.parametrize(
    "typed",
    ["Aino Kettunen", "kettunen aino", "ket", "13.10.1952", "131052", "1952-10-13", "Kettunen 13.10.52", "aino"],
)
def test_found_by_name_by_birth_date_or_both(desk, typed) -> None:
    visit = kept(desk, PersonGiven("Aino Kettunen", BORN))
    kept(desk, PersonGiven("Väinö Lehto", date(1960, 1, 2)))
    assert [person.visit for person in desk.find_person(typed)] == [visit]


@pytest.mark.parametrize("typed", ["", "  ", "a", "12", CODE, f"Aino {CODE}", "32.1.1952", "Kettunen 14.10.1952"])
def test_what_finds_nobody(desk, typed) -> None:
    kept(desk, WITH_CODE)
    assert desk.find_person(typed) == ()


def test_a_draft_is_not_found_nor_what_was_erased_or_made_anonymous(desk) -> None:
    draft = opened(desk, CARD).id
    desk.name_person(draft, PersonGiven("Aino Kettunen"))
    assert desk.find_person("Kettunen") == ()
    erased = kept(desk, PersonGiven("Aino Kettunen"))
    desk.close_visit.erase(erased)
    forgotten = kept(desk, PersonGiven("Aino Kettunen"))
    desk.close_visit.resume(forgotten)
    desk.name_person.forget(forgotten)
    assert desk.find_person("Kettunen") == ()


def test_the_same_person_in_a_second_visit_is_found_once_with_both(desk) -> None:
    first = kept(desk, PersonGiven("Aino Kettunen", BORN))
    second = opened(desk, CARD).id
    assert desk.name_person.same_as(second, first).person == desk.journal.load(first).person
    desk.make_plan.agree(second, Language.FI)
    desk.close_visit.end(second, Outcome.PLAN_GIVEN, keep=True)
    (found,) = desk.find_person("Kettunen")
    assert (found.visit, found.visits) == (second, 2)


def test_nobody_is_the_same_as_an_anonymous_visit(desk) -> None:
    anonymous = opened(desk, CARD).id
    with pytest.raises(NobodyNamed):
        desk.name_person.same_as(opened(desk, CARD).id, anonymous)
