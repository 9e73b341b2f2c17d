"""Decision tables: the same meaning as the expressions that they replace, whatever is not answered yet."""

from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from desk.errands.compiling import compile_bundle
from desk.errands.possible import ABSENT, FALSE, KNOWN, NOT_APPLICABLE, OPEN, TRUE, UNKNOWN
from desk.errands.types import rule_of
from desk.errands.vocabulary import FactShape, Vocabulary
from desk.model.facts import FactType
from tests.desk.errands.conftest import bundle_of
from tests.thorough import examples

TODAY = date(2026, 11, 21)
FACTS = """
set: small
facts:
  - {fact: a.x, type: yes_no}
  - {fact: a.y, type: yes_no, ask_when: a.x}
  - {fact: a.c, type: choice, options: [p, q, r]}
  - {fact: a.n, type: whole_number, ask_when: a.c != p or a.y}
  - {fact: a.s, type: choices, options: [k, l]}
"""
VALUES = {
    "a.x": ("yes", "no"),
    "a.y": ("yes", "no"),
    "a.c": ("p", "q", "r"),
    "a.n": ("0", "1", "2", "3"),
    "a.s": ((), ("k",), ("k", "l")),
}
CELLS = {
    "a.x": ("-", "yes", "no", "not yes"),
    "a.y": ("-", "yes", "no", "not applicable"),
    "a.c": ("-", "p", "q", "[p, r]", "not p", "not [q, r]", "!= r"),
    "a.n": ("-", "1", "< 2", ">= 2", "1..2", "not 1..2", "[0, 3]", "not applicable"),
    "a.s": ("-", "k", "not k", "[k, l]", "all_of [k, l]"),
}
"""The cells as an author writes them."""

MEANS = {
    "yes": "{} = yes",
    "no": "{} = no",
    "not yes": "not {} = yes",
    "not applicable": "not applicable({})",
    "[p, r]": "{} in [p, r]",
    "not [q, r]": "{} not in [q, r]",
    "not p": "not {} = p",
    "!= r": "{} != r",
    "< 2": "{} < 2",
    ">= 2": "{} >= 2",
    "1..2": "({0} >= 1 and {0} <= 2)",
    "not 1..2": "not ({0} >= 1 and {0} <= 2)",
    "[0, 3]": "{} in [0, 3]",
    "k": "k in {}",
    "not k": "not k in {}",
    "[k, l]": "any_of({}, [k, l])",
    "all_of [k, l]": "all_of({}, [k, l])",
}
"""The cells as the expressions that they stand for."""

SHAPES = {
    "a.x": FactShape(FactType.YES_NO),
    "a.y": FactShape(FactType.YES_NO),
    "a.c": FactShape(FactType.CHOICE, ("p", "q", "r")),
    "a.n": FactShape(FactType.WHOLE_NUMBER),
    "a.s": FactShape(FactType.CHOICES, ("k", "l")),
    "t.out": FactShape(FactType.CHOICE, ("u", "v", "w")),
}
OUTPUTS = {
    "yes_no": ("yes", "no"),
    "choice": ("u", "v", "w"),
    "whole_number": ("1", "2", "a.n"),
    "date": ("2026-05-01", "today-1m", "today"),
    "money": ("12.50", "20"),
    "choices": ("u", "[u, v]", "w"),
}


def written(kind, policy, columns, rows, otherwise=None, ask_when=None):
    """The facts with a table ``t.out``."""
    quoted = ["[" + ", ".join(f'"{cell}"' for cell in row) + "]" for row in rows]
    lines = [
        FACTS + "  - fact: t.out",
        f"    type: {kind}",
        *(["    options: [u, v, w]"] if kind.startswith("choice") else []),
        *([f"    ask_when: {ask_when}"] if ask_when else []),
        "    table:",
        f"      policy: {policy}",
        f"      columns: [{', '.join(columns)}]",
        "      rows:",
        *(f"      - {row}" for row in quoted),
        *([f'      otherwise: "{otherwise}"'] if otherwise else []),
    ]
    return {"facts/small.yaml": "\n".join(lines).encode()}


def engine_of(*args, **options) -> Any:
    return bundle_of(written(*args, **options)).engine


def about(engine, text, kind="choice"):
    shapes = {**SHAPES, "t.out": FactShape(FactType(kind), ("u", "v", "w") if kind.startswith("choice") else ())}
    return engine.compile(rule_of(text, Vocabulary(shapes)))


def value(engine, answers):
    """What the table gives: what is possible of it, and the value where it is known."""
    s = engine.situation(answers, TODAY)
    number = engine.numbers["t.out"]
    return s.can[number], s.values[number]


def expression(row, columns):
    parts = [MEANS.get(cell, f"{{}} = {cell}").format(column) for column, cell in zip(columns, row, strict=False)]
    return " and ".join(f"({part})" for part, cell in zip(parts, row, strict=False) if cell != "-") or "always"


partly = st.fixed_dictionaries(
    {name: st.sampled_from((None, "unknown", *values)) for name, values in VALUES.items()}
).map(lambda answers: {name: said for name, said in answers.items() if said is not None})
columns_of_a_table = st.lists(st.sampled_from(sorted(CELLS)), min_size=1, max_size=3, unique=True)


@st.composite
def tables(draw, kinds=("yes_no", "choice", "whole_number", "choices")):
    kind = draw(st.sampled_from(kinds))
    columns = draw(columns_of_a_table)
    policy = "collect" if kind == "choices" else draw(st.sampled_from(("first", "unique")))
    outputs = st.sampled_from(OUTPUTS[kind])
    row = st.tuples(*(st.sampled_from(CELLS[column]) for column in columns), outputs)
    rows = draw(st.lists(row, min_size=1, max_size=4))
    otherwise = draw(st.one_of(st.none(), outputs)) if kind != "choices" else None
    ask_when = draw(st.sampled_from((None, "a.x", "a.c != r")))
    return kind, policy, columns, rows, otherwise, ask_when


RULES = {
    "yes_no": ("t.out", "not t.out", "t.out and a.x"),
    "choice": ("t.out = u", "t.out != v", "t.out in [u, w]", "not t.out in [u, w]"),
    "whole_number": ("t.out > 1", "t.out = a.n", "a.n < t.out", "t.out + 1 > 2", "t.out in [1, 3]"),
    "choices": ("u in t.out", "any_of(t.out, [v, w])", "all_of(t.out, [u, v])", "count(t.out) = 2", "not w in t.out"),
}


@st.composite
def tables_and_rules(draw):
    table = draw(tables())
    return table, draw(st.sampled_from(RULES[table[0]]))


def completions(answers):
    choices = [VALUES[name] if answers.get(name, "unknown") == "unknown" else (answers[name],) for name in VALUES]
    return [dict(zip(VALUES, chosen, strict=True)) for chosen in product(*choices)]


def naive(table, engine, answers):
    """What the table gives with full answers, row by row: ``None`` when it gives nothing."""
    kind, _, columns, rows, otherwise, ask_when = table
    s = engine.situation(answers, TODAY)
    if ask_when and about(engine, ask_when, kind).mask(s) != TRUE:
        return None
    holding = [row[-1] for row in rows if about(engine, expression(row, columns), kind).mask(s) == TRUE]
    if kind == "choices":
        return frozenset(word for given in holding for word in given.strip("[]").split(", "))
    given = holding[0] if holding else otherwise
    if given == "a.n":
        number = engine.numbers["a.n"]
        return s.values[number] if s.can[number] == KNOWN else None
    return given if given is None or kind != "whole_number" else int(given)


quick = settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(tables(), partly)
def test_a_table_gives_what_its_rows_say(table, answers):
    engine = engine_of(*table)
    for whole in completions(answers)[:40]:
        can, got = value(engine, whole)
        expected = naive(table, engine, whole)
        if table[0] == "yes_no":
            expected = None if expected is None else expected == "yes"
        assert (can, got if can == KNOWN else None) == ((ABSENT, None) if expected is None else (KNOWN, expected))


@quick
@given(tables_and_rules(), partly)
def test_no_possible_outcome_is_missed_and_full_answers_give_exactly_one(table_and_rule, answers):
    table, text = table_and_rule
    engine = engine_of(*table)
    rule = about(engine, text, table[0])
    possible = rule.mask(engine.situation(answers, TODAY))
    for whole in completions(answers)[:40]:
        outcome = rule.mask(engine.situation(whole, TODAY))
        assert outcome in (TRUE, FALSE, NOT_APPLICABLE)
        assert possible & outcome


@quick
@given(tables_and_rules(), partly, st.data())
def test_one_more_answer_never_makes_anything_less_certain(table_and_rule, answers, data):
    table, text = table_and_rule
    engine = engine_of(*table)
    rule = about(engine, text, table[0])
    unsaid = [name for name in VALUES if name not in answers]
    assume(unsaid)
    name = data.draw(st.sampled_from(unsaid))
    said = data.draw(st.sampled_from(("unknown", *VALUES[name])))
    before = rule.mask(engine.situation(answers, TODAY))
    assert rule.mask(engine.situation({**answers, name: said}, TODAY)) & ~before == 0


@quick
@given(tables_and_rules(), partly)
def test_an_open_rule_about_a_table_says_what_would_settle_it(table_and_rule, answers):
    table, text = table_and_rule
    engine = engine_of(*table)
    rule = about(engine, text, table[0])
    s = engine.situation(answers, TODAY)
    possible = rule.mask(s)
    assume(possible & TRUE and possible != TRUE)
    needs = rule.needs(s, TRUE)
    assert needs
    assert all(name not in answers for name in engine.names_of(engine.unasked(needs)))
    assert all(answers[name] == "unknown" for name in engine.names_of(engine.in_vain(needs)))


@quick
@given(tables_and_rules(), partly)
def test_whatever_is_asked_changes_something(table_and_rule, answers):
    table, text = table_and_rule
    engine = engine_of(*table)
    rule = about(engine, text, table[0])
    s = engine.situation(answers, TODAY)
    possible, needs = rule.mask(s), rule.needs(s, TRUE)
    assume(possible & TRUE and possible != TRUE)
    for name in engine.names_of(engine.unasked(needs)):
        after = [engine.situation({**answers, name: said}, TODAY) for said in VALUES[name]]
        assert {(rule.mask(each), rule.needs(each, TRUE)) for each in after} != {(possible, needs)}


@quick
@given(tables_and_rules(), partly)
def test_the_grounds_alone_are_enough(table_and_rule, answers):
    table, text = table_and_rule
    engine = engine_of(*table)
    rule = about(engine, text, table[0])
    s = engine.situation(answers, TODAY)
    possible = rule.mask(s)
    assume(possible == TRUE or not possible & TRUE)
    holds = possible == TRUE
    named = engine.names_of(rule.grounds(s, TRUE, holds))
    alone = rule.mask(engine.situation({name: answers[name] for name in named if name in answers}, TODAY))
    assert (alone == TRUE) if holds else not alone & TRUE


@quick
@given(columns_of_a_table, st.data(), partly)
def test_collected_yes_and_the_hand_written_or_agree_whatever_is_missing(columns, data, answers):
    row = st.tuples(*(st.sampled_from(CELLS[column]) for column in columns))
    rows = data.draw(st.lists(row, min_size=1, max_size=4))
    engine = engine_of("yes_no", "collect", columns, [(*cells, "yes") for cells in rows])
    by_hand = about(engine, " or ".join(f"({expression(cells, columns)})" for cells in rows), "yes_no")
    table = about(engine, "t.out", "yes_no")
    s = engine.situation(answers, TODAY)
    assert as_it_counts(table.mask(s)) == as_it_counts(by_hand.mask(s))


def as_it_counts(mask):
    """Surely so, surely not, or open: what is not applicable does not hold."""
    return mask & TRUE, mask == TRUE


UNIQUE_ROWS = [
    ("p", "yes", "-", "u"),
    ("p", "no", "-", "v"),
    ("q", "-", "< 2", "u"),
    ("q", "-", ">= 2", "w"),
    ("r", "-", "-", "v"),
]


@quick
@given(st.sampled_from("uvw"), partly)
def test_a_unique_table_and_the_hand_written_rule_agree_whatever_is_missing(option, answers):
    columns = ["a.c", "a.x", "a.n"]
    engine = engine_of("choice", "unique", columns, UNIQUE_ROWS)
    by_hand = about(engine, " or ".join(f"({expression(row, columns)})" for row in UNIQUE_ROWS if row[-1] == option))
    table = about(engine, f"t.out = {option}")
    s = engine.situation(answers, TODAY)
    assert as_it_counts(table.mask(s)) == as_it_counts(by_hand.mask(s))
    if table.mask(s) & TRUE and table.mask(s) != TRUE:
        assert set(engine.names_of(engine.unasked(table.needs(s, TRUE)))) <= set(
            engine.names_of(engine.unasked(by_hand.needs(s, TRUE)))
        )


@pytest.mark.parametrize("kind", ["date", "money", "whole_number", "choice"])
def test_a_row_gives_a_whole_value(kind):
    engine = engine_of(kind, "first", ["a.x"], [("yes", OUTPUTS[kind][0])], otherwise=OUTPUTS[kind][1])
    expected = {
        "date": (date(2026, 5, 1), date(2026, 10, 21)),
        "money": (Decimal("12.50"), 20),
        "whole_number": (1, 2),
        "choice": ("u", "v"),
    }[kind]
    assert value(engine, {"a.x": "yes"}) == (KNOWN, expected[0])
    assert value(engine, {"a.x": "no"}) == (KNOWN, expected[1])
    assert value(engine, {}) == (UNKNOWN, None)


def test_rows_that_give_the_same_need_no_answer():
    engine = engine_of("choice", "first", ["a.x", "a.c"], [("yes", "p", "u"), ("-", "p", "u"), ("no", "-", "v")])
    rule = about(engine, "t.out = u")
    s = engine.situation({"a.c": "p"}, TODAY)
    assert rule.mask(s) == TRUE
    s = engine.situation({"a.c": "q"}, TODAY)
    assert rule.mask(s) == FALSE | NOT_APPLICABLE
    assert not rule.mask(s) & TRUE


def test_what_the_rows_left_cannot_give_is_ruled_out():
    engine = engine_of("choice", "first", ["a.c", "a.x"], [("p", "yes", "u"), ("p", "no", "v"), ("-", "-", "w")])
    s = engine.situation({"a.x": "yes"}, TODAY)
    assert about(engine, "t.out = v").mask(s) == FALSE
    assert about(engine, "t.out in [u, w]").mask(s) == TRUE
    assert about(engine, "t.out = w").mask(s) == OPEN
    s = engine.situation({"a.c": "q"}, TODAY)
    assert about(engine, "t.out = w").mask(s) == TRUE
    assert about(engine, "t.out = u").mask(s) == FALSE


def test_a_date_from_a_table_is_the_base_of_a_deadline(card_files):
    files = {**card_files}
    facts = files["facts/reader.yaml"].decode().rstrip() + (
        "\n  - fact: reader.due_on\n    type: date\n    table:\n      policy: first\n      columns: [reader.life]\n"
        '      rows:\n      - [pupil, 2027-01-15]\n      - ["-", today+14d]\n'
    )
    files["facts/reader.yaml"] = facts.encode()
    assert compile_bundle(files).diagnostics == ()


def test_only_rows_that_can_change_the_outcome_are_asked_about():
    rows = [("yes", "-", "u"), ("-", "p", "w"), ("-", "q", "w")]
    engine = engine_of("choice", "first", ["a.x", "a.c"], rows, otherwise="w")
    s = engine.situation({}, TODAY)
    assert engine.names_of(about(engine, "t.out = u").needs(s, TRUE)) == ("a.x",)
    assert engine.names_of(about(engine, "t.out = v").needs(s, TRUE)) == ()


def test_a_value_rests_on_the_rows_that_were_passed_over():
    engine = engine_of("whole_number", "first", ["a.c", "a.x"], [("p", "-", "5"), ("-", "yes", "1")], otherwise="1")
    rule = about(engine, "t.out + 1 < 3", "whole_number")
    s = engine.situation({"a.c": "q", "a.x": "yes"}, TODAY)
    assert rule.mask(s) == TRUE
    assert set(engine.names_of(rule.grounds(s, TRUE, True))) == {"a.c", "a.x"}


def test_a_table_with_a_condition_may_not_apply_until_that_is_known():
    engine = engine_of("choice", "first", ["a.c"], [("-", "u")], ask_when="a.x")
    rule = about(engine, "t.out = u")
    assert rule.mask(engine.situation({}, TODAY)) == NOT_APPLICABLE | TRUE
    assert engine.names_of(rule.needs(engine.situation({}, TODAY), TRUE)) == ("a.x",)
    assert rule.mask(engine.situation({"a.x": "no"}, TODAY)) == NOT_APPLICABLE


def test_the_table_of_a_group_is_read_for_each_member():
    facts = """set: family
groups:
  - group: child
    counted_by: family.children
    at_most: 3
    facts:
      - {fact: child.age, type: whole_number}
      - fact: child.stage
        type: choice
        options: [small, large]
        table: {policy: first, columns: [child.age], rows: [[< 7, small]], otherwise: large}
facts:
  - {fact: family.children, type: whole_number, min: 0, max: 3}
"""
    engine = bundle_of({"facts/family.yaml": facts.encode()}).engine
    s = engine.situation({"family.children": "2", "child_1.age": "6", "child_2.age": "7", "child_3.age": "8"}, TODAY)
    told = [(s.can[engine.numbers[name]], s.values[engine.numbers[name]]) for name in CHILDREN]
    assert told == [(KNOWN, "small"), (KNOWN, "large"), (ABSENT, None)]


CHILDREN = ("child_1.stage", "child_2.stage", "child_3.stage")
