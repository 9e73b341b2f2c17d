"""The national register of mandates in memory: it knows what a test tells it, or cannot be asked."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.model.mandate import RegisterResult
from desk.model.mandate_register import RegisterCheck


@dataclass
class FakeMandateRegister:
    """Answers by the giver's name; without one it is not connected, as the shipped one is."""

    known: dict[str, RegisterResult] = field(default_factory=dict)
    asked: list[RegisterCheck] = field(default_factory=list)

    def look_up(self, check: RegisterCheck) -> RegisterResult:
        """What it knows of this giver."""
        self.asked.append(check)
        return self.known.get(check.giver, RegisterResult.NOT_CHECKED)
