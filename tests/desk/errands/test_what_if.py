"""What another answer would change: held against trying it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from desk.errands import what_if
from desk.errands.domains import domains_of
from desk.errands.explanation import outcome_of
from desk.errands.possible import TRUE
from tests.desk.errands.conftest import path_for
from tests.thorough import examples

DAY = date(2026, 11, 21)
WhatIf: Any = what_if.WhatIf
effect_of: Any = what_if.effect_of
CARD = "library_card"
STEPS = ("tell_new_address", "pay_fine", "homework_club", "map_room", "card_arrives")
TRIED = {
    "reader.born_on": ("2010-05-01", "2015-11-22", "2020-01-01", "unknown"),
    "reader.life": ("pupil", "works", "retired", "declined"),
    "reader.guardian_comes": ("yes", "no"),
    "reader.hobbies": ((), ("books",), ("games", "maps"), ("films",)),
    "reader.moved": ("yes", "no", "unknown"),
    "reader.fine": ("0", "12.50", "60"),
}
SAID = st.fixed_dictionaries({}, optional={name: st.sampled_from(said) for name, said in TRIED.items()})


def compiled(card, step):
    return next(each for each in card.engine.steps[CARD] if each.step.id == step)


def others(card, name, answers):
    """Every single answer to a fact that is tried."""
    fact = card.definitions.facts[name]
    if fact.type.value == "choices":
        chosen = set(answers[name]) if isinstance(answers.get(name), tuple) else set()
        return [tuple(sorted(chosen ^ {option})) for option in fact.options]
    return domains_of(card.engine, DAY)[name]


@settings(max_examples=examples(40), deadline=None)
@given(SAID, st.sampled_from(STEPS))
def test_an_answer_turns_a_step_exactly_where_that_is_said(card, answers, step):
    wanted = compiled(card, step)
    now = outcome_of(wanted, card.engine.situation(answers, DAY))
    turns = WhatIf(card).turns(CARD, step, answers, DAY)
    assert turns.untried == ()
    for name in {turn.fact for turn in turns.found}:
        for said in others(card, name, answers):
            situation = card.engine.situation({**answers, name: said}, DAY)
            becomes = outcome_of(wanted, situation)
            said_of_it = {
                turn.becomes
                for turn in turns.found
                if turn.fact == name and card.engine.compile(turn.when).mask(situation) == TRUE
            }
            if card.definitions.facts[name].type.value == "choices":
                assert becomes in said_of_it or becomes is now
            else:
                assert said_of_it == ({becomes} - {now})


@settings(max_examples=examples(40), deadline=None)
@given(SAID, st.sampled_from(STEPS))
def test_no_fact_that_turns_a_step_is_left_out(card, answers, step):
    wanted, facts = compiled(card, step), TRIED.keys() - {"reader.hobbies"}
    now = outcome_of(wanted, card.engine.situation(answers, DAY))
    told = {turn.fact for turn in WhatIf(card).turns(CARD, step, answers, DAY).found}
    for name in facts:
        tried = [card.engine.situation({**answers, name: said}, DAY) for said in others(card, name, answers)]
        assert (name in told) == any(outcome_of(wanted, situation) is not now for situation in tried)


def test_a_limit_is_found_to_the_day(card):
    said = {"reader.life": "pupil", "reader.born_on": "2010-01-01"}
    turns = [
        turn for turn in WhatIf(card).turns(CARD, "homework_club", said, DAY).found if turn.fact == "reader.born_on"
    ]
    assert [str(turn.when.right.value) for turn in turns if turn.becomes.value == "applies"] == ["2016-11-22"]


def test_what_was_not_tried_is_told(card, monkeypatch):
    monkeypatch.setattr(what_if, "MOST_TRIED_FOR_A_STEP", 2)
    assert "reader.born_on" in WhatIf(card).turns(CARD, "homework_club", {"reader.life": "pupil"}, DAY).untried
    monkeypatch.setattr(what_if, "MOST_TRIED_FOR_A_QUESTION", 1)
    assert WhatIf(card).effects([CARD], "reader.life", {}, DAY).ways is None


@pytest.mark.parametrize("name", ["reader.moved", "reader.life", "reader.fine", "reader.born_on"])
def test_what_an_answer_adds_and_takes_is_what_it_does(card, name):
    before = path_for(card, [CARD], {}, DAY)
    ways = WhatIf(card).effects([CARD], name, {}, DAY).ways
    assert ways
    for said in others(card, name, {}):
        after = path_for(card, [CARD], {name: said}, DAY)
        situation = card.engine.situation({name: said}, DAY)
        told = [effect for when, effect in ways if card.engine.compile(when).mask(situation) == TRUE]
        assert told == [effect_of(before, after, name)]


def test_the_question_itself_is_not_counted_among_those_that_go(card):
    no = dict(WhatIf(card).effects([CARD], "reader.moved", {}, DAY).ways)
    effects = {type(rule).__name__: effect for rule, effect in no.items()}
    assert (effects["Holds"].comes, effects["Holds"].asks, effects["Holds"].spares) == (("tell_new_address",), 1, 0)
    assert (effects["Not"].goes, effects["Not"].asks, effects["Not"].spares) == (("tell_new_address",), 0, 0)


def test_nothing_of_the_answers_is_kept_once_a_step_is_explained(card):
    tried = WhatIf(card)
    assert tried.turns(CARD, "homework_club", {"reader.life": "pupil"}, DAY).found
    assert tried._engines.of(CARD)._situations._last is None
