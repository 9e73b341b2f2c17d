"""``desk errands own take | show | remove``: a region's own errands, which lie over the shipped ones on this desk.

They are rules, which anybody may read without a key. Who keeps the content takes them in and removes them: where staff
is written down they sign in. An open window uses them when it is opened the next time.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from desk import bootstrap
from desk.cli.content_given import findings_document
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.errands.own_errands import KeptErrands, OwnThing
from desk.usecases.own_errands import Judgement
from i18n.translator import N_, Words
from services.content_files import content_files

_KINDS = {
    "errand": (N_("errand {name}"), N_("errand {name}, in the place of the shipped one")),
    "facts": (N_("questions {name}"), N_("questions {name}, in the place of the shipped ones")),
    "agency": (N_("agency {name}"), N_("agency {name}, in the place of the shipped one")),
    "parameter": (N_("value {name}"), N_("value {name}, in the place of the shipped one")),
    "hint": (N_("hint {name}"), N_("hint {name}, in the place of the shipped one")),
    "phrases": (N_("phrases {name}"), N_("phrases {name}, in the place of the shipped ones")),
    "withdrawal": (N_("withdrawal {name}"), N_("withdrawal {name}, in the place of the shipped one")),
    "text": (N_("text {name}"), N_("text {name}, in the place of the shipped one")),
    "file": (N_("file {name}"), N_("file {name}, in the place of the shipped one")),
}


@click.group()
def own() -> None:
    """A region's own errands: they lie over the shipped ones by id."""


@own.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--preview", "only_preview", is_flag=True, help="Say what it would change, and change nothing.")
@desk_options
def take(options: DeskOptions, folder: Path, only_preview: bool) -> None:
    """Take a folder in when it passes the check together with the shipped errands: all of it, or nothing."""
    rooms, words = bootstrap.own_errands(options.data_dir), options.words
    files, place = content_files(folder), str(folder.resolve())
    if only_preview:
        judgement = rooms.judge(files, place)
    else:
        with open_desk(options) as desk:
            judgement = rooms.take(files, place, desk.duty)
    if options.json:
        print_json(_judged_document(judgement, place))
    else:
        print_lines(*_judged_lines(judgement, words))
        if judgement.bundle is not None and not only_preview:
            told = words.text(
                "The errands of this desk, version {version}, from its next opening.", version=_version(judgement)
            )
            print_lines(told)
    if not judgement.fits:
        if not options.json:
            print_lines(words.text("Nothing was taken; the errands of this desk stay as they are."))
        raise click.exceptions.Exit(1)


@own.command()
@desk_options
def show(options: DeskOptions) -> None:
    """Say what lies over what, and whether it still fits the shipped errands."""
    kept = bootstrap.own_errands(options.data_dir).kept()
    if options.json:
        print_json(_kept_document(kept))
    elif kept is None:
        print_lines(options.words.text("This desk has no errands of its own."))
    else:
        print_lines(*_kept_lines(kept, options.words))


@own.command()
@desk_options
def remove(options: DeskOptions) -> None:
    """Use the shipped errands alone again, from the next opening."""
    rooms, removed = bootstrap.own_errands(options.data_dir), False
    if rooms.are_there:
        with open_desk(options) as desk:
            removed = rooms.remove(desk.duty)
    words = options.words
    if options.json:
        print_json({"removed": removed})
    elif removed:
        print_lines(
            words.text("The region's own errands are removed; the shipped ones are used from the next opening.")
        )
    else:
        print_lines(words.text("This desk has no errands of its own."))


def thing_lines(things: Iterable[OwnThing], words: Words) -> list[str]:
    """What lies over what, a line each."""
    return [words.text(_KINDS[thing.kind][thing.replaces], name=thing.name) for thing in things]


def _version(judgement: Judgement) -> str:
    return judgement.bundle.version if judgement.bundle is not None else ""


def _judged_lines(judgement: Judgement, words: Words) -> list[str]:
    found = [str(each) for each in judgement.found]
    things = thing_lines(judgement.things, words) if judgement.fits else []
    return [*found, *judgement.failed, *things]


def _judged_document(judgement: Judgement, folder: str) -> dict[str, Any]:
    return {
        "folder": folder,
        "fits": judgement.fits,
        "version": _version(judgement) or None,
        "own": [_thing_document(thing) for thing in judgement.things],
        "failed": list(judgement.failed),
        **findings_document(judgement.found),
    }


def _thing_document(thing: OwnThing) -> dict[str, Any]:
    return {"kind": thing.kind, "id": thing.name, "replaces": thing.replaces}


def _kept_lines(kept: KeptErrands, words: Words) -> list[str]:
    taken = words.text("From {folder}, taken {day}.", folder=kept.folder, day=kept.taken.date().isoformat())
    if kept.bundle is not None:
        return [taken, *thing_lines(kept.things, words)]
    unfit = words.text("It does not fit the shipped errands any more, which are used alone until it is mended:")
    return [taken, unfit, *kept.found]


def _kept_document(kept: KeptErrands | None) -> dict[str, Any]:
    if kept is None:
        return {"folder": None, "own": []}
    return {
        "folder": kept.folder,
        "taken": kept.taken,
        "fits": kept.bundle is not None,
        "own": [_thing_document(thing) for thing in kept.things],
        "found": list(kept.found),
    }
