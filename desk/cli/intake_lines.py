"""What commands that fill the catalogue say about what they had to leave out."""

from __future__ import annotations

from desk.model.intake import IntakeProblem, ProblemKind
from i18n.translator import Words


def problem_line(problem: IntakeProblem, words: Words) -> str:
    """Say where it was, which object and field, and why it was left out."""
    where = " ".join(part for part in (problem.file, problem.id, problem.field) if part)
    match problem.kind:
        case ProblemKind.IDS_ONLY:
            return words.text("{where}: ids only, nothing to take in", where=where)
        case ProblemKind.NOT_PUBLISHED:
            return words.text("{where}: not published, left out", where=where)
        case ProblemKind.UNKNOWN:
            return words.text("{where}: not an object of the catalogue, left out", where=where)
        case ProblemKind.BROKEN:
            return words.text("{where}: broken, left out: {reason}", where=where, reason=problem.reason or "")
