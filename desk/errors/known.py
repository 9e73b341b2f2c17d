"""What every known error is: an id and named details, never words."""

from __future__ import annotations

from typing import ClassVar


class DeskError(Exception):
    """A known error. ``details`` fill the named places of its words."""

    id: ClassVar[str] = "desk"

    def __init__(self, **details: object) -> None:
        super().__init__(self.id, details)
        self.details: dict[str, str] = {name: str(value) for name, value in details.items()}

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.id}({told})"
