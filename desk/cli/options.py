"""Options that every command which opens the data folder has, and the opening itself."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import click

from desk import bootstrap
from desk.cli.errors import terminal_words, told as told_error
from desk.errors import NobodySignedIn, OwnErrandsUnfit, RoleNotHeld
from desk.model.role import Role
from desk.usecases.desk_rooms import Desk
from desk.usecases.staff_list import member_called
from i18n.translator import Words
from offline_cache.store import Access
from services.terminal import TerminalPassphrase

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class DeskOptions:
    """What was asked for on the command line, beside the command's own words."""

    data_dir: Path
    json: bool
    words: Words
    member: str = ""
    """Who works with this command, as ``NAME`` or ``NAME:ROLE``; needed where staff is written down."""


def json_option(command: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """Give a command ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output, nothing else.")(
        command
    )


def wants_json(as_json: bool) -> bool:
    """Tell whether JSON was asked for, before or after the command's name."""
    return as_json or bool(click.get_current_context().find_root().params.get("as_json", False))


def data_dir_option(
    command: Callable[_Given, _Result], environment: str | None = "DESK_DATA_DIR"
) -> Callable[_Given, _Result]:
    """Give a command ``--data-dir``."""
    return click.option(
        "--data-dir",
        type=click.Path(path_type=Path),
        envvar=environment,
        help="The encrypted data folder; DESK_PASSPHRASE opens or creates it where there is no keyring.",
    )(command)


def member_option(command: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """Give a command ``--as``."""
    return click.option(
        "--as",
        "as_member",
        metavar="NAME[:ROLE]",
        help="Who works, where staff is written down; DESK_PIN is their PIN.",
    )(command)


def desk_options(
    command: Callable[Concatenate[DeskOptions, _Given], _Result],
) -> Callable[..., _Result]:
    """Give a command ``--data-dir`` and ``--json``."""

    @functools.wraps(command)
    def with_options(
        data_dir: Path | None, as_json: bool, as_member: str | None, *args: _Given.args, **kwargs: _Given.kwargs
    ) -> _Result:
        whole = click.get_current_context().find_root().params
        folder = data_dir or whole.get("data_dir") or bootstrap.default_data_dir()
        member = as_member or whole.get("as_member") or ""
        options = DeskOptions(folder, wants_json(as_json), terminal_words(), member)
        return command(options, *args, **kwargs)

    # The environment is looked at by "desk" alone: else it would win over a folder that stands before the command.
    return json_option(member_option(data_dir_option(with_options, environment=None)))


def terminal_passphrase(words: Words) -> TerminalPassphrase:
    """Return who knows the passphrase: the environment, else whoever sits at the terminal."""
    return TerminalPassphrase(
        os.environ.get("DESK_PASSPHRASE"),
        ask=lambda: words.text("Passphrase of the data folder: "),
        ask_again=lambda: words.text("The same once more: "),
    )


@contextmanager
def open_desk(options: DeskOptions, *, writing: bool = False, anybody: bool = False) -> Iterator[Desk]:
    """Open the data folder for one command; a new folder's recovery key goes to standard error, once.

    ``anybody``: it shows nothing that a role hides, so nobody has to sign in.
    """
    with opened_desk(options, writing=writing, anybody=anybody) as opened:
        yield opened.desk


@contextmanager
def opened_desk(options: DeskOptions, *, writing: bool, anybody: bool = False) -> Iterator[bootstrap.OpenedDesk]:
    """Open the data folder for a command that needs more of it than its use cases.

    Where staff is written down somebody signs in, which is written down too: then a reading command is a writer as
    well, and ends with one line while a window has the folder.
    """
    passphrase = terminal_passphrase(options.words)
    access = Access.WRITE if writing or options.member else Access.READ
    with ExitStack() as stack:
        opened = stack.enter_context(bootstrap.open_desk(options.data_dir, passphrase, access))
        _tell_of_opening(options, opened)
        if opened.desk.duty.is_staffed and not anybody:
            if access is Access.READ:
                raise NobodySignedIn
            sign_in(opened.desk, options.member)
            stack.callback(opened.desk.sign_in.leave)
        yield opened


def _tell_of_opening(options: DeskOptions, opened: bootstrap.OpenedDesk) -> None:
    if opened.recovery_key is not None:
        told = options.words.text(
            "Recovery key of the new data folder, keep it on paper: {key}", key=opened.recovery_key
        )
        click.echo(told, err=True)
    if (own := opened.desk.world.own) is not None and not own.fits:
        click.echo(told_error(OwnErrandsUnfit(reason=own.first_fault, path=own.folder)), err=True)


def sign_in(desk: Desk, named: str) -> None:
    """Sign in as the one who was named, with the PIN of the environment; raises what ``SignIn.enter`` raises."""
    if not named:
        raise NobodySignedIn
    name, _, role = named.partition(":")
    member = member_called(desk.world.casebook, name)
    if role and role not in tuple(Role):
        raise RoleNotHeld(name=member.name, role=role, roles=", ".join(member.roles))
    desk.sign_in.enter(member.id, os.environ.get("DESK_PIN", ""), Role(role) if role else None)
