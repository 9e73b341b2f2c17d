"""Options that every command which opens the data folder has, and the opening itself."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import click

from desk import bootstrap
from desk.cli.errors import terminal_words
from desk.cli.errors import told as told_error
from desk.errors import OwnErrandsUnfit
from desk.usecases.desk_rooms import Desk
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


def desk_options(
    command: Callable[Concatenate[DeskOptions, _Given], _Result],
) -> Callable[..., _Result]:
    """Give a command ``--data-dir`` and ``--json``."""

    @functools.wraps(command)
    def with_options(data_dir: Path | None, as_json: bool, *args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
        whole = click.get_current_context().find_root().params
        folder = data_dir or whole.get("data_dir") or bootstrap.default_data_dir()
        options = DeskOptions(folder, wants_json(as_json), terminal_words())
        return command(options, *args, **kwargs)

    # The environment is looked at by "desk" alone: else it would win over a folder that stands before the command.
    return json_option(data_dir_option(with_options, environment=None))


def terminal_passphrase(words: Words) -> TerminalPassphrase:
    """Return who knows the passphrase: the environment, else whoever sits at the terminal."""
    return TerminalPassphrase(
        os.environ.get("DESK_PASSPHRASE"),
        ask=lambda: words.text("Passphrase of the data folder: "),
        ask_again=lambda: words.text("The same once more: "),
    )


@contextmanager
def open_desk(options: DeskOptions, *, writing: bool = False) -> Iterator[Desk]:
    """Open the data folder for one command; a new folder's recovery key goes to standard error, once."""
    with opened_desk(options, writing=writing) as opened:
        yield opened.desk


@contextmanager
def opened_desk(options: DeskOptions, *, writing: bool) -> Iterator[bootstrap.OpenedDesk]:
    """Open the data folder for a command that needs more of it than its use cases."""
    words, passphrase = options.words, terminal_passphrase(options.words)
    access = Access.WRITE if writing else Access.READ
    with bootstrap.open_desk(options.data_dir, passphrase, access) as opened:
        if opened.recovery_key is not None:
            told = words.text("Recovery key of the new data folder, keep it on paper: {key}", key=opened.recovery_key)
            click.echo(told, err=True)
        if (own := opened.desk.world.own) is not None and not own.fits:
            click.echo(told_error(OwnErrandsUnfit(reason=own.first_fault, path=own.folder)), err=True)
        yield opened
