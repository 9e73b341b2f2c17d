"""Who works here, and who may do what."""

from __future__ import annotations

from i18n.error_words.wording import ErrorWords
from i18n.translator import N_

_ASK = N_("Ask somebody whose role it is, or sign in again in that role.")
_WHAT = {
    "help": N_("Your role does not cover visits."),
    "keep_plan": N_("In your role nothing that a citizen said is kept after the visit."),
    "name_person": N_("In your role nobody's name is written down."),
    "find_person": N_("Your role does not cover looking people up."),
    "act_for": N_("Your role does not cover acting for a citizen."),
    "receive_documents": N_("In your role no documents are received."),
    "refer": N_("Your role does not cover handing over and referring."),
    "follow_up": N_("Your role does not cover plans that were kept."),
    "give_data": N_("Your role does not cover giving out or erasing what is kept of a person."),
    "read_journal": N_("Your role does not cover the journal."),
    "keep_casebook": N_("Your role does not cover keeping the casebook: backups, checks, retention."),
    "set_up_point": N_("Your role does not cover the set-up of the service point."),
    "keep_staff": N_("Your role does not cover who works here."),
    "keep_content": N_("Your role does not cover notes, errands and the settings of the catalogue."),
}

WORDS = {
    "role": ErrorWords(N_("Your role does not allow this."), "", _ASK),
    "role.not_yours": ErrorWords(N_("Your role does not allow this."), "", _ASK),
    **{f"role.not_yours.{function}": ErrorWords(what, "", _ASK) for function, what in _WHAT.items()},
    "role.nobody_signed_in": ErrorWords(
        N_("Nobody has signed in at this desk."),
        "",
        N_("Sign in; on the command line give --as with your name, and the PIN in DESK_PIN."),
    ),
    "role.not_held": ErrorWords(
        N_("{name} does not work here in the role “{role}”."), "", N_("Choose one of these: {roles}.")
    ),
    "role.not_chosen": ErrorWords(
        N_("{name} has more than one role."), "", N_("Say which, for example --as “{name}:{role}”.")
    ),
    "role.member_unknown": ErrorWords(
        N_("Nobody called “{member}” works at this desk."), "", N_("“desk staff list” shows who does.")
    ),
    "role.member_refused": ErrorWords(N_("This cannot be kept of a colleague."), "", N_("Check it and try again.")),
    "role.member_refused.name": ErrorWords(
        N_("The name is empty or too long."), "", N_("Write a name of up to {most} characters.")
    ),
    "role.member_refused.taken": ErrorWords(
        N_("Somebody called “{name}” works here already."), "", N_("Add something that tells the two apart.")
    ),
    "role.member_refused.roles": ErrorWords(N_("No role was chosen."), "", N_("Choose at least one role.")),
    "role.member_refused.first": ErrorWords(
        N_("The first one who is written down must be a supervisor with a PIN: else nobody could add the others."),
        "",
        N_("Begin with the supervisor."),
    ),
    "role.member_refused.retired": ErrorWords(
        N_("{name} does not work here any longer."), "", N_("Add them anew if they are back.")
    ),
    "role.last_supervisor": ErrorWords(
        N_("{name} is the last supervisor who can sign in, and somebody has to be."),
        "",
        N_("First give another colleague that role and a PIN."),
    ),
    "role.pin_refused": ErrorWords(
        N_("This PIN cannot be used."), "", N_("Choose {least} to {most} digits that are hard to guess.")
    ),
    "role.pin_refused.digits": ErrorWords(
        N_("A PIN is made of digits alone."), "", N_("Choose {least} to {most} digits that are hard to guess.")
    ),
    "role.pin_refused.length": ErrorWords(
        N_("The PIN is too short or too long."), "", N_("Choose {least} to {most} digits that are hard to guess.")
    ),
    "role.pin_refused.same": ErrorWords(
        N_("A PIN of one and the same digit is the first that anybody tries."),
        "",
        N_("Choose {least} to {most} digits that are hard to guess."),
    ),
    "role.pin_refused.sequence": ErrorWords(
        N_("A PIN whose digits follow one another is the first that anybody tries."),
        "",
        N_("Choose {least} to {most} digits that are hard to guess."),
    ),
    "role.pin_wrong": ErrorWords(
        N_("This is not the PIN of {name}."), "", N_("Try again. Nothing is lost, however often it is wrong.")
    ),
    "role.pin_not_given": ErrorWords(
        N_("No PIN was given for {name}."), "", N_("Give it in DESK_PIN; the supervisor can give a new one.")
    ),
    "role.idle_minutes": ErrorWords(
        N_("The desk cannot lock itself after {given} minutes."), "", N_("Choose one of these: {offered}.")
    ),
    "role.pin_wait": ErrorWords(
        N_("The PIN of {name} was wrong several times."),
        "",
        N_("Wait {seconds} seconds before the next try. Nothing is lost meanwhile."),
    ),
}
