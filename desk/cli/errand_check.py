"""``desk errands check``: the publish gate on the terminal, or as JSON for a program that watches over content."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from desk import bootstrap
from desk.cli.content_given import drafts_option, given_content, path_argument, region_option, tell
from desk.cli.errors import terminal_words
from desk.cli.options import json_option, wants_json
from desk.cli.output import print_lines
from desk.errands.checker import check
from desk.errands.diagnostics import Diagnostic, Severity
from services.clock import HelsinkiClock


@click.command("check")
@path_argument
@region_option
@drafts_option
@json_option
def check_command(path: Path | None, over: Path | None, drafts: bool, as_json: bool) -> None:
    """Prove what can be proven of the definitions; every finding says where it is and what to do."""
    given = given_content(path, over, drafts=drafts)
    found = given.told_of(check(given.files, HelsinkiClock().today(), bootstrap.finnish_base_form()))
    tell(found, wants_json(as_json))
    if not wants_json(as_json):
        print_lines(*_counted(found))
    if any(finding.is_error for finding in found):
        raise click.exceptions.Exit(1)


def _counted(found: Sequence[Diagnostic]) -> tuple[str, ...]:
    words = terminal_words()
    errors, warnings, notes = (sum(finding.severity is severity for finding in found) for severity in Severity)
    return (
        words.ntext("{n} error", "{n} errors", errors),
        words.ntext("{n} warning", "{n} warnings", warnings),
        words.ntext("{n} note", "{n} notes", notes),
    )
