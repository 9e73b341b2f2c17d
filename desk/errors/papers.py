"""Papers and printers."""

from __future__ import annotations

from desk.errors.known import DeskError


class PaperError(DeskError):
    """A paper could not be made or printed."""

    id = "paper"


class PaperNotWritten(PaperError):
    id = "paper.not_written"


class NoDayInPlan(PaperError):
    id = "paper.no_day"


class NoPrinter(PaperError):
    id = "paper.no_printer"


class PrintRefused(PaperError):
    id = "paper.print_refused"


class GlyphMissing(PaperError):
    id = "paper.glyph_missing"
