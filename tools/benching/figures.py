"""A figure, its floor and its aim, and the table that shows them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "bench"
PASSPHRASE = "bench only, nothing real"  # noqa: S105 — of a folder of generated data


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing. ``aim`` holds for the ratio, or for the value itself when ``aim_is_absolute``."""

    name: str
    value: float
    unit: str
    floor: float | None = None
    floor_is: str = ""
    aim: float | None = None
    aim_is_absolute: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the floor."""
        return self.value / self.floor if self.floor else None

    @property
    def verdict(self) -> str:
        """Whether the aim is reached."""
        measured = self.value if self.aim_is_absolute else self.ratio
        if self.aim is None or measured is None:
            return ""
        return "yes" if measured <= self.aim else "NO"

    def row(self) -> list[str]:
        """The cells of its row."""
        floor = f"{self.floor:.2f} {self.unit}" if self.floor is not None else ""
        ratio = f"{self.ratio:.2f}×" if self.ratio is not None else ""
        aim = "" if self.aim is None else f"≤ {self.aim:g} {self.unit}" if self.aim_is_absolute else f"≤ {self.aim:g}×"
        return [self.name, f"{self.value:.2f} {self.unit}", floor, ratio, aim, self.verdict, self.floor_is]


HEAD = ["figure", "measured", "floor", "ratio", "aim", "reached", "the floor is"]


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table of Markdown that is also readable on a terminal."""
    rows = [HEAD, *(figure.row() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    lines.insert(1, "-|-".join("-" * width for width in widths))
    return "\n".join(f"| {line} |" if number != 1 else f"|-{line}-|" for number, line in enumerate(lines))


def median_ms(work: Callable[[], object], runs: int) -> float:
    """The median time of some work in milliseconds; the first run warms up and is not counted."""
    work()
    return statistics.median(timed_ms(work) for _ in range(runs))


def timed_ms(work: Callable[[], object]) -> float:
    """How long some work takes in milliseconds."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def percentile(times: Sequence[float], share: float) -> float:
    """The time that this share of the times stays under."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
