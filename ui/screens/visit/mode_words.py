"""How a step gets done, in the clerk's words: each step has exactly one mode."""

from __future__ import annotations

from desk.model.path import Mode
from i18n.translator import NP_, Words

MODES = {
    Mode.AUTOMATIC: NP_("how a step gets done", "Comes by itself: the authority does it."),
    Mode.SELF_SERVICE: NP_("how a step gets done", "Self-service: the citizen can do it alone."),
    Mode.ASSISTED: NP_("how a step gets done", "With help: somebody goes through it with the citizen."),
    Mode.VISIT: NP_("how a step gets done", "A visit is needed."),
    Mode.REMOTE: NP_("how a step gets done", "Remote service: by phone or video with somebody who knows."),
    Mode.PAPER: NP_("how a step gets done", "On paper: a form or a letter."),
}


def mode_line(words: Words, mode: Mode) -> str:
    """The mode as a sentence."""
    return words.ptext(*MODES[mode])
