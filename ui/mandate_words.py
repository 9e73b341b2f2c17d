"""How the clerk's screens name what a mandate is made of. What its paper says is the citizen's, and said elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from desk.model.mandate import DataKind, Lasting, MandateForm, RegisterResult
from i18n.translator import NP_, Words

KINDS = {
    DataKind.CONTACT: NP_("kind of data", "contact details"),
    DataKind.MONEY: NP_("kind of data", "money"),
    DataKind.FAMILY: NP_("kind of data", "family"),
    DataKind.HOUSING: NP_("kind of data", "housing"),
    DataKind.WORK: NP_("kind of data", "work and studies"),
    DataKind.HEALTH: NP_("kind of data", "health"),
}
KINDS_IN_FULL = {
    DataKind.CONTACT: NP_("kind of data in full", "Name, address and telephone"),
    DataKind.MONEY: NP_("kind of data in full", "Income, benefits, property and debts"),
    DataKind.FAMILY: NP_("kind of data in full", "Family"),
    DataKind.HOUSING: NP_("kind of data in full", "Housing"),
    DataKind.WORK: NP_("kind of data in full", "Work and studies"),
    DataKind.HEALTH: NP_("kind of data in full", "Health"),
}
LASTING = {
    Lasting.THIS_VISIT: NP_("how long a mandate lasts", "This visit"),
    Lasting.UNTIL_DAY: NP_("how long a mandate lasts", "Until a day"),
    Lasting.UNTIL_CLOSED: NP_("how long a mandate lasts", "Until the matters are closed"),
}
FORMS = {
    MandateForm.PAPER: NP_("form of a mandate", "On paper, in two copies"),
    MandateForm.SCREEN: NP_("form of a mandate", "Signed on this screen"),
    MandateForm.SPOKEN: NP_("form of a mandate", "Spoken on the telephone"),
    MandateForm.REGISTER: NP_("form of a mandate", "In the national register (Suomi.fi)"),
}
REGISTER = {
    RegisterResult.NOT_CHECKED: NP_("register of mandates", "Not checked in the national register"),
    RegisterResult.VALID: NP_("register of mandates", "Valid in the national register"),
    RegisterResult.NOT_FOUND: NP_("register of mandates", "Not found in the national register"),
}


def kinds_in_words(words: Words, kinds: Iterable[DataKind]) -> str:
    """Kinds of data beside one another, in the order of the list."""
    given = frozenset(kinds)
    named = [words.ptext(*name) for kind, name in KINDS.items() if kind in given]
    return ", ".join(named) if named else words.ptext("kind of data", "no data")
