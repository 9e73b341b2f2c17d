"""A table as an XLSX workbook. Imported late: the library that reads and writes workbooks is large."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.styles import Font
from openpyxl.utils.exceptions import InvalidFileException

from desk.errands.diagnostics import Place
from desk.errands.table_evaluation import MOST_ROWS
from desk.errands.table_reading import MOST_COLUMNS
from desk.errands.table_sheets import LARGEST, Sheet, SheetRow, column_letters, refused, sheet_of

_LONGEST_TITLE = 31
_MOST_PARTS = 200
_LARGEST_UNPACKED = 20 * 1024**2
_WIDEST = 40
_ROWS_LOOKED_AT = 10 * MOST_ROWS
_COLUMNS_LOOKED_AT = 4 * MOST_COLUMNS
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What a file that is no workbook makes the library raise; broken XML is a ``SyntaxError``."""


def workbook_of(fact: str, rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as a workbook of one sheet in which every cell is text, so that no program makes dates of them."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = fact[:_LONGEST_TITLE]
    widths: dict[int, int] = {}
    for row, cells in enumerate(rows, 1):
        for column, text in enumerate(cells, 1):
            cell = sheet.cell(row, column)
            cell.value = text
            cell.data_type = "s"
            cell.number_format = "@"
            if row == 1:
                cell.font = Font(bold=True)
            widths[column] = min(_WIDEST, max(widths.get(column, 0), len(text) + 2))
    for column, width in widths.items():
        sheet.column_dimensions[column_letters(column)].width = width
    sheet.freeze_panes = "A2"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def read_workbook(name: str, content: bytes, fact: str) -> Sheet:
    """Read the sheet that has the fact's name, else the first; raises ``SheetRefused``."""
    _refuse_dangerous(name, content)
    try:
        title, cells = _cells(name, content, fact)
    except _UNREADABLE as fault:
        raise refused(Place(name), "E350", f"this is no workbook: {type(fault).__name__}", "save it as XLSX") from None
    rows = [SheetRow(number, tuple(_texts(title, number, row))) for number, row in enumerate(cells, 1)]
    return sheet_of(title, rows)


def _cells(name: str, content: bytes, fact: str) -> tuple[str, list[list[Any]]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that no table has
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        chosen = next((each for each in book.worksheets if each.title == fact[:_LONGEST_TITLE]), book.worksheets[0])
        chosen.reset_dimensions()
        rows = chosen.iter_rows(max_row=_ROWS_LOOKED_AT, max_col=_COLUMNS_LOOKED_AT)
        return f"{name}[{chosen.title}]", [list(row) for row in rows]


def _refuse_dangerous(name: str, content: bytes) -> None:
    """Refuse what unpacks to much more than it seems, and documents that name other documents."""
    if len(content) > LARGEST:
        raise refused(Place(name), "E350", f"the file has over {LARGEST} bytes", "keep only the table in it")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            entries = parts.infolist()
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _LARGEST_UNPACKED:
                raise refused(Place(name), "E350", "the workbook is too large", "keep only the table in it")
            declares = any(_declares(parts, entry) for entry in entries)
    except _UNREADABLE as fault:
        raise refused(Place(name), "E350", f"this is no workbook: {type(fault).__name__}", "save it as XLSX") from None
    if declares:
        raise refused(Place(name), "E350", "the workbook declares a document type", "save it anew as XLSX")


def _declares(parts: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    with parts.open(entry) as part:
        content = part.read(_LARGEST_UNPACKED)
    return any("<!DOCTYPE".encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be"))


def _texts(title: str, number: int, row: Sequence[Any]) -> Iterator[str]:
    for column, cell in enumerate(row, 1):
        kind = getattr(cell, "data_type", "n")
        where = f"{column_letters(column)}{number}"
        if kind == "f":
            place = Place(title, number, column)
            raise refused(place, "E352", f"{where} holds a formula", "write what it gives, as text")
        if kind == "e":
            raise refused(Place(title, number, column), "E352", f"{where} holds an error", "write a value")
        text = _text(getattr(cell, "value", None))
        if text is None:
            place = Place(title, number, column)
            raise refused(place, "E352", f"{where} holds a time of day", "write a date as 2026-05-01")
        yield text


def _text(value: object) -> str | None:
    """A value of a spreadsheet as its author would write it in a table; ``None`` for what has no place in one."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case int() | float() | Decimal():
            return str(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | time():
            return None
        case date():
            return value.isoformat()
    return str(value)
