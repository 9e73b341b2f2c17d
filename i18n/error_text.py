"""What each known error says: what happened, where, and what to do about it.

The table (``i18n.error_words``) is keyed by the error's id (``desk.errors``), so nothing of the house is needed
here. The {names} in the texts are the details that the raiser gives, and a test holds every ``raise`` in the
house to them. An entry may have a finer one for a ``kind`` detail:
``input.secret_in_text.iban`` is used when ``kind`` is ``iban``. Words follow the rule for errors:
say what is safe, then how to go on; nobody is blamed.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import NamedTuple

from i18n.data_kind_words import kinds_named
from i18n.error_words import ERROR_WORDS, ErrorWords
from i18n.translator import Words

KINDS_OF_DATA = "too_much"
"""The detail that holds kinds of data by their ids, with commas between: it is said in words."""
UNSAID = "…"
"""Stands for a detail that the raiser did not give: an error must never fail while it is being told."""


class ErrorText(NamedTuple):
    """An error in the reader's language, ready for a message box or one line of a terminal."""

    what: str
    where: str
    what_to_do: str

    def line(self) -> str:
        """All of it in one line."""
        return " ".join(part for part in (self.what, self.where, self.what_to_do) if part)


def error_text(words: Words, error_id: str, details: Mapping[str, str]) -> ErrorText:
    """The words for an error; an id without an entry of its own speaks with its family's words."""
    entry = entry_for(error_id, details.get("kind", ""))
    return ErrorText(*(_fill(words, msgid, details) for msgid in (entry.what, entry.where, entry.what_to_do)))


def entry_for(error_id: str, kind: str = "") -> ErrorWords:
    """The nearest entry of the table: the kind's own, the error's, its family's, the root's."""
    for key in (f"{error_id}.{kind}", error_id, error_id.partition(".")[0]):
        if key in ERROR_WORDS:
            return ERROR_WORDS[key]
    return ERROR_WORDS["desk"]


def _fill(words: Words, msgid: str, details: Mapping[str, str]) -> str:
    if not msgid:
        return ""
    names = (name for _, name, _, _ in Formatter().parse(msgid) if name)
    return words.text(msgid, **{name: _said(words, name, details) for name in names})


def _said(words: Words, name: str, details: Mapping[str, str]) -> str:
    found = details.get(name, UNSAID)
    return kinds_named(words, found.split(", ")) if name == KINDS_OF_DATA and found != UNSAID else found
