"""The rules that hold across all errands, whoever wrote the errand: nine of them."""

from datetime import date
from typing import Any

import pytest

from desk.model.path import Mode, Nature
from tests.desk.errands.conftest import path_for
from tests.desk.errands.test_content import BUNDLE, DAY

ERRANDS = BUNDLE.definitions.errands
AGENCIES = BUNDLE.definitions.agencies
STEPS: list[Any] = [step for errand in ERRANDS.values() for step in errand.steps]
LANGUAGES = ("fi", "sv", "en")
PUBLIC = ("state", "kela", "wellbeing_county", "municipality", "court")


def named(steps):
    return [f"{each.errand}: {each.id}" for each in steps]


def said(step, part, language):
    return BUNDLE.words(language).get(f"step.{step.words_id}.{part}")


def asks(errand, fact):
    return any(fact in section.facts for section in errand.sections)


SHARED = {
    "move_notification": {"moving_within_finland", "moving_to_finland", "starting_studies", "separation"},
    "tax_card": {
        "death_of_close_one",
        "birth_of_child",
        "unemployment",
        "retiring",
        "informal_care",
        "moving_to_finland",
        "starting_studies",
        "illness_and_disability",
    },
    "housing_allowance": {
        "moving_within_finland",
        "birth_of_child",
        "unemployment",
        "moving_to_finland",
        "housing_and_social_assistance",
        "starting_studies",
        "separation",
    },
    "social_assistance": {
        "moving_within_finland",
        "birth_of_child",
        "unemployment",
        "sole_trader",
        "moving_to_finland",
        "housing_and_social_assistance",
        "starting_studies",
        "separation",
        "illness_and_disability",
        "debt_trouble",
    },
    "check_benefits": {"informal_care", "housing_and_social_assistance", "debt_trouble"},
    "jobseeker_registration": {
        "unemployment",
        "sole_trader",
        "moving_to_finland",
        "housing_and_social_assistance",
        "illness_and_disability",
    },
}


class TestOneMatterIsOneStep:
    @pytest.mark.parametrize("key", SHARED)
    def test_its_key_stands_in_each_errand_that_has_it(self, key):
        assert SHARED[key] <= {step.errand for step in STEPS if step.merge == key}

    def test_a_key_of_one_errand_alone_merges_nothing(self):
        keys = {step.merge for step in STEPS if step.merge}
        assert {key for key in keys if len({step.errand for step in STEPS if step.merge == key}) == 1} == set()


def test_a_day_of_law_or_money_says_what_can_still_be_done_after_it():
    binding = [each for each in STEPS if any(rule.nature in (Nature.LAW, Nature.MONEY) for rule in each.deadlines)]
    assert binding
    assert [
        f"{language} {name}"
        for language in LANGUAGES
        for name in named(each for each in binding if not said(each, "late", language))
    ] == []


def test_what_comes_by_itself_has_a_day_and_a_place_to_check_it():
    automatic = [each for each in STEPS if each.mode is Mode.AUTOMATIC]
    assert automatic
    assert named(each for each in automatic if not each.channels) == []
    assert named(each for each in automatic if all(rule.nature is not Nature.CHECK for rule in each.deadlines)) == []


def test_every_step_has_a_way_without_e_identification_and_without_a_device():
    by_hand = [each for each in STEPS if each.mode is not Mode.AUTOMATIC]
    stuck = [
        each
        for each in by_hand
        if not any(way.when is None and not {"e_id", "device"} & set(way.needs) for way in each.channels)
    ]
    assert named(stuck) == []


def test_whoever_logs_in_to_an_authority_is_warned_of_the_post_that_moves_online():
    logged_in = [
        each
        for each in STEPS
        if AGENCIES[each.agency].kind in PUBLIC
        and any(way.kind == "e_service" and "e_id" in way.needs for way in each.channels)
    ]
    assert len(logged_in) > 100
    assert named(each for each in logged_in if "messages_trap" not in each.warnings) == []
    assert named(each for each in logged_in if "own_codes" not in each.warnings) == []


class TestActingForAnotherAtKela:
    TELLING = ("kela_mandate", "review_needs_mandate")

    def test_each_step_by_phone_letter_or_visit_says_that_a_paper_is_needed(self):
        spoken = [
            each
            for each in STEPS
            if each.agency == "kela"
            and each.mode is not Mode.AUTOMATIC
            and not each.id.endswith("kela_mandate")
            and each.id != "kela_paper_mandate"
            and any(way.kind in ("phone", "mail", "visit") for way in each.channels)
        ]
        assert named(each for each in spoken if not set(self.TELLING) & set(each.warnings)) == []

    def test_the_paper_stands_beside_each_mandate_online(self):
        online = {each.errand for each in STEPS if each.service == "tiski-s-suomi-fi-mandates"}
        paper = {each.errand for each in STEPS if each.agency == "kela" and "kela" in each.id and "mandate" in each.id}
        assert online - paper == {"separation"}  # there the mandates are checked, and none is given


@pytest.mark.parametrize(
    ("answers", "sent"),
    [
        ({"estate.partners_special": "minor"}, True),
        ({"estate.partners_special": "guardian"}, True),
        ({"estate.partners_special": (), "deceased.relation": "spouse", "deceased.has_children": "no"}, False),
    ],
    ids=["a minor heir", "an heir with a guardian", "neither"],
)
def test_an_heir_under_age_or_with_a_guardian_adds_the_copy_of_the_inventory(answers, sent):
    listed = {name: (said,) if name == "estate.partners_special" and said else said for name, said in answers.items()}
    for errands in (["death_of_close_one"], ["unemployment", "death_of_close_one"]):
        path = path_for(BUNDLE, errands, listed, DAY)
        assert ("copy_for_guardianship" in {each.id for each in path.steps}) == sent


ASKING = [errand.id for errand in ERRANDS.values() if asks(errand, "citizen.safety_risk")]


class TestSafety:
    @pytest.mark.parametrize("errand", ASKING)
    def test_who_must_be_kept_safe_gets_discreet_papers_and_a_line_to_call(self, errand):
        for errands in ([errand], [errand, "unemployment"], ["unemployment", errand]):
            path = path_for(BUNDLE, errands, {"citizen.safety_risk": "yes"}, DAY)
            assert path.discreet
            assert any(each.agency == "violence_line" for each in path.steps)

    def test_whoever_is_asked_of_violence_or_a_secret_address_is_in_one_of_them(self):
        assert {"separation", "moving_within_finland"} <= set(ASKING)

    @pytest.mark.parametrize("answer", ["yes", "declined", "unknown"])
    def test_fear_in_a_separation_is_enough(self, answer):
        assert path_for(BUNDLE, ["separation"], {"separation.afraid": answer}, DAY).discreet


REFORMED = [
    ("amount.housing_supplement_high", date(2025, 8, 1)),
    ("amount.basic_alone", date(2026, 3, 1)),
    ("number.social_assistance_cut_percent", date(2026, 2, 1)),
    ("amount.general_benefit_day", date(2026, 5, 1)),
    ("fee.first_permit_online", date(2026, 1, 1)),
    ("fee.passport_visit", date(2026, 1, 1)),
    ("fee.id_card_visit", date(2026, 1, 1)),
]


class TestReforms:
    """What changed, and from when: the value or the rule knows the day."""

    @pytest.mark.parametrize(("name", "day"), REFORMED)
    def test_a_value_holds_from_its_day(self, name, day):
        parameter = BUNDLE.definitions.parameters[name]
        assert parameter.on(day) is not None
        assert min(each.valid_from for each in parameter.values) <= day <= DAY

    def test_the_errands_say_from_when_their_rules_hold(self):
        since = {errand.id: errand.valid_from for errand in ERRANDS.values()}
        assert since["unemployment"] == date(2026, 5, 1)
        assert since["starting_studies"] == date(2025, 8, 1)
        assert since["housing_and_social_assistance"] == date(2026, 3, 1)

    @pytest.mark.parametrize(
        ("language", "gone"),
        [("fi", ("ELY-keskus", "TE-toimisto", "Valvira", "aluehallintovirasto")), ("sv", ("NTM-centralen", "TE-byrå"))],
    )
    def test_authorities_that_are_gone_are_not_named(self, language, gone):
        words = BUNDLE.words(language)
        texts = {
            key: str(text) for key, text in words.items() if not key.endswith(".triggers")
        }  # people say the old names
        assert [key for key, text in texts.items() if any(name in text for name in gone)] == []
