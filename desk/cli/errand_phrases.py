"""``desk errands phrases``: what a clerk may say when a talk is hard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from desk import bootstrap
from desk.cli.errors import terminal_words
from desk.cli.given import answers_in, known_errands, language_named, wording_in
from desk.cli.options import json_option, wants_json
from desk.cli.output import print_json, print_lines
from desk.errands.phrases import fitting_cards
from desk.usecases.show_phrases import CardView, phrase_cards
from i18n.translator import N_, Words
from services.clock import HelsinkiClock

PARTS = {
    "say": N_("You can say"),
    "avoid": N_("Better not"),
    "if_so": N_("What to do"),
    "help": N_("Who helps"),
}
"""The parts of a card, as the window calls them too."""


@click.command()
@click.argument("errand", nargs=-1)
@click.option("--answers", type=click.Path(path_type=Path), help="YAML: fact name to answer.")
@click.option("--lang", default="fi")
@json_option
def phrases(errand: tuple[str, ...], answers: Path | None, lang: str, as_json: bool) -> None:
    """Show the phrase cards for the clerk: those that fit these errands and answers, else all of them."""
    bundle, today = bootstrap.content(), HelsinkiClock().today()
    every = tuple(bundle.definitions.phrases)
    said = answers_in(bundle, answers, today)
    fitting = fitting_cards(bundle, known_errands(bundle, errand), said, today) if errand or said else every
    cards = phrase_cards(wording_in(bundle, language_named(lang), today), fitting).cards
    if wants_json(as_json):
        print_json({"cards": [_document(card) for card in cards]})
        return
    for card in cards:
        print_lines(card.title.text, *_lines(card, terminal_words()), "")


def _document(card: CardView) -> dict[str, Any]:
    parts = {part: [line.text for line in getattr(card, part)] for part in PARTS}
    return {"id": card.id, "title": card.title.text, **parts}


def _lines(card: CardView, words: Words) -> Iterator[str]:
    for part, heading in PARTS.items():
        yield f"  {words.text(heading)}"
        yield from (f"    {line.text}" for line in getattr(card, part))
