"""``desk casebook backup | backups | restore | check | rebuild | retention | times``: the casebook as a whole."""

from __future__ import annotations

from pathlib import Path

import click

from desk import bootstrap
from desk.cli.casebook_times import retention, times
from desk.cli.options import DeskOptions, desk_options, open_desk, terminal_passphrase
from desk.cli.output import print_json, print_lines
from desk.errors import ChainBroken, StoreDamaged
from desk.ports.keeping import Comparison, Copy, Differing, StoreCheck
from desk.usecases.check_casebook import error_of
from i18n.translator import Words

_MOST_TOLD = 200


@click.group()
def casebook() -> None:
    """The casebook as a whole: backups, whether it is whole, and how long things are kept."""


@casebook.command()
@desk_options
def backup(options: DeskOptions) -> None:
    """Make a backup now, beside those of every day."""
    with open_desk(options, writing=True) as desk:
        made = desk.keep_copies.make()
    if options.json:
        print_json(_document(made))
    else:
        print_lines(options.words.text("The backup is made: {name}", name=made.name))


@casebook.command()
@desk_options
def backups(options: DeskOptions) -> None:
    """List the backups, oldest first; it needs no key, and works when the casebook does not open."""
    found = bootstrap.copies_of(options.data_dir)
    if options.json:
        print_json({"backups": [_document(copy) for copy in found]})
    else:
        print_lines(*(f"{copy.name}  {copy.made:%Y-%m-%d %H:%M}  {copy.size:>10}  {copy.why}" for copy in found))


@casebook.command()
@click.argument("name")
@click.option("--dry-run", "dry", is_flag=True, help="Only say what would be lost.")
@desk_options
def restore(options: DeskOptions, name: str, dry: bool) -> None:
    """Put a backup in the place of the casebook, and say what is lost with that; nobody may have the folder open."""
    words = options.words
    done = bootstrap.restore_casebook(options.data_dir, name, terminal_passphrase(words), dry=dry)
    if options.json:
        print_json(
            {
                "restored": not dry,
                "backup": done.name,
                "made": done.made,
                "lost": done.lost,
                "before": done.before.name if done.before is not None else None,
                "aside": str(done.aside) if done.aside is not None else None,
            }
        )
        return
    if done.lost is None:
        lost = words.text("What was there cannot be read: nobody can tell what is newer than the backup.")
    else:
        lost = words.text(
            "Newer than the backup, and not in it: {events} events in {visits} visits, {opened} of them opened since.",
            events=done.lost.events,
            visits=done.lost.visits,
            opened=done.lost.opened,
        )
    print_lines(lost)
    if dry:
        print_lines(words.text("Nothing was changed."))
        return
    print_lines(words.text("The casebook is the one of {made} again.", made=f"{done.made:%Y-%m-%d %H:%M}"))
    if done.before is not None:
        print_lines(words.text("What was there before is the backup {name}.", name=done.before.name))
    if done.aside is not None:
        print_lines(words.text("The old file lies in {path}.", path=done.aside))


@casebook.command()
@click.option("--thorough", is_flag=True, help="Also compare all that screens read with the journal: takes longer.")
@desk_options
def check(options: DeskOptions, thorough: bool) -> None:
    """Look at every page and every link, beside whoever works; nothing is repaired."""
    with open_desk(options) as desk:
        found = desk.check_casebook.wholly()
        compared = desk.check_casebook.thoroughly() if thorough and found.is_whole else None
    differing = compared.differing if compared is not None else ()
    if options.json:
        print_json({"ok": found.is_whole and not differing, "found": found, "compared": compared})
    _raise_what_is_wrong(options, found)
    if not options.json:
        told = options.words.ntext(
            "Every page and every link is whole: {n} event.",
            "Every page and every link is whole: {n} events.",
            found.events,
        )
        print_lines(told)
    if compared is not None:
        _tell_compared(options, compared)


@casebook.command()
@desk_options
def rebuild(options: DeskOptions) -> None:
    """Make all that screens read again from the journal; nobody may have the folder open."""
    with open_desk(options, writing=True) as desk:
        desk.check_casebook.rebuild()
    if options.json:
        print_json({"rebuilt": True})
    else:
        print_lines(options.words.text("All that the screens show is made again from the journal."))


def _raise_what_is_wrong(options: DeskOptions, found: StoreCheck) -> None:
    words = options.words
    if found.broken is not None:
        where = f"{found.broken.device}/{found.broken.sequence}"
        raise ChainBroken(where=where, reason=found.broken.reason)
    if not found.damaged_pages:
        return
    if not options.json:
        print_lines(
            *(words.text("Visit {number} of {day} has lost something.", number=each.number, day=each.opened_at)
              for each in found.lost)
        )  # fmt: skip
        if found.lost_untold:
            print_lines(words.text("Something is lost, and which visits it was cannot be read."))
        elif not found.lost:
            print_lines(words.text("Nothing that was said in a visit is lost."))
    raise StoreDamaged(path=Path(options.data_dir) / "casebook.db")


def _tell_compared(options: DeskOptions, compared: Comparison) -> None:
    words, differing = options.words, compared.differing
    if not options.json:
        print_lines(*(_differing_line(words, each) for each in differing[:_MOST_TOLD]))
    error = error_of(compared)
    if error is not None:
        raise error
    if not options.json:
        told = words.ntext(
            "What the screens show is what the journal says: {n} visit.",
            "What the screens show is what the journal says: {n} visits.",
            compared.visits,
        )
        print_lines(told)


def _differing_line(words: Words, each: Differing) -> str:
    rows = {"table": each.table, "missing": each.missing, "extra": each.extra}
    if each.number:
        return words.text(
            "Table {table}, visit {number} of {day}: {missing} missing, {extra} too many.",
            number=each.number,
            day=each.opened_on,
            **rows,
        )
    if each.visit:
        return words.text("Table {table}: {extra} of a visit that the journal does not have.", **rows)
    return words.text("Table {table}: {missing} missing, {extra} too many.", **rows)


def _document(copy: Copy) -> dict[str, object]:
    return {"name": copy.name, "made": copy.made, "size": copy.size, "why": copy.why}


for command in (retention, times):
    casebook.add_command(command)
