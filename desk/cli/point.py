"""``desk point``: who this desk is, as its papers say it."""

from __future__ import annotations

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
    given = (name, phone, hours, address)
    changed = any(text is not None for text in given)
    with open_desk(options, writing=changed) as desk:
        if changed:
            desk.point_details.write(_with(desk.point_details.read() or WhoToAsk(""), *given))
        details = desk.point_details.read()
    if options.json:
        print_json({"point": details})
    elif details is None:
        print_lines(options.words.text("This desk has not said who it is; papers name Public Service Info."))
    else:
        print_lines(*(text for text in (details.name, details.phone, details.hours, details.address) if text))


def _with(details: WhoToAsk, name: str | None, phone: str | None, hours: str | None, address: str | None) -> WhoToAsk:
    """The details with those that were given in the place of the old ones."""
    return WhoToAsk(
        details.name if name is None else name,
        details.phone if phone is None else phone,
        details.hours if hours is None else hours,
        details.address if address is None else address,
    )
