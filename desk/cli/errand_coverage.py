"""``desk errands coverage``: how complete the errands are, on the terminal, as JSON, or as a page that is kept."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from desk.cli.designing import Designed, content_options
from desk.cli.errors import terminal_words
from desk.cli.given import day_named
from desk.cli.options import json_option, wants_json
from desk.cli.output import print_json, print_lines
from desk.errands.content_coverage import coverage_of
from desk.errands.coverage_page import page
from services.given_files import write_paper


@click.command()
@click.option("--write", "out", type=click.Path(path_type=Path, dir_okay=False), help="Keep it as a page of Markdown.")
@click.option("--as-of", "as_of_text", help="The day to count for, 2026-11-21; today when left out.")
@content_options
@json_option
def coverage(designed: Designed, out: Path | None, as_of_text: str | None, as_json: bool) -> None:
    """Count steps, conditions, languages, verified facts and ways, errand by errand."""
    whole = designed.compiled()
    found = coverage_of(whole.compiled, whole.bundle, whole.given.files, day_named(as_of_text))
    if out is not None:
        write_paper(out, page(found).encode())
    if wants_json(as_json):
        print_json(msgspec.to_builtins(found))
    elif out is not None:
        print_lines(terminal_words().text("The coverage is in {path}.", path=out))
    else:
        print_lines(page(found))
