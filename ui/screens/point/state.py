"""What the screen of the service point shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk.errors import DeskError
from desk.model.agreement import Agreement
from desk.model.plan import WhoToAsk
from i18n.language import FALLBACK, Language
from ui.theme.tokens import Look
from ui.widgets.municipality_field import Municipality

NOBODY = WhoToAsk("")
PARTS = ("name", "phone", "hours", "address")


@dataclass(frozen=True, slots=True)
class PointState:
    """Details as they are stored, a refusal at one of them, and the look."""

    details: WhoToAsk = NOBODY
    wrong: str = ""
    """The part of the details that was refused."""
    error: DeskError | None = None
    saved: bool = False
    look: Look = Look.LIGHT
    scale: int = 100
    works_in: Language = FALLBACK
    """Papers for authorities are written in it."""
    may: bool = True
    """The role of the one who looks covers the set-up of the point."""


@dataclass(frozen=True, slots=True)
class WhereState:
    """The municipality by its name, the place as coordinates, and what was refused."""

    municipality: str = ""
    coordinates: str = ""
    municipalities: tuple[Municipality, ...] = ()
    error: DeskError | None = None


@dataclass(frozen=True, slots=True)
class AgreementsState:
    """The agreements, the authorities by name, and what was refused."""

    agreements: tuple[Agreement, ...] = ()
    principals: tuple[tuple[str, str], ...] = ()
    """Id and name of each authority that an agreement can be made with."""
    today: date = date.min
    error: DeskError | None = None
    wrong_day: str = ""
    """``first`` or ``last``: what was typed there is no day."""
