"""What is written to hurt is refused with its place: in expressions, in files, and in how files lean on one another."""

from __future__ import annotations

import random
import sys
from datetime import date

import pytest

from desk.errands import nodes
from desk.errands.budget import Budget
from desk.errands.checker import check
from desk.errands.compiling import compile_bundle
from desk.errands.diagnostics import ExpressionFault, did_you_mean
from desk.errands.types import rule_of, worth_of
from desk.errands.vocabulary import FactShape, Vocabulary
from desk.model.facts import FactType
from tests.desk.errands.conftest import bundle_of, path_for
from tools.torturing.traps import TRAPS
from tools.torturing.trying import read_all, use

NAMES = Vocabulary(
    {
        "a.yes": FactShape(FactType.YES_NO),
        "a.who": FactShape(FactType.CHOICE, ("spouse", "child", "other")),
        "a.has": FactShape(FactType.CHOICES, ("car", "boat")),
        "a.day": FactShape(FactType.DATE),
        "a.age": FactShape(FactType.WHOLE_NUMBER),
        "a.pay": FactShape(FactType.MONEY),
    },
    frozenset({"fee.card", "number.limit"}),
)
TODAY = date(2026, 11, 22)
MOST_CALLS = 4_000_000
"""Functions that one set of files may call: some seconds' worth, where a real trap has no end."""

HOSTILE = [
    # nests without end
    ("(" * 1900 + "a.yes" + ")" * 50, "E105"),
    ("not " * 400 + "a.yes", "E105"),
    ("-" * 1999, "E105"),
    ("[" * 1999, "E105"),
    ("known(" * 300 + "a.yes", "E105"),
    ("a.yes and (" * 150, "E105"),
    (" or ".join(["a.yes"] * 101), "E104"),
    ("a.yes " * 400, "E101"),
    # attributes, indexes and calls on values
    ("a.yes.__class__", "E212"),
    ("a.__class__", "E212"),
    ("__import__(os)", "E210"),
    ("eval(a.yes)", "E210"),
    ("a.yes()", "E210"),
    ("a.day.year > 2000", "E212"),
    ("(a.yes).b", "E102"),
    ("today().year > 2000", "E102"),
    ("a.has[0]", "E110"),
    ("add_days(a.day, 1)(a.day)", "E110"),
    ("a.age > open(a)", "E210"),
    ("lambda: a.yes", "E102"),
    ("a.yes if a.yes else a.yes", "E110"),
    ("a.age := 3", "E102"),
    ("a.age ** 9", "E102"),
    ("9 ** 9 ** 9 > a.age", "E102"),
    ("a.age * 2 > 1", "E102"),
    # enormous numbers
    ("a.age > " + "9" * 13, "E112"),
    ("a.age > " + "9" * 1900, "E112"),
    ("a.pay > 0." + "0" * 1900 + "1", "E112"),
    ("a.age > 1e99", "E102"),
    ("a.age > 0x7f", "E102"),
    ("a.age > 1_000", "E102"),
    ("add_days(a.day, " + "9" * 400 + ") > today()", "E112"),
    # days outside the calendar, and too near its ends to count from
    ("a.day > date(2026-02-30)", "E208"),
    ("a.day > date(0000-01-01)", "E208"),
    ("a.day > date(0001-01-01)", "E208"),
    ("a.day > date(9999-12-31)", "E208"),
    ("a.day > date(99999-01-01)", "E208"),
    ("a.day > date(2026-W01-1)", "E208"),
    ("a.day > date(a.day)", "E208"),
    # format strings and quotations
    ("{0.__class__.__init__.__globals__}", "E102"),
    ("a.yes and {x}", "E102"),
    ("a.who = '%s'", "E102"),
    ('a.who = "child"', "E102"),
    ("a.who = %(child)s", "E102"),
    ("a.who = ${child}", "E102"),
    ("param({fee.card})", "E102"),
    ("a.yes\\x", "E102"),
    ("a.yes; a.yes", "E102"),
    ("a.yes # a.no", "E102"),
    # letters and digits that only look like ours, and what cannot be seen
    ("а.yes", "E111"),
    ("a.уes", "E111"),
    ("a.who = сhild", "E111"),
    ("a.yes аnd a.yes", "E111"),
    ("a.\uff59es", "E111"),
    ("a.ye\u017f", "E111"),
    ("a.age > ٣", "E102"),
    ("a.age > ２", "E102"),
    ("a.age > ²", "E111"),
    ("a.age \uff1d 2", "E102"),
    ("a.yes\u200b", "E102"),
    ("a.yes \u202e and a.yes", "E102"),
    ("\ufeffa.yes", "E102"),
    ("a.yes\x00", "E102"),
    ("a.e\u0301", "E102"),
]


@pytest.mark.parametrize(("text", "code"), HOSTILE, ids=[f"{code} {text[:24]!r}" for text, code in HOSTILE])
def test_a_hostile_expression_is_refused_at_its_place(text, code):
    for read in (lambda: rule_of(text, NAMES), lambda: worth_of(text, NAMES, FactType.WHOLE_NUMBER)):
        with pytest.raises(ExpressionFault) as fault:
            read()
        assert 0 <= fault.value.at <= len(text)
        assert fault.value.message
        assert fault.value.remedy
    with pytest.raises(ExpressionFault) as fault:
        rule_of(text, NAMES)
    assert fault.value.code == code


def test_what_only_looks_like_a_name_is_named():
    with pytest.raises(ExpressionFault, match="cyrillic small letter a") as fault:
        rule_of("a.yes and а.yes", NAMES)
    assert fault.value.at == len("a.yes and ")
    with pytest.raises(ExpressionFault, match="zero width space"):
        rule_of("a.yes\u200b", NAMES)


def test_a_number_as_large_as_an_answer_is_read():
    assert nodes.Whole(999999999999) in nodes.walk(rule_of("a.age > 999999999999", NAMES))


# ── files ────────────────────────────────────────────────────────────────────────────────────────


class TooMuch(Exception):
    """More functions were called than a set of files may call."""


class Counting:
    """Counts the functions that are called, and stops at too many: a bound that no slow machine changes."""

    def __init__(self, most: int = MOST_CALLS) -> None:
        self._left = most

    def __enter__(self) -> None:
        self._before = sys.getprofile()
        sys.setprofile(self._count)

    def __exit__(self, *_: object) -> None:
        sys.setprofile(self._before)

    def _count(self, frame: object, event: str, _: object) -> None:
        self._left -= event == "call"
        if self._left < 0:
            sys.setprofile(self._before)
            raise TooMuch(str(frame))


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.__name__)
@pytest.mark.parametrize("size", [3, 120])
def test_a_trap_is_refused_or_costs_little(trap, size):
    with Counting():
        compiled, ended = read_all(trap(size))
        if compiled.bundle is not None:
            use(compiled.bundle, random.Random(size))
    assert ended.wrong == ()


def test_a_trap_that_shuts_is_noticed():
    def without_end():
        while True:
            did_you_mean("a", ["b"])

    with pytest.raises(TooMuch), Counting(most=1000):
        without_end()


def codes(files):
    return {
        finding.code for finding in compile_bundle({path: text.encode() for path, text in files.items()}).diagnostics
    }


def errand(*steps, head="facts: [a]"):
    lines = "".join(
        f"\n- {{id: s{n}, agency: x, mode: automatic, source: x, checked: 2026-01-01, {step}}}"
        for n, step in enumerate(steps)
    )
    return (
        "errand: e\nnumber: X1\ngroup: persons\nvalid_from: 2026-01-01\nsource: x\nchecked: 2026-01-01\n"
        f"{head}\nsections: []\nsteps: {lines}"
    )


AGENCY = "agencies: [{id: x, names: {fi: X}, kind: state}]"


class TestFilesThatLeanOnOneAnother:
    def test_a_long_chain_of_facts_is_refused_and_a_short_one_is_not(self):
        def chain(length):
            facts = "".join(f"\n- {{fact: a.f{n + 1}, type: yes_no, value: a.f{n}}}" for n in range(length - 1))
            return codes({"facts/a.yaml": f"set: a\nfacts:\n- {{fact: a.f0, type: yes_no}}{facts}"})

        assert chain(50) == set()
        assert chain(51) == {"E411"}

    def test_a_chain_that_branches_at_every_link_is_worked_out_once(self):
        links = "".join(
            f"\n- {{fact: a.f{n + 1}, type: yes_no, value: a.f{n} and not (a.f{n} = no)}}" for n in range(48)
        )
        files = {
            "agencies.yaml": AGENCY,
            "facts/a.yaml": f"set: a\nfacts:\n- {{fact: a.f0, type: yes_no}}{links}",
            "errands/e/errand.yaml": errand("applies: a.f48"),
        }
        bundle = bundle_of({path: text.encode() for path, text in files.items()})
        with Counting():
            open_path = path_for(bundle, ["e"], {}, TODAY)
            sure = path_for(bundle, ["e"], {"a.f0": "yes"}, TODAY)
        assert [question.fact for question in open_path.questions] == ["a.f0"]
        assert [(reason.fact, reason.said) for reason in sure.steps[0].because] == [("a.f0", "yes")]

    def test_steps_may_wait_for_one_another_at_any_length(self):
        steps = [*(f"applies: always, after: [s{n + 1}]" for n in range(1500)), "applies: always"]
        files = {"agencies.yaml": AGENCY, "errands/e/errand.yaml": errand(*steps, head="facts: []")}
        bundle = bundle_of({path: text.encode() for path, text in files.items()})
        assert [step.id for step in path_for(bundle, ["e"], {}, TODAY).steps][:2] == ["s1500", "s1499"]

    def test_rules_of_groups_have_a_budget(self):
        inner = " or ".join(["child.x"] * 90)
        steps = [f'for_each: child, applies: "any_of(child, {inner}) or child.x"'] * 9
        files = {
            "agencies.yaml": AGENCY,
            "facts/a.yaml": "set: a\nfacts: [{fact: a.n, type: whole_number, max: 12}]\ngroups:\n"
            "- {group: child, counted_by: a.n, at_most: 12, facts: [{fact: child.x, type: yes_no}]}",
            "errands/e/errand.yaml": errand(*steps),
        }
        assert "E113" in codes(files)
        assert "E113" not in codes({**files, "errands/e/errand.yaml": errand(*steps[:1])})

    def test_a_spent_budget_stays_spent(self):
        budget = Budget(3)
        budget.take(3)
        for _ in range(2):
            with pytest.raises(ExpressionFault):
                budget.take(1)

    def test_facts_of_groups_have_a_limit(self):
        def group(facts):
            listed = "".join(f"\n  - {{fact: child.f{n}, type: yes_no}}" for n in range(facts))
            return codes(
                {
                    "facts/a.yaml": "set: a\nfacts: [{fact: a.n, type: whole_number, max: 12}]\ngroups:\n"
                    f"- group: child\n  counted_by: a.n\n  at_most: 12\n  facts:{listed}"
                }
            )

        assert group(100) == set()
        assert group(101) == {"E330"}


class TestFiles:
    @pytest.mark.parametrize(
        ("facts", "code", "place"),
        [
            ("set: a\ngroups: [{group: child, counted_by: a.n, at_most: 3, facts: []}]", "E327", "facts/a.yaml:2:10"),
            (
                "set: a\ngroups: [{group: '(', counted_by: a.n, at_most: 3, facts: [{fact: (.x}]}]",
                "E314",
                "facts/a.yaml:2:19",
            ),
            ("set: a\ngroups: [{group: (a+)+, counted_by: a.n, at_most: 3, facts: []}]", "E314", "facts/a.yaml:2:18"),
            ("set: a\nfacts: [{fact: a.d, type: date, min: today-9999y}]", "E322", "facts/a.yaml:2:38"),
            ("set: a\nfacts: [{fact: a.d, type: date, max: 9999-12-31}]", "E322", "facts/a.yaml:2:38"),
            ("#" * 1_000_001, "E331", "facts/a.yaml:1:1"),
        ],
    )
    def test_a_fact_set_that_would_hurt(self, facts, code, place):
        found = compile_bundle({"facts/a.yaml": facts.encode()}).diagnostics
        assert (code, place) in [(finding.code, str(finding.place)) for finding in found]

    @pytest.mark.parametrize(
        ("value", "code"),
        [("²", "E325"), ("٣", "E325"), ("9" * 13, "E325"), ("-1", "E325"), ("12", None)],
    )
    def test_a_number_is_of_plain_digits_and_not_too_many(self, value, code):
        dated = "valid_from: 2026-01-01, source: x, checked: 2026-01-01"
        written = f"parameters: [{{name: number.x, values: [{{value: '{value}', {dated}}}]}}]"
        compiled = compile_bundle({"parameters/x.yaml": written.encode()})
        assert {finding.code for finding in compiled.diagnostics} == ({code} if code else set())
        if compiled.bundle is not None:
            assert compiled.bundle.engine.parameters_on(TODAY) == {"number.x": 12}

    @pytest.mark.parametrize(
        "day", ["9999-12-31", "0001-01-01", "20260101", "2026-W01-1", "2026-13-01", "２０２６-01-01"]
    )
    def test_a_day_is_written_one_way_and_lies_in_the_calendar(self, day):
        assert "E317" in codes(
            {"errands/e/errand.yaml": errand().replace("valid_from: 2026-01-01", f"valid_from: {day}")}
        )

    @pytest.mark.parametrize("count", ["999999999", "10000", "-10000"])
    def test_a_deadline_does_not_count_for_ages(self, count):
        rule = f"deadline: {{rule: working_days, base: today, count: {count}, unit: day, nature: advice}}"
        files = {"agencies.yaml": AGENCY, "errands/e/errand.yaml": errand(f"applies: always, {rule}", head="facts: []")}
        assert "E316" in codes(files)

    def test_content_without_any_day_can_be_checked(self):
        assert check({}) == []
        facts = b"set: a\nfacts: [{fact: a.d, type: date, max: today}]"
        assert [finding.code for finding in check({"facts/a.yaml": facts})] == ["W605"]

    def test_very_long_words_are_compared_with_nothing(self):
        assert did_you_mean("a" * 100_000, ["a" * 100_001]).startswith("choose one of")
