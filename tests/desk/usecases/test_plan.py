"""The plan on paper: in the citizen's language whatever the screen speaks, and discreet where it must be."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta

import pytest
import yaml
from hypothesis import given, settings, strategies as st

from desk.errands.compiling import compile_bundle
from desk.model.ids import ErrandId, FactName
from desk.model.plan import Decision, WhoToAsk, Words
from desk.model.visit import Accommodation, Profile
from desk.ports import PaperOptions
from desk.usecases.discretion import left_off
from i18n.language import FALLBACK, Language
from tests.desk.usecases.citizens import answers
from tests.desk.usecases.rooms import (
    BORN,
    CARD,
    FINE,
    GET_CARD,
    GUARDIAN,
    LOST,
    MOVED,
    MOVED_ON,
    NEW_ADDRESS,
    PAY_FINE,
    ROOT,
    SAFETY,
    card_bundle,
    desk_over,
    opened,
    real_bundle,
)
from tests.thorough import examples

FIXTURE = ROOT / "tests" / "fixtures" / "errands"
DISCREET = Profile(accommodations=frozenset({Accommodation.DISCREET}))


def words_in(thing: object) -> Iterator[Words]:
    """Every text with its language, however deep."""
    if isinstance(thing, Words):
        yield thing
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            yield from words_in(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for each in thing:
            yield from words_in(each)


def text_of(desk, plan):
    return desk.print_paper.plan_text(plan, PaperOptions(plan.language))


def answered(desk, said, *errands, profile=None):
    visit = opened(desk, *errands, profile=profile)
    for fact, answer in said.items():
        desk.answer_question.give(visit.id, fact, answer)
    return visit


def _struck(texts, draw, share):
    """The texts without some of them."""
    kept = {}
    for key, text in texts.items():
        if isinstance(text, dict):
            kept[key] = _struck(text, draw, share)
        elif draw.random() >= share:
            kept[key] = text
    return kept


def test_the_plan_is_swedish_while_the_screen_is_finnish(desk):
    visit = answered(desk, {MOVED: "yes", MOVED_ON: "2026-11-20", FINE: "60"}, CARD, LOST)
    view, plan = desk.show_visit(visit.id, Language.FI), desk.make_plan.preview(visit.id, Language.SV)
    assert {step.step.title.text[:3] for step in view.steps} == {"fi:"}
    assert {words.text[:3] for words in words_in(plan) if words.text} == {"sv:"}
    assert not [words for words in words_in(plan) if words.fallback]
    assert plan.title.text == "sv: Library card · sv: Lost card"
    text = text_of(desk, plan)
    assert "fi:" not in text
    assert "fredag 27.11.2026" in text
    (address,) = [step for step in plan.steps if step.id == NEW_ADDRESS]
    assert address.because == Words("sv: You moved on fredag 20.11.2026."), "the citizen's own answer"


def test_the_plan_holds_each_step_of_the_path_once_in_the_same_order(real_desk):
    visit = opened(real_desk, *real_desk.world.bundle.errands)
    path = real_desk.show_visit(visit.id, Language.FI).path
    plan = real_desk.make_plan.preview(visit.id, Language.EN)
    off = left_off(real_desk.world.bundle, path)
    assert off, "nobody was asked yet whether they are safe"
    whole = [s.id for s in path.steps] + [m.step.id for m in path.maybe]
    assert [s.id for s in plan.steps] == [step for step in whole if step not in off]
    assert plan.content_version == real_desk.world.bundle.version
    assert (plan.made_on, plan.language) == (path.as_of, Language.EN)


def test_what_was_agreed_is_on_it_and_the_clerk_s_note_is_not(desk):
    visit = answered(desk, {})
    desk.take_step.decide(visit.id, GET_CARD, Decision.DECLINED, "reads at home")
    desk.take_step.note(visit.id, GET_CARD, "seemed-tired-today")
    plan = desk.make_plan.preview(visit.id, Language.SV)
    (card,) = [step for step in plan.steps if step.id == GET_CARD]
    assert (card.decision, card.reason) == (Decision.DECLINED, "reads at home")
    assert "seemed-tired-today" not in repr(plan) + text_of(desk, plan)
    agreed = desk.make_plan.agree(visit.id, Language.SV).plan
    assert "seemed-tired-today" not in repr(agreed)


def test_an_agreed_plan_stands_by_itself(desk, clock):
    visit = answered(desk, {MOVED: "yes", MOVED_ON: "2026-11-20"})
    agreed = desk.make_plan.agree(visit.id, Language.SV).plan
    desk.answer_question.give(visit.id, MOVED, "no")
    clock.advance(days=1)
    assert desk.journal.load(visit.id).plan == agreed
    assert NEW_ADDRESS not in [step.id for step in desk.make_plan.preview(visit.id, Language.SV).steps]


def test_a_deadline_that_has_passed_is_on_the_plan_with_what_can_still_be_done(desk):
    visit = answered(desk, {MOVED: "yes", MOVED_ON: "2026-10-01"})
    (late,) = [step for step in desk.make_plan.preview(visit.id, Language.SV).steps if step.id == NEW_ADDRESS]
    assert late.deadline.passed
    assert late.deadline.late == Words("sv: Call all the same.")


def test_a_price_that_changes_on_a_known_day_is_told_with_that_day(desk, clock):
    visit = answered(desk, {FINE: "60"})

    def price(language):
        (fine,) = [step for step in desk.make_plan.preview(visit.id, language).steps if step.id == PAY_FINE]
        return fine.fee.text.replace("\u00a0", " ")

    assert price(Language.EN) == "€3, from 1 January 2027 €4.50"
    assert price(Language.FI) == "3 €, 1.1.2027 alkaen 4,50 €"
    clock.advance(days=45)
    assert price(Language.EN) == "€4.50"


def test_who_to_ask_is_this_desk_once_it_has_said_who_it_is(real_desk):
    visit = opened(real_desk)
    assert real_desk.make_plan.preview(visit.id, Language.SV).ask.name == "Medborgarrådgivningen"
    real_desk.point_details.write(WhoToAsk("Keksilän asiointipiste", "0100 000"))
    ask = real_desk.make_plan.preview(visit.id, Language.SV).ask
    assert (ask.name, ask.phone) == ("Keksilän asiointipiste", "0100 000")


@settings(max_examples=examples(8))
@given(seed=st.integers(0, 2**32), share=st.sampled_from([0.1, 0.5, 1.0]))
def test_a_text_that_is_missing_is_finnish_and_says_so(seed, share):
    """Swedish texts of the content are struck out at random: whatever is shown is Swedish, or marked."""
    draw = random.Random(seed)
    files = {p.relative_to(FIXTURE).as_posix(): p.read_bytes() for p in sorted(FIXTURE.rglob("*.yaml"))}
    for path, content in files.items():
        if path.endswith("sv.yaml") or "/sv/" in path:
            texts = yaml.load(content, Loader=yaml.BaseLoader)
            files[path] = yaml.safe_dump(_struck(texts, draw, share), default_style='"', allow_unicode=True).encode()
    bundle = compile_bundle(files).bundle
    assert bundle is not None
    desk = desk_over(bundle)
    visit = answered(
        desk, {MOVED: "yes", MOVED_ON: "2026-11-20", FINE: "60", BORN: "2020-01-01", GUARDIAN: "no"}, CARD, LOST
    )
    plan, view = desk.make_plan.preview(visit.id, Language.SV), desk.show_visit(visit.id, Language.SV)
    for words in (*words_in(plan.steps), *words_in(view.steps), *words_in(view.sections)):
        if words.text:
            assert words.text.startswith("sv:") is (words.fallback is None), words
            assert words.text.startswith("fi:") is (words.fallback is FALLBACK), words
    assert (plan.title.fallback is FALLBACK) is ("fi:" in plan.title.text)


@pytest.mark.parametrize("language", [Language.SE, Language.AR, Language.RU])
def test_content_that_a_citizen_language_does_not_have_is_marked_on_the_plan(real_desk, language):
    visit = opened(real_desk, *real_desk.world.bundle.errands)
    plan = real_desk.make_plan.preview(visit.id, language)
    assert all(words.fallback is FALLBACK for words in words_in(plan.steps) if words.text)


def test_discreet_by_the_safety_answer_or_by_choice_is_the_same(desk):
    said = {MOVED: "yes", MOVED_ON: "2026-11-20"}
    chosen = answered(desk, {**said, SAFETY: "no"}, profile=DISCREET)
    safety = answered(desk, {**said, SAFETY: "yes"})
    one, other = (desk.make_plan.preview(visit.id, Language.SV) for visit in (chosen, safety))
    assert one.discreet
    assert replace(one, steps=()) == replace(other, steps=())
    assert "Library card" not in one.title.text
    assert [step.because for step in one.steps] == [None] * len(one.steps)
    plain = desk.make_plan.preview(answered(desk, {**said, SAFETY: "no"}).id, Language.SV)
    assert not plain.discreet
    assert "Library card" in plain.title.text


def test_not_knowing_or_not_saying_whether_one_is_safe_is_not_a_no(desk):
    """Who does not say is not exposed by it: the paper stays as it is, and the question is not asked again."""
    for said in ("unknown", "declined"):
        visit = answered(desk, {SAFETY: said})
        assert SAFETY not in [question.fact for question in desk.show_visit(visit.id, Language.FI).path.questions]


@pytest.mark.parametrize("language", [Language.FI, Language.SV, Language.EN])
@settings(max_examples=examples(3))
@given(data=st.data())
def test_a_discreet_plan_names_no_address_no_municipality_and_no_reason(language, data):
    desk = desk_over(real_bundle())
    errands = desk.world.bundle.errands
    said = data.draw(answers(desk.world.bundle))
    facts = desk.world.bundle.definitions.facts
    said.update(
        {FactName(name): "698" for name, fact in facts.items() if fact.type == "municipality" and fact.is_asked}
    )
    visit = answered(desk, said, *errands, profile=DISCREET)
    plan = desk.make_plan.preview(visit.id, language)
    for step in plan.steps:
        assert step.because is None
        assert all(channel.address is None for channel in step.channels)
    text = text_of(desk, plan)
    assert "Rovaniemi" not in text
    assert "Rovaniemen" not in text
    titles = {desk.world.bundle.words(language)[f"errand.{errand}.title"] for errand in errands}
    assert not [title for title in titles if str(title) in plan.title.text]


def test_a_discreet_plan_holds_no_step_that_would_tell_of_danger():
    desk = desk_over(real_bundle())
    said = {
        "home.moving_on": "2026-12-01",
        "home.move_kind": "permanent",
        "home.movers": ("self",),
        "home.has_non_disclosure": "no",
        "citizen.safety_risk": "yes",
    }
    visit = answered(desk, {FactName(name): value for name, value in said.items()}, "moving_within_finland")
    plan = desk.make_plan.preview(visit.id, Language.EN)
    there = {step.id for step in plan.steps}
    assert "notify_move" in there
    assert not there & {"violence_support", "apply_non_disclosure"}
    assert len(plan.left_out) >= 2
    assert not [title for title in plan.left_out if title in text_of(desk, plan)]


def test_the_fixture_s_library_card_is_not_the_real_content():
    assert not set(card_bundle().errands) & set(real_bundle().errands)
    assert ErrandId("death_of_close_one") in real_bundle().errands


def test_easy_words_are_on_paper_and_the_paper_says_that_nobody_has_reviewed_them():
    files = {p.relative_to(FIXTURE).as_posix(): p.read_bytes() for p in sorted(FIXTURE.rglob("*.yaml"))}
    files["errands/library_card/texts/fi-easy.yaml"] = b'steps: {get_card: {what: "Kysy kirjastosta."}}'
    bundle = compile_bundle(files).bundle
    assert bundle is not None
    desk = desk_over(bundle)
    visit = answered(desk, {MOVED: "no"}, CARD)

    ordinary = desk.make_plan.preview(visit.id, Language.FI)
    asked_for = desk.make_plan.preview(visit.id, Language.FI, easy=True)
    desk.set_profile(visit.id, Profile(accommodations=frozenset({Accommodation.EASY_LANGUAGE})), visit.channel)
    easy = desk.make_plan.preview(visit.id, Language.FI)

    assert easy == asked_for
    assert (ordinary.easy, easy.easy) == (False, True)
    assert "Kysy kirjastosta." in text_of(desk, easy)
    assert "ei ole tarkistettu selkokieleksi" in text_of(desk, easy)
    assert "selkokiel" not in text_of(desk, ordinary)
    assert not desk.make_plan.preview(visit.id, Language.SV).easy
    citizens = desk.show_visit.to_citizen(desk.journal.load(visit.id))
    assert "Kysy kirjastosta." in {view.step.what.text for view in citizens.steps}
    clerks = desk.show_visit(visit.id, Language.FI)
    assert "Kysy kirjastosta." not in {view.step.what.text for view in clerks.steps}


def test_a_first_day_that_has_passed_says_nothing_any_more(real_desk):
    def first_day(of_the_move):
        said = {FactName("home.move_kind"): "permanent", FactName("home.moving_on"): of_the_move}
        plan = real_desk.make_plan.preview(answered(real_desk, said, ErrandId("moving_within_finland")).id, Language.EN)
        return next(step.earliest for step in plan.steps if step.id == "notify_move")

    today = real_desk.make_plan.preview(opened(real_desk).id, Language.EN).made_on
    assert first_day(f"{today + timedelta(60)}") > today
    assert first_day(f"{today + timedelta(7)}") is None
