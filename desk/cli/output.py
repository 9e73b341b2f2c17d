"""How commands print: one JSON document and nothing else, or lines for people."""

from __future__ import annotations

import click
import msgspec


def print_json(document: object) -> None:
    """Print one JSON document on standard output; dates are ISO, amounts are text with two decimals."""
    encoded = msgspec.json.Encoder(decimal_format="string").encode(document)
    click.echo(msgspec.json.format(encoded, indent=2).decode())


def print_lines(*lines: str) -> None:
    """Print lines for people."""
    for line in lines:
        click.echo(line)
