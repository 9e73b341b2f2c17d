"""What changed in the catalogue, in words."""

from __future__ import annotations

from desk.model.refresh import CatalogueChange, ChangedField, ChangeKind
from i18n.translator import NP_, Words

_FIELDS = {
    ChangedField.NAME: NP_("what changed in the catalogue", "name"),
    ChangedField.PHONE: NP_("what changed in the catalogue", "telephone number"),
    ChangedField.ADDRESS: NP_("what changed in the catalogue", "address"),
    ChangedField.HOURS: NP_("what changed in the catalogue", "opening hours"),
    ChangedField.LINK: NP_("what changed in the catalogue", "web address"),
    ChangedField.COST: NP_("what changed in the catalogue", "what it costs"),
    ChangedField.CHANNELS: NP_("what changed in the catalogue", "ways to reach it"),
    ChangedField.TEXT: NP_("what changed in the catalogue", "texts"),
}


def change_words(change: CatalogueChange, words: Words) -> str:
    """One sentence: what happened to it, and to what of it."""
    match change.change:
        case ChangeKind.GONE:
            return words.text("No longer in the national catalogue.")
        case ChangeKind.NEW:
            return words.text("New in the national catalogue.")
        case ChangeKind.CHANGED:
            named = [words.ptext(*_FIELDS[field]) for field in _FIELDS if field in change.fields]
            if not named:
                return words.text("Something in it changed.")
            return words.text("Changed: {what}.", what=", ".join(named))
