"""The point's notes: dated, never rewritten, about things and not people, laid over what is shown."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta

import pytest

from desk.errors import NoteClosed, NoteDayOver, NoteTextLength, NoteUnknown, SecretInText, ServiceUnknown, StepUnknown
from desk.model.freshness import Surroundings
from desk.model.ids import ErrandId
from desk.model.point_note import NoteId, NoteKind, Subject, SubjectKind
from desk.model.visit import Profile, VisitChannel
from desk.usecases.point_notes import NoteDraft
from i18n.language import Language
from tests.desk.usecases.fresh_desk import NOTICE, OFFICE, STEP, FreshDesk

FI = Language.FI
DEATH = ErrandId("death_of_close_one")
SERVICE = Subject(SubjectKind.SERVICE, NOTICE)
CHANNEL = Subject(SubjectKind.CHANNEL, OFFICE)
ON_STEP = Subject(SubjectKind.STEP, STEP)
SECRETS = ["131052-308T", "FI21 1234 5600 0007 85", "salasana: Kissa123"]


@pytest.fixture
def fresh():
    return FreshDesk()


def step_view(fresh: FreshDesk):
    visit = fresh.desk.open_visit(VisitChannel.DESK, Profile(), (DEATH,))
    view = fresh.desk.show_visit(visit.id, FI)
    return next(each for each in view.steps if each.step.id == "death_notice")


def test_a_note_has_the_name_and_the_keeper_of_its_subject(fresh):
    of_service = fresh.desk.write_note(NoteDraft(SERVICE, "  Ovi on takana.  "), FI)
    assert (of_service.name, of_service.keeper, of_service.text) == ("Ilmoitus", "Virasto", "Ovi on takana.")
    of_step = fresh.desk.mark_wrong(ON_STEP, "Ei enää näin.", Language.EN)
    assert of_step.kind is NoteKind.WRONG
    assert of_step.name == "News of the death is registered"
    assert of_step.keeper == "Digital and Population Data Services Agency"


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_is_refused_wherever_it_is_written(fresh, secret):
    mark = fresh.desk.mark_wrong(SERVICE, "Väärä numero.", FI)
    with pytest.raises(SecretInText):
        fresh.desk.write_note(NoteDraft(SERVICE, secret), FI)
    with pytest.raises(SecretInText):
        fresh.desk.mark_wrong(SERVICE, f"Asiakas {secret} kertoi", FI)
    with pytest.raises(SecretInText):
        fresh.desk.settle_mark(mark.id, secret)
    assert [listed.note for listed in fresh.desk.list_notes(FI, closed=True)] == [mark]


@pytest.mark.parametrize("text", ["", " \n ", "x", "\u200b\x00", "a" * 501])
def test_a_note_says_something_and_not_too_much(fresh, text):
    with pytest.raises(NoteTextLength):
        fresh.desk.write_note(NoteDraft(SERVICE, text), FI)
    assert fresh.desk.list_notes(FI) == ()


@pytest.mark.parametrize("between", ["\u00a0", "\t", "\u202f", " ", "\u200b \x00"])
def test_words_that_are_copied_from_a_page_stay_apart(fresh, between):
    note = fresh.desk.write_note(NoteDraft(SERVICE, f"klo{between}8{between}\r\nOvi{between}on takana."), FI)
    assert note.text == "klo 8\nOvi on takana."


def test_what_is_not_there_gets_no_note(fresh):
    with pytest.raises(ServiceUnknown):
        fresh.desk.write_note(NoteDraft(Subject(SubjectKind.SERVICE, "none"), "Huomio."), FI)
    with pytest.raises(ServiceUnknown):  # it is a service, no channel
        fresh.desk.write_note(NoteDraft(Subject(SubjectKind.CHANNEL, NOTICE), "Huomio."), FI)
    for step in ("death_of_close_one/none", "none/death_notice", "death_notice"):
        with pytest.raises(StepUnknown):
            fresh.desk.write_note(NoteDraft(Subject(SubjectKind.STEP, step), "Huomio."), FI)


def test_a_last_day_that_is_over_is_refused_and_today_is_not(fresh):
    today = fresh.clock.today()
    with pytest.raises(NoteDayOver):
        fresh.desk.write_note(NoteDraft(SERVICE, "Huomio.", until=today - timedelta(days=1)), FI)
    fresh.desk.write_note(NoteDraft(SERVICE, "Huomio.", until=today), FI)
    assert fresh.desk.list_notes(FI)[0].counts
    fresh.clock.advance(days=1)
    assert not fresh.desk.list_notes(FI)[0].counts


def test_a_note_is_replaced_only_by_one_of_its_kind_about_the_same(fresh):
    old = fresh.desk.write_note(NoteDraft(SERVICE, "Vanha."), FI)
    mark = fresh.desk.mark_wrong(SERVICE, "Väärin.", FI)
    for draft, replaced in ((NoteDraft(CHANNEL, "Uusi."), old.id), (NoteDraft(SERVICE, "Uusi."), mark.id)):
        with pytest.raises(NoteUnknown):
            fresh.desk.write_note(draft, FI, replaced)
    new = fresh.desk.write_note(NoteDraft(SERVICE, "Uusi."), FI, old.id)
    with pytest.raises(NoteClosed):
        fresh.desk.write_note(NoteDraft(SERVICE, "Kolmas."), FI, old.id)
    assert {listed.note.id for listed in fresh.desk.list_notes(FI)} == {mark.id, new.id}
    texts = {listed.note.text for listed in fresh.desk.list_notes(FI, closed=True)}
    assert texts == {"Vanha.", "Väärin.", "Uusi."}


def test_marks_are_settled_and_own_notes_withdrawn_and_not_the_other_way_round(fresh):
    own = fresh.desk.write_note(NoteDraft(SERVICE, "Oma."), FI)
    mark = fresh.desk.mark_wrong(SERVICE, "Väärin.", FI)
    with pytest.raises(NoteUnknown):
        fresh.desk.settle_mark(own.id, "Korjattu.")
    with pytest.raises(NoteUnknown):
        fresh.desk.withdraw_note(mark.id)
    fresh.desk.settle_mark(mark.id, "Korjattu.")
    fresh.desk.withdraw_note(own.id)
    assert fresh.desk.list_notes(FI) == ()
    with pytest.raises(NoteUnknown):
        fresh.desk.withdraw_note(NoteId("none"))


def test_a_sheet_carries_the_notes_of_its_subject_and_its_channels(fresh):
    of_service = fresh.desk.write_note(NoteDraft(SERVICE, "Palvelusta."), FI)
    of_channel = fresh.desk.write_note(NoteDraft(CHANNEL, "Toimistosta."), FI)
    fresh.desk.write_note(NoteDraft(ON_STEP, "Kohdasta."), FI)
    assert set(fresh.desk.show_service(NOTICE).notes) == {of_service, of_channel}
    assert fresh.desk.show_service(OFFICE).notes == (of_channel,)


def test_a_step_carries_its_own_notes_and_those_of_its_service_and_channels(fresh):
    assert step_view(fresh).notes == ()
    written = [fresh.desk.write_note(NoteDraft(about, "Huomio."), FI) for about in (ON_STEP, SERVICE, CHANNEL)]
    assert set(step_view(fresh).notes) == set(written)
    for note in written:
        fresh.desk.withdraw_note(note.id)
    assert step_view(fresh).notes == ()


def test_a_note_on_what_stood_in_counts_for_the_real_one(fresh):
    note = fresh.desk.write_note(NoteDraft(SERVICE, "Huomio."), FI)
    real = "6f1d0000-0000-4000-8000-000000000001"
    fresh.ties.tied[NOTICE] = Surroundings(replaced=frozenset({real}))
    sheet = fresh.catalogue.sheets[NOTICE]
    fresh.catalogue.sheets[real] = type(sheet)(sheet.kind, real, sheet.names)
    assert fresh.desk.show_service(real).notes == (note,)


def test_what_is_gone_keeps_its_note_in_the_list_under_its_old_name(fresh):
    fresh.desk.write_note(NoteDraft(SERVICE, "Huomio."), FI)
    fresh.lose(NOTICE)
    (listed,) = fresh.desk.list_notes(Language.EN)
    assert (listed.is_gone, listed.name, listed.note.text) == (True, "Ilmoitus", "Huomio.")


def test_the_name_is_todays_in_the_clerks_language_while_it_is_there(fresh):
    fresh.desk.write_note(NoteDraft(SERVICE, "Huomio."), FI)
    assert fresh.desk.list_notes(Language.EN)[0].name == "Notice"


def plan_step(fresh: FreshDesk, language: Language):
    visit = fresh.desk.open_visit(VisitChannel.DESK, Profile(), (DEATH,))
    plan = fresh.desk.make_plan.preview(visit.id, language)
    return next(each for each in plan.steps if each.id == "death_notice")


def test_only_what_is_for_citizens_is_on_paper_and_another_language_is_marked(fresh):
    fresh.desk.write_note(NoteDraft(SERVICE, "Vain meille."), FI)
    fresh.desk.write_note(NoteDraft(SERVICE, "Ovi on takana.", on_paper=True), FI)
    fresh.desk.mark_wrong(SERVICE, "Väärin.", FI)
    in_finnish, in_english = plan_step(fresh, FI), plan_step(fresh, Language.EN)
    assert [(note.text, note.fallback) for note in in_finnish.point_notes] == [("Ovi on takana.", None)]
    assert [(note.text, note.fallback) for note in in_english.point_notes] == [("Ovi on takana.", FI)]


def test_the_table_of_marks_holds_what_is_wrong_where_and_who_keeps_it(fresh):
    fresh.desk.mark_wrong(SERVICE, "=HYPERLINK(1)", FI)
    fresh.clock.advance(hours=1)
    fresh.desk.mark_wrong(CHANNEL, 'Aukioloaika; väärä\nja "lainattu"', FI)
    fresh.desk.write_note(NoteDraft(SERVICE, "Oma."), FI)
    fresh.lose(NOTICE)
    made = fresh.desk.export_marks.csv(Language.EN)
    head, first, second = csv.reader(io.StringIO(made.decode("utf-8-sig")), delimiter=";")
    assert head[0] == "Since"
    assert first == ["2026-11-23", "'=HYPERLINK(1)", "Ilmoitus", "Service", NOTICE, "Virasto", "No"]
    assert second[1:3] == ['Aukioloaika; väärä\nja "lainattu"', "Office"]
    assert second[-1] == "Yes"
    told = json.loads(fresh.desk.export_marks.json(FI))["marks"]
    assert [(mark["id"], mark["gone"]) for mark in told] == [(NOTICE, True), (OFFICE, False)]
    assert told[0]["wrong"] == "=HYPERLINK(1)"


def test_a_settled_mark_is_exported_no_more(fresh):
    mark = fresh.desk.mark_wrong(SERVICE, "Väärin.", FI)
    fresh.desk.settle_mark(mark.id, "Korjattu.")
    assert json.loads(fresh.desk.export_marks.json(FI)) == {"marks": []}
