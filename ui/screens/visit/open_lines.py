"""Whether a step's phone lines are open now: known where the catalogue has the same number with its hours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desk.model.hours import OpenState, OpenStatus
from desk.usecases.show_service import ShownService

_COUNTRY = "358"


@dataclass(frozen=True, slots=True)
class OpenLines:
    """How each number of one service stands at a moment."""

    at: datetime
    by_number: Mapping[str, OpenStatus] = field(default_factory=dict)

    def of(self, number: str) -> OpenStatus | None:
        """How a number stands, however it is written; ``None`` where the catalogue does not know."""
        return self.by_number.get(as_dialled(number))


def open_lines(shown: ShownService) -> OpenLines:
    """The lines of a service; one number in several channels stands as the one that is open first."""
    found: dict[str, OpenStatus] = {}
    for channel, status in zip(shown.sheet.channels, shown.opening, strict=True):
        if status.state is not OpenState.UNKNOWN:
            for phone in channel.contacts.phones:
                found.setdefault(as_dialled(phone.number), status)
    return OpenLines(shown.at, found)


def as_dialled(number: str) -> str:
    """The digits as they are dialled in Finland: of "+358 20 634 2550" as of "020 634 2550"."""
    digits = "".join(letter for letter in number if letter.isdigit())
    international = number.strip().startswith(("+", "00"))
    digits = digits.removeprefix("00") if international else digits
    if international and digits.startswith(_COUNTRY):
        return "0" + digits.removeprefix(_COUNTRY)
    return digits
