"""Who this desk is: what every paper names as the one to ask, by its name in the language of the paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desk.model.plan import WhoToAsk
from desk.model.role import Function
from desk.ports import Casebook
from desk.usecases.duty import Duty
from desk.usecases.kept_text import without_secret
from i18n.language import Language

_NAME, _PHONE, _HOURS, _ADDRESS = "point.name", "point.phone", "point.hours", "point.address"
NAMED_IN = (Language.SV, Language.SE)
"""Beside its usual name, which stands for all other languages."""


@dataclass(frozen=True, slots=True)
class NameInLanguage:
    """What the point is called in a language, and its address there; an empty text: as usual."""

    name: str = ""
    address: str = ""


class PointDetails:
    """The service point's name, phone, hours and address, kept in the desk's settings."""

    def __init__(self, casebook: Casebook, duty: Duty | None = None) -> None:
        """Without ``duty`` nobody has to be asked: the desk is not at work."""
        self._casebook = casebook
        self._duty = duty

    def read(self, language: Language | None = None) -> WhoToAsk | None:
        """Return them as a paper in this language says them; ``None`` while the desk has not said who it is."""
        setting = self._casebook.setting
        name = setting(_NAME)
        if not name:
            return None
        usual = WhoToAsk(name, setting(_PHONE) or "", setting(_HOURS) or "", setting(_ADDRESS) or "")
        if language not in NAMED_IN:
            return usual
        there = self.names()[language]
        return replace(usual, name=there.name or usual.name, address=there.address or usual.address)

    def names(self) -> Mapping[Language, NameInLanguage]:
        """Return what it is called in each language in which it can have a name of its own."""
        setting = self._casebook.setting
        return {
            language: NameInLanguage(setting(f"{_NAME}.{language}") or "", setting(f"{_ADDRESS}.{language}") or "")
            for language in NAMED_IN
        }

    def write(self, details: WhoToAsk) -> None:
        """Store them; an empty name makes papers name Public Service Info again. Raises ``SecretInText``."""
        self._store({_NAME: details.name, _PHONE: details.phone, _HOURS: details.hours, _ADDRESS: details.address})

    def write_name(self, language: Language, called: NameInLanguage) -> None:
        """Store what it is called in one of ``NAMED_IN``. Raises ``SecretInText``."""
        self._store({f"{_NAME}.{language}": called.name, f"{_ADDRESS}.{language}": called.address})

    def _store(self, texts: Mapping[str, str]) -> None:
        if self._duty is not None:
            self._duty.require(Function.SET_UP_POINT)
        kept = {setting: without_secret(text) for setting, text in texts.items()}
        for setting, text in kept.items():
            self._casebook.set_setting(setting, text)
