"""Ways of sending and telling, grounds, and what became of a referral, by their ids, in short words.

They stand on the screen and on papers alike: in the domain of the words that are handed over.
"""

from __future__ import annotations

from collections.abc import Iterable

from i18n.data_kind_words import kinds_named
from i18n.translator import NP_, Words

SENDING = {
    "post": NP_("way of sending", "by post"),
    "registered_post": NP_("way of sending", "by registered post"),
    "courier": NP_("way of sending", "by courier"),
    "in_person": NP_("way of sending", "carried there"),
    "secure_message": NP_("way of sending", "by secure message"),
}
TELLING = {
    "at_desk": NP_("way of telling", "The notice is given here into the citizen's hand"),
    "letter": NP_("way of telling", "By letter"),
    "phone": NP_("way of telling", "By phone"),
    "message": NP_("way of telling", "By message"),
}
ENDS = {
    "taken_up": NP_("what became of a referral", "The agency has taken it up"),
    "done": NP_("what became of a referral", "It has been dealt with"),
    "not_theirs": NP_("what became of a referral", "The agency says it belongs to somebody else"),
    "unknown": NP_("what became of a referral", "Nobody knows"),
}
BREAKS = {
    "not_arrived": NP_("break between agencies", "The agency knows nothing of it"),
    "sent_back": NP_("break between agencies", "The citizen was sent back here"),
    "sent_elsewhere": NP_("break between agencies", "The citizen was sent on to yet another place"),
    "asked_again": NP_("break between agencies", "The same had to be told or brought again"),
    "nobody_answered": NP_("break between agencies", "Nobody answered"),
    "service_down": NP_("break between agencies", "The service did not work"),
}
GROUNDS = {
    "consent": NP_("ground of a referral", "The citizen agrees to the words below"),
    "mandate": NP_("ground of a referral", "A line of a mandate allows it"),
    "law": NP_("ground of a referral", "A law says so"),
}

MONEY_IN_H3_1 = NP_("kind of data in H3-1", "income, benefits, property and debts")
"""How the form H3-1 of a referral named money; it is drawn again as it was."""


def named(words: Words, table: dict[str, tuple[str, str]], id: str) -> str:
    """The words of one id."""
    return words.ptext(*table[id])


def consent_asked(words: Words, agency: str, kinds: Iterable[str]) -> str:
    """What a citizen is asked before an agency is told anything of them."""
    return words.text(
        "I agree that this service point tells {agency} what is written here, and nothing else. "
        "It is about: {kinds}. I need not agree, and I may ask to see it first.",
        agency=agency,
        kinds=kinds_named(words, kinds),
    )
