"""``desk point``: who this desk is, as its papers say it."""

from __future__ import annotations

from dataclasses import replace

import click

from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.model.plan import WhoToAsk


@click.command()
@click.option("--name", help="The service point's name; an empty one takes the details away.")
@click.option("--phone")
@click.option("--hours")
@click.option("--address")
@desk_options
def point(options: DeskOptions, name: str | None, phone: str | None, hours: str | None, address: str | None) -> None:
    """Show the details of this service point, or change those that are given."""
    given = {"name": name, "phone": phone, "hours": hours, "address": address}
    changes = {field: text for field, text in given.items() if text is not None}
    with open_desk(options, writing=bool(changes)) as desk:
        if changes:
            desk.point_details.write(replace(desk.point_details.read() or WhoToAsk(""), **changes))
        details = desk.point_details.read()
    if options.json:
        print_json({"point": details})
    elif details is None:
        print_lines(options.words.text("This desk has not said who it is; papers name Public Service Info."))
    else:
        print_lines(*(text for text in (details.name, details.phone, details.hours, details.address) if text))
