"""``desk errands withdrawn``: which rules and values the errands say were wrong."""

from __future__ import annotations

import click

from desk import bootstrap
from desk.cli.errors import terminal_words
from desk.cli.given import language_named, wording_in
from desk.cli.options import json_option, wants_json
from desk.cli.output import print_json, print_lines
from services.clock import HelsinkiClock


@click.command()
@click.option("--lang", default="fi")
@json_option
def withdrawn(lang: str, as_json: bool) -> None:
    """List what was withdrawn, the newest first: what was wrong, and what to do instead."""
    bundle = bootstrap.content()
    wording = wording_in(bundle, language_named(lang), HelsinkiClock().today())
    found = [
        {
            "id": each.id,
            "step": each.step,
            "parameter": each.parameter,
            "day": each.day,
            "source": each.source,
            "reason": wording.withdrawal_text(each.id, "reason").text,
            "instead": wording.withdrawal_text(each.id, "instead").text,
        }
        for each in sorted(bundle.definitions.withdrawals.values(), key=lambda each: each.day, reverse=True)
    ]
    if wants_json(as_json):
        print_json({"withdrawals": found})
        return
    if not found:
        print_lines(terminal_words().text("Nothing is withdrawn."))
    for each in found:
        print_lines(
            f"{each['day']} {each['step'] or each['parameter']}", f"    {each['reason']}", f"    {each['instead']}"
        )
