"""``desk errands table export | import | why``: a decision table in a spreadsheet, and the row that decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import unified_diff
from pathlib import Path
from typing import NoReturn

import click

from desk import bootstrap
from desk.cli.content_given import CONTENT, given_content, tell
from desk.cli.designing import Designed, content_options, rule_words
from desk.cli.errors import terminal_words
from desk.cli.given import answers_in, day_named, language_named
from desk.cli.output import print_lines
from desk.errands.compiling import compile_bundle
from desk.errands.diagnostics import Diagnostic
from desk.errands.drafts import FOLDER
from desk.errands.fields import Report
from desk.errands.table_check import check_table
from desk.errands.table_import import Imported, imported
from desk.errands.table_rows import deciding_rows
from desk.errands.table_sheets import Sheet, SheetRefused, csv_of, read_csv
from desk.errands.table_source import WrittenTable, tables_in, without_table
from desk.errands.table_words import RowWords
from desk.errands.worth_words import WorthWords
from i18n.translator import Lexicon
from services.clock import HelsinkiClock
from services.given_files import read_file, write_paper

_WORKBOOK = ".xlsx"
_KINDS = (".csv", _WORKBOOK)


@click.group()
def table() -> None:
    """A decision table in a spreadsheet: FACT is the fact that the table gives a value to."""


@table.command("export")
@click.argument("fact")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@content_options
def export_command(designed: Designed, fact: str, file: Path) -> None:
    """Write the table as .csv or .xlsx."""
    is_workbook = _kind_of(file) == _WORKBOOK
    rows = _table_named(fact, _files(designed)).sheet()
    write_paper(file, bootstrap.workbook_of(fact, rows) if is_workbook else csv_of(rows))
    print_lines(terminal_words().text("Saved: {path}", path=file))


@table.command("import")
@click.argument("fact")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--write", is_flag=True, help="Change the file of the content; else only show what would change.")
@content_options
def import_command(designed: Designed, fact: str, file: Path, write: bool) -> None:
    """Take the rows of a .csv or .xlsx back into the YAML; comments and all else stay."""
    files = _files(designed)
    written = _table_named(fact, files)
    try:
        made = imported(files, written, _sheet(file, fact))
    except SheetRefused as refused:
        tell(refused.found, as_json=False)
        raise click.exceptions.Exit(1) from None
    path = _path_of(designed, made.file)
    print_lines(*_difference(made, files))
    tell(_findings({**files, made.file: made.content}, fact), as_json=False)
    if write:
        write_paper(path, made.content)
    print_lines(_outcome(made, files, path, write=write))


@table.command("why")
@click.argument("fact")
@click.option("--answers", "answers_file", type=click.Path(path_type=Path), help="YAML: fact name to answer.")
@click.option("--as-of", "as_of_text", help="The day to count from, 2026-11-21; today when left out.")
@click.option("--lang", default="fi")
@content_options
def why_command(designed: Designed, fact: str, answers_file: Path | None, as_of_text: str | None, lang: str) -> None:
    """Say in words which row decides with these answers, or what is still open."""
    bundle, day, language = designed.bundle(), day_named(as_of_text), language_named(lang)
    defined = bundle.definitions.facts.get(fact)
    if defined is None or defined.value is None or defined.value.table is None:
        _end_without(fact, (name for name, each in bundle.definitions.facts.items() if each.value and each.value.table))
    situation = bundle.engine.situation(answers_in(bundle, answers_file, day), day)
    wording, rules = rule_words(bundle, language, day)
    words = Lexicon().words(language)
    worths = WorthWords(bundle.definitions, wording, words, day)
    rows = [row for row in deciding_rows(bundle.engine, [fact], situation) if row.fact == fact]
    needs = bundle.engine.unasked(situation.needs[bundle.engine.numbers[fact]])
    print_lines(*(RowWords(rules, worths, words).of(row) for row in rows))
    for name in bundle.engine.names_of(needs):
        print_lines(words.text("Still open: {fact}", fact=worths.label(name)))


def _kind_of(file: Path) -> str:
    if file.suffix.lower() not in _KINDS:
        raise click.BadParameter(terminal_words().text("The file's name ends with .csv or .xlsx."), param_hint="FILE")
    return file.suffix.lower()


def _files(designed: Designed) -> dict[str, bytes]:
    return given_content(designed.content, designed.over, drafts=designed.drafts).files


def _path_of(designed: Designed, file: str) -> Path:
    """Where a file of the content lies; of a published one and its draft, the draft when drafts are wanted."""
    root = designed.over or designed.content or CONTENT
    if designed.over is not None and not (root / file).is_file():
        raise click.UsageError(f"{file} is not in {root}: copy it there first, with its texts")
    draft = root / FOLDER / file
    return draft if designed.drafts and draft.is_file() else root / file


def _table_named(fact: str, files: Mapping[str, bytes]) -> WrittenTable:
    tables = tables_in(files)
    if fact not in tables:
        _end_without(fact, tables)
    return tables[fact]


def _end_without(fact: str, tables: Iterable[str]) -> NoReturn:
    tell([without_table(fact, tables)], as_json=False)
    raise click.exceptions.Exit(1)


def _sheet(file: Path, fact: str) -> Sheet:
    is_workbook = _kind_of(file) == _WORKBOOK
    content = read_file(file)
    return bootstrap.read_workbook(file.name, content, fact) if is_workbook else read_csv(file.name, content)


def _difference(made: Imported, files: Mapping[str, bytes]) -> list[str]:
    old, new = (content.decode().splitlines() for content in (files[made.file], made.content))
    return [line.rstrip() for line in unified_diff(old, new, made.file, made.file, lineterm="", n=1)]


def _findings(files: Mapping[str, bytes], fact: str) -> list[Diagnostic]:
    """What the checker says of the rows: whom they leave out, and which hold together."""
    definitions = compile_bundle(files).loaded.definitions
    report = Report()
    if (defined := definitions.facts.get(fact)) is not None:
        check_table(definitions, defined, report, HelsinkiClock().today())
    return report.found


def _outcome(made: Imported, files: Mapping[str, bytes], path: Path, *, write: bool) -> str:
    words = terminal_words()
    if made.content == files[made.file]:
        return words.text("The table is as it was.")
    return words.text("Saved: {path}", path=path) if write else words.text("Nothing was written. --write keeps it.")
