"""What the first start shows: one thing after another, each with what is stored of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from desk.errors import DeskError
from desk.model.plan import WhoToAsk
from desk.model.role import Role
from desk.usecases.point_details import NameInLanguage
from desk.usecases.set_up import PointSetUp
from i18n.language import CLERK_LANGUAGES, Language


class Step(Enum):
    """The pages, in their order."""

    PURPOSE = auto()
    NAME = auto()
    PLACE = auto()
    AGREEMENTS = auto()
    LANGUAGES = auto()
    KEEPING = auto()
    STAFF = auto()
    """Last: from then on somebody has to sign in."""
    READY = auto()


NOT_FOR_DIGITAL_SUPPORT = (Step.AGREEMENTS, Step.KEEPING)
"""A desk that stores nothing about anyone handles nothing for an authority and has nothing to keep."""

NOT_SET_UP = PointSetUp(False, None, CLERK_LANGUAGES, "")
NOBODY = WhoToAsk("")


@dataclass(frozen=True, slots=True)
class SetUpState:
    """Where one is, and what is stored."""

    step: Step = Step.PURPOSE
    set_up: PointSetUp = NOT_SET_UP
    details: WhoToAsk = NOBODY
    names: Mapping[Language, NameInLanguage] = field(default_factory=dict)
    printers: tuple[str, ...] = ()
    error: DeskError | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The pages that this desk needs."""
        if self.set_up.role is Role.DIGITAL_SUPPORT:
            return tuple(step for step in Step if step not in NOT_FOR_DIGITAL_SUPPORT)
        return tuple(Step)

    def beside(self, by: int) -> Step:
        """The page so many further on; the first and the last stay."""
        steps = self.steps
        at = steps.index(self.step) if self.step in steps else 0
        return steps[min(max(0, at + by), len(steps) - 1)]
