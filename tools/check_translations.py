"""Finnish and Swedish have every text of the program and of the papers, with the same {places} to fill."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from i18n.translator import placeholders_agree
from tools.messages import LANGUAGES, LOCALE, ROOT, read

COMPLETE = ("fi", "sv")


def faults_of(catalogue: Catalog, *, complete: bool) -> Iterator[str]:
    """What is wrong in one .po file, text by text."""
    for message in catalogue:
        if message.id and (fault := _fault(message, complete=complete)):
            yield f"{fault}: {message.id!r}"


def _fault(message: Message, *, complete: bool) -> str:
    forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    if not forms or not all(forms):
        return "not translated" if complete else ""
    if message.fuzzy:
        return "marked fuzzy"
    msgid, plural = (message.id, None) if isinstance(message.id, str) else (message.id[0], message.id[1])
    if not all(placeholders_agree(form, msgid, plural) for form in forms):
        return "other {places} than in the English text"
    return ""


def paths() -> Iterator[Path]:
    """Every .po file."""
    for domain, languages in LANGUAGES.items():
        for language in languages:
            yield LOCALE / language / "LC_MESSAGES" / f"{domain}.po"


def main() -> int:
    """Print each fault with its file."""
    faults = [
        f"{path.relative_to(ROOT)}: {fault}"
        for path in paths()
        for fault in faults_of(read(path), complete=path.parent.parent.name in COMPLETE)
    ]
    print("\n".join(faults) or "translations: all there")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
