"""``desk visits follow``: how the steps of a kept plan stand, and what came of them."""

from __future__ import annotations

from pathlib import Path

import click

from desk.cli.given_content import content_of
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.errors import PlanCodeMistyped
from desk.model.follow_up import lead_days
from desk.model.ids import VisitId
from desk.model.plan_code import read_code
from desk.model.visit import Visit
from desk.usecases.desk_rooms import Desk
from desk.usecases.follow_script import read_follow_script, run_follow_script


@click.command()
@click.argument("visit")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), required=False)
@desk_options
def follow(options: DeskOptions, visit: str, file: Path | None) -> None:
    """Show how the plan of a visit (its id, or the code on its paper) stands, or store what FILE says of it.

    FILE is YAML, "-" is the standard input: what is personal never stands in a command.
    """
    given = content_of(file) if file is not None else None
    with open_desk(options, writing=True) as desk:
        id = _visit_named(desk, visit)
        if given is None:
            found = desk.follow_up.open(id, "command")
        else:
            found = run_follow_script(desk.follow_up, id, read_follow_script(str(file), given))
    if options.json:
        print_json(_document(found))
    else:
        print_lines(*_lines(found))


def _visit_named(desk: Desk, named: str) -> VisitId:
    try:
        read_code(named)
    except PlanCodeMistyped:
        return VisitId(named)
    return desk.open_plan(named).id


def _document(visit: Visit) -> dict[str, object]:
    return {
        "id": visit.id,
        "number": visit.number,
        "kept": visit.kept,
        "steps": {
            step.id: {
                "title": step.title.text,
                "decision": step.decision,
                "followed": visit.followed.get(step.id),
                "result": visit.results.get(step.id),
                "lead_days": lead_days(visit.followed.get(step.id), visit.results.get(step.id)),
            }
            for step in (visit.plan.steps if visit.plan is not None else ())
        },
        "call_backs": list(visit.call_backs.values()),
        "contact": visit.contact,
    }


def _lines(visit: Visit) -> list[str]:
    lines = [f"{visit.id} {visit.number}"]
    for step in visit.plan.steps if visit.plan is not None else ():
        followed, told = visit.followed.get(step.id), visit.results.get(step.id)
        parts = [step.decision or "-"]
        if followed is not None:
            parts += [followed.owner, followed.progress, followed.reference, str(followed.expected_on or "")]
        if told is not None:
            parts += [told.result, str(told.on), str(told.act_by or "")]
        lines.append(f"{step.id}: {' '.join(part for part in parts if part)}")
    lines += [f"{each.day} {each.id}: {each.words}".rstrip(": ") for each in visit.call_backs.values()]
    if visit.contact is not None and visit.contact.come_back_on is not None:
        lines.append(f"{visit.contact.come_back_on} comes_back")
    return lines
