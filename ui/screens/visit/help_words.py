"""What this desk does about a step, in the clerk's words: it handles it for an authority, or it advises, and why."""

from __future__ import annotations

from desk.model.agreement import Guidance, HelpHere
from i18n.desk_tasks import task_name
from i18n.formats import Formats
from i18n.translator import Words


def help_in_short(words: Words, found: HelpHere) -> str:
    """A word or two for a mark."""
    return words.ptext("step", "handled here") if found.is_handled else words.ptext("step", "we advise")


def help_lines(words: Words, formats: Formats, found: HelpHere, agency: str) -> list[str]:
    """What it means, and why it is so."""
    task = task_name(words, found.task.value)
    if found.is_handled:
        covered = words.text("The agreement with {agency} covers this: {task}.", agency=agency, task=task)
        until = words.text("It ends on {day}.", day=formats.short_date(found.day)) if found.day is not None else ""
        return [" ".join(part for part in (covered, until) if part)]
    advice = words.text("We advise, and the citizen does it: alone, or with us here.")
    return [advice, *_why(words, formats, found, agency)]


def _why(words: Words, formats: Formats, found: HelpHere, agency: str) -> list[str]:
    day = formats.short_date(found.day) if found.day is not None else ""
    match found.guidance:
        case Guidance.NO_AGREEMENT:
            return [words.text("This service point has no agreement with {agency}.", agency=agency)]
        case Guidance.OTHER_TASKS:
            task = task_name(words, found.task.value)
            return [words.text("The agreement with {agency} does not cover this: {task}.", agency=agency, task=task)]
        case Guidance.NOT_YET:
            return [words.text("The agreement with {agency} begins on {day}.", agency=agency, day=day)]
        case Guidance.OVER:
            return [words.text("The agreement with {agency} ended on {day}.", agency=agency, day=day)]
        case Guidance.NO_AUTHORITY:
            return [words.text("{agency} is no authority: nothing can be agreed with it.", agency=agency)]
        case _:
            return []
