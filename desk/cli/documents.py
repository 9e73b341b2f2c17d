"""``desk documents receive | list | send | transfer | print``: what is left at the desk, and where it goes."""

from __future__ import annotations

from pathlib import Path

import click

from desk.cli.given import day_named, language_named
from desk.cli.given_content import content_of
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.model.handing import SentHow, ToldHow
from desk.model.handing_papers import ListedDocument
from desk.model.ids import AgencyId, VisitId
from desk.usecases.handing_script import read_document
from desk.usecases.send_document import Transfer
from i18n.formats import Formats
from i18n.translator import Words
from services.given_files import write_paper

_HOW = click.Choice([each.value for each in SentHow])


@click.group()
def documents() -> None:
    """Documents that citizens leave at the desk for authorities."""


@documents.command()
@click.argument("visit")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--told", is_flag=True, help="The citizen knows that no deadline is kept here, and leaves it.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where the receipt goes.")
@desk_options
def receive(options: DeskOptions, visit: str, file: Path, told: bool, out: Path | None) -> None:
    """Take in a document, as FILE describes it, and make its receipt.

    FILE is YAML, "-" is the standard input: {agency: kela, what: ..., pages: 2, original: yes, due_on: DATE}.
    """
    given = read_document(str(file), content_of(file))
    with open_desk(options, writing=True) as desk:
        state = desk.handing.receive(VisitId(visit), given, told=told)
        held = list(state.documents.values())[-1]
        if out is not None and held.receipt is not None:
            write_paper(out, desk.handing.papers.receipt(held.receipt))
    if options.json:
        print_json({"document": held.document, "out": str(out) if out is not None else None})
    else:
        print_lines(_received(options.words, held.document.number, in_time=held.document.in_time_here))


@documents.command("list")
@click.option("--day", help="What came and went on that day; today when left out.")
@click.option("--lang", help="The language of the list.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Make a paper of it.")
@desk_options
def list_command(options: DeskOptions, day: str | None, lang: str | None, out: Path | None) -> None:
    """List what lies here, and what came and went on a day."""
    language = language_named(lang) if lang else options.words.language
    with open_desk(options) as desk:
        found = desk.handing.documents(day_named(day) if day else None, language)
        if out is not None:
            write_paper(out, desk.handing.papers.document_list(found, language))
    if options.json:
        print_json({"day": found.day, "held": found.held, "gone": found.gone})
    elif not found.lines:
        print_lines(options.words.text("Nothing lies here."))
    else:
        print_lines(*(_line(options.words, line) for line in found.lines))


@documents.command()
@click.argument("number")
@click.option("--how", type=_HOW, default=SentHow.POST.value, show_default=True)
@desk_options
def send(options: DeskOptions, number: str, how: str) -> None:
    """Note that a document went on to its authority today."""
    with open_desk(options, writing=True) as desk:
        found = desk.handing.send.numbered(number)
        id = found.held.document.id
        sent = desk.handing.send.send(found.visit.id, id, SentHow(how)).documents[id].sent
    _told(options, {"number": number, "sent": sent})


@documents.command()
@click.argument("number")
@click.option("--to", "agency", required=True, help="The authority to which it belongs, for example dvv.")
@click.option("--how", type=_HOW, default=SentHow.POST.value, show_default=True)
@click.option("--told", type=click.Choice([each.value for each in ToldHow]), required=True, help="How the sender is.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Where the notice goes.")
@desk_options
def transfer(options: DeskOptions, number: str, agency: str, how: str, told: str, out: Path | None) -> None:
    """Send a wrongly given document on to the right authority, and tell the sender."""
    way = Transfer(AgencyId(agency), SentHow(how), ToldHow(told))
    with open_desk(options, writing=True) as desk:
        found = desk.handing.send.numbered(number)
        id = found.held.document.id
        held = desk.handing.send.transfer(found.visit.id, id, way).documents[id]
        if out is not None and held.notice is not None:
            write_paper(out, desk.handing.papers.notice(held.notice))
    _told(options, {"number": number, "sent": held.sent, "notice": held.notice is not None})


@documents.command("print")
@click.argument("number")
@click.option("--notice", is_flag=True, help="The notice of a transfer instead of the receipt.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@desk_options
def print_command(options: DeskOptions, number: str, notice: bool, out: Path) -> None:
    """Print a receipt again, exactly as it was given."""
    with open_desk(options) as desk:
        found = desk.handing.send.numbered(number)
        where = (found.visit.id, found.held.document.id)
        papers, send = desk.handing.papers, desk.handing.send
        made = papers.notice(send.notice(*where)) if notice else papers.receipt(send.receipt(*where))
        write_paper(out, made)
    if options.json:
        print_json({"out": str(out), "bytes": len(made)})
    else:
        print_lines(options.words.text("The paper is in {path}.", path=out))


def _received(words: Words, number: str, *, in_time: bool) -> str:
    if in_time:
        return words.text("Received as {number}: given here in time is in time at the authority.", number=number)
    return words.text("Received as {number}: no deadline is kept by it. Send it on.", number=number)


def _line(words: Words, line: ListedDocument) -> str:
    formats = Formats(words.language)
    if line.sent_on is not None:
        day = formats.short_date(line.sent_on)
        return f"{line.number}  {line.what}  " + words.text("sent to {agency} on {day}", agency=line.sent_to, day=day)
    by = words.text("goes on by {day}", day=formats.short_date(line.send_by))
    return "  ".join(part for part in (line.number, line.agency, line.what, by) if part)


def _told(options: DeskOptions, document: dict[str, object]) -> None:
    if options.json:
        print_json(document)
    else:
        print_lines(options.words.text("The document {number} went on.", number=document["number"]))
