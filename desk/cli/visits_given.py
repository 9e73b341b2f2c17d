"""``desk visits show | export | erase``: what is kept of a visit, given out or erased. Each leaves its trace."""

from __future__ import annotations

from pathlib import Path

import click

from desk.cli.given import language_named
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.cli.visit_document import visit_document
from desk.model.ids import VisitId
from desk.model.keeping_receipt import ErasureReceipt
from desk.ports import PaperOptions
from desk.usecases.desk_rooms import Desk
from desk.usecases.erasure_words import receipt_lines
from services.given_files import write_paper

READ_BY_COMMAND = "command"


@click.command()
@click.argument("visit")
@desk_options
def show(options: DeskOptions, visit: str) -> None:
    """Show what is stored of a visit; the journal tells that it was looked at."""
    with open_desk(options, writing=True) as desk:
        found = desk.read_case(VisitId(visit), READ_BY_COMMAND)
    if options.json:
        print_json(visit_document(found))
    else:
        print_lines(
            f"{found.id} {found.number} {found.channel} {found.state} {found.outcome or ''}",
            *(f"{fact}: {said if isinstance(said, str) else ', '.join(said)}" for fact, said in found.answers.items()),
            *(f"{step}: {state.decision or ''} {state.channel or ''}".strip() for step, state in found.steps.items()),
        )


@click.command()
@click.argument("visit")
@click.option("--lang", help="The citizen's own language when left out.")
@click.option("--large", is_flag=True, help="Large print.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The copy as PDF.")
@desk_options
def export(options: DeskOptions, visit: str, lang: str | None, large: bool, out: Path | None) -> None:
    """Give out everything that is kept of a visit: as PDF, in plain words, or with --json event by event."""
    with open_desk(options, writing=True) as desk:
        copy = desk.give_data.copy(VisitId(visit), language_named(lang) if lang else None)
        paper = PaperOptions(copy.language, large=large)
        if out is not None:
            write_paper(out, desk.give_data.draw(copy, paper))
        if options.json:
            print_json(desk.give_data.everything(VisitId(visit), copy))
        elif out is None:
            print_lines(desk.give_data.text(copy, paper))
        else:
            print_lines(str(out))
        desk.give_data.given(VisitId(visit), _form(options, out))


@click.command()
@click.argument("visit")
@desk_options
def erase(options: DeskOptions, visit: str) -> None:
    """Erase everything personal of a visit, a kept plan and its backups too, and say what stays and until when."""
    with open_desk(options, writing=True) as desk:
        receipt = desk.give_data.erase(VisitId(visit))
        document = _erased(desk, visit, receipt)
    if options.json:
        print_json(document)
    else:
        print_lines(*receipt_lines(receipt, options.words))


def _form(options: DeskOptions, out: Path | None) -> str:
    if out is not None:
        return "pdf"
    return "json" if options.json else "text"


def _erased(desk: Desk, visit: str, receipt: ErasureReceipt) -> dict[str, object]:
    return {
        **visit_document(desk.journal.load(VisitId(visit))),
        "erased_events": receipt.erased_events,
        "lies_here": receipt.lies_here,
        "stays": dict(receipt.stays),
        "last_copy_gone": receipt.last_copy_gone,
        "no_copy_left": receipt.no_copy_left,
        "head_after": receipt.head_after,
    }
