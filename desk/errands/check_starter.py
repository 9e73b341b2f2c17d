"""Checks the starter catalogue: each number, address and fee in it is a parameter that exists."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desk.errands.definition import Definitions
from desk.errands.diagnostics import Place, did_you_mean
from desk.errands.fields import Report

FOLDER = "starter_catalogue/"
PLACE = re.compile(rb"\{([a-z]+\.[a-z0-9_]+)\}")


def places_in_starter(files: Mapping[str, bytes]) -> set[str]:
    """The parameters that the starter catalogue takes its numbers from."""
    return {
        found.decode() for path, content in files.items() if path.startswith(FOLDER) for found in PLACE.findall(content)
    }


def check_starter(definitions: Definitions, files: Mapping[str, bytes], report: Report) -> None:
    """Report each place that no parameter fills: no desk with it could be opened."""
    for path, content in sorted(files.items()):
        if not path.startswith(FOLDER):
            continue
        for found in PLACE.finditer(content):
            name = found[1].decode()
            if name not in definitions.parameters:
                before = content[: found.start()]
                column = len(before.rpartition(b"\n")[2].decode(errors="replace")) + 1
                place = Place(path, before.count(b"\n") + 1, column)
                report.error(
                    place,
                    "E610",
                    f"no parameter is named {name}",
                    did_you_mean(name, frozenset(definitions.parameters)),
                )
