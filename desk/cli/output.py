"""How commands print: one JSON document and nothing else, or lines for people."""

from __future__ import annotations

import re

import click
import msgspec

_PLAYS_WITH_TERMINALS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Escapes and turns of direction: a name in a catalogue could repaint the screen or hide what it says."""


def print_json(document: object) -> None:
    """Print one JSON document on standard output; dates are ISO, amounts are text with two decimals."""
    encoded = msgspec.json.Encoder(decimal_format="string").encode(document)
    click.echo(msgspec.json.format(encoded, indent=2).decode())


def print_lines(*lines: str) -> None:
    """Print lines for people."""
    for line in lines:
        click.echo(harmless(line))


def harmless(text: str) -> str:
    """Return a text from anywhere as a terminal may show it."""
    return _PLAYS_WITH_TERMINALS.sub("", text)
