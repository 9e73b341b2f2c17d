"""Follow-up."""

from __future__ import annotations

from i18n.error_words.wording import TRY_AGAIN, ErrorWords
from i18n.translator import N_

_DAY = N_("Day: {day}.")

WORDS = {
    "follow_up": ErrorWords(N_("This cannot be followed up now."), "", TRY_AGAIN),
    "follow_up.step_not_in_plan": ErrorWords(
        N_("The plan does not have this step."),
        N_("Visit number {number}, step {step}."),
        N_("Choose a step of the plan."),
    ),
    "follow_up.expected_day_missing": ErrorWords(
        N_("Nobody said when an answer is expected."), "", N_("Write the day on which you ask if nothing has come.")
    ),
    "follow_up.day_refused": ErrorWords(N_("That day cannot be."), _DAY, N_("Check the day.")),
    "follow_up.day_refused.sent_later": ErrorWords(
        N_("It cannot have been sent on a day that is still to come."), _DAY, N_("Write the day on which it was sent.")
    ),
    "follow_up.day_refused.expected_before_sent": ErrorWords(
        N_("The answer cannot be expected before the matter was sent."), _DAY, N_("Check both days.")
    ),
    "follow_up.day_refused.decided_later": ErrorWords(
        N_("It cannot have been decided on a day that is still to come."), _DAY, N_("Write the day of the decision.")
    ),
    "follow_up.day_refused.decided_before_sent": ErrorWords(
        N_("It cannot have been decided before it was sent."), _DAY, N_("Check both days.")
    ),
    "follow_up.day_refused.act_before_decided": ErrorWords(
        N_("The last day to ask for a change cannot be before the decision."), _DAY, N_("Read the day in the decision.")
    ),
    "follow_up.day_refused.is_over": ErrorWords(
        N_("That day is over already."), _DAY, N_("Choose today or a day that is to come.")
    ),
}
