"""The texts of mandates.

They are dated, and each is kept for ever, so that a paper signed under one is drawn again as it was.
A text is never changed here, and neither is its translation: its context is the template's name, and a golden test
holds both. Whoever wants other words writes a new table below, with a new context.
"""

from __future__ import annotations

from i18n.translator import NP_

MANDATE_2026_11 = {
    "title": NP_("mandate 2026-11", "Mandate"),
    "i_let": NP_("mandate 2026-11", "I, {giver}, let the service advisers of {holder} act for me."),
    "i_let_born": NP_(
        "mandate 2026-11", "I, {giver}, born on {born}, let the service advisers of {holder} act for me."
    ),
    "for_what": NP_(
        "mandate 2026-11",
        "They may act for me in these matters alone. They may give and ask for the data of each line:",
    ),
    "line": NP_("mandate 2026-11", "{errand}. With: {agency}. Data: {kinds}."),
    "this_visit": NP_("mandate 2026-11", "This mandate is for this visit on {last_day}. It ends with the visit."),
    "until_day": NP_("mandate 2026-11", "This mandate begins on {drawn_on}. It ends on {last_day}."),
    "until_closed": NP_(
        "mandate 2026-11",
        "This mandate begins on {drawn_on}. It ends when these matters are done, and on {last_day} at the latest.",
    ),
    "own_will": NP_("mandate 2026-11", "I give it of my own will. I know what it means."),
    "no_guardian": NP_("mandate 2026-11", "No guardian has been appointed to decide these matters for me."),
    "withdraw": NP_(
        "mandate 2026-11",
        "I can withdraw the mandate or one line of it whenever I want. It is enough that I say so. It ends at once.",
    ),
    "not_allowed": NP_(
        "mandate 2026-11", "They never use my bank codes or passwords, and they pay nothing in my name."
    ),
    "told": NP_("mandate 2026-11", "I can always have a paper of what has been done in my name."),
    "come_myself": NP_("mandate 2026-11", "An authority may still ask me to come myself."),
    "spoken": NP_(
        "mandate 2026-11",
        "I said this on the telephone. It was read aloud to me, and I said it back. I have not signed it.",
    ),
    "register": NP_(
        "mandate 2026-11", "I have given this mandate in the national register (Suomi.fi e-Authorizations)."
    ),
    "kind_contact": NP_("mandate 2026-11", "name and contact details"),
    "kind_money": NP_("mandate 2026-11", "money and property"),
    "kind_family": NP_("mandate 2026-11", "family"),
    "kind_housing": NP_("mandate 2026-11", "housing"),
    "kind_work": NP_("mandate 2026-11", "work and studies"),
    "kind_health": NP_("mandate 2026-11", "health"),
}
