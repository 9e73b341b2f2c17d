"""How the clerk's screens name what a mandate is made of. What its paper says is the citizen's, and said elsewhere."""

from __future__ import annotations

from desk.model.mandate import Lasting, MandateForm, RegisterResult
from i18n.translator import NP_, Words

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


def unsaid_words(words: Words, papers: tuple[str, ...]) -> str:
    """That nobody can say beforehand what some papers hold; nothing when there are none."""
    if not papers:
        return ""
    return words.text(
        "Could hold anything: {papers}. Choose the kinds of data with the citizen.", papers=" · ".join(papers)
    )
