"""Visits and their plans."""

from __future__ import annotations

from desk.errors.known import DeskError


class VisitError(DeskError):
    """A visit does not allow what was asked."""

    id = "visit"


class VisitUnknown(VisitError):
    id = "visit.unknown"


class VisitEnded(VisitError):
    id = "visit.ended"


class ReasonMissing(VisitError):
    id = "visit.reason_missing"


class ModeForbids(VisitError):
    """The mode of help does not allow it: nothing is handled by advice, and nothing for a citizen without an act."""

    id = "visit.mode_forbids"


class NothingToReadBack(VisitError):
    id = "visit.nothing_to_read_back"


class NotReadBack(VisitError):
    """On the telephone a plan is agreed when the citizen has heard their answers."""

    id = "visit.not_read_back"


class NoRemoteService(VisitError):
    """No agreement gives this desk the remote service of that authority on that day."""

    id = "visit.no_remote_service"


class MeetingRefused(VisitError):
    """A meeting with an expert that cannot be."""

    id = "visit.meeting_refused"


class AddressMissing(VisitError):
    id = "visit.address_missing"


class RulesWithdrawn(VisitError):
    """It rests on a rule that was wrong: it cannot end before the newer rules are taken."""

    id = "visit.rules_withdrawn"


class NothingToCorrect(VisitError):
    id = "visit.nothing_to_correct"


class StepsUndecided(VisitError):
    id = "visit.steps_undecided"


class PlanCodeUnknown(VisitError):
    id = "visit.plan_code_unknown"


class PlanCodeMistyped(VisitError):
    id = "visit.plan_code_mistyped"


class ChainBroken(VisitError):
    id = "visit.chain_broken"


class ProjectionsDiffer(VisitError):
    id = "visit.projections_differ"


class NothingToUndo(VisitError):
    id = "visit.nothing_to_undo"
