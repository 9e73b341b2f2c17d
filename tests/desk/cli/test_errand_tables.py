"""``desk errands table``: out to a spreadsheet, changed there, and back into the file where the table stands."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

FACTS = """set: small   # a small set
facts:
  - {fact: a.c, type: choice, options: [p, q]}
  - fact: t.out
    type: choice
    options: [u, v]
    table:
      policy: unique
      columns: [a.c]
      rows:
      - [p, u]    # why so
      - [q, v]
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "content" / "facts").mkdir(parents=True)
    facts_of(tmp_path / "content").write_text(FACTS)
    return tmp_path / "content"


def facts_of(folder: Path) -> Path:
    return folder / "facts" / "small.yaml"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_out_and_back(call, nowhere, folder, tmp_path, kind):
    file = tmp_path / f"table.{kind}"
    told = call("errands", "table", "export", "t.out", file, "--content", folder)
    assert (told.code, told.err) == (0, "")
    assert str(file) in told.out
    told = call("errands", "table", "import", "t.out", file, "--write", "--content", folder)
    assert (told.code, told.out.strip()) == (0, "The table is as it was.")
    assert facts_of(folder).read_text() == FACTS


def test_a_change_is_shown_and_kept_only_when_asked(call, nowhere, folder, tmp_path):
    file = tmp_path / "table.xlsx"
    call("errands", "table", "export", "t.out", file, "--content", folder)
    book = openpyxl.load_workbook(file)
    book["t.out"]["B2"] = "v"
    book.save(file)
    told = call("errands", "table", "import", "t.out", file, "--content", folder)
    assert told.code == 0
    assert "-      - [p, u]    # why so\n+      - [p, v]    # why so\n" in told.out
    assert facts_of(folder).read_text() == FACTS
    told = call("errands", "table", "import", "t.out", file, "--write", "--content", folder)
    assert str(facts_of(folder)) in told.out
    assert facts_of(folder).read_text() == FACTS.replace("[p, u]", "[p, v]")


def test_rows_that_leave_somebody_out_are_told_with_the_change(call, nowhere, folder, tmp_path):
    (tmp_path / "table.csv").write_text("a.c,t.out\np,u\n")
    told = call("errands", "table", "import", "t.out", tmp_path / "table.csv", "--content", folder)
    assert "E630 no row of t.out holds for: a.c: q" in told.out


def test_a_bad_cell_changes_nothing(call, nowhere, folder, tmp_path):
    (tmp_path / "table.csv").write_text("a.c;t.out\np;u\nr;v\n")
    told = call("errands", "table", "import", "t.out", tmp_path / "table.csv", "--write", "--content", folder)
    assert told.code == 1
    assert "table.csv:3:1 E204 A3: r is not an option of a.c" in told.out
    assert facts_of(folder).read_text() == FACTS


def test_what_is_not_there_is_told(call, nowhere, folder, tmp_path):
    told = call("errands", "table", "export", "t.oot", tmp_path / "table.csv", "--content", folder)
    assert told.code == 1
    assert "E354 no fact t.oot has a table → did you mean t.out?" in told.out
    assert call("errands", "table", "export", "t.out", tmp_path / "table.ods", "--content", folder).code == 2
    assert call("errands", "table", "import", "t.out", tmp_path / "none.csv", "--content", folder).one_line


def test_a_draft_is_changed_where_the_draft_lies(call, nowhere, folder, tmp_path):
    (folder / "drafts" / "facts").mkdir(parents=True)
    draft = folder / "drafts" / "facts" / "small.yaml"
    draft.write_text(FACTS)
    (tmp_path / "table.csv").write_text("a.c;t.out\np;v\nq;v\n")
    options = ("--write", "--drafts", "--content", folder)
    assert call("errands", "table", "import", "t.out", tmp_path / "table.csv", *options).code == 0
    assert "[p, v]    # why so" in draft.read_text()
    assert facts_of(folder).read_text() == FACTS


def test_the_row_that_decides_is_said_or_what_is_open(call, nowhere, folder, tmp_path):
    (tmp_path / "answers.yaml").write_text("a.c: p\n")
    options = ("--content", folder, "--lang", "en")
    told = call("errands", "table", "why", "t.out", *options, "--answers", tmp_path / "answers.yaml")
    assert told.out.strip() == "Row 1 of the table decides. Its conditions: a.c: p. It gives: u."
    assert call("errands", "table", "why", "t.out", *options).out.strip() == "Still open: a.c"
    assert "did you mean t.out?" in call("errands", "table", "why", "t.oot", *options).out
