"""The content that a command for service designers works on: the program's own, or a folder that was named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from desk import bootstrap
from desk.cli.output import print_json, print_lines
from desk.errands.bundle import Bundle
from desk.errands.compiling import Compiled
from desk.errands.diagnostics import Diagnostic, Severity
from desk.errands.drafts import with_drafts
from services.content_files import content_files

CONTENT = bootstrap.ROOT / "desk" / "content"

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")

drafts_option = click.option("--drafts", is_flag=True, help="With the errands that are being written, under drafts/.")


def path_argument(command: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """Give a command the folder of the content, the program's own when left out."""
    return click.argument("path", required=False, type=click.Path(path_type=Path))(command)


def path_option(command: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """Give a command the folder of the content where other words stand first, the program's own when left out."""
    return click.option("--in", "path", type=click.Path(path_type=Path), help="The folder of the content.")(command)


def files_in(path: Path | None, *, drafts: bool) -> dict[str, bytes]:
    """Return the files of the content, with the drafts as if they were published when they are wanted."""
    files = content_files(path or CONTENT)
    if path is not None:
        files = {**_plain_words(), **files}
    return with_drafts(files) if drafts else files


def _plain_words() -> dict[str, bytes]:
    """The program's lists of plain words, for a folder that has none of its own."""
    return {f"plain_words/{name}": content for name, content in content_files(CONTENT / "plain_words").items()}


def whole_bundle(compiled: Compiled, as_json: bool) -> Bundle:
    """Return the bundle, or tell why there is none and end."""
    if compiled.bundle is None:
        tell(compiled.diagnostics, as_json)
        raise click.exceptions.Exit(1)
    return compiled.bundle


def tell(found: Sequence[Diagnostic], as_json: bool) -> None:
    """Print findings, one a line."""
    if as_json:
        print_json(findings_document(found))
    else:
        print_lines(*(str(finding) for finding in found))


def findings_document(found: Sequence[Diagnostic]) -> dict[str, Any]:
    """The findings for a program to read, and how many there are of each kind."""
    return {
        "findings": [
            {
                "file": finding.place.file,
                "line": finding.place.line,
                "column": finding.place.column,
                "code": finding.code,
                "severity": str(finding.severity),
                "message": finding.message,
                "remedy": finding.remedy,
            }
            for finding in found
        ],
        **{f"{severity}s": sum(finding.severity is severity for finding in found) for severity in Severity},
    }
