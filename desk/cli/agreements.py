"""``desk point agreements``: which authorities have given this desk which tasks. Without one, help is advice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from desk.cli.given import day_named
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.errands.wording import Wording
from desk.model.agreement import Agreement, Task
from desk.model.ids import AgencyId
from desk.usecases.desk_rooms import Desk
from i18n.desk_tasks import task_name
from i18n.formats import Formats


@click.command()
@desk_options
def agreements(options: DeskOptions) -> None:
    """List the agreements with authorities, also those that are over."""
    with open_desk(options) as desk:
        _tell(options, desk, desk.agreements.read())


@click.command()
@click.argument("principal")
@click.option("--task", "tasks", multiple=True, type=click.Choice([each.value for each in Task]), help="Default: all.")
@click.option("--from", "first", metavar="DATE", help="The first day.")
@click.option("--to", "last", metavar="DATE", help="The last day.")
@desk_options
def agree(options: DeskOptions, principal: str, tasks: Sequence[str], first: str | None, last: str | None) -> None:
    """Write down an agreement with an authority, for example kela."""
    named = tuple(Task(task) for task in tasks)
    made = Agreement(AgencyId(principal), named, _day(first), _day(last))
    with open_desk(options, writing=True) as desk:
        _tell(options, desk, desk.agreements.agree(made))


@click.command()
@click.argument("principal")
@click.option("--on", "last", metavar="DATE", help="The last day; without it the agreements are taken away.")
@desk_options
def end(options: DeskOptions, principal: str, last: str | None) -> None:
    """Let the agreements with an authority end."""
    with open_desk(options, writing=True) as desk:
        _tell(options, desk, desk.agreements.end(AgencyId(principal), _day(last)))


def _day(text: str | None) -> date | None:
    return day_named(text) if text else None


def _tell(options: DeskOptions, desk: Desk, found: Sequence[Agreement]) -> None:
    words, today = options.words, desk.world.clock.today()
    if options.json:
        told = [{**_document(each), "in_force": each.is_on(today)} for each in found]
        print_json({"agreements": told})
    elif not found:
        print_lines(words.text("There are no agreements: this desk advises, and handles nothing for an authority."))
    else:
        wording = Wording(desk.world.bundle, words, today)
        print_lines(*(_line(options, wording, each, today) for each in found))


def _document(agreement: Agreement) -> dict[str, object]:
    return {
        "principal": agreement.principal,
        "tasks": list(agreement.tasks),
        "first_day": agreement.first_day,
        "last_day": agreement.last_day,
    }


def _line(options: DeskOptions, wording: Wording, agreement: Agreement, today: date) -> str:
    words, formats = options.words, Formats(options.words.language)
    tasks = ", ".join(task_name(words, task) for task in agreement.tasks)
    parts = [wording.agency(agreement.principal), tasks or words.text("all tasks that the law allows")]
    if agreement.first_day is not None:
        parts.append(words.text("from {day}", day=formats.short_date(agreement.first_day)))
    if agreement.last_day is not None:
        parts.append(words.text("until {day}", day=formats.short_date(agreement.last_day)))
    if not agreement.is_on(today):
        parts.append(words.text("not in force today"))
    return "; ".join(parts)
