"""``desk visits run | list | show | export | erase | verify``, and the commands of other modules."""

from __future__ import annotations

from pathlib import Path

import click

from desk.cli.following import follow
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.cli.visit_handing import hand_over, refer, referral, take_over, waiting
from desk.cli.visit_versions import affected, changes, stay, take
from desk.cli.visits_verified import verify
from desk.model.ids import VisitId
from desk.model.visit import Visit, VisitSummary
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
        print_json(_document(visit))


@visits.command("list")
@desk_options
def list_command(options: DeskOptions) -> None:
    """List all visits, newest first."""
    with open_desk(options) as desk:
        found = desk.world.casebook.visits()
    if options.json:
        print_json({"visits": found})
    else:
        print_lines(*(_line(visit) for visit in found))


@visits.command()
@click.argument("visit")
@desk_options
def show(options: DeskOptions, visit: str) -> None:
    """Show what is stored of a visit."""
    with open_desk(options) as desk:
        found = desk.journal.load(VisitId(visit))
    if options.json:
        print_json(_document(found))
    else:
        print_lines(
            f"{found.id} {found.number} {found.channel} {found.state} {found.outcome or ''}",
            *(f"{fact}: {said if isinstance(said, str) else ', '.join(said)}" for fact, said in found.answers.items()),
            *(f"{step}: {state.decision or ''}" for step, state in found.steps.items()),
        )


@visits.command()
@click.argument("visit")
@desk_options
def export(options: DeskOptions, visit: str) -> None:
    """Give out everything that is stored of a visit, event by event, as JSON."""
    with open_desk(options) as desk:
        events = desk.world.casebook.events_of(VisitId(visit))
    print_json({"visit": visit, "events": [{"id": e.id, "at": e.at, "kind": e.kind, "event": e.event} for e in events]})


@visits.command()
@click.argument("visit")
@desk_options
def erase(options: DeskOptions, visit: str) -> None:
    """Erase everything personal of a visit, a kept plan too; its number, times and hashes stay."""
    with open_desk(options, writing=True) as desk:
        found = desk.close_visit.erase(VisitId(visit))
    if options.json:
        print_json(_document(found))


for command in (affected, changes, follow, hand_over, refer, referral, take, take_over, stay, verify, waiting):
    visits.add_command(command)


def _acknowledge(line: str) -> None:
    # click.echo flushes: whoever reads this line may rely on it.
    click.echo(line)


def _quiet(line: str) -> None:
    del line


def _line(visit: VisitSummary) -> str:
    errands = ",".join(visit.errands)
    return f"{visit.id} {visit.number:>5} {visit.channel:<9} {visit.state:<10} {visit.outcome or '-':<11} {errands}"


def _document(visit: Visit) -> dict[str, object]:
    return {
        "id": visit.id,
        "number": visit.number,
        "channel": visit.channel,
        "state": visit.state,
        "outcome": visit.outcome,
        "kept": visit.kept,
        "erased": visit.erased,
        "plan_code": visit.plan_code,
        "errands": visit.errands,
        "answers": visit.answers,
        "steps": visit.steps,
        "opened_at": visit.opened_at,
        "ended_at": visit.ended_at,
    }
