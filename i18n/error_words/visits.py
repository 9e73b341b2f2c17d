"""Visits."""

from __future__ import annotations

from i18n.error_words.wording import TRY_AGAIN, ErrorWords
from i18n.translator import N_

WORDS = {
    "visit": ErrorWords(N_("This cannot be done in this visit now."), "", TRY_AGAIN),
    "visit.unknown": ErrorWords(
        N_("There is no such visit on this computer."),
        N_("Visit: {visit}."),
        N_("“desk visits list” shows the visits. A visit may have been erased."),
    ),
    "visit.ended": ErrorWords(
        N_("The visit has ended, and it cannot be changed any more."),
        N_("Visit number {number}."),
        N_("Open a new visit for the new matter."),
    ),
    "visit.reason_missing": ErrorWords(
        N_("Another way was chosen, and no reason was given."), "", N_("Say in a few words why.")
    ),
    "visit.mode_forbids": ErrorWords(
        N_("The step cannot be marked as handled in this visit."), N_("Visit number {number}."), TRY_AGAIN
    ),
    "visit.mode_forbids.advise": ErrorWords(
        N_("The step cannot be marked as handled: in this visit you advise, and the citizen does it."),
        N_("Visit number {number}."),
        N_("Mark it as agreed. If you do it together after all, change the mode of help in the details."),
    ),
    "visit.mode_forbids.act_for": ErrorWords(
        N_("The step cannot be marked as handled: you act for the citizen, and no act under a mandate is recorded."),
        N_("Visit number {number}."),
        N_("Record the act under the mandate, or change the mode of help in the details."),
    ),
    "visit.nothing_to_read_back": ErrorWords(
        N_("Nothing has been answered yet, so there is nothing to read back."),
        N_("Visit number {number}."),
        N_("Ask the questions first."),
    ),
    "visit.not_read_back": ErrorWords(
        N_("The citizen is on the telephone, and has not heard their answers yet."),
        N_("Visit number {number}."),
        N_("Open “How we meet” with Ctrl+T, read the answers aloud, and mark that they are right."),
    ),
    "visit.no_remote_service": ErrorWords(
        N_("No agreement gives this service point the remote service of this authority on that day."),
        N_("Authority: {agency}. Day: {day}."),
        N_("Advise the citizen how to book with the authority. Agreements are at the service point’s page."),
    ),
    "visit.meeting_refused": ErrorWords(N_("There is no such meeting in this visit."), "", TRY_AGAIN),
    "visit.meeting_refused.past": ErrorWords(
        N_("A meeting cannot begin in the past."),
        N_("Given: {at}."),
        N_("Give a day and a time that are still to come."),
    ),
    "visit.meeting_refused.room": ErrorWords(
        N_("It is not said where the citizen sits during the meeting."), "", N_("Give the room.")
    ),
    "visit.address_missing": ErrorWords(
        N_("The letter has no whole address."), "", N_("Type a name and, on the lines below, street and town.")
    ),
    "visit.rules_withdrawn": ErrorWords(
        N_("This visit follows a rule that was wrong and has been withdrawn."),
        N_("Visit number {number}."),
        N_("Take the new rules in the visit first, and tell the citizen what is right."),
    ),
    "visit.nothing_to_correct": ErrorWords(
        N_("Nothing that this visit says has been withdrawn."),
        N_("Visit number {number}."),
        N_("No correction is needed."),
    ),
    "visit.steps_undecided": ErrorWords(
        N_("Some steps are still open, so the visit cannot end as handled."),
        "",
        N_("Go through the open steps ({count}), or end the visit with “plan given”."),
    ),
    "visit.plan_code_unknown": ErrorWords(
        N_("No plan is kept under the code {typed}."),
        "",
        N_("Check the code on the paper. The plan may be kept at another service point, or it was not kept."),
    ),
    "visit.plan_code_mistyped": ErrorWords(
        N_("The code {typed} has a typing slip."), "", N_("Compare it with the paper letter by letter.")
    ),
    "visit.chain_broken": ErrorWords(
        N_("The journal of visits has been changed from outside the program."),
        N_("First place that does not fit: {where}, {reason}."),
        N_("Leave the data folder as it is and tell your administrator."),
    ),
    "visit.chain_broken.anchor": ErrorWords(
        N_("The journal of visits is not the one whose end was written down: it was cut, replaced or written anew."),
        N_("Written down: {where}."),
        N_("Leave the data folder as it is and tell your administrator. A restored backup has another end, too."),
    ),
    "visit.projections_differ": ErrorWords(
        N_("What the screens show is not what the journal says. The journal is whole, and nothing is lost."),
        N_("Tables: {tables}. Visits: {visits}."),
        N_("Close the window and run “desk casebook rebuild”: it makes them again from the journal."),
    ),
    "visit.nothing_to_undo": ErrorWords(N_("There is nothing to undo."), "", N_("Go on with the visit.")),
}
