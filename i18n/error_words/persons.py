"""Who the citizen is."""

from __future__ import annotations

from i18n.error_words.wording import TRY_AGAIN, ErrorWords
from i18n.translator import N_

_STAYS = N_("Nothing was stored. What was written is still on the screen.")
_AS_ANONYMOUS = N_("Correct it, or go on without it: the visit may stay anonymous.")

WORDS = {
    "person": ErrorWords(N_("This cannot be done with what is known of the citizen."), "", TRY_AGAIN),
    "person.refused": ErrorWords(N_("What was written of the citizen cannot be stored."), _STAYS, _AS_ANONYMOUS),
    "person.refused.name_missing": ErrorWords(
        N_("There is no name."), _STAYS, N_("Write the name as the citizen says it, or let the visit be anonymous.")
    ),
    "person.refused.name_length": ErrorWords(
        N_("The name is too long."), _STAYS, N_("Write the name alone. Nothing else belongs in this field.")
    ),
    "person.refused.born_later": ErrorWords(N_("The birth date is in the future."), _STAYS, _AS_ANONYMOUS),
    "person.refused.born_long_ago": ErrorWords(
        N_("Nobody who lives now was born on that day."), _STAYS, N_("Check the year of the birth date.")
    ),
    "person.refused.birth_unread": ErrorWords(
        N_("The birth date cannot be read."), _STAYS, N_("Write it as 24.12.1948.")
    ),
    "person.refused.code_wrong": ErrorWords(
        N_("The identity code has a typing slip: its check character does not match."),
        _STAYS,
        N_("Compare it with the document character by character."),
    ),
    "person.refused.code_without_ground": ErrorWords(
        N_("An identity code is stored only where the Data Protection Act (29 §) allows it."),
        _STAYS,
        N_("Choose the ground on which it is stored, or leave the identity code out."),
    ),
    "person.refused.code_without_proof": ErrorWords(
        N_("Nobody is identified by an identity code alone, nor by the code and a name."),
        _STAYS,
        N_("Say how you saw who the citizen is, or leave the identity code out."),
    ),
    "person.refused.code_of_another_day": ErrorWords(
        N_("The identity code belongs to somebody born on another day."),
        _STAYS,
        N_("Check the birth date and the identity code."),
    ),
    "person.refused.contact_missing": ErrorWords(
        N_("How the citizen is reached is chosen, and nothing says where."),
        _STAYS,
        N_("Write the number or the address, or choose that the citizen comes back."),
    ),
    "person.refused.phone": ErrorWords(
        N_("That is no telephone number."), _STAYS, N_("Write digits, as 040 123 4567 or +358 40 123 4567.")
    ),
    "person.refused.email": ErrorWords(
        N_("That is no e-mail address."), _STAYS, N_("It has one @, and a dot behind it.")
    ),
    "person.nobody": ErrorWords(
        N_("The visit is anonymous: nobody is named."),
        N_("Visit number {number}."),
        N_("Name the citizen first, if the matter needs it."),
    ),
    "person.held": ErrorWords(
        N_("The visit cannot be anonymous again: a mandate of it names the citizen."),
        N_("Visit number {number}."),
        N_("The name goes with the visit, when it ends without follow-up or is erased."),
    ),
    "person.another": ErrorWords(
        N_("The earlier visit is of another person, or it says nothing that may be used again."),
        N_("Nothing was carried over."),
        N_("Ask the questions in this visit."),
    ),
}
