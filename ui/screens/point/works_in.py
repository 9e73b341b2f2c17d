"""The choice of the language in which this service point works, wherever it is made."""

from __future__ import annotations

from desk.usecases.point_language import POINT_LANGUAGES
from i18n.language import Language
from i18n.translator import Words
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form_row import FormRow


def fill_languages_of_work(field: ChoiceField, chosen: Language) -> None:
    """Offer them by their own names."""
    field.clear()
    for language in POINT_LANGUAGES:
        field.addItem(language.endonym, language.value)
    field.setCurrentIndex(max(0, field.findData(chosen.value)))


def say_language_of_work(words: Words, row: FormRow) -> None:
    """Say what it is for."""
    row.set_words(
        words.text("Language of work"),
        words.text("Mandates and papers for authorities are written in it, beside the citizen's language."),
    )
