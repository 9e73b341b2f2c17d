"""Where an answer comes from, in the clerk's words: who said it, when, and in which earlier visit."""

from __future__ import annotations

from desk.model.told import Told, ToldBy
from i18n.formats import Formats
from i18n.translator import NP_, Words

WHO = {
    ToldBy.CITIZEN: NP_("who said an answer", "said by the citizen"),
    ToldBy.COMPANION: NP_("who said an answer", "said by somebody who came along"),
    ToldBy.PAPER: NP_("who said an answer", "seen on a paper"),
    ToldBy.REGISTER: NP_("who said an answer", "seen in a register"),
}


def told_in_words(told: Told, words: Words, formats: Formats) -> str:
    """Return the source; of this visit it is said by whom alone, of an earlier one also when and where."""
    who = words.ptext(*WHO[told.by])
    if told.visit is None:
        return who
    return words.text("{who}, {day}, visit {number}", who=who, day=formats.short_date(told.on), number=told.visit)
