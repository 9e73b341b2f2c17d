"""An errand alone has the same path as among the others, and only what it hangs on."""

from __future__ import annotations

from typing import Any

from desk.errands.case_tests import said_in_case
from desk.errands.compiling import compile_bundle
from desk.errands.dependencies import PROFILE, facts_of
from desk.errands.narrowing import ErrandEngines, narrowed
from desk.errands.path import PathFinder
from tests.desk.errands.conftest import path_for


def test_an_errand_alone_has_the_same_path(card_files):
    compiled: Any = compile_bundle(card_files)
    bundle = compiled.bundle
    engines = ErrandEngines(bundle.definitions)
    assert compiled.cases
    for case in compiled.cases:
        for e_id in ("none", "bank"):
            said: Any = {**(said_in_case(bundle, case) or {}), "citizen.e_id": e_id}
            alone = PathFinder(engines.of(case.errands[0]), bundle.version).path(case.errands, said, case.as_of)
            assert alone == path_for(bundle, case.errands, said, case.as_of)


def test_what_others_need_is_left_out_and_what_a_citizen_has_is_kept(card):
    whole = card.definitions
    for errand in whole.errands.values():
        alone = narrowed(whole, [errand.id])
        assert set(alone.errands) == {errand.id}
        assert facts_of(errand, whole.facts) | (set(PROFILE.values()) & whole.facts.keys()) <= alone.facts.keys()
    assert len(narrowed(whole, ["lost_card"]).facts) < len(whole.facts)


def test_the_rules_of_an_errand_are_compiled_once(card):
    engines = ErrandEngines(card.definitions)
    assert engines.of("lost_card") is engines.of("lost_card")
