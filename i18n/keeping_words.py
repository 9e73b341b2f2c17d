"""Words of what is kept and of what the journal tells, for the screen, the command line and papers alike."""

from __future__ import annotations

from i18n.translator import NP_

CATEGORY_WORDS = {
    "plan": NP_("what is kept", "Plans kept for follow-up"),
    "receipt": NP_("what is kept", "Receipts of documents"),
    "mandate": NP_("what is kept", "Mandates and acts under them"),
    "log": NP_("what is kept", "Events of the log"),
}
"""By category (``desk.model.keeping``)."""

_ANSWER = NP_("event of the journal", "An answer was written down or changed")
_STEP = NP_("event of the journal", "A step was agreed or changed")
_ERRANDS = NP_("event of the journal", "It was settled which matters the visit is about")
_FOLLOWED = NP_("event of the journal", "The plan was followed up")
_MANDATE = NP_("event of the journal", "A mandate was made, checked or withdrawn")
_DOCUMENT = NP_("event of the journal", "A document was taken in or sent on")
_SHARED = NP_("event of the journal", "The matter was referred to an agency")
_COLLEAGUE = NP_("event of the journal", "The visit went from one colleague to another")
_PERSON = NP_("event of the journal", "It was written down or erased who you are")
_MEETING = NP_("event of the journal", "It was settled how you are helped")
_KEPT = NP_("event of the journal", "Something was erased because its time was over")

EVENT_WORDS = {
    "VisitOpened": NP_("event of the journal", "The visit began"),
    "VisitParked": NP_("event of the journal", "The visit was set aside"),
    "VisitResumed": NP_("event of the journal", "The visit was taken up again"),
    "VisitEnded": NP_("event of the journal", "The visit ended"),
    "VisitDiscarded": NP_("event of the journal", "What was said in the visit was erased"),
    "CaseRead": NP_("event of the journal", "The visit was opened and read"),
    "CaseExported": NP_("event of the journal", "Everything that is kept was written out"),
    "PaperMade": NP_("event of the journal", "A paper was saved or printed"),
    "ReceiptGiven": NP_("event of the journal", "A paper was saved or printed"),
    "CorrectionGiven": NP_("event of the journal", "You were told what was wrong in the advice"),
    "PlanAgreed": NP_("event of the journal", "The plan was agreed with you"),
    "PlanCodeGiven": NP_("event of the journal", "The plan got its code"),
    "IdentityCodeShown": NP_("event of the journal", "Your identity code was looked at"),
    "ActedFor": NP_("event of the journal", "Something was done in your name"),
    "FactsCarried": NP_("event of the journal", "Answers were taken over from an earlier visit of yours"),
    "NoticeGiven": NP_("event of the journal", "You were told where a document went"),
    **dict.fromkeys(("AnswerGiven", "AnswerWithdrawn", "AnswerUndone", "AnswerRedone", "AnswersReadBack"), _ANSWER),
    **dict.fromkeys(("StepDecided", "StepNoted", "StepKeptOff", "WayChosen", "HintDecided"), _STEP),
    **dict.fromkeys(("ErrandAdded", "ErrandRemoved", "ErrandsTaken", "ErrandsDiffered", "ErrandsStayed"), _ERRANDS),
    **dict.fromkeys(("ProgressSet", "ResultTold", "CallBackPromised", "CallBackSettled", "ContactAgreed"), _FOLLOWED),
    **dict.fromkeys(
        ("CapacityChecked", "MandateDrawn", "MandateSigned", "LinesWithdrawn", "RegisterChecked"), _MANDATE
    ),
    **dict.fromkeys(("DocumentReceived", "DocumentSent"), _DOCUMENT),
    **dict.fromkeys(("Referred", "ReferralAnswered", "ReferralBroke"), _SHARED),
    **dict.fromkeys(("HandedOver", "TakenOver"), _COLLEAGUE),
    **dict.fromkeys(("PersonNamed", "PersonForgotten"), _PERSON),
    **dict.fromkeys(("ProfileSet", "ChannelChanged", "CardSaid", "NeedsMapped"), _MEETING),
    **dict.fromkeys(("ExpertBooked", "ExpertCancelled"), _MEETING),
    **dict.fromkeys(("KeepingEnded", "ActsForgotten", "LogForgotten"), _KEPT),
}
"""By the kind of event (``desk.events``)."""
OTHER_EVENT = NP_("event of the journal", "Something was written down")

DECISION_WORDS = {
    "handled": NP_("what was decided of a step", "handled"),
    "agreed": NP_("what was decided of a step", "agreed"),
    "declined": NP_("what was decided of a step", "you did not want it"),
    "postponed": NP_("what was decided of a step", "later"),
}
CHANNEL_WORDS = {
    "desk": NP_("how we met", "at the desk"),
    "phone": NP_("how we met", "by telephone"),
    "remote": NP_("how we met", "by remote connection"),
    "outreach": NP_("how we met", "at your home or elsewhere"),
    "letter": NP_("how we met", "by letter"),
    "message": NP_("how we met", "by secure message"),
}
CONTACT_WORDS = {
    "phone": NP_("way to reach you", "Telephone"),
    "text_message": NP_("way to reach you", "Text message"),
    "email": NP_("way to reach you", "E-mail"),
    "letter": NP_("way to reach you", "Letter"),
    "through_somebody": NP_("way to reach you", "Through somebody"),
    "comes_back": NP_("way to reach you", "You come back"),
}
