"""The national register of mandates (Suomi.fi-valtuudet), as the desk asks it. It may not be there to be asked."""

from __future__ import annotations

from typing import Protocol

from desk.model.mandate import RegisterResult
from desk.model.mandate_register import RegisterCheck


class MandateRegister(Protocol):
    """Whoever can look a mandate up."""

    def look_up(self, check: RegisterCheck) -> RegisterResult:
        """Return what the register says, or ``NOT_CHECKED`` when it cannot be asked now; never raises for that."""
        ...
