"""The ``desk`` command: a command of its own for each room, and the window when there is none."""

from __future__ import annotations

from pathlib import Path

import click

from desk.cli.casebook import casebook
from desk.cli.catalogue import catalogue
from desk.cli.days import days
from desk.cli.demo import demo
from desk.cli.documents import documents
from desk.cli.errands import errands, path
from desk.cli.errors import ending_well
from desk.cli.forms import forms
from desk.cli.mandates import mandates
from desk.cli.notes import notes
from desk.cli.options import data_dir_option, json_option, member_option
from desk.cli.packs import pack
from desk.cli.papers import print_group
from desk.cli.persons import persons
from desk.cli.point import point
from desk.cli.recover import recover
from desk.cli.staff import staff
from desk.cli.visits import visits


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@data_dir_option
@json_option
@member_option
def desk(data_dir: Path | None, as_json: bool, as_member: str | None) -> None:
    """Palvelutiski: the desk of a shared service point. Without a command it opens the window."""
    # The options are read by the commands themselves (desk.cli.options), wherever on the line they stand.
    del data_dir, as_json, as_member


for command in (
    casebook,
    catalogue,
    days,
    demo,
    documents,
    errands,
    forms,
    mandates,
    notes,
    pack,
    path,
    persons,
    point,
    print_group,
    recover,
    staff,
    visits,
):
    desk.add_command(command)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code."""
    return ending_well(lambda: desk.main(arguments, prog_name="desk", standalone_mode=False))
