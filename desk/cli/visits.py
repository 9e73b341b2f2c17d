"""``desk visits run | list | show | kept | export | erase | verify``, and the commands of other modules."""

from __future__ import annotations

from pathlib import Path

import click

from desk.cli.following import follow
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.cli.visit_document import visit_document
from desk.cli.visit_handing import hand_over, refer, referral, take_over, waiting
from desk.cli.visit_versions import affected, changes, stay, take
from desk.cli.visits_given import erase, export, show
from desk.cli.visits_kept import kept
from desk.cli.visits_verified import verify
from desk.model.visit import VisitSummary
from desk.usecases.run_script import RunScript
from desk.usecases.visit_script import read_script
from services.given_files import read_file


@click.group()
def visits() -> None:
    """The visits of this desk."""


@visits.command()
@click.argument("file", type=click.Path(path_type=Path))
@desk_options
def run(options: DeskOptions, file: Path) -> None:
    """Run a whole visit from a script; every line printed was on disk before it was printed."""
    content = read_file(file)
    with open_desk(options, writing=True) as desk:
        script = read_script(str(file), content, desk.world.bundle, desk.world.clock.today())
        visit = RunScript(desk, _quiet if options.json else _acknowledge)(script)
    if options.json:
        print_json(visit_document(visit))


@visits.command("list")
@desk_options
def list_command(options: DeskOptions) -> None:
    """List all visits, newest first."""
    with open_desk(options) as desk:
        found = desk.journal.all()
    if options.json:
        print_json({"visits": found})
    else:
        print_lines(*(_line(visit) for visit in found))


for command in (
    affected,
    changes,
    erase,
    export,
    follow,
    hand_over,
    kept,
    refer,
    referral,
    show,
    stay,
    take,
    take_over,
    verify,
    waiting,
):
    visits.add_command(command)


def _acknowledge(line: str) -> None:
    # click.echo flushes: whoever reads this line may rely on it.
    click.echo(line)


def _quiet(line: str) -> None:
    del line


def _line(visit: VisitSummary) -> str:
    errands = ",".join(visit.errands)
    return f"{visit.id} {visit.number:>5} {visit.channel:<9} {visit.state:<10} {visit.outcome or '-':<11} {errands}"
