"""How long mandates may last at this point: its own policy, in its settings."""

from __future__ import annotations

from dataclasses import fields, replace

from desk.errors import BadMandate
from desk.model.mandate_policy import MandatePolicy
from desk.model.role import Function
from desk.ports import Casebook
from desk.usecases.duty import Duty

_SETTING = "mandates.{}"
LIMITS = {"spoken_days": (1, 31), "other_days": (1, 1095), "check_days": (0, 31), "kept_days": (0, 3650)}
"""What a point may set."""


class MandatePolicies:
    """Reads and writes the policy. Nothing written: what the program proposes."""

    def __init__(self, casebook: Casebook, duty: Duty) -> None:
        self._casebook = casebook
        self._duty = duty

    def read(self) -> MandatePolicy:
        """Return the policy of this point."""
        told = {each.name: self._casebook.setting(_SETTING.format(each.name)) for each in fields(MandatePolicy)}
        return replace(MandatePolicy(), **{name: int(days) for name, days in told.items() if days})

    def set_days(self, name: str, days: int) -> MandatePolicy:
        """Write one number of days down. Raises ``BadMandate`` and ``NotYourRole``."""
        self._duty.require(Function.SET_UP_POINT)
        least, most = LIMITS[name]
        if not least <= days <= most:
            raise BadMandate(kind="number", name=name, least=least, most=most)
        self._casebook.set_setting(_SETTING.format(name), str(days))
        return self.read()
