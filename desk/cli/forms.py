"""``desk forms list | fetch | save``: the official forms that errands lead to, as files on this desk."""

from __future__ import annotations

from pathlib import Path

import click

from desk.cli.options import DeskOptions, desk_options
from desk.cli.output import print_json, print_lines
from desk.cli.packs import packs
from desk.model.pack import UsedForm
from desk.usecases.form_files import FetchedForms
from i18n.error_text import error_text
from i18n.translator import Words
from ui.saved_file import write_file


@click.group()
def forms() -> None:
    """Official forms of the errands, as files on this desk."""


@forms.command("list")
@desk_options
def list_command(options: DeskOptions) -> None:
    """List the forms that errands lead to, and which of them are on this desk."""
    with packs(options, writing=False) as (rooms, _):
        used = rooms.forms.used()
    if options.json:
        print_json({"forms": used})
    elif used:
        print_lines(*(_line(form) for form in used))
    else:
        print_lines(options.words.text("The catalogue of this desk names no form file for the errands."))


@forms.command()
@click.option("--again", is_flag=True, help="Also those that were fetched not long ago.")
@desk_options
def fetch(options: DeskOptions, again: bool) -> None:
    """Fetch the forms from the agencies' sites, so that they can be printed without a network."""
    with packs(options, writing=True) as (rooms, _):
        fetched = rooms.forms.fetch(again=again)
    if options.json:
        print_json(fetched)
        return
    print_lines(*_fetched_lines(fetched, options.words))


@forms.command()
@click.argument("url")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@desk_options
def save(options: DeskOptions, url: str, out: Path) -> None:
    """Write a form that is on this desk into a file."""
    with packs(options, writing=False) as (rooms, _):
        body = rooms.forms.body(url)
    write_file(out, body)
    if options.json:
        print_json({"file": str(out), "bytes": len(body)})


def _line(form: UsedForm) -> str:
    here = f"{form.stored.fetched:%Y-%m-%d}" if form.stored else "-"
    return f"{here:<10}  {form.language or '':<2}  {form.title}  {form.url}"


def _fetched_lines(fetched: FetchedForms, words: Words) -> list[str]:
    lines = [
        words.ntext("{n} form was fetched.", "{n} forms were fetched.", len(fetched.fetched)),
        words.ntext("{n} form was here already.", "{n} forms were here already.", len(fetched.kept)),
    ]
    for failed in fetched.failed:
        lines.append(f"{failed.url}: {error_text(words, failed.error_id, failed.details).line()}")
    return lines
