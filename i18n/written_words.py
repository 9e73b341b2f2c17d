"""Words of what else is written down of a person, for the copy that they are given of it. "You" is the person."""

from __future__ import annotations

from i18n.translator import NP_

WRITTEN_WORDS = {
    "language": NP_("what is written down of you", "Your language"),
    "mode": NP_("what is written down of you", "How you are helped"),
    "accommodations": NP_("what is written down of you", "What we take into account"),
    "needs": NP_("what is written down of you", "What you said is heavy now"),
    "capacity": NP_("what is written down of you", "What we saw before a mandate"),
    "way": NP_("what is written down of you", "The way that you chose"),
    "progress": NP_("what is written down of you", "How a step stands"),
    "result": NP_("what is written down of you", "What the agency decided"),
    "call_back": NP_("what is written down of you", "We promised to be in touch"),
    "come_back": NP_("what is written down of you", "When you come back"),
    "meeting": NP_("what is written down of you", "Meeting with an expert"),
    "colleague": NP_("what is written down of you", "Words to a colleague of ours"),
    "signing": NP_("what is written down of you", "How a mandate was signed"),
    "act": NP_("what is written down of you", "Reference of what was done in your name"),
    "referral_end": NP_("what is written down of you", "What became of a referral"),
}
"""By the kind of what is written (``desk.model.person_copy.Written``)."""

_STANDS = {
    "to_do": NP_("how far a step is", "to do"),
    "waiting": NP_("how far a step is", "waiting for the agency"),
    "done": NP_("how far a step is", "done"),
    "declined": NP_("how far a step is", "declined"),
    "expired": NP_("how far a step is", "its time is over"),
}
_BLOCKED = {
    "e_id": NP_("what blocks a step", "no e-ID, or it did not work"),
    "language": NP_("what blocks a step", "language"),
    "site_down": NP_("what blocks a step", "the e-service did not work"),
    "no_answer": NP_("what blocks a step", "nobody answered the telephone"),
    "document": NP_("what blocks a step", "a document is missing"),
    "other": NP_("what blocks a step", "something else"),
}
ID_WORDS = {
    "mode": {
        "advise": NP_("how you are helped", "we advise, and you do everything"),
        "together": NP_("how you are helped", "we do things together"),
        "act_for": NP_("how you are helped", "we act for you, under a mandate"),
    },
    "accommodations": {
        "no_e_id": NP_("taken into account", "no e-ID"),
        "no_device": NP_("taken into account", "no device"),
        "large_print": NP_("taken into account", "large print"),
        "easy_language": NP_("taken into account", "easy language"),
        "interpreter": NP_("taken into account", "interpreter"),
        "hard_to_come": NP_("taken into account", "hard to move"),
        "hard_of_hearing": NP_("taken into account", "hard of hearing"),
        "discreet": NP_("taken into account", "papers tell nothing to others"),
    },
    "needs": {
        "home": NP_("heavy now", "the home, or paying for it"),
        "money": NP_("heavy now", "money for food and medicine"),
        "debts": NP_("heavy now", "bills or debts"),
        "work": NP_("heavy now", "work"),
        "studies": NP_("heavy now", "studies"),
        "health": NP_("heavy now", "illness"),
        "papers": NP_("heavy now", "identity card, bank account or e-ID"),
        "family": NP_("heavy now", "family or separation"),
    },
    "capacity": {
        "clear": NP_("seen before a mandate", "nothing stands against it"),
        "minor": NP_("seen before a mandate", "you are a minor"),
        "has_guardian": NP_("seen before a mandate", "you have a guardian"),
        "in_doubt": NP_("seen before a mandate", "it was not sure that it was understood"),
        "under_pressure": NP_("seen before a mandate", "somebody answered for you, or pressed"),
    },
    "way": {
        "wish": NP_("why this way", "you wished it"),
        "helper": NP_("why this way", "somebody helps you"),
        "habit": NP_("why this way", "you are used to it"),
        "quicker": NP_("why this way", "it is quicker"),
        "cheaper": NP_("why this way", "it is cheaper"),
        "other": NP_("why this way", "another reason"),
    },
    "progress": {**_STANDS, **{f"blocked {id}": words for id, words in _BLOCKED.items()}},
    "result": {
        "granted": NP_("what an agency decided", "granted"),
        "refused": NP_("what an agency decided", "refused"),
        "partly": NP_("what an agency decided", "granted in part"),
        "unknown": NP_("what an agency decided", "decided, how is not known"),
    },
    "referral_end": {
        "taken_up": NP_("what became of a referral", "The agency has taken it up"),
        "done": NP_("what became of a referral", "It has been dealt with"),
        "not_theirs": NP_("what became of a referral", "The agency says it belongs to somebody else"),
        "unknown": NP_("what became of a referral", "Nobody knows"),
    },
}
"""By kind, and by the id that is written."""
