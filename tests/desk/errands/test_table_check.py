"""What the checker says of tables: at the cell that is wrong, and with a citizen to whom it happens."""

from itertools import product
from time import process_time

import pytest
from hypothesis import given, settings, strategies as st

from desk.errands.compiling import compile_bundle
from desk.errands.fields import Report
from desk.errands.possible import TRUE
from desk.errands.table_check import check_tables
from tests.desk.errands.test_tables import CELLS, TODAY, VALUES, about, expression, written
from tests.thorough import examples

XN = ["a.x", "a.n"]


def told(kind, policy, columns, rows, otherwise=None, ask_when=None):
    """The findings about a table, without their places."""
    compiled = compile_bundle(written(kind, policy, columns, rows, otherwise, ask_when))
    assert compiled.bundle is not None, compiled.diagnostics
    report = Report()
    check_tables(compiled.bundle.definitions, report, TODAY)
    return [f"{finding.code} {finding.message}" for finding in report.found]


@pytest.mark.parametrize(
    ("policy", "columns", "rows", "says"),
    [
        ("unique", ["a.x"], [("yes", "u")], ["E630 no row of t.out holds for: a.x: no"]),
        ("unique", ["a.c"], [("p", "u"), ("[q, r]", "v")], []),
        (
            "unique",
            ["a.c", "a.x"],
            [("p", "-", "u"), ("-", "yes", "v"), ("[q, r]", "no", "w")],
            ["E631 row 2 of t.out and row 1 hold together for: a.x: yes, a.c: p"],
        ),
        ("first", ["a.c"], [("-", "u"), ("p", "v")], ["W632 row 2 of t.out never decides: no example found"]),
        ("first", ["a.c"], [("p", "u"), ("-", "v")], []),
        ("first", ["a.s"], [("k", "u"), ("not k", "v"), ("l", "w")], ["W632 row 3 of t.out never decides"]),
        ("unique", ["a.n"], [("< 2", "u"), ("> 2", "v"), ("not applicable", "w")], ["E630 no row", "a.n: 2"]),
        ("unique", ["a.n"], [("0..2", "u"), ("2..9", "v")], ["E630", "E631", "a.n: 2"]),
        ("first", ["a.y"], [("not applicable", "u"), ("yes", "v"), ("no", "w")], []),
    ],
)
def test_rows_that_leave_out_overlap_or_never_decide(policy, columns, rows, says):
    found = told("choice", policy, columns, rows)
    assert bool(found) is bool(says), found
    assert all(any(word in line for line in found) for word in says), found


def test_an_otherwise_closes_a_table_and_so_does_a_condition_of_its_own():
    rows = [("yes", "u")]
    assert told("choice", "unique", ["a.x"], rows, otherwise="v") == []
    assert told("choice", "unique", ["a.x"], rows, otherwise="not applicable") == []
    assert told("choice", "unique", ["a.x"], rows, ask_when="a.x") == []


def test_limits_between_cents_and_days_are_found():
    facts = """
set: small
facts:
  - {fact: b.costs, type: money}
  - {fact: b.on, type: date}
  - fact: b.level
    type: whole_number
    table:
      policy: unique
      columns: [b.costs]
      rows: [["<= 37.21", 1], [">= 37.23", 2]]
  - fact: b.late
    type: yes_no
    table:
      policy: unique
      columns: [b.on]
      rows: [["< today-3y", yes], ["> today-3y", no]]
"""
    compiled = compile_bundle({"facts/small.yaml": facts.encode()})
    assert compiled.bundle is not None, compiled.diagnostics
    report = Report()
    check_tables(compiled.bundle.definitions, report, TODAY)
    assert [finding.message for finding in report.found] == [
        "no row of b.level holds for: b.costs: 37.22",
        "no row of b.late holds for: b.on: 2023-11-21",
    ]


def test_a_table_too_large_to_prove_says_so(monkeypatch):
    monkeypatch.setattr("desk.errands.table_check.MOST_NODES", 3)
    found = told("choice", "unique", ["a.c", "a.x"], [("p", "yes", "u"), ("[q, r]", "yes", "v"), ("-", "no", "w")])
    assert len(found) == 1
    assert found[0].startswith("N633 not all about the rows of t.out is proven: ")


@settings(max_examples=examples(30), deadline=None)
@given(st.data())
def test_what_is_found_agrees_with_trying_everything(data):
    columns = data.draw(st.lists(st.sampled_from(sorted(CELLS)), min_size=1, max_size=2, unique=True))
    row = st.tuples(*(st.sampled_from(CELLS[column]) for column in columns), st.sampled_from(("u", "v")))
    rows = data.draw(st.lists(row, min_size=1, max_size=3))
    codes = {line.split()[0] for line in told("choice", "unique", columns, rows)}
    engine = compile_bundle(written("choice", "unique", columns, rows)).bundle.engine  # type: ignore[union-attr]
    compiled = [about(engine, expression(cells, columns)) for cells in rows]
    holding = []
    for said in product(*VALUES.values()):
        s = engine.situation(dict(zip(VALUES, said, strict=True)), TODAY)  # type: ignore[arg-type]
        holding.append([rule.mask(s) == TRUE for rule in compiled])
    assert ("E630" in codes) == any(not any(each) for each in holding)
    assert ("E631" in codes) == any(sum(each) > 1 for each in holding)
    assert ("W632" in codes) == any(not any(each[index] for each in holding) for index in range(len(rows)))


# ── what cannot be read ──────────────────────────────────────────────────────────────────────────

TABLE = """set: small
facts:
  - {fact: a.x, type: yes_no}
  - {fact: a.c, type: choice, options: [spouse, child]}
  - {fact: a.n, type: whole_number}
  - {fact: a.s, type: choices, options: [car, boat]}
  - fact: t.out
    type: choice
    options: [full, reduced]
    table:
      policy: unique
      columns: [a.c, a.n, a.x, a.s]
      rows:
      - [spouse, ">= 65", -, -, full]
      - [[spouse, child], 18..64, "yes", [car, boat], reduced]
"""

FAULTS = [
    ('[spouse, ">', '[spuose, ">', "14:10 E204 spuose is not an option of a.c → did you mean spouse?"),
    ("[[spouse, child]", "[[spouse, chidl]", "15:19 E204 chidl is not an option of a.c → did you mean child?"),
    (
        "[car, boat], reduced]",
        "[car, boat], reduecd]",
        "15:55 E204 reduecd is not an option of the table → did you mean reduced?",
    ),
    ("columns: [a.c, a.n", "columns: [a.c, a.m", "12:22 E212 there is no fact a.m → did you mean a.c?"),
    ("18..64", "18..", "15:29 E342 a range has two ends"),
    ("18..64", "18..old", "15:31 E205 old means nothing beside a whole number"),
    ('">= 65"', '">= today"', "14:19 E203 a whole number cannot be compared with a date"),
    ('">= 65"', '"= 65"', "14:19 E342 the sign = is not written in a cell → write the value alone"),
    ('">= 65"', '">= param(amount.x)"', "14:28 E211 there is no parameter amount.x"),
    ('">= 65"', '""', "14:19 E342 the cell is empty → write - for any value"),
    ('"yes"', '"maybe"', "15:36 E342 a.x is yes or no → write yes, no or -"),
    ("[car, boat], r", "[car, baot], r", "15:48 E204 baot is not an option of a.s → did you mean boat?"),
    ("-, -, full]", "-, full]", "14:9 E341 the row has 4 cells, not 5"),
    ("-, -, full]", "-, [a, [b]], full]", "14:9 E341 a row is a list of words"),
    ("policy: unique", "policy: uniqe", "11:15 E315 uniqe is no policy → did you mean unique?"),
    ("policy: unique", "policy: collect", "11:7 E343 a choice cannot be collected"),
    ("      policy: unique\n", "", "11:7 E312 a table lacks policy"),
    ("    table:", "    value: a.x\n    table:", "7:5 E344 a fact has a value or a table, not both → remove one"),
    ("      rows:", "      row:", "E311 a table has no key row → did you mean rows?"),
    ("type: choice\n    options: [full, reduced]", "type: municipality", "E343 a table cannot give a municipality"),
    (
        "type: choice\n    options: [full, reduced]",
        "type: whole_number",
        "13:33 E205 full is neither a fact nor an opt",
    ),
    ("type: choice\n    options: [full, reduced]", "type: yes_no", "13:33 E342 the table gives yes or no, not full"),
]


def test_the_table_that_is_made_wrong_is_right():
    assert compile_bundle({"facts/small.yaml": TABLE.encode()}).diagnostics == ()


@pytest.mark.parametrize(("old", "new", "says"), FAULTS, ids=[says for _, _, says in FAULTS])
def test_a_wrong_cell_is_told_where_it_stands(old, new, says):
    assert old in TABLE
    compiled = compile_bundle({"facts/small.yaml": TABLE.replace(old, new, 1).encode()})
    assert any(says in str(finding) for finding in compiled.diagnostics), [str(each) for each in compiled.diagnostics]


def test_facts_that_wait_for_one_another_through_a_table_are_found():
    wrong = TABLE.replace("  - {fact: a.x, type: yes_no}", "  - {fact: a.x, type: yes_no, ask_when: t.out = full}")
    assert "E401" in {finding.code for finding in compile_bundle({"facts/small.yaml": wrong.encode()}).diagnostics}


HOSTILE = st.lists(
    st.sampled_from([*"-[]()<>=!.,'\" ", "..", "not ", "not applicable", "all_of", "today", "today-3y", "a.c", "spouse",
                     "18", "9" * 40, "in", "and", "param(", "date(2026-13-01)", "2026-02-30", "\t", "é", "(" * 50]),
    max_size=8,
).map("".join)  # fmt: skip


@settings(max_examples=examples(150), deadline=None)
@given(HOSTILE, st.integers(0, 4))
def test_whatever_stands_in_a_cell_is_read_or_refused_at_its_place(cell, column):
    cells = ["spouse", ">= 65", "-", "-", "full"]
    cells[column] = cell
    row = "[" + ", ".join(
        '"' + each.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"' for each in cells
    )
    text = TABLE.replace('[spouse, ">= 65", -, -, full]', row + "]")
    compiled = compile_bundle({"facts/small.yaml": text.encode()})
    assert all(finding.place.line == 14 and finding.remedy is not None for finding in compiled.diagnostics)


def chained(links, rows):
    """Tables of which each looks at the one before it, in every row."""
    facts = ["set: small", "facts:", "  - {fact: c.0, type: choice, options: [u, v]}"]
    for link in range(1, links + 1):
        facts += [f"  - fact: c.{link}", "    type: choice", "    options: [u, v]", "    table:", "      policy: first"]
        facts += [f"      columns: [c.{link - 1}]", "      rows:"]
        facts += [f"      - [{'uv'[row % 2]}, {'vu'[row % 2]}]" for row in range(rows)]
    return {"facts/small.yaml": "\n".join(facts).replace("c.", "c.l").encode()}


def test_tables_that_rest_on_tables_are_read_and_settled_at_once():
    started = process_time()
    compiled = compile_bundle(chained(12, 60))
    assert compiled.bundle is not None
    engine = compiled.bundle.engine
    s = engine.situation({"c.l0": "u"}, TODAY)  # type: ignore[dict-item]
    assert (s.values[engine.numbers["c.l1"]], s.values[engine.numbers["c.l12"]]) == ("v", "u")
    s = engine.situation({}, TODAY)
    assert engine.names_of(s.needs[engine.numbers["c.l12"]]) == ("c.l0",)
    assert process_time() - started < 3


def test_a_great_table_is_looked_at_for_a_while_and_no_longer():
    columns = [f"a.n{number}" for number in range(6)]
    lines = ["set: small", "facts:", *(f"  - {{fact: {name}, type: whole_number}}" for name in columns)]
    lines += ["  - fact: t.out", "    type: yes_no", "    table:", "      policy: first"]
    lines += [f"      columns: [{', '.join(columns)}]", "      rows:"]
    for row in range(150):
        cells = ", ".join(f"{row + at}..{row + at + 3}" for at in range(6))
        lines.append(f"      - [{cells}, yes]")
    compiled = compile_bundle({"facts/small.yaml": "\n".join(lines).encode()})
    assert compiled.bundle is not None, compiled.diagnostics
    report, started = Report(), process_time()
    check_tables(compiled.bundle.definitions, report, TODAY)
    assert process_time() - started < 20
    assert {finding.code for finding in report.found} <= {"W632", "N633"}
