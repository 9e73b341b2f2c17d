"""Who this desk is: what every paper names as the one to ask."""

from __future__ import annotations

from desk.errors import SecretInText
from desk.model.free_text import secret_in
from desk.model.plan import WhoToAsk
from desk.ports import Casebook

_NAME, _PHONE, _HOURS, _ADDRESS = "point.name", "point.phone", "point.hours", "point.address"


class PointDetails:
    """The service point's name, phone, hours and address, kept in the desk's settings."""

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook

    def read(self) -> WhoToAsk | None:
        """Return them; ``None`` while the desk has not said who it is."""
        setting = self._casebook.setting
        name = setting(_NAME)
        if not name:
            return None
        return WhoToAsk(name, setting(_PHONE) or "", setting(_HOURS) or "", setting(_ADDRESS) or "")

    def write(self, details: WhoToAsk) -> None:
        """Store them; an empty name makes papers name Public Service Info again. Raises ``SecretInText``."""
        texts = {_NAME: details.name, _PHONE: details.phone, _HOURS: details.hours, _ADDRESS: details.address}
        for text in texts.values():
            kind = secret_in(text)
            if kind is not None:
                raise SecretInText(kind=kind)
        for setting, text in texts.items():
            self._casebook.set_setting(setting, text.strip())
