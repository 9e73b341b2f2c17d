"""Work out, once, what the words that people say are found by: ``build/dictionaries/said_forms.bin``.

There are some ten thousand of them, and the search needs them all before its first answer; worked out anew they
would take most of a second at each start. Without the file everything is the same, only later.
"""

from __future__ import annotations

import sys

from desk.errands.bundle import read_bundle
from offline_cache.catalogue.language_forms import SAID_FORMS, LanguageForms, written_forms
from offline_cache.catalogue.words import words_of
from tools.artifacts import BUNDLE, DICTIONARIES


def said_words() -> list[tuple[str, str]]:
    """Every word of what people say, with its language."""
    rows = read_bundle(BUNDLE.read_bytes()).vernacular().rows
    return sorted(
        {
            (word, language)
            for row in rows
            for language, phrases in row.said.items()
            for phrase in phrases
            for word in words_of(phrase)
        }
    )


def main() -> None:
    """Write the file beside the dictionaries."""
    (DICTIONARIES / SAID_FORMS).unlink(missing_ok=True)
    forms = LanguageForms(DICTIONARIES)
    words = said_words()
    for word, language in words:
        forms.terms(word, language)
    beside = DICTIONARIES / f"{SAID_FORMS}.new"
    beside.write_bytes(written_forms(forms))
    beside.replace(DICTIONARIES / SAID_FORMS)
    sys.stdout.write(f"said words: {len(words)}\n")


if __name__ == "__main__":
    main()
