"""``desk --practice [--errands DIR]``: the window over a desk that is gone afterwards."""

from __future__ import annotations

from pathlib import Path

import click

from desk import bootstrap
from desk.cli.errors import ending_well
from desk.cli.given import language_named
from desk.errors import FileMissing
from i18n.language import CLERK_LANGUAGES


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--practice", is_flag=True, required=True, help="Open the window for practice: nothing of it is kept.")
@click.option(
    "--errands",
    type=click.Path(path_type=Path),
    help="A folder of errands over the program's own; what is saved there is used at once.",
)
@click.option("--data-dir", type=click.Path(path_type=Path), envvar="DESK_DATA_DIR", help="Whose own errands are used.")
@click.option("--lang", type=click.Choice([each.value for each in CLERK_LANGUAGES]), help="The language of the screen.")
def practise(practice: bool, errands: Path | None, data_dir: Path | None, lang: str | None) -> int:
    """Open the window for practice."""
    del practice
    if errands is not None and not errands.is_dir():
        raise FileMissing(path=errands)
    language = language_named(lang) if lang is not None else None
    folder = data_dir or bootstrap.default_data_dir()
    return bootstrap.practice_window(bootstrap.PracticeAsk(folder, errands, language))


def run_practice(arguments: list[str]) -> int:
    """Run it and return the exit code."""
    return ending_well(lambda: practise.main(arguments, prog_name="desk", standalone_mode=False))
