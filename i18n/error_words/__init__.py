"""The words of every known error: what happened, where, and what to do. Keyed by the error's id.

The {names} are the details that the raiser gives (a test holds every ``raise`` in the house to them):
``path`` is always the file or folder it is about, ``reason`` what another program said, in its own words.
A key with one more part is the finer wording for a ``kind`` detail. Say what is safe, then how to go on.
To add an error: a class in ``desk.errors``, an entry in the file of its branch here, ``make messages``, its Finnish
and its Swedish.
"""

from __future__ import annotations

from i18n.error_words import (
    catalogue,
    errands,
    folder,
    follow_up,
    given,
    handing,
    mandates,
    network,
    notes,
    packs,
    papers,
    persons,
    roles,
    visits,
)
from i18n.error_words.wording import TRY_AGAIN, ErrorWords
from i18n.translator import N_

ERROR_WORDS = {
    "desk": ErrorWords(N_("The program could not do this."), "", TRY_AGAIN),
    **folder.WORDS,
    **given.WORDS,
    **errands.WORDS,
    **catalogue.WORDS,
    **network.WORDS,
    **notes.WORDS,
    **visits.WORDS,
    **follow_up.WORDS,
    **roles.WORDS,
    **handing.WORDS,
    **mandates.WORDS,
    **persons.WORDS,
    **papers.WORDS,
    **packs.WORDS,
}

__all__ = ["ERROR_WORDS", "ErrorWords"]
