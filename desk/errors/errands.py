"""The errand definitions, and what is asked of them."""

from __future__ import annotations

from desk.errors.known import DeskError


class ErrandError(DeskError):
    """The errand definitions, or what was asked of them."""

    id = "errand"


class ErrandUnknown(ErrandError):
    id = "errand.unknown"


class ErrandsBroken(ErrandError):
    id = "errand.broken"


class BundleMissing(ErrandError):
    id = "errand.bundle_missing"


class FactUnknown(ErrandError):
    id = "errand.fact_unknown"


class StepUnknown(ErrandError):
    id = "errand.step_unknown"


class CaseUnknown(ErrandError):
    id = "errand.case_unknown"


class NoErrandName(ErrandError):
    id = "errand.no_name"


class ErrandExists(ErrandError):
    id = "errand.exists"


class NothingOwn(ErrandError):
    id = "errand.nothing_own"


class OwnErrandsUnfit(ErrandError):
    id = "errand.own_unfit"


class AnswerRefused(ErrandError):
    id = "errand.answer_refused"
