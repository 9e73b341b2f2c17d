"""The catalogue."""

from __future__ import annotations

from i18n.error_words.wording import LATER, TRY_AGAIN, ErrorWords
from i18n.translator import N_

WORDS = {
    "catalogue": ErrorWords(N_("The service catalogue cannot be used now."), "", TRY_AGAIN),
    "catalogue.service_unknown": ErrorWords(
        N_("This service is not in the catalogue on this computer."),
        N_("Service: {service}."),
        N_("Search for it by name. It may have been removed from the national catalogue."),
    ),
    "catalogue.service_withdrawn": ErrorWords(
        N_("“{name}” is no longer in the national service catalogue."),
        N_("It was taken out by {day}. Its number was {service}."),
        N_("Search for what has taken its place, or ask the agency that gave the service."),
    ),
    "catalogue.search_unreadable": ErrorWords(
        N_("Nothing can be searched with “{query}”."), "", N_("Write at least one word or the beginning of one.")
    ),
    "catalogue.import_cancelled": ErrorWords(
        N_("The import was stopped. The catalogue is as it was before."), "", N_("Start it again when it suits.")
    ),
    "catalogue.import_cancelled.refresh": ErrorWords(
        N_("The refresh of the catalogue was stopped. The catalogue is as it was before."),
        "",
        N_("Start it again when it suits: what was fetched is kept, and it goes on from there."),
    ),
    "catalogue.refresh_fell_over": ErrorWords(
        N_("The refresh of the catalogue ended by mistake. The catalogue is as it was before."), "", LATER
    ),
}
