"""Work out, once, what the words that people say are found by, and how their phrases begin.

There are tens of thousands of them, and the search needs them all before its first answer; worked out anew they would
take most of a second at each start. Without these two files beside the dictionaries everything is the same, only later.
"""

from __future__ import annotations

import sys

from desk.errands.bundle import read_bundle
from desk.model.vernacular import Vernacular
from offline_cache.catalogue.language_forms import SAID_FORMS, LanguageForms, written_forms
from offline_cache.catalogue.said_words import SAID_PHRASES, SaidWordsIndex
from offline_cache.catalogue.words import words_of
from tools.artifacts import BUNDLE, DICTIONARIES


def said_words(vernacular: Vernacular) -> list[tuple[str, str]]:
    """Every word of what people say, with its language."""
    return sorted(
        {
            (word, language)
            for row in vernacular.rows
            for language, phrases in row.said.items()
            for phrase in phrases
            for word in words_of(phrase)
        }
    )


def main() -> None:
    """Write both files."""
    (DICTIONARIES / SAID_FORMS).unlink(missing_ok=True)
    forms = LanguageForms(DICTIONARIES)
    vernacular = read_bundle(BUNDLE.read_bytes()).vernacular()
    words = said_words(vernacular)
    for word, language in words:
        forms.terms(word, language)
    _put(SAID_FORMS, written_forms(forms))
    _put(SAID_PHRASES, SaidWordsIndex(vernacular, forms).written())
    sys.stdout.write(f"said words: {len(words)}\n")


def _put(name: str, content: bytes) -> None:
    beside = DICTIONARIES / f"{name}.new"
    beside.write_bytes(content)
    beside.replace(DICTIONARIES / name)


if __name__ == "__main__":
    main()
