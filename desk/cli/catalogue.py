"""``desk catalogue import | status | show | search``, and the commands beside them."""

from __future__ import annotations

from pathlib import Path

import click

from desk import bootstrap
from desk.cli.catalogue_search import search
from desk.cli.catalogue_sync import memory_document, memory_lines, sync
from desk.cli.catalogue_worker import worker
from desk.cli.freshness import changes, links, policy
from desk.cli.intake_lines import problem_line
from desk.cli.libraries import libraries
from desk.cli.options import DeskOptions, desk_options, open_desk, opened_desk
from desk.cli.output import print_json, print_lines
from desk.cli.ways import way_lines
from desk.model.intake import ImportReport
from desk.model.point_note import NoteKind
from desk.model.search import CatalogueStatus
from desk.usecases.show_service import ShownService
from i18n.translator import Words
from services.catalogue_files import CatalogueFiles


@click.group()
def catalogue() -> None:
    """The service catalogue of this desk."""


for command in (changes, libraries, links, policy, search, sync, worker):
    catalogue.add_command(command)


@catalogue.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@desk_options
def import_command(options: DeskOptions, paths: tuple[Path, ...]) -> None:
    """Take in PTV v11 JSON from files, folders and .zip archives."""
    with open_desk(options, writing=True) as desk:
        report = desk.import_catalogue(CatalogueFiles(paths))
    if options.json:
        print_json(report)
    else:
        print_lines(*_report_lines(report, options.words))


@catalogue.command()
@desk_options
def status(options: DeskOptions) -> None:
    """Say what is in the catalogue and how old it is."""
    with opened_desk(options, writing=False, anybody=True) as opened:
        found = opened.desk.catalogue_status()
        memory, chosen = bootstrap.refresh_memory(opened), opened.desk.refresh_settings.read()
    if options.json:
        print_json(_status_document(found) | memory_document(memory, chosen))
    else:
        print_lines(*_status_lines(found, options.words), *memory_lines(memory, options.words))


@catalogue.command()
@click.argument("identity")
@click.option("--lang", default="fi", help="Language of the texts.")
@desk_options
def show(options: DeskOptions, identity: str, lang: str) -> None:
    """Show one service, general description or channel."""
    with open_desk(options, anybody=True) as desk:
        shown = desk.show_service(identity)
    if options.json:
        print_json(shown)
    else:
        print_lines(*_sheet_lines(shown, lang, options.words))


def _status_document(found: CatalogueStatus) -> dict[str, object]:
    counts = found.counts
    return {
        "services": counts.services,
        "channels": counts.channels,
        "organizations": counts.organizations,
        "general_descriptions": counts.general_descriptions,
        "collections": counts.collections,
        "starter": found.starter.total,
        "starter_hidden": found.starter_hidden,
        "as_of": found.as_of,
        "source": found.source,
        "age_days": found.age_days,
        "stale": found.stale,
    }


def _status_lines(found: CatalogueStatus, words: Words) -> list[str]:
    lines = [
        words.ntext("{n} service", "{n} services", found.counts.services),
        words.ntext("{n} channel", "{n} channels", found.counts.channels),
        words.ntext("{n} organization", "{n} organizations", found.counts.organizations),
        words.ntext("{n} general description", "{n} general descriptions", found.counts.general_descriptions),
        words.ntext("{n} service collection", "{n} service collections", found.counts.collections),
        words.ntext("{n} object of the starter catalogue", "{n} objects of the starter catalogue", found.starter.total),
    ]
    if found.age_days is None:
        return [*lines, words.text("Nothing has been fetched from the national catalogue yet.")]
    lines.append(words.ntext("The catalogue is {n} day old.", "The catalogue is {n} days old.", found.age_days))
    if found.stale:
        lines.append(words.text("This is old by the policy of this desk: refresh it before you rely on it."))
    return lines


def _report_lines(report: ImportReport, words: Words) -> list[str]:
    lines = [
        words.ntext("{n} object was taken in.", "{n} objects were taken in.", report.taken_in.total),
        words.ntext("{n} object was there already.", "{n} objects were there already.", report.unchanged),
    ]
    if gone := report.withdrawn:
        lines.append(words.ntext("{n} object is no longer published.", "{n} objects are no longer published.", gone))
    return lines + [problem_line(problem, words) for problem in report.problems]


def _sheet_lines(shown: ShownService, lang: str, words: Words) -> list[str]:
    sheet = shown.sheet
    lines = [sheet.names.pick(lang).text, sheet.summary.pick(lang).text, "", *_remark_lines(shown, words)]
    parts = (
        (words.text("What it is"), sheet.about),
        (words.text("Who it is for"), sheet.for_whom),
        (words.text("How to use it and what to bring"), sheet.instruction),
        (words.text("What it costs"), sheet.cost),
        (words.text("By when"), sheet.deadlines),
    )
    for heading, texts in parts:
        if texts:
            lines += [heading, *(f"  {part.text.pick(lang).text}" for part in texts), ""]
    lines += way_lines(shown, lang, words)
    organizations = ", ".join(each.pick(lang).text for each in sheet.organizations)
    return [*lines, words.text("Source: {organization}", organization=organizations)]


def _remark_lines(shown: ShownService, words: Words) -> list[str]:
    lines = [words.text("This information is old: check before you rely on it.")] if shown.sheet.stale else []
    for note in shown.notes:
        told = note.text.replace("\n", " / ")
        if note.kind is NoteKind.WRONG:
            lines.append(words.text("Wrong at the counter: {note}", note=told))
        else:
            lines.append(words.text("Note of this service point: {note}", note=told))
    lines += [words.text("This link did not work: {link}", link=check.url) for check in shown.broken_links]
    return [*lines, ""] if lines else []
