"""``desk notes``: the service point's own notes over the national texts, and what was wrong at the counter."""

from __future__ import annotations

from pathlib import Path

import click

from desk.cli.given import day_named, language_named
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.model.point_note import NoteId, NoteKind
from desk.usecases.point_notes import ListedNote, NoteDraft
from i18n.formats import Formats
from i18n.language import Language
from i18n.translator import NP_, Words
from ui.saved_file import write_file

_KINDS = {
    NoteKind.OWN: NP_("kind of note", "own note"),
    NoteKind.WRONG: NP_("kind of note", "wrong at the counter"),
}


@click.group()
def notes() -> None:
    """Notes of this service point about services, channels and steps; never about a citizen."""


@notes.command("list")
@click.option("--closed", is_flag=True, help="Also those that were withdrawn, settled or replaced.")
@desk_options
def list_command(options: DeskOptions, closed: bool) -> None:
    """List the notes, newest first."""
    with open_desk(options) as desk:
        found = desk.list_notes(options.words.language, closed=closed)
    if options.json:
        print_json({"notes": found})
    elif not found:
        print_lines(options.words.text("There are no notes."))
    else:
        print_lines(*(_line(listed, options.words) for listed in found))


def _line(listed: ListedNote, words: Words) -> str:
    note = listed.note
    said = [Formats(words.language).short_date(note.at.date()), note.id, words.ptext(*_KINDS[note.kind])]
    if listed.is_gone:
        said.append(words.text("no longer there"))
    if note.closed is not None:
        said.append(words.text("closed"))
    text = note.text.replace("\n", " / ")
    return f"{'  '.join(said)}  {listed.name} ({note.about.id}): {text}"


@notes.command()
@click.argument("about")
@click.argument("text")
@click.option("--until", help="The last day on which it counts.")
@click.option("--on-paper", is_flag=True, help="Citizens get it on their papers too.")
@click.option("--replaces", help="The note in whose place it comes.")
@click.option("--lang", help="The language that it is written in; else the terminal's.")
@desk_options
def add(
    options: DeskOptions,
    about: str,
    text: str,
    until: str | None,
    on_paper: bool,
    replaces: str | None,
    lang: str | None,
) -> None:
    """Write an own note ABOUT a service or channel (its id) or a step (errand/step)."""
    last_day = day_named(until) if until else None
    with open_desk(options, writing=True) as desk:
        draft = NoteDraft(desk.note_subjects.of_id(about), text, last_day, on_paper)
        old = NoteId(replaces) if replaces else None
        note = desk.write_note(draft, _language(options, lang), old)
    _told(options, note.id)


@notes.command()
@click.argument("about")
@click.argument("text")
@click.option("--lang", help="The language that it is written in; else the terminal's.")
@desk_options
def wrong(options: DeskOptions, about: str, text: str, lang: str | None) -> None:
    """Mark that something ABOUT a service, channel or step was wrong at the counter."""
    with open_desk(options, writing=True) as desk:
        note = desk.mark_wrong(desk.note_subjects.of_id(about), text, _language(options, lang))
    _told(options, note.id)


@notes.command()
@click.argument("note")
@click.argument("outcome")
@desk_options
def settle(options: DeskOptions, note: str, outcome: str) -> None:
    """Close a mark with its OUTCOME: what came of telling whoever keeps the text."""
    with open_desk(options, writing=True) as desk:
        desk.settle_mark(NoteId(note), outcome)
    _told(options, note)


@notes.command()
@click.argument("note")
@desk_options
def withdraw(options: DeskOptions, note: str) -> None:
    """Take an own note away; it stays among the closed ones."""
    with open_desk(options, writing=True) as desk:
        desk.withdraw_note(NoteId(note))
    _told(options, note)


@notes.command()
@click.option("--out", required=True, type=click.Path(path_type=Path), help="A file that ends with .csv or .json.")
@desk_options
def export(options: DeskOptions, out: Path) -> None:
    """Write the open marks into a file for those who keep the texts."""
    with open_desk(options) as desk:
        as_json = out.suffix.casefold() == ".json"
        made = desk.export_marks.json if as_json else desk.export_marks.csv
        content = made(options.words.language)
    write_file(out, content)
    if options.json:
        print_json({"out": str(out), "bytes": len(content)})
    else:
        print_lines(options.words.text("The marks are in {path}.", path=out))


def _language(options: DeskOptions, lang: str | None) -> Language:
    return language_named(lang) if lang else options.words.language


def _told(options: DeskOptions, note: str) -> None:
    if options.json:
        print_json({"note": note})
    else:
        print_lines(options.words.text("Note {note} is kept.", note=note))
