"""Who may do what."""

from __future__ import annotations

from i18n.error_words.wording import ErrorWords
from i18n.translator import N_

_ASK = N_("Ask somebody whose role it is, or sign in again in that role.")

WORDS = {
    "role": ErrorWords(N_("Your role does not allow this."), "", _ASK),
    "role.not_yours": ErrorWords(
        N_("Your role does not allow this."), N_("Your role: {role}. Needed: {function}."), _ASK
    ),
}
