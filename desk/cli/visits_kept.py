"""``desk visits kept``: what is kept of a visit, by which rule, and what an erasure would take; no content of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.model.ids import VisitId
from desk.model.kept_data import ErasureAhead, Holding, KeptData
from desk.usecases.kept_words import heading, part_lines, rule
from i18n.translator import Words


@click.command()
@click.argument("visit")
@desk_options
def kept(options: DeskOptions, visit: str) -> None:
    """Say what is kept of a visit and until when, and what would go and stay if it were erased."""
    with open_desk(options) as desk:
        data, ahead = desk.kept_data(VisitId(visit)), desk.kept_data.ahead(VisitId(visit))
    if options.json:
        print_json({"kept": data, "erasure": ahead})
    else:
        print_lines(*_lines(options.words, data, ahead))


def _lines(words: Words, data: KeptData, ahead: ErasureAhead) -> Iterator[str]:
    yield from _holdings(words, data.holdings, data)
    if not ahead.goes:
        yield words.text("What can be erased is erased already. What stays goes by itself on its day.")
        return
    yield words.text("What goes, for good")
    yield part_lines(words, ahead.goes, data.counts)
    yield words.text("What stays, and why")
    yield from _holdings(words, ahead.stays, data)


def _holdings(words: Words, holdings: Sequence[Holding], data: KeptData) -> Iterator[str]:
    for holding in holdings:
        yield heading(words, holding)
        yield part_lines(words, holding.parts, data.counts)
        yield rule(words, holding, data.times, data.plan_time)
