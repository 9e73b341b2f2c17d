"""A table as a sheet: rows of texts under a heading of fact names, read from CSV and written to it.

What a spreadsheet sends back is not believed: what cannot be a cell of a table is refused with its row and column.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk.errands.diagnostics import Diagnostic, Place, did_you_mean
from desk.errands.table_evaluation import MOST_ROWS

LARGEST = 2 * 1024**2
"""Bytes of a file; a table of ours has a few thousand."""
LONGEST_CELL = 2000
_DELIMITERS = ";,\t"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with the number that a spreadsheet shows beside it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name in messages, and its rows, the heading first."""

    name: str
    rows: tuple[SheetRow, ...]

    def place(self, row: int, column: int) -> Place:
        """A place by row and column, both counted from one."""
        return Place(self.name, row, column)


class SheetRefused(Exception):
    """A sheet that cannot become a table."""

    def __init__(self, *found: Diagnostic) -> None:
        super().__init__("; ".join(str(each) for each in found))
        self.found = found


def refused(place: Place, code: str, message: str, remedy: str) -> SheetRefused:
    """One finding as an exception."""
    return SheetRefused(Diagnostic(place, code, message, remedy))


def column_letters(column: int) -> str:
    """The letters that a spreadsheet shows above a column: A, B … AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


# ── CSV ──────────────────────────────────────────────────────────────────────────────────────────


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as CSV that spreadsheets of this country open: semicolons, and a mark for UTF-8."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def read_csv(name: str, content: bytes) -> Sheet:
    """Read CSV with semicolons, commas or tabs; raises ``SheetRefused``."""
    if len(content) > LARGEST:
        raise refused(Place(name), "E350", f"the file has over {LARGEST} bytes", "keep only the table in it")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused(Place(name), "E350", "the file is not UTF-8 text", "save it as CSV UTF-8") from None
    heading = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [SheetRow(number, tuple(cells)) for number, cells in enumerate(reader, 1)]
    except csv.Error as fault:
        place = Place(name, reader.line_num)
        raise refused(place, "E350", f"this is not CSV: {fault}", "check the quotation marks") from None
    return sheet_of(name, rows)


# ── what every sheet must be ─────────────────────────────────────────────────────────────────────


def sheet_of(name: str, rows: Iterable[SheetRow]) -> Sheet:
    """The rows with something in them, as far as something stands in the heading; raises ``SheetRefused``."""
    kept = [SheetRow(row.number, tuple(cell.strip() for cell in row.cells)) for row in rows]
    kept = [row for row in kept if any(row.cells)]
    if not kept:
        raise refused(Place(name), "E350", "the sheet is empty", "write the names of the facts in the first row")
    if len(kept) > MOST_ROWS + 1:
        place = Place(name, kept[MOST_ROWS + 1].number)
        raise refused(place, "E350", f"a table has at most {MOST_ROWS} rows", "make two tables of it")
    width = max(index for index, cell in enumerate(kept[0].cells, 1) if cell)
    sheet = Sheet(name, tuple(_fitted(name, row, width) for row in kept))
    faults = [fault for row in sheet.rows for fault in _faults(sheet, row)]
    if faults:
        raise SheetRefused(*faults)
    return sheet


def _fitted(name: str, row: SheetRow, width: int) -> SheetRow:
    for column, cell in enumerate(row.cells[width:], width + 1):
        if cell:
            place = Place(name, row.number, column)
            raise refused(place, "E351", f"{_named(row, column)} stands under no heading", "remove it")
    return SheetRow(row.number, (*row.cells[:width], *[""] * (width - len(row.cells))))


def _faults(sheet: Sheet, row: SheetRow) -> Iterable[Diagnostic]:
    for column, cell in enumerate(row.cells, 1):
        where = _named(row, column)
        if len(cell) > LONGEST_CELL:
            yield Diagnostic(sheet.place(row.number, column), "E352", f"{where} is too long", "shorten it")
        elif not cell.isprintable():
            yield Diagnostic(
                sheet.place(row.number, column), "E352", f"{where} holds a line break or a sign of control", "remove it"
            )


def _named(row: SheetRow, column: int) -> str:
    return f"{column_letters(column)}{row.number}"


def order_of(sheet: Sheet, columns: Sequence[str], fact: str) -> tuple[int, ...]:
    """Where each column of the table stands in the sheet, and last what the table gives; raises ``SheetRefused``."""
    heading, wanted = sheet.rows[0], (*columns, fact)
    faults = [fault for column in range(1, len(heading.cells) + 1) for fault in _of_heading(sheet, column, wanted)]
    if lacking := [name for name in wanted if name not in heading.cells]:
        told = f"the heading lacks {', '.join(lacking)}"
        faults.append(Diagnostic(sheet.place(heading.number, 1), "E351", told, "add it; new columns go into the YAML"))
    if faults:
        raise SheetRefused(*faults)
    return tuple(heading.cells.index(name) for name in wanted)


def _of_heading(sheet: Sheet, column: int, wanted: Sequence[str]) -> Iterable[Diagnostic]:
    heading = sheet.rows[0]
    cell, where = heading.cells[column - 1], _named(heading, column)
    if cell not in wanted:
        told = f"{where}: the table has no column {cell or 'without a name'}"
        yield Diagnostic(sheet.place(heading.number, column), "E351", told, did_you_mean(cell, wanted))
    elif heading.cells.index(cell) + 1 < column:
        told = f"{where}: the column {cell} stands there twice"
        yield Diagnostic(sheet.place(heading.number, column), "E351", told, "keep one")
