"""What the screen of the service point shows."""

from __future__ import annotations

from dataclasses import dataclass

from desk.errors import DeskError
from desk.model.plan import WhoToAsk
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


@dataclass(frozen=True, slots=True)
class WhereState:
    """The municipality by its name, the place as coordinates, and what was refused."""

    municipality: str = ""
    coordinates: str = ""
    municipalities: tuple[Municipality, ...] = ()
    error: DeskError | None = None
