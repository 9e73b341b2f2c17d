"""The content that a command for service designers works on: the program's own, or a folder that was named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from desk import bootstrap
from desk.cli.output import print_json, print_lines
from desk.errands.bundle import Bundle
from desk.errands.compiling import Compiled
from desk.errands.diagnostics import Diagnostic, Severity
from desk.errands.drafts import with_drafts
from desk.errands.layers import Layers, laid_over
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


def region_option(command: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """Give a command a region's folder, which lies over the program's own content."""
    return click.option(
        "--errands",
        "over",
        type=click.Path(path_type=Path),
        help="A region's folder, laid over the program's own errands.",
    )(command)


@dataclass(frozen=True, slots=True)
class GivenContent:
    """The files that a command works on; of a region's folder, how it lies over the program's own."""

    root: Path
    files: dict[str, bytes]
    layers: Layers | None = None

    def told_of(self, found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        """What is to be said of the folder that was named."""
        return self.layers.said_of_own(found) if self.layers else found

    def is_own(self, file: str) -> bool:
        """Tell whether a file is of the folder that was named."""
        return self.layers is None or file in self.layers.own


def given_content(path: Path | None, over: Path | None, *, drafts: bool) -> GivenContent:
    """Return a folder alone, a region's over the program's own, or the program's own alone."""
    if over is None:
        return GivenContent(path or CONTENT, files_in(path, drafts=drafts))
    if path is not None:
        raise click.UsageError(f"either {path} alone, or --errands {over} over the program's own errands")
    own = content_files(over)
    layers = laid_over(content_files(CONTENT), with_drafts(own) if drafts else own)
    return GivenContent(over, layers.files, layers)


def _plain_words() -> dict[str, bytes]:
    """The program's lists of plain words, for a folder that has none of its own."""
    return {f"plain_words/{name}": content for name, content in content_files(CONTENT / "plain_words").items()}


def whole_bundle(compiled: Compiled, as_json: bool, given: GivenContent) -> Bundle:
    """Return the bundle, or tell why there is none and end."""
    if compiled.bundle is None:
        tell(given.told_of(compiled.diagnostics), as_json)
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
