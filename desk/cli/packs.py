"""``desk pack make | open | show | key | trust | trusted | distrust``: an area on a USB stick, signed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from desk import bootstrap
from desk.cli.options import DeskOptions, desk_options, opened_desk
from desk.cli.output import print_json, print_lines
from desk.cli.pack_document import made_document, preview_document, taken_document
from desk.model.pack import PackPreview, TrustedPublisher
from desk.usecases.desk_rooms import Desk
from desk.usecases.pack_rooms import PackRooms
from desk.usecases.trust_publishers import OwnPublisher
from desk.usecases.word_packs import change_lines, header_lines, preview_lines
from i18n.translator import Words


@contextmanager
def packs(options: DeskOptions, *, writing: bool) -> Iterator[tuple[PackRooms, Desk]]:
    """Open the data folder for a command about packs or forms."""
    with opened_desk(options, writing=writing) as opened, bootstrap.packs(opened) as rooms:
        yield rooms, opened.desk


@click.group()
def pack() -> None:
    """Outreach packs: an area's catalogue, the errands and official forms in one signed file."""


@pack.command()
@click.option("--area", "areas", multiple=True, help="Such as Municipality/297; may be given more than once.")
@click.option("--everything", is_flag=True, help="All that this desk has.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@desk_options
def make(options: DeskOptions, areas: tuple[str, ...], everything: bool, out: Path) -> None:
    """Write a pack of the areas from what this desk has; no network is used."""
    if everything == bool(areas):
        raise click.UsageError(options.words.text("Choose either areas or everything."))
    _draw_key_once(options)
    with packs(options, writing=False) as (rooms, desk):
        made = rooms.make_pack(out, [desk.refresh_settings.known_area(area) for area in areas])
    if options.json:
        print_json(made_document(made, str(out)))
        return
    print_lines(*header_lines(made.header, made.file_size, options.words))
    if made.forms_missing:
        missing = options.words.ntext(
            "{n} form of the errands is not on this desk: “desk forms fetch” brings it.",
            "{n} forms of the errands are not on this desk: “desk forms fetch” brings them.",
            len(made.forms_missing),
        )
        click.echo(missing, err=True)


@pack.command("open")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--preview", "only_preview", is_flag=True, help="Say what it would change, and change nothing.")
@click.option("--yes", is_flag=True, help="Take it in without asking.")
@click.option("--older-too", is_flag=True, help="Take it in although the catalogue of this desk is newer.")
@desk_options
def open_command(options: DeskOptions, file: Path, only_preview: bool, yes: bool, older_too: bool) -> None:
    """Take a pack in: all of it, or nothing. It is shown first."""
    words = options.words
    if not (only_preview or yes) and (options.json or not sys.stdin.isatty()):
        raise click.UsageError(words.text("Say --preview to look at the pack, or --yes to take it in."))
    with packs(options, writing=not only_preview) as (rooms, _):
        if not yes:
            preview = rooms.open_pack.preview(file)
            _show(preview, options)
            if only_preview or not click.confirm(words.text("Take it in?")):
                return
        taken = rooms.open_pack(file, older_too=older_too)
    if options.json:
        print_json(taken_document(taken))
    else:
        print_lines(*change_lines(taken.changes, words))


@pack.command()
@click.argument("file", type=click.Path(path_type=Path))
@desk_options
def show(options: DeskOptions, file: Path) -> None:
    """Say who signed a pack and what is in it, without looking into it."""
    with packs(options, writing=False) as (rooms, _):
        _show(rooms.open_pack.show(file), options)


@pack.command()
@desk_options
def key(options: DeskOptions) -> None:
    """Show the key that others need to trust the packs of this desk, to be read over the telephone."""
    _draw_key_once(options)
    with packs(options, writing=False) as (rooms, _):
        own = rooms.publishers.own()
    if options.json:
        print_json(_own_document(own))
    else:
        words = options.words
        fingerprint = words.text("Fingerprint: {fingerprint}", fingerprint=own.key.fingerprint)
        print_lines(*_rows_of(own.key.spoken()), fingerprint)


@pack.command()
@click.argument("key_text", metavar="KEY", nargs=-1, required=True)
@click.option("--name", required=True, help="What this desk calls the publisher.")
@desk_options
def trust(options: DeskOptions, key_text: tuple[str, ...], name: str) -> None:
    """Trust the packs of whoever has this key: compare it by telephone first."""
    with packs(options, writing=True) as (rooms, _):
        publisher = rooms.publishers.trust(" ".join(key_text), name)
    _show_publishers((publisher,), options)


@pack.command()
@desk_options
def trusted(options: DeskOptions) -> None:
    """List the publishers that this desk trusts."""
    with packs(options, writing=False) as (rooms, _):
        publishers = rooms.publishers.all()
    _show_publishers(publishers, options)


@pack.command()
@click.argument("who", nargs=-1, required=True)
@desk_options
def distrust(options: DeskOptions, who: tuple[str, ...]) -> None:
    """Trust a publisher no more, by name, key or fingerprint. What came from it stays."""
    with packs(options, writing=True) as (rooms, _):
        publisher = rooms.publishers.distrust(" ".join(who))
    _show_publishers((publisher,), options)


def _draw_key_once(options: DeskOptions) -> None:
    """Draw this desk's own key if it has none: only that needs to write, and so works beside an open window later."""
    with packs(options, writing=False) as (rooms, _):
        if rooms.publishers.has_own_key():
            return
    with packs(options, writing=True) as (rooms, _):
        rooms.publishers.own()


def _show(preview: PackPreview, options: DeskOptions) -> None:
    if options.json:
        print_json(preview_document(preview))
    else:
        print_lines(*preview_lines(preview, options.words))


def _show_publishers(publishers: tuple[TrustedPublisher, ...], options: DeskOptions) -> None:
    if options.json:
        print_json({"publishers": [_publisher_document(each) for each in publishers]})
    elif publishers:
        print_lines(*(f"{each.key.fingerprint}  {each.name}" for each in publishers))
    else:
        print_lines(_nobody(options.words))


def _nobody(words: Words) -> str:
    return words.text("This desk trusts no publisher but itself.")


def _publisher_document(publisher: TrustedPublisher) -> dict[str, object]:
    key = publisher.key
    return {"name": publisher.name, "key": key.spoken(), "fingerprint": key.fingerprint, "since": publisher.since}


def _own_document(own: OwnPublisher) -> dict[str, object]:
    return {"name": own.name, "key": own.key.spoken(), "fingerprint": own.key.fingerprint}


def _rows_of(spoken: str, groups: int = 5) -> list[str]:
    """A key in short rows, as one reads it out."""
    parts = spoken.split()
    return [" ".join(parts[start : start + groups]) for start in range(0, len(parts), groups)]
