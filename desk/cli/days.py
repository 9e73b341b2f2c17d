"""``desk days``: what the whole service point has to look at, the worst harm first."""

from __future__ import annotations

from datetime import datetime

import click

from desk.cli.given import language_named
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.usecases.day_list import DayLine


@click.command()
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day to show; a week ahead without it.")
@click.option("--lang", default="fi")
@desk_options
def days(options: DeskOptions, until: datetime | None, lang: str) -> None:
    """List what is overdue, due today and soon, of every visit whose plan is kept; and the corrections owed."""
    language = language_named(lang)
    with open_desk(options) as desk:
        found = desk.day_list(language, until.date() if until is not None else None)
        owed = desk.owed_corrections(language)
    if options.json:
        print_json({"days": [_document(line) for line in (*found, *owed)]})
    else:
        lines = [_line(line) for line in (*found, *owed)]
        print_lines(*lines or [options.words.text("Nothing is due.")])


def _document(line: DayLine) -> dict[str, object]:
    due = line.due
    return {
        "visit": due.visit,
        "number": due.number,
        "when": line.when,
        "kind": due.kind,
        "day": due.day,
        "harm": due.harm,
        "of": due.of,
        "title": line.title,
        "discreet": due.quiet,
        "reach": due.reach,
        "avoid": due.avoid,
    }


def _line(line: DayLine) -> str:
    due = line.due
    avoid = f" (not: {', '.join(due.avoid)})" if due.avoid else ""
    said = f"{due.day} {line.when:<7} {due.harm:<7} {due.kind:<14} {due.number:>5} {due.visit} {line.title}{avoid}"
    return said.rstrip()
