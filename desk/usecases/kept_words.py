"""What is kept, by which rule and until when, in the clerk's words."""

from __future__ import annotations

from collections.abc import Mapping

from desk.model.keeping import KeepingTimes, PlanTime
from desk.model.kept_data import Holding, Part, Rule
from i18n.formats import Formats
from i18n.translator import NP_, Words

PARTS = {
    Part.PERSON: NP_("what is kept of a person", "Name, birth date, and how to reach them"),
    Part.IDENTITY_CODE: NP_("what is kept of a person", "Identity code"),
    Part.ANSWERS: NP_("what is kept of a person", "Answers"),
    Part.HELP: NP_("what is kept of a person", "Language, and what is taken into account"),
    Part.STEPS: NP_("what is kept of a person", "What was decided of the steps"),
    Part.NOTES: NP_("what is kept of a person", "Your notes, and words to a colleague"),
    Part.PLAN: NP_("what is kept of a person", "The plan, and its code"),
    Part.FOLLOW_UP: NP_("what is kept of a person", "How the steps stand, and what was promised"),
    Part.REFERRALS: NP_("what is kept of a person", "What was told to agencies, and papers about documents"),
    Part.MANDATES: NP_("what is kept of a person", "Mandates"),
    Part.ACTS: NP_("what is kept of a person", "What was done in the person's name"),
    Part.DOCUMENTS: NP_("what is kept of a person", "Which documents were left, and where they went"),
    Part.LOG: NP_("what is kept of a person", "That the visit was, and what kinds of things were done"),
}
HEADINGS = {
    Rule.DRAFT: NP_("kept by this rule", "Until the visit ends"),
    Rule.PLAN: NP_("kept by this rule", "Kept for follow-up"),
    Rule.RECEIPT: NP_("kept by this rule", "Receipts of documents"),
    Rule.MANDATE: NP_("kept by this rule", "Mandates that were used"),
    Rule.LOG: NP_("kept by this rule", "The log"),
}


def part_lines(words: Words, parts: tuple[Part, ...], counts: Mapping[Part, int]) -> str:
    """Return the parts, a line each, with how many there are where that is known."""
    return "\n".join(f"• {_part(words, part, counts.get(part))}" for part in parts)


def _part(words: Words, part: Part, count: int | None) -> str:
    name = words.ptext(*PARTS[part])
    return name if count is None else words.text("{what}: {n}", what=name, n=Formats(words.language).number(count))


def heading(words: Words, holding: Holding) -> str:
    """Return what holds the things together, and the last day where it is known."""
    name = words.ptext(*HEADINGS[holding.rule])
    if holding.until is None or holding.rule is Rule.DRAFT:
        return name
    return words.text("{what}, until {day}", what=name, day=Formats(words.language).short_date(holding.until))


def rule(words: Words, holding: Holding, times: KeepingTimes, plan: PlanTime) -> str:
    """Return by what it is settled how long they stay."""
    match holding.rule:
        case Rule.DRAFT:
            return _draft(words, holding)
        case Rule.PLAN:
            return _plan(words, plan)
        case Rule.RECEIPT:
            return _receipt(words, holding, times.receipt_years)
        case Rule.MANDATE:
            return _mandate(words, times.mandate_days)
        case Rule.LOG:
            return _log(words, times.log_years)


def _draft(words: Words, holding: Holding) -> str:
    told = words.text("When the visit ends it is all erased, unless the person wants the plan kept.")
    if holding.until is None:
        return told
    day = Formats(words.language).short_date(holding.until)
    return _sentences(told, words.text("Left open, it is erased by itself after {day}.", day=day))


def _plan(words: Words, plan: PlanTime) -> str:
    return _sentences(
        words.ntext(
            "The person wanted it kept. It stays {n} month after the last day that it is about.",
            "The person wanted it kept. It stays {n} months after the last day that it is about.",
            plan.months,
        ),
        words.ntext("Never longer than {n} month in all.", "Never longer than {n} months in all.", plan.at_most),
        words.text("The service point has decided this time; no law sets it."),
    )


def _receipt(words: Words, holding: Holding, years: int) -> str:
    return _sentences(
        words.text("They show that a document was left here, and when. Nobody's name is in them."),
        words.ntext(
            "They stay {n} year after the document went on.", "They stay {n} years after the document went on.", years
        )
        if holding.until is not None
        else words.text("Their time begins when the visit is over and every document has gone on."),
    )


def _mandate(words: Words, days: int) -> str:
    return _sentences(
        words.text("Both sides must be able to prove what was done in the person's name. The name stays in them."),
        words.ntext("They stay {n} day after the mandate ended.", "They stay {n} days after the mandate ended.", days),
    )


def _log(words: Words, years: int) -> str:
    return _sentences(
        words.text("The visit's number and times, how you met, what it was about, and who looked at it."),
        words.ntext("Nothing that was said. It stays {n} year.", "Nothing that was said. It stays {n} years.", years),
    )


def _sentences(*told: str) -> str:
    return " ".join(told)
