"""The content that a command for service designers works on: the program's own, or a folder that was named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from desk import bootstrap
from desk.cli.output import print_json, print_lines
from desk.errands.bundle import Bundle
from desk.errands.compiling import Compiled
from desk.errands.diagnostics import Diagnostic
from desk.errands.drafts import with_drafts
from services.content_files import content_files

CONTENT = bootstrap.ROOT / "desk" / "content"

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")

drafts_option = click.option("--drafts", is_flag=True, help="With the errands that are being written, under drafts/.")


def path_argument(command: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """Give a command the folder of the content, the program's own when left out."""
    return click.argument("path", required=False, type=click.Path(path_type=Path))(command)


def files_in(path: Path | None, *, drafts: bool) -> dict[str, bytes]:
    """Return the files of the content, with the drafts as if they were published when they are wanted."""
    files = content_files(path or CONTENT)
    return with_drafts(files) if drafts else files


def whole_bundle(compiled: Compiled, as_json: bool) -> Bundle:
    """Return the bundle, or tell why there is none and end."""
    if compiled.bundle is None:
        tell(compiled.diagnostics, as_json)
        raise click.exceptions.Exit(1)
    return compiled.bundle


def tell(found: Sequence[Diagnostic], as_json: bool) -> None:
    """Print findings, one a line."""
    if as_json:
        print_json({"findings": [str(finding) for finding in found], "errors": sum(f.is_error for f in found)})
    else:
        print_lines(*(str(finding) for finding in found))
