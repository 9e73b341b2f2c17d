"""``desk persons find``."""

from __future__ import annotations

from typing import TextIO

import click

from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.model.person import FoundPerson
from desk.usecases.find_person import MOST_FOUND
from i18n.translator import Words

_LONGEST = 1_000


@click.group()
def persons() -> None:
    """Who has kept visits at this desk."""


@persons.command()
@click.argument("file", type=click.File("r", encoding="utf-8", errors="replace"))
@click.option("--limit", type=click.IntRange(1, 200), default=MOST_FOUND, show_default=True)
@desk_options
def find(options: DeskOptions, file: TextIO, limit: int) -> None:
    """Find somebody by a name, perhaps misspelt, a birth date in any usual form, or both.

    They are read from FILE, one line; "-" is standard input: what is typed on a command line every program can read.
    """
    typed = file.readline(_LONGEST)
    with open_desk(options) as desk:
        found = desk.find_person(typed, limit)
    if options.json:
        print_json({"persons": [_document(person) for person in found]})
    elif found:
        print_lines(*(_line(options.words, person) for person in found))
    else:
        print_lines(options.words.text("Nobody of that name or birth date has a kept visit on this computer."))


def _document(person: FoundPerson) -> dict[str, object]:
    return {
        "id": person.id,
        "name": person.name,
        "birth_date": person.birth_date,
        "visit": person.visit,
        "number": person.number,
        "opened_at": person.opened_at,
        "visits": person.visits,
        "sure": person.sure,
    }


def _line(words: Words, person: FoundPerson) -> str:
    born = person.birth_date.isoformat() if person.birth_date is not None else "-"
    number = words.text("Visit {number}", number=person.number)
    return f"{person.visit} {born:<10} {person.name} · {number}"
