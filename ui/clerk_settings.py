"""What the clerk chose last at this desk: the language of the screen, its look and the size of the text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from i18n.language import CLERK_LANGUAGES, Language
from ui.desk_access import DeskAccess
from ui.theme.style import Theme
from ui.theme.tokens import TEXT_SCALE_MAX, TEXT_SCALE_MIN, Look

CLERK_LANGUAGE = "clerk.language"
TEXT_SCALE = "clerk.text_scale"
LOOK = "clerk.look"
_STEP = 25


class ClerkSettings(QObject):
    """Reads and keeps them; a look or a scale takes effect at once."""

    language_remembered = Signal(object)
    """The language of last time is another one than now (``Language``)."""

    def __init__(self, access: DeskAccess, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._access = access
        self._theme = theme

    def read(self) -> None:
        """Take up what was chosen last time."""
        setting = self._access.desk.world.casebook.setting
        self._access.ask(self, lambda: (setting(CLERK_LANGUAGE), setting(TEXT_SCALE), setting(LOOK)), self._remembered)

    def keep_language(self, language: Language) -> None:
        """Remember the language."""
        self._keep(CLERK_LANGUAGE, language.value)

    def scale_text(self, direction: int) -> None:
        """Larger (1) or smaller (-1) text."""
        self.set_scale(self._theme.scale + direction * _STEP)

    def set_scale(self, percent: int) -> None:
        """Text of this size, and remember it."""
        scale = min(max(percent, TEXT_SCALE_MIN), TEXT_SCALE_MAX)
        self._theme.set_scale(scale)
        self._keep(TEXT_SCALE, str(scale))

    def set_look(self, look: Look) -> None:
        """Other colours, and remember them."""
        self._theme.set_look(look)
        self._keep(LOOK, look.value)

    def _keep(self, name: str, value: str) -> None:
        self._access.ask(self, partial(self._access.desk.world.casebook.set_setting, name, value), self._kept)

    def _kept(self, _nothing: None) -> None:
        """It is on disk; there is nothing to show."""

    def _remembered(self, found: tuple[str | None, str | None, str | None]) -> None:
        language, scale, look = found
        if look in tuple(Look):
            self._theme.set_look(Look(look))
        if scale is not None and scale.isdecimal():
            self._theme.set_scale(min(max(int(scale), TEXT_SCALE_MIN), TEXT_SCALE_MAX))
        known = tuple(each.value for each in CLERK_LANGUAGES)
        if language in known and language != self._access.translator.language:
            self.language_remembered.emit(Language(language))
