"""Mandates. Each refusal says what stands against the act, and how it can be done all the same."""

from __future__ import annotations

from i18n.error_words.wording import ErrorWords
from i18n.translator import N_

_STEP = N_("Step: {step}. Agency: {agency}.")
_NOTHING = N_("Nothing was done and nothing was written down.")
_ANEW = N_("Draw a new mandate and have it signed, or do the step together with the citizen.")
_STOP = N_("Stop here and call: your supervisor, or the agency that the matter belongs to. The reason is kept.")

WORDS = {
    "mandate": ErrorWords(N_("This cannot be done with this mandate now."), "", _NOTHING),
    "mandate.unknown": ErrorWords(
        N_("There is no such mandate in this visit."),
        N_("Mandate: {mandate}."),
        N_("“desk mandates show” lists the mandates of a visit."),
    ),
    "mandate.does_not_allow": ErrorWords(N_("No mandate allows this."), _STEP, _ANEW),
    "mandate.does_not_allow.not_given": ErrorWords(N_("The citizen has given no mandate in this visit."), _STEP, _ANEW),
    "mandate.does_not_allow.no_line": ErrorWords(
        N_("No line of a mandate is about this errand with this agency."), _STEP, _ANEW
    ),
    "mandate.does_not_allow.withdrawn": ErrorWords(
        N_("The citizen withdrew line {line} of the mandate on {day}."), _STEP, _ANEW
    ),
    "mandate.does_not_allow.closed": ErrorWords(
        N_("The mandate is over: its errands are closed, or its visit has ended."), _STEP, _ANEW
    ),
    "mandate.does_not_allow.expired": ErrorWords(N_("The mandate ended on {day}."), _STEP, _ANEW),
    "mandate.does_not_allow.unsigned": ErrorWords(
        N_("The mandate has been drawn, and not signed."),
        _STEP,
        N_("Have it signed first, or read back if it was spoken."),
    ),
    "mandate.does_not_allow.not_in_register": ErrorWords(
        N_("The national register does not know the mandate."), _STEP, _ANEW
    ),
    "mandate.does_not_allow.check_overdue": ErrorWords(
        N_("The mandate was to be looked up in the national register by {day}, and nobody has done it."),
        _STEP,
        N_("Look it up first and write down what the register says."),
    ),
    "mandate.does_not_allow.register_not_known": ErrorWords(
        N_("It is not known whether this agency takes a mandate of the national register in this matter."),
        _STEP,
        N_("Ask the agency, or draw a mandate on paper."),
    ),
    "mandate.does_not_allow.register_not_this_way": ErrorWords(
        N_("This agency takes a mandate of the national register, but not in this way of dealing with it."),
        N_("Step: {step}. Agency: {agency}. It takes it here: {works_by}."),
        N_("Use a way in which it counts, or draw a mandate on paper."),
    ),
    "mandate.does_not_allow.too_much_data": ErrorWords(
        N_("Line {line} of the mandate does not give these data: {too_much}."),
        _STEP,
        N_("Leave these data out, or draw a new mandate that gives them."),
    ),
    "mandate.cannot_give": ErrorWords(N_("No mandate can be given now."), "", _STOP),
    "mandate.cannot_give.not_checked": ErrorWords(
        N_("Nobody has gone through what must be clear before a mandate is given."),
        "",
        N_("Go through the four questions first. They are asked anew for each mandate."),
    ),
    "mandate.cannot_give.minor": ErrorWords(
        N_("A minor cannot give a mandate."), "", N_("The guardians act for the child. Nothing was drawn.")
    ),
    "mandate.cannot_give.has_guardian": ErrorWords(
        N_("A guardian decides in matters that the guardianship names."),
        "",
        N_("Stop here and call the guardian. Nothing was drawn, and the reason is kept."),
    ),
    "mandate.cannot_give.in_doubt": ErrorWords(
        N_("It is in doubt whether the citizen understands what a mandate gives."), "", _STOP
    ),
    "mandate.cannot_give.under_pressure": ErrorWords(
        N_("Somebody seems to press the citizen."),
        "",
        N_("Speak with the citizen alone. Stop here and call. The reason is kept."),
    ),
    "mandate.bad": ErrorWords(N_("The mandate cannot be drawn or signed like this."), "", N_("Mend it and try again.")),
    "mandate.bad.nobody": ErrorWords(
        N_("A mandate names the one who gives it."), "", N_("Write the citizen's name first.")
    ),
    "mandate.bad.no_point": ErrorWords(
        N_("A mandate names the service point that may act."),
        "",
        N_("Write down the name of the service point in its settings first."),
    ),
    "mandate.bad.no_lines": ErrorWords(
        N_("A mandate has at least one line: an errand, an agency and the data that may be given."),
        "",
        N_("Choose the steps that are to be done in the citizen's name."),
    ),
    "mandate.bad.no_kinds": ErrorWords(
        N_("A line says which data may be given to {agency}."), "", N_("Choose at least one kind of data.")
    ),
    "mandate.bad.twice": ErrorWords(
        N_("Two lines are about {errand} with {agency}."), "", N_("Make one line of them.")
    ),
    "mandate.bad.not_needed": ErrorWords(
        N_("No step of {errand} is done with {agency}."), "", N_("A mandate gives nothing that no step needs.")
    ),
    "mandate.bad.too_long": ErrorWords(
        N_("The mandate would last until {day}. This point allows {cap} days at most, until {latest}."),
        "",
        N_("Choose an earlier day. This is the point's own rule, not a law."),
    ),
    "mandate.bad.day_over": ErrorWords(N_("{day} is over."), "", N_("Choose a day from today on.")),
    "mandate.bad.no_day": ErrorWords(N_("The day until which the mandate lasts is missing."), "", N_("Choose a day.")),
    "mandate.bad.kept_where": ErrorWords(
        N_("It is not said where the desk's own copy is kept."), "", N_("Write the binder and the number.")
    ),
    "mandate.bad.not_to_sign": ErrorWords(
        N_("This mandate cannot be signed now: {state}."), "", N_("“desk mandates show” tells how it stands.")
    ),
    "mandate.bad.spoken": ErrorWords(
        N_("A spoken mandate is read aloud and read back, and not signed."),
        "",
        N_("For a signature, renew it on paper."),
    ),
    "mandate.bad.not_spoken": ErrorWords(N_("Only a spoken mandate is read back."), "", N_("Have this one signed.")),
    "mandate.bad.not_in_register": ErrorWords(
        N_("Only a mandate of the national register is looked up there."), "", N_("This one is on paper or was spoken.")
    ),
    "mandate.bad.line_unknown": ErrorWords(
        N_("The mandate has no line {line}."), "", N_("“desk mandates show” lists its lines.")
    ),
    "mandate.bad.nothing_left": ErrorWords(
        N_("Nothing is left to renew: its lines were withdrawn, or their errands are no longer here."),
        "",
        N_("Draw a new mandate."),
    ),
    "mandate.bad.not_withdrawn": ErrorWords(
        N_("No line of this mandate has been withdrawn."), "", N_("There is nothing to certify.")
    ),
    "mandate.bad.strokes": ErrorWords(
        N_("The signature on the screen has more than {most} points."), "", N_("Clear it and sign again.")
    ),
    "mandate.bad.number": ErrorWords(
        N_("{name} must be a whole number of days from {least} to {most}."), "", N_("Mend the number.")
    ),
    "mandate.not_acting_for": ErrorWords(
        N_("This visit advises or does things together; it does not act for the citizen."),
        N_("Visit number {number}."),
        N_("Choose “act for” as the way of helping first, when the citizen wants it."),
    ),
    "mandate.code_mistyped": ErrorWords(
        N_("The code {typed} has a typing slip in group {group}."),
        "",
        N_("Compare that group with the paper letter by letter."),
    ),
    "mandate.code_unknown": ErrorWords(
        N_("There is no such mandate on this computer: {typed}."),
        "",
        N_("It may have been given at another service point, or erased since. Do not act on the paper alone."),
    ),
    "mandate.nothing_done": ErrorWords(
        N_("Nothing has been done in the citizen's name in this visit."),
        N_("Visit number {number}."),
        N_("No paper is needed."),
    ),
}
