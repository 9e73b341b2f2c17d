"""Tables in spreadsheets: out and back is nothing changed, and what comes back wrong is refused at its cell."""

import io
import random
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings, strategies as st

from desk.errands.table_import import imported
from desk.errands.table_sheets import SheetRefused, SheetRow, column_letters, csv_of, read_csv, sheet_of
from desk.errands.table_source import flow, tables_in
from desk.errands.table_workbook import read_workbook, workbook_of
from desk.errands.yaml_text import plain, read_yaml
from tests.thorough import examples

FILE = "facts/small.yaml"
YAML = """# Facts of a small set: this comment stays.
set: small
facts:
  - {fact: a.c, type: choice, options: [p, q, r]}   # and this
  - {fact: a.n, type: whole_number}
  - fact: t.out                 # what the table gives
    type: choice
    options: [u, v, w]
    table:
      policy: first
      columns: [a.c, a.n]
      rows:
      # those of p
      - [p, ">= 65", u]         # old ] enough
      - [p, 18..64, v]

      # the others
      - [[q, r], -, w]
      - ["-", "not applicable",
         v]
      otherwise: u              # who is left
  - {fact: a.last, type: yes_no}
"""
FILES = {FILE: YAML.encode()}
TABLE = tables_in(FILES)["t.out"]
HEADING = ("a.c", "a.n", "t.out")


def back(rows, files=FILES):
    """The file after the import of a sheet with these rows under the usual heading."""
    sheet = sheet_of("t.csv", [SheetRow(number, tuple(row)) for number, row in enumerate([HEADING, *rows], 1)])
    return imported(files, tables_in(files)["t.out"], sheet).content.decode()


def told(content, name="t.csv"):
    """What an import of these bytes is refused with."""
    with pytest.raises(SheetRefused) as refused:
        taken(content, name)
    return [str(finding) for finding in refused.value.found]


def taken(content, name="t.csv"):
    """The file after the import of these bytes."""
    sheet = read_workbook(name, content, "t.out") if name.endswith("xlsx") else read_csv(name, content)
    return imported(FILES, TABLE, sheet).content


def findings(content, name):
    """What these bytes are refused with; nothing when they are taken."""
    try:
        taken(content, name)
    except SheetRefused as refused:
        return refused.found
    return ()


def workbook(*rows):
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (HEADING, *rows):
        sheet.append(list(row))
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


# ── out and back ─────────────────────────────────────────────────────────────────────────────────


def test_a_table_goes_out_as_it_is_written():
    assert TABLE.sheet() == (
        HEADING,
        ("p", ">= 65", "u"),
        ("p", "18..64", "v"),
        ("[q, r]", "-", "w"),
        ("-", "not applicable", "v"),
    )
    assert csv_of(TABLE.sheet()).decode("utf-8-sig").splitlines()[1] == "p;>= 65;u"


@pytest.mark.parametrize("name", ["t.csv", "t.xlsx"])
def test_out_and_back_changes_nothing(name):
    if name.endswith("csv"):
        sheet = read_csv(name, csv_of(TABLE.sheet()))
    else:
        sheet = read_workbook(name, workbook_of("t.out", TABLE.sheet()), "t.out")
    assert imported(FILES, TABLE, sheet).content == FILES[FILE]


cells = st.sampled_from(["p", "q", "r", "[p, q]", "not p", "-", "not applicable", "not [p, r]"])
numbers = st.sampled_from(["-", "1", "-5", ">= 65", "< 3", "1..4", "[1, 2, 3]", "!= 7", "not 2..3"])
rows_of_a_table = st.lists(st.tuples(cells, numbers, st.sampled_from("uvw")), min_size=1, max_size=8)


@settings(max_examples=examples(40), deadline=None)
@given(rows_of_a_table, st.sampled_from(["t.csv", "t.xlsx"]))
def test_whatever_rows_come_in_come_out_the_same_and_nothing_else_moves(rows, name):
    made = back(rows).encode()
    table = tables_in({FILE: made})["t.out"]
    assert table.rows == tuple(rows)
    if name.endswith("csv"):
        sheet = read_csv(name, csv_of(table.sheet()))
    else:
        sheet = read_workbook(name, workbook_of("t.out", table.sheet()), "t.out")
    assert imported({FILE: made}, table, sheet).content == made
    lines = made.decode().splitlines()
    for line in YAML.splitlines():
        if ("#" in line and "old ]" not in line) or (not line.startswith("      -") and line.strip() != "v]"):
            assert line in lines


def test_a_changed_row_keeps_its_comment_and_a_new_one_its_place():
    rows = [*TABLE.rows]
    rows[0] = ("p", ">= 67", "u")
    rows.insert(2, ("p", "-", "w"))
    lines = back(rows).splitlines()
    assert lines[13] == '      - [p, ">= 67", u]         # old ] enough'
    assert lines[15] == "      - [p, -, w]"
    assert (
        back(rows)
        .replace(lines[13] + "\n", '      - [p, ">= 65", u]         # old ] enough\n')
        .replace(lines[15] + "\n", "")
        == YAML
    )


def test_a_row_that_goes_takes_only_its_own_lines():
    assert back(TABLE.rows[:3]) == YAML.replace('      - ["-", "not applicable",\n         v]\n', "")
    assert back(TABLE.rows[1:]) == YAML.replace('      - [p, ">= 65", u]         # old ] enough\n', "")


def test_columns_may_come_in_another_order_and_rows_with_gaps():
    content = b't.out,a.n,a.c\r\n\r\nu,>= 65,p\r\nv,18..64,p\r\n,,\r\nw,-,"[q, r]"\r\nv,not applicable,-\r\n'
    assert imported(FILES, TABLE, read_csv("t.csv", content)).content == FILES[FILE]


def test_what_a_spreadsheet_makes_of_cells_is_understood():
    content = workbook(("p", 65, "u"), ("q", 66.0, "v"))
    sheet = read_workbook("t.xlsx", content, "t.out")
    assert [row.cells for row in sheet.rows[1:]] == [("p", "65", "u"), ("q", "66", "v")]
    book = workbook((date(2026, 5, 1), True, datetime(2026, 5, 1)))
    assert read_workbook("t.xlsx", book, "t.out").rows[1].cells == ("2026-05-01", "yes", "2026-05-01")


def test_lines_end_as_they_did_and_a_mark_at_the_start_stays():
    files = {FILE: b"\xef\xbb\xbf" + YAML.replace("\n", "\r\n").encode()}
    made = back([*TABLE.rows, ("-", "-", "u")], files).encode()
    assert made.startswith(b"\xef\xbb\xbf#")
    assert made.count(b"\n") == made.count(b"\r\n") == YAML.count("\n") + 1


def test_rows_that_stand_on_one_line_are_refused_not_guessed():
    head, rest = YAML.split("      rows:\n", 1)
    files = {FILE: (head + "      rows: [[p, 1, u], [q, 2, v]]\n      otherwise" + rest.split("otherwise")[1]).encode()}
    with pytest.raises(SheetRefused) as refused:
        back([("p", "3", "u")], files)
    assert "E353 the rows of t.out cannot be changed as they are written" in str(refused.value.found[0])


# ── what is refused ──────────────────────────────────────────────────────────────────────────────

REFUSED = [
    (b"a.c;a.n;t.out\np;>= 65;x\n", "t.csv:2:3 E204 C2: x is not an option of the table → did you mean u?"),
    (b"a.c;a.n;t.out\np;-;u\nx;-;u\n", "t.csv:3:1 E204 A3: x is not an option of a.c → did you mean p?"),
    (b"t.out;a.n;a.c\nu;>= today;p\n", "t.csv:2:2 E203 B2: a whole number cannot be compared with a date"),
    (b"a.c;a.n;t.out\np;= 65;u\n", "t.csv:2:2 E342 B2: the sign = is not written in a cell"),
    (b"a.c;a.n;t.out\np;;u\n", "t.csv:2:2 E342 B2 is empty → write - for any value"),
    (b"a.c;a.n;t.out\np;-\n", "t.csv:2:3 E342 C2 is empty → write what the row gives"),
    (b"a.c;a.m;t.out\np;-;u\n", "t.csv:1:2 E351 B1: the table has no column a.m → did you mean a.c?"),
    (b"a.c;t.out\np;u\n", "t.csv:1:1 E351 the heading lacks a.n → add it; new columns go into the YAML"),
    (b"a.c;a.n;a.n;t.out\np;-;-;u\n", "t.csv:1:3 E351 C1: the column a.n stands there twice → keep one"),
    (b"a.c;a.n;t.out\np;-;u;more\n", "t.csv:2:4 E351 D2 stands under no heading → remove it"),
    (b"a.c;a.n;t.out\n", "t.csv:1:1 E350 the sheet has no rows"),
    (b"", "t.csv:1:1 E350 the sheet is empty"),
    (b"a.c;a.n;t.out\np;\xff;u\n", "t.csv:1:1 E350 the file is not UTF-8 text → save it as CSV UTF-8"),
    (b'a.c;a.n;t.out\np;"-;u\n', "E350 this is not CSV"),
    (b'a.c;a.n;t.out\n"p\nq";-;u\n', "t.csv:2:1 E352 A2 holds a line break or a sign of control"),
    (b"a.c;a.n;t.out\np;\x00;u\n", "E35"),
    (b"a.c;a.n;t.out\n" + b"p;-;u\n" * 201, "E350 a table has at most 200 rows"),
    (b"a.c;a.n;t.out\np;" + b"9" * 3000 + b";u\n", "t.csv:2:2 E352 B2 is too long"),
    (b";" * 3_000_000, "E350 the file has over 2097152 bytes"),
    (b'a.c;a.n;t.out\np;"]; evil: {x: y}";u\n', "t.csv:2:2 E102 B2: "),
]


@pytest.mark.parametrize(("content", "says"), REFUSED, ids=[says for _, says in REFUSED])
def test_bad_csv_is_refused_at_its_cell(content, says):
    assert any(says in line for line in told(content)), told(content)


def test_every_bad_cell_is_told_in_one_go():
    assert len(told(b"a.c;a.n;t.out\nx;-;u\np;abc;u\np;-;y\n")) == 3


def zipped(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return made.getvalue()


def changed_part(name, old, new):
    """A right workbook with one text in one part replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(("p", "-", "u")))) as right, zipfile.ZipFile(made, "w") as wrong:
        for entry in right.namelist():
            content = right.read(entry)
            wrong.writestr(entry, content.replace(old, new, 1) if entry == name else content)
    return made.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (workbook(("p", "=1+1", "u")), "t.xlsx[Sheet]:2:2 E352 B2 holds a formula → write what it gives, as text"),
        (workbook(("p", datetime(2026, 5, 1, 12, 30), "u")), "t.xlsx[Sheet]:2:2 E352 B2 holds a time of day"),
        (workbook(("p", "-", "x")), "t.xlsx[Sheet]:2:3 E204 C2: x is not an option of the table"),
        (b"", "t.xlsx:1:1 E350 this is no workbook"),
        (b"PK\x03\x04 and so on", "t.xlsx:1:1 E350 this is no workbook"),
        (zipped(nothing="x"), "t.xlsx:1:1 E350 this is no workbook"),
        (zipped(bomb="\0" * 30_000_000), "t.xlsx:1:1 E350 the workbook is too large"),
        (changed_part(SHEET, b"<worksheet", BOMB), "t.xlsx:1:1 E350 the workbook declares a document type"),
        (zipped(part='<!DOCTYPE x [<!ENTITY a "a">]>'.encode("utf-16")), "the workbook declares a document type"),
        (changed_part(SHEET, b"<sheetData>", b"<sheetData"), "t.xlsx:1:1 E350 this is no workbook"),
    ],
)
def test_a_bad_workbook_is_refused(content, says):
    assert any(says in line for line in told(content, "t.xlsx")), told(content, "t.xlsx")


def test_a_damaged_workbook_is_read_or_refused():
    draw = random.Random(4)
    with zipfile.ZipFile(io.BytesIO(workbook(("p", "18..64", "u")))) as right:
        parts = {name: right.read(name) for name in right.namelist()}
    for _ in range(examples(60)):
        name = draw.choice(sorted(parts))
        damaged = bytearray(parts[name])
        for _ in range(draw.randint(1, 5)):
            at = draw.randrange(len(damaged))
            damaged[at : at + draw.choice((1, 12))] = draw.choice((b"", b"<", b'"', b"/>", b"9", b"\xff"))
        content = zipped(**{**parts, name: bytes(damaged)})
        assert all(finding.message for finding in findings(content, "t.xlsx"))


@settings(max_examples=examples(100), deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content):
    assert findings(content, "t.csv")
    assert all(finding.remedy for name in ("t.csv", "t.xlsx") for finding in findings(content, name))


PRINTABLE = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs", "Cn", "Co", "Cf"])


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(st.text(PRINTABLE, min_size=1)))
def test_any_printable_cells_can_be_written_and_read_again(texts):
    assert plain(read_yaml("x", flow(tuple(texts)).encode())) == [
        [part for part in text[1:-1].split(", ")] if plain(read_yaml("x", flow((text,)).encode())) != [text] else text
        for text in texts
    ]


def test_columns_have_letters():
    assert [column_letters(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_the_table_of_a_group_goes_out_and_back():
    yaml = """set: family
groups:
  - group: child
    counted_by: family.children
    at_most: 3
    facts:
      - {fact: child.age, type: whole_number}
      - fact: child.stage
        type: choice
        options: [small, large]
        table:
          policy: first
          columns: [child.age]
          rows:
          - [< 7, small]
          otherwise: large
facts:
  - {fact: family.children, type: whole_number, min: 0, max: 3}
"""
    files = {FILE: yaml.encode()}
    table = tables_in(files)["child.stage"]
    sheet = read_csv("t.csv", b"child.age;child.stage\n< 8;small\n")
    assert imported(files, table, sheet).content.decode() == yaml.replace("< 7", '"< 8"')
    with pytest.raises(SheetRefused) as refused:
        imported(files, table, read_csv("t.csv", b"child.age;child.stage\n< 8;tall\n"))
    assert "t.csv:2:2 E204 B2: tall is not an option of the table" in str(refused.value.found[0])
