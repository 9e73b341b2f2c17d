"""Errands."""

from __future__ import annotations

from i18n.error_words.wording import FILE, TRY_AGAIN, ErrorWords
from i18n.translator import N_

WORDS = {
    "errand": ErrorWords(N_("The errands cannot be used now."), "", TRY_AGAIN),
    "errand.unknown": ErrorWords(
        N_("There is no errand “{errand}”."), "", N_("“desk errands list” shows all the errands.")
    ),
    "errand.unknown.mistyped": ErrorWords(
        N_("There is no errand “{errand}”."), "", N_("Did you mean {meant}? “desk errands list” shows all the errands.")
    ),
    "errand.step_unknown": ErrorWords(
        N_("There is no step “{step}”."), "", N_("“desk errands show” lists the steps of an errand.")
    ),
    "errand.broken": ErrorWords(
        N_("The errands did not pass the check: {reason}."), "", N_("“desk errands check” lists what has to be mended.")
    ),
    "errand.bundle_missing": ErrorWords(
        N_("The errands have not been prepared on this computer."), FILE, N_("Run “make setup” and start again.")
    ),
    "errand.fact_unknown": ErrorWords(
        N_("No errand asks for “{fact}”."), "", N_("“desk errands show” lists the facts of an errand.")
    ),
    "errand.case_unknown": ErrorWords(
        N_("The errand “{errand}” has no example “{case}”."), "", N_("Name one of these: {known}.")
    ),
    "errand.no_name": ErrorWords(
        N_("“{name}” cannot be the name of an errand."),
        "",
        N_("Write lower-case letters a–z, digits and _ only, with a letter first: moving_abroad."),
    ),
    "errand.exists": ErrorWords(
        N_("There is an errand “{errand}” already."),
        FILE,
        N_("Choose another name, or go on with the one that is there."),
    ),
    "errand.nothing_own": ErrorWords(
        N_("There is nothing of an errand in that folder."),
        FILE,
        N_("It is laid out as the program's own: errands/…, facts/…, parameters/…, texts/…."),
    ),
    "errand.own_unfit": ErrorWords(
        N_("The region's own errands do not fit this version of the program, which uses its own: {reason}"),
        FILE,
        N_("Nothing is lost. “desk errands own show” lists what has to be mended."),
    ),
    "errand.answer_refused": ErrorWords(
        N_("“{said}” is not an answer to “{fact}”: {why}."),
        "",
        N_("Give another answer. “desk errands show” lists the answers that are possible."),
    ),
}
