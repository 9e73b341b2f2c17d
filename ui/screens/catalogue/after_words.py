"""What is fetched after a refresh, in words: a quiet line each."""

from __future__ import annotations

from i18n.translator import Words
from ui.after_refresh import After, AfterState


def after_words(words: Words, state: AfterState) -> str:
    """Lines for the card that says how fresh the catalogue is; empty when there is nothing to say."""
    lines = []
    if state.doing is After.LIBRARIES:
        lines.append(words.text("Fetching the opening hours of libraries."))
    elif state.libraries_error is not None:
        lines.append(words.text("The opening hours of libraries could not be fetched; those of before stay."))
    if state.doing is After.FORMS and state.whole:
        lines.append(words.text("Fetching official forms: {done} of {whole}.", done=state.done, whole=state.whole))
    elif state.forms_error is not None:
        lines.append(words.text("The official forms could not be fetched; those of before stay."))
    elif state.forms_failed:
        lines.append(
            words.ntext(
                "{n} official form could not be fetched; the one of before stays.",
                "{n} official forms could not be fetched; those of before stay.",
                state.forms_failed,
            )
        )
    return "\n".join(lines)


def link_words(words: Words, state: AfterState) -> str:
    """A line for the card of links."""
    if state.doing is After.LINKS:
        if not state.whole:
            return words.text("Checking the links.")
        return words.text("Checking the links: {done} of {whole}.", done=state.done, whole=state.whole)
    if state.links is None:
        return ""
    if state.links.offline:
        return words.text("There is no network now. Nothing was found out about the links.")
    return words.ntext("{n} link was checked.", "{n} links were checked.", state.links.checked)
