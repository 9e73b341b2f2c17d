"""``desk errands new``: a small whole errand to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from desk.cli.content_given import CONTENT
from desk.cli.errors import terminal_words
from desk.cli.output import print_lines
from desk.errands.skeleton import blanks_in, can_be_called, next_number, skeleton
from desk.errors import ErrandExists, NoErrandName
from services.clock import HelsinkiClock
from services.content_files import content_files
from services.given_files import write_paper


@click.command()
@click.argument("errand")
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    help="A folder of your own for errands; without it, the drafts of the program.",
)
def new(errand: str, content: Path | None) -> None:
    """Make the files of a new errand: whole, in three languages, with its words left to fill in."""
    if not can_be_called(errand):
        raise NoErrandName(name=errand)
    files = content_files(content or CONTENT) if content is None or content.is_dir() else {}
    folder = content or CONTENT / "drafts"
    made = skeleton(errand, next_number(files.values()), HelsinkiClock().today())
    for path in made:
        if (folder / path).exists() or path in files:
            raise ErrandExists(errand=errand, path=folder / path)
    for path, text in made.items():
        write_paper(folder / path, text.encode())
    words = terminal_words()
    print_lines(
        *(str(folder / path) for path in made),
        words.ntext(
            "{n} blank to fill in, written ___.", "{n} blanks to fill in, written ___.", blanks_in(made.values())
        ),
    )
