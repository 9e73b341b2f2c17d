"""What the loader and the checker say: where, which rule, what is wrong, and what to do.

Messages are English and for service designers; the code in the middle is stable and can be looked up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne


class Severity(StrEnum):
    """How bad it is. Only an error stops a bundle from being made."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """A point in a file. Lines and columns are counted from one. A tuple: there is one for each word of the content."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def shifted(self, columns: int) -> Place:
        """Return the place some columns to the right on the same line."""
        return Place(self.file, self.line, self.column + columns)


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding."""

    place: Place
    code: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        mark = "" if self.severity is Severity.ERROR else f" ({self.severity})"
        arrow = f" → {self.remedy}" if self.remedy else ""
        return f"{self.place} {self.code}{mark} {self.message}{arrow}"

    @property
    def is_error(self) -> bool:
        """True when the definition cannot be used."""
        return self.severity is Severity.ERROR


LONGEST_MEANT = 100
"""Letters of a word that may be a slip of another: comparing very long words with many would take minutes."""


class ExpressionFault(Exception):
    """An expression that cannot be read or makes no sense; ``at`` counts characters from its start."""

    def __init__(self, code: str, at: int, message: str, remedy: str = "") -> None:
        super().__init__(code, at, message, remedy)
        self.code = code
        self.at = at
        self.message = message
        self.remedy = remedy


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Say which known word was probably meant, or which ones there are when they are few."""
    names = sorted(set(known))
    if not names:
        return "there is none to choose from"
    if len(wrong) <= LONGEST_MEANT:
        best = extractOne(wrong, names, scorer=OSA.distance, score_cutoff=(len(wrong) + 2) // 3)
        if best is not None:
            return f"did you mean {best[0]}?"
    same_end = [name for name in names if name.rpartition(".")[2] == wrong.rpartition(".")[2]]
    if same_end:
        return f"did you mean {' or '.join(same_end[:3])}?"
    if len(names) <= 12:
        return f"choose one of: {', '.join(names)}"
    return f"no similar name among {len(names)}; check the spelling"
