"""Takes a sheet into the YAML that its table stands in, when each cell means something there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.errands.diagnostics import Diagnostic, Place
from desk.errands.loader import load
from desk.errands.table_sheets import Sheet, SheetRefused, column_letters, order_of, refused
from desk.errands.table_source import Cells, RowsNotWritten, WrittenTable, one_way, tables_in, with_rows

_READ_WITH_TABLES = ("facts/", "parameters/")


@dataclass(frozen=True, slots=True)
class Imported:
    """The file as it becomes. ``added`` and ``removed``: the rows that differ."""

    file: str
    content: bytes
    added: tuple[Cells, ...]
    removed: tuple[Cells, ...]


def imported(files: Mapping[str, bytes], table: WrittenTable, sheet: Sheet) -> Imported:
    """The content's file with the rows of the sheet; raises ``SheetRefused``."""
    order = order_of(sheet, table.columns, table.fact)
    rows = [tuple(one_way(row.cells[column]) for column in order) for row in sheet.rows[1:]]
    if not rows:
        raise refused(
            sheet.place(sheet.rows[0].number, 1), "E350", "the sheet has no rows", "add one below the heading"
        )
    _refuse_empty(sheet, order)
    content = _rewritten(files[table.file], table, rows)
    _refuse_faults({**files, table.file: content}, table, sheet, order)
    return Imported(
        table.file,
        content,
        tuple(row for row in rows if row not in table.rows),
        tuple(row for row in table.rows if row not in rows),
    )


def _refuse_empty(sheet: Sheet, order: tuple[int, ...]) -> None:
    empty = [
        Diagnostic(
            sheet.place(row.number, column + 1),
            "E342",
            f"{column_letters(column + 1)}{row.number} is empty",
            "write what the row gives" if column == order[-1] else "write - for any value",
        )
        for row in sheet.rows[1:]
        for column in order
        if not row.cells[column]
    ]
    if empty:
        raise SheetRefused(*empty)


def _rewritten(content: bytes, table: WrittenTable, rows: list[Cells]) -> bytes:
    if tuple(rows) == table.rows:
        return content
    try:
        return with_rows(content, table, rows)
    except RowsNotWritten:
        remedy = "write each row on a line of its own: - [cell, cell, result]"
        wrong = f"the rows of {table.fact} cannot be changed as they are written"
        raise refused(table.place, "E353", wrong, remedy) from None


def _refuse_faults(files: Mapping[str, bytes], table: WrittenTable, sheet: Sheet, order: tuple[int, ...]) -> None:
    """Every error that the loader finds in the rows, told at the cell of the sheet."""
    needed = {path: content for path, content in files.items() if path.startswith(_READ_WITH_TABLES)}
    written = tables_in(needed)[table.fact]
    faults = [
        finding
        for finding in load(needed).found
        if finding.is_error and finding.place.file == table.file and _cell_at(written, finding.place) is not None
    ]
    if faults:
        raise SheetRefused(*dict.fromkeys(_in_sheet(finding, written, sheet, order) for finding in faults))


def _cell_at(table: WrittenTable, place: Place) -> tuple[int, int] | None:
    """The row and cell of a table that a place is in."""
    at = (place.line, place.column)
    for index, row in enumerate(table.nodes):
        if (row.place.line, row.place.column) <= at and place.line <= max(cell.place.line for cell in row.items):
            before = [number for number, cell in enumerate(row.items) if (cell.place.line, cell.place.column) <= at]
            return index, max(before, default=0)
    return None


def _in_sheet(finding: Diagnostic, table: WrittenTable, sheet: Sheet, order: tuple[int, ...]) -> Diagnostic:
    row, cell = _cell_at(table, finding.place) or (0, 0)
    number, column = sheet.rows[row + 1].number, order[cell] + 1
    message = f"{column_letters(column)}{number}: {finding.message}"
    return Diagnostic(sheet.place(number, column), finding.code, message, finding.remedy)
