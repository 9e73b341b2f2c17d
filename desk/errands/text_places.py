"""Finds where in its file a word of a text stands: YAML folds lines, so a place in the text is none in the file."""

from __future__ import annotations

import re

from desk.errands.diagnostics import Place
from desk.errands.loader import Files

_PIECE = re.compile(r"\S+")
_BLOCK_SIGNS = (">", "|")


class TextPlaces:
    """The files of the content, in lines."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._lines: dict[str, list[str]] = {}

    def of(self, start: Place, text: str, at: int) -> Place:
        """The place of the character ``at`` of a text that begins at ``start``; folding keeps the words in order."""
        before = list(_PIECE.finditer(text, 0, at + 1))
        if not before:
            return start
        found = self._nth(start, len(before) - 1)
        return found.shifted(max(at - before[-1].start(), 0)) if found else start

    def _nth(self, start: Place, wanted: int) -> Place | None:
        lines = self._lines_of(start.file)
        column = start.column - 1
        first = lines[start.line - 1] if start.line <= len(lines) else ""
        begins = start.line
        if first[column - 1 : column] in _BLOCK_SIGNS:
            column, begins = 0, start.line + 1
        for number in range(begins, len(lines) + 1):
            pieces = list(_PIECE.finditer(lines[number - 1], column))
            if wanted < len(pieces):
                return Place(start.file, number, pieces[wanted].start() + 1)
            wanted -= len(pieces)
            column = 0
        return None

    def _lines_of(self, file: str) -> list[str]:
        if file not in self._lines:
            self._lines[file] = self._files.get(file, b"").decode("utf-8-sig", errors="replace").split("\n")
        return self._lines[file]
