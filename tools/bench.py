"""Measure each promise of speed beside its floor, in the same run: ``make bench``.

A floor is the least that the same work can cost here: a bare Qt window, a bare question to the index, a bare
drawing. So a figure says how much we add, on any machine. Nothing fails on a figure; NO says where to look.

    python -m tools.bench [PART …] [--services N] [--report FILE] [--machine WORDS]
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from desk.bootstrap import Installation
from offline_cache.catalogue.language_forms import LanguageForms
from tests.national_catalogue.generate import SERVICES
from tools.benching import casebook, catalogue, errands, frames, packs, papers, refreshing, searching, window
from tools.benching.figures import Figure, table
from tools.benching.nation import Nation

PARTS = ("errands", "papers", "window", "search", "import", "refresh", "frames", "packs", "casebook")


def measured(parts: list[str], services: int) -> list[Figure]:
    """The figures of these parts."""
    loaded = LanguageForms(Installation().dictionaries)
    nation = Nation(services)

    def forms() -> LanguageForms:
        return loaded

    measures: dict[str, Callable[[], list[Figure]]] = {
        "errands": errands.figures,
        "papers": papers.figures,
        "window": lambda: window.figures(catalogue.generated(catalogue.SERVICES_BESIDE_A_WINDOW)),
        "search": lambda: searching.figures(nation),
        "import": lambda: [catalogue.import_figure(forms)],
        "refresh": lambda: refreshing.figures(forms, nation),
        "frames": lambda: frames.figures(catalogue.generated(frames.SERVICES_HELD)),
        "packs": lambda: packs.figures(nation),
        "casebook": casebook.figures,
    }
    figures = []
    for part in parts:
        print(f"measuring: {part} …", file=sys.stderr, flush=True)
        figures += measures[part]()
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"some of {', '.join(PARTS)}; all when none is named")
    parser.add_argument("--services", type=int, default=SERVICES, help="how large the nation is")
    parser.add_argument("--report", type=Path, help="write the table there too")
    parser.add_argument("--machine", default=f"{os.cpu_count()} cores", help="a word about the machine, for the report")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    page = table(measured(asked.parts or list(PARTS), asked.services))
    print(page)
    if asked.report:
        python = f"Python {platform.python_version()}, {platform.system()}, {platform.machine()}"
        about = f"{date.today().isoformat()}; {python}; {asked.machine}; medians of several runs."
        text = f'# Speed beside its floors\n\nMade by `make bench ARGS="--report docs/bench.md"`. {about}\n\n{page}\n'
        asked.report.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
