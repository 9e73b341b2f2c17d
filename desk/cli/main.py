"""The ``desk`` command: a command of its own for each room, and the window when there is none."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from desk.cli.errors import ending_well
from desk.cli.options import data_dir_option, json_option, member_option

ROOMS = {
    "casebook": "casebook",
    "catalogue": "catalogue",
    "days": "days",
    "demo": "demo",
    "documents": "documents",
    "errands": "errands",
    "forms": "forms",
    "mandates": "mandates",
    "notes": "notes",
    "pack": "packs",
    "path": "errands",
    "persons": "persons",
    "point": "point",
    "print": "papers:print_group",
    "recover": "recover",
    "staff": "staff",
    "visits": "visits",
}
"""Each command and the module it is in, with its name there where that is another."""


class Rooms(click.Group):
    """Imports the room of the command that was named, and all of them only to list them: they are half the program."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return sorted(ROOMS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a name, ``None`` when there is none."""
        if cmd_name not in ROOMS:
            return None
        module, _, name = ROOMS[cmd_name].partition(":")
        found: click.Command = getattr(import_module(f"desk.cli.{module}"), name or cmd_name)
        return found


@click.group(cls=Rooms, context_settings={"help_option_names": ["-h", "--help"]})
@data_dir_option
@json_option
@member_option
def desk(data_dir: Path | None, as_json: bool, as_member: str | None) -> None:
    """Palvelutiski: the desk of a shared service point. Without a command it opens the window."""
    # The options are read by the commands themselves (desk.cli.options), wherever on the line they stand.
    del data_dir, as_json, as_member


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code."""
    return ending_well(lambda: desk.main(arguments, prog_name="desk", standalone_mode=False))
