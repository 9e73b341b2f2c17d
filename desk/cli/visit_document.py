"""A visit as the command line shows it in JSON."""

from __future__ import annotations

from desk.model.visit import Visit


def visit_document(visit: Visit) -> dict[str, object]:
    """Return the document of a visit."""
    return {
        "id": visit.id,
        "number": visit.number,
        "channel": visit.channel,
        "state": visit.state,
        "outcome": visit.outcome,
        "kept": visit.kept,
        "erased": visit.erased,
        "plan_code": visit.plan_code,
        "errands": visit.errands,
        "answers": visit.answers,
        "steps": visit.steps,
        "opened_at": visit.opened_at,
        "ended_at": visit.ended_at,
    }
