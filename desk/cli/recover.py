"""``desk recover``: the passphrase is forgotten or the keyring is gone, and the recovery sheet is at hand."""

from __future__ import annotations

import click

from desk import bootstrap
from desk.cli.options import DeskOptions, desk_options, terminal_passphrase
from desk.cli.output import print_json, print_lines
from services.terminal import typed_line


@click.command()
@desk_options
def recover(options: DeskOptions) -> None:
    """Let a data folder in again by its recovery sheet; the key is read from standard input."""
    words = options.words
    click.echo(words.text("The recovery key, as it stands on the sheet: "), nl=False, err=True)
    bootstrap.let_in_again(options.data_dir, typed_line(), terminal_passphrase(words))
    if options.json:
        print_json({"folder": str(options.data_dir), "recovered": True})
    else:
        print_lines(words.text("The data folder opens again. Everything in it is as it was."))
