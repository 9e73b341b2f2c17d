"""Reading and typing an expression: what is said, with which code, at which character."""

from decimal import Decimal

import pytest

from desk.errands import nodes
from desk.errands.diagnostics import ExpressionFault, did_you_mean
from desk.errands.parser import parse
from desk.errands.rule_text import text_of
from desk.errands.syntax import Pair
from desk.errands.types import rule_of, worth_of
from desk.errands.vocabulary import FactShape, Vocabulary
from desk.model.facts import FactType

NAMES = Vocabulary(
    {
        "a.yes": FactShape(FactType.YES_NO),
        "a.who": FactShape(FactType.CHOICE, ("spouse", "child", "other")),
        "a.whom": FactShape(FactType.CHOICE, ("cat", "dog")),
        "a.has": FactShape(FactType.CHOICES, ("car", "boat", "home")),
        "a.day": FactShape(FactType.DATE),
        "a.age": FactShape(FactType.WHOLE_NUMBER),
        "a.pay": FactShape(FactType.MONEY),
        "a.town": FactShape(FactType.MUNICIPALITY),
    },
    frozenset({"fee.card", "number.limit", "phone.desk"}),
)


@pytest.mark.parametrize(
    "text",
    [
        "a.yes",
        "not a.yes",
        "a.yes and (a.who = spouse or a.age >= 18)",
        "not (a.yes or a.age < 3)",
        "a.who in [spouse, child]",
        "a.who not in [spouse, child]",
        "car in a.has",
        "car not in a.has",
        "any_of(a.has, [boat, car])",
        "all_of(a.has, [boat, car])",
        "a.pay > 37.21",
        "a.town in [091, 297]",
        "a.day <= date(2026-05-01)",
        "add_days(a.day, 7) >= today()",
        "days_between(a.day, today()) + 1 > param(number.limit)",
        "count(a.has) = 2",
        "a.pay + 10 <= param(fee.card)",
        "known(a.day) and answered(a.pay) and applicable(a.age)",
        "always",
    ],
)
def test_a_rule_is_written_back_as_it_was_read(text):
    assert text_of(rule_of(text, NAMES)) == text


def test_and_binds_tighter_than_or_and_not_looser_than_a_comparison():
    rule = rule_of("a.yes or a.yes and not a.who = child", NAMES)
    assert isinstance(rule, nodes.Or)
    last = rule.parts[1]
    assert isinstance(last, nodes.And)
    assert last.parts[1] == nodes.Not(nodes.Compare("=", nodes.FactValue("a.who"), nodes.Option("child")))


def test_yes_and_no_turn_a_yes_no_fact():
    assert rule_of("a.yes = yes", NAMES) == nodes.Holds("a.yes")
    assert rule_of("a.yes != no", NAMES) == nodes.Holds("a.yes")
    assert rule_of("no = a.yes", NAMES) == nodes.Not(nodes.Holds("a.yes"))


def test_a_code_keeps_its_zero():
    assert rule_of("a.town = 091", NAMES) == nodes.Compare("=", nodes.FactValue("a.town"), nodes.Option("091"))


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("", "E103", 0),
        ("a.yes &", "E102", 6),
        ("a.yes = 'x'", "E102", 8),
        ("12x", "E102", 0),
        ("a.yes == yes", "E107", 6),
        ("1 < a.age < 3", "E106", 10),
        ("(a.yes", "E108", 6),
        ("a.yes)", "E108", 5),
        ("a.yes a.yes", "E110", 6),
        ("a.yes and", "E109", 9),
        ("and a.yes", "E109", 0),
        ("a.who", "E202", 0),
        ("a.age + 1", "E202", 0),
        ("a.who < spouse", "E203", 6),
        ("a.day = 5", "E203", 6),
        ("a.age = a.pay", "E203", 6),
        ("a.has = car", "E203", 6),
        ("a.yes < yes", "E203", 6),
        ("a.who = a.whom", "E203", 6),
        ("a.day + 7 > today()", "E203", 6),
        ("a.has in [car]", "E203", 6),
        ("a.who in spouse", "E205", 9),
        ("a.who = spose", "E204", 8),
        ("plane in a.has", "E204", 0),
        ("a.who in [spouse, dog]", "E204", 18),
        ("a.town = 91", "E204", 9),
        ("spouse", "E205", 0),
        ("a.age = spouse", "E205", 8),
        ("a.who in []", "E206", 9),
        ("count(a.age) > 1", "E207", 6),
        ("count() > 1", "E207", 0),
        ("known(a.age, a.yes)", "E207", 0),
        ("any_of(a.has, car)", "E207", 0),
        ("a.day > 2026-05-01", "E208", 8),
        ("a.day > date(2026-13-01)", "E208", 13),
        ("aged(a.day) > 1", "E210", 0),
        ("param(fee.crd) > 1.00", "E211", 6),
        ("param(phone.desk) > 1", "E211", 6),
        ("a.agee > 1", "E212", 0),
        ("b.age > 1", "E212", 0),
        ("known(a.yess)", "E212", 6),
    ],
)
def test_a_fault_has_its_code_and_its_place(text, code, at):
    with pytest.raises(ExpressionFault) as fault:
        rule_of(text, NAMES)
    assert (fault.value.code, fault.value.at) == (code, at)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a.who = spose", "did you mean spouse?"),
        ("a.agee > 1", "did you mean a.age?"),
        ("b.age > 1", "did you mean a.age?"),
        ("a.yes == yes", "write one equality sign: ="),
        ("a.who", "write a.who = …, with one of: spouse, child, other"),
    ],
)
def test_a_fault_says_what_was_probably_meant(text, meant):
    with pytest.raises(ExpressionFault) as fault:
        rule_of(text, NAMES)
    assert fault.value.remedy == meant


def test_limits_hold_and_the_last_allowed_passes():
    assert isinstance(parse(" or ".join(["a.yes"] * 100)), Pair)
    parse("(" * 19 + "a.yes" + ")" * 19)
    for text, code in [
        ("a.yes or " * 100 + "a.yes", "E104"),
        ("(" * 20 + "a.yes" + ")" * 20, "E105"),
        ("x" * 2001, "E101"),
    ]:
        with pytest.raises(ExpressionFault) as fault:
            parse(text)
        assert fault.value.code == code


def test_a_calculation_must_give_its_own_type():
    assert worth_of("5", NAMES, FactType.MONEY) == nodes.Whole(5)
    assert worth_of("a.pay - 1.50", NAMES, FactType.MONEY) == nodes.Sum(
        nodes.FactValue("a.pay"), nodes.Euros(Decimal("1.50")), minus=True
    )
    with pytest.raises(ExpressionFault) as fault:
        worth_of("a.pay", NAMES, FactType.WHOLE_NUMBER)
    assert fault.value.code == "E201"


def test_facts_and_parameters_of_a_rule_are_known():
    rule = rule_of("a.yes and (add_days(a.day, param(number.limit)) < today() or car in a.has)", NAMES)
    assert nodes.facts_in(rule) == {"a.yes", "a.day", "a.has"}
    assert nodes.parameters_in(rule) == {"number.limit"}


def test_did_you_mean_names_few_choices_and_counts_many():
    assert did_you_mean("zzzzzz", ["car", "boat"]) == "choose one of: boat, car"
    assert "among 30" in did_you_mean("zzzzzz", [f"name{n}" for n in range(30)])
    assert did_you_mean("zzzzzz", []) == "there is none to choose from"
