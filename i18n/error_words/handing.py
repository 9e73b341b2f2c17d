"""What changes hands: documents, referrals, visits."""

from __future__ import annotations

from i18n.error_words.wording import TRY_AGAIN, ErrorWords
from i18n.translator import N_

_ASK_CITIZEN = N_("Read the words to the citizen, and go on only if they agree.")

WORDS = {
    "handing": ErrorWords(N_("This cannot change hands in this way."), "", TRY_AGAIN),
    "handing.not_in_time_here": ErrorWords(
        N_("This service point has no agreement on taking in documents for {agency}."),
        "",
        N_("Tell the citizen that no deadline is kept by leaving it here, and where to take it instead."),
    ),
    "handing.bad_document": ErrorWords(N_("The document cannot be received like this."), "", TRY_AGAIN),
    "handing.bad_document.pages": ErrorWords(
        N_("A document has from 1 to {most} pages."), "", N_("Count the pages together.")
    ),
    "handing.bad_document.what": ErrorWords(
        N_("It is not said what the document is."), "", N_("Choose it from the list, or write it in a few words.")
    ),
    "handing.bad_document.long": ErrorWords(
        N_("The text is too long."), N_("At most {most} characters."), N_("Say it in a few words.")
    ),
    "handing.bad_document.agency": ErrorWords(
        N_("There is no agency {agency}."), "", N_("Choose one from the list of agencies.")
    ),
    "handing.bad_document.authority": ErrorWords(
        N_("{agency} is no authority: documents are not taken in for it."),
        "",
        N_("Show the citizen where to take the document."),
    ),
    "handing.document_unknown": ErrorWords(
        N_("No document was received under the number {number}."), "", N_("Check the number on the receipt.")
    ),
    "handing.document_gone": ErrorWords(
        N_("The document {number} went on already."), "", N_("The list of documents says where and when.")
    ),
    "handing.same_authority": ErrorWords(
        N_("The document {number} was given for {agency}: this is no transfer."),
        "",
        N_("Mark it as sent, or choose another authority."),
    ),
    "handing.not_safe_to_tell": ErrorWords(
        N_("In this visit nobody is contacted in a way that they have not called safe."),
        "",
        N_("Tell them at the desk, or agree first on a way that is safe."),
    ),
    "handing.consent_missing": ErrorWords(
        N_("The citizen has not agreed to these very words."), N_("Code of the words: {code}."), _ASK_CITIZEN
    ),
    "handing.ground_missing": ErrorWords(N_("There is no ground to tell this."), "", _ASK_CITIZEN),
    "handing.ground_missing.mandate": ErrorWords(
        N_("No line of a mandate in force covers {agency} and all these kinds of data."),
        "",
        N_("Ask the citizen for consent, or leave out what no line covers."),
    ),
    "handing.ground_missing.law": ErrorWords(
        N_("The provision is missing: the act's number and the section, such as 434/2003, section 21."),
        "",
        N_("Write the provision, or ask the citizen for consent."),
    ),
    "handing.ground_missing.notice": ErrorWords(
        N_("A notice under {law} is made to the authority itself. Nothing of it is stored here."),
        "",
        N_("Make it in the way that the authority has for it. In an emergency call 112."),
    ),
    "handing.nothing_to_tell": ErrorWords(
        N_("It is not said what the agency is told."),
        "",
        N_("Choose at least one kind of data, and write at least one sentence."),
    ),
    "handing.referral_unknown": ErrorWords(
        N_("There is no such referral in this visit."), "", N_("Check the code on the citizen's copy.")
    ),
    "handing.not_handed_over": ErrorWords(
        N_("Nobody handed this visit over."), N_("Visit number {number}."), N_("Open it at the counter.")
    ),
    "handing.not_handed_over.another": ErrorWords(
        N_("The visit was handed over to somebody else."),
        N_("Visit number {number}."),
        N_("If you go on in their place, take it over: it is written down that you did."),
    ),
    "handing.waits_to_be_taken": ErrorWords(
        N_("The visit was handed over, and nobody has taken it yet."),
        N_("Visit number {number}."),
        N_("Take it over first: then it is written down who goes on."),
    ),
    "handing.paper_erased": ErrorWords(
        N_("The paper was erased with the visit."),
        N_("Document {number}."),
        N_("The list of documents still says when it came and when it went on."),
    ),
}
