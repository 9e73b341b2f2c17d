"""Phrase cards in a visit: those that fit stand first, a discreet visit tells nothing, and nothing is stored."""

from desk.model.ids import ErrandId, FactName
from desk.model.visit import Accommodation, Profile
from i18n.language import Language
from tests.desk.usecases.rooms import opened

DEATH = ErrandId("death_of_close_one")
MOVE = ErrandId("moving_within_finland")
SAFETY = FactName("citizen.safety_risk")


def test_the_cards_of_the_visit_stand_first_in_the_clerks_language(real_desk):
    visit = opened(real_desk, DEATH)
    shown = real_desk.show_phrases(visit.id, Language.SV)
    assert shown.fitting == {"grief"}
    assert [card.title.text for card in shown.cards][:2] == ["Sorg", "Pengar och skulder"]
    assert all(card.say and card.avoid and card.if_so and card.help for card in shown.cards)
    assert all(words.fallback is None for card in shown.cards for words in card.say)
    (first, *_) = real_desk.show_phrases(opened(real_desk, MOVE).id, Language.EN).cards
    assert first.title.text == "Grief"


def test_only_numbers_that_were_verified_are_named(real_desk):
    shown = real_desk.show_phrases(opened(real_desk, DEATH).id, Language.FI)
    said = " ".join(words.text for card in shown.cards for words in card.help)
    assert "0295 000" in said
    assert "not known" not in said
    assert "{" not in said


def test_a_discreet_visit_puts_no_card_first(real_desk):
    chosen = opened(real_desk, DEATH, profile=Profile(accommodations=frozenset({Accommodation.DISCREET})))
    answered = opened(real_desk, MOVE)
    real_desk.answer_question.give(answered.id, SAFETY, "yes")
    order = [card.id for card in real_desk.show_phrases(opened(real_desk, MOVE).id, Language.FI).cards]
    for visit in (chosen, answered):
        shown = real_desk.show_phrases(visit.id, Language.FI)
        assert shown.fitting == frozenset()
        assert [card.id for card in shown.cards] == order


def test_looking_at_cards_leaves_nothing_in_the_visit(real_desk):
    visit = opened(real_desk, DEATH)
    before = real_desk.world.casebook.events_of(visit.id)
    real_desk.show_phrases(visit.id, Language.FI)
    assert real_desk.world.casebook.events_of(visit.id) == before
