"""The language in which this point works: papers for authorities are written in it, beside the citizen's own."""

from __future__ import annotations

from desk.ports import Casebook
from i18n.language import FALLBACK, Language

POINT_LANGUAGES = (Language.FI, Language.SV)
"""The national languages: what is shown to an authority is in one of them."""
_SETTING = "point.language"


def point_language(casebook: Casebook) -> Language:
    """Return the language of work; Finnish while the point has not said it."""
    told = casebook.setting(_SETTING)
    return Language(told) if told in POINT_LANGUAGES else FALLBACK


def keep_point_language(casebook: Casebook, language: Language) -> None:
    """Store it; one that authorities do not read is not taken."""
    casebook.set_setting(_SETTING, language if language in POINT_LANGUAGES else FALLBACK)
