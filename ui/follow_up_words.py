"""The words of follow-up: how far a step is, whose turn, what came of it, and how somebody is found again."""

from __future__ import annotations

from desk.model.due import DueKind
from desk.model.follow_up import Blocker, CallBackEnd, Progress, Result, StepOwner
from desk.model.person import ContactKind
from i18n.translator import NP_, Words

PROGRESS = {
    Progress.TO_DO: NP_("how far a step is", "to do"),
    Progress.WAITING: NP_("how far a step is", "waiting for the agency"),
    Progress.DONE: NP_("how far a step is", "done"),
    Progress.DECLINED: NP_("how far a step is", "declined"),
    Progress.EXPIRED: NP_("how far a step is", "its time is over"),
}
TONES = {
    Progress.TO_DO: "accent",
    Progress.WAITING: "attention",
    Progress.DONE: "done",
    Progress.DECLINED: "quiet",
    Progress.EXPIRED: "danger",
}
OWNERS = {
    StepOwner.CITIZEN: NP_("whose turn a step is", "the citizen"),
    StepOwner.DESK: NP_("whose turn a step is", "this desk"),
    StepOwner.AGENCY: NP_("whose turn a step is", "the agency"),
}
RESULTS = {
    Result.GRANTED: NP_("what an agency decided", "granted"),
    Result.REFUSED: NP_("what an agency decided", "refused"),
    Result.PARTLY: NP_("what an agency decided", "granted in part"),
    Result.UNKNOWN: NP_("what an agency decided", "decided, how is not known"),
}
BLOCKERS = {
    Blocker.E_ID: NP_("what blocks a step", "no e-ID, or it did not work"),
    Blocker.LANGUAGE: NP_("what blocks a step", "language"),
    Blocker.SITE_DOWN: NP_("what blocks a step", "the e-service did not work"),
    Blocker.NO_ANSWER: NP_("what blocks a step", "nobody answered the telephone"),
    Blocker.DOCUMENT: NP_("what blocks a step", "a document is missing"),
    Blocker.OTHER: NP_("what blocks a step", "something else"),
}
WAYS = {
    ContactKind.PHONE: NP_("way to reach somebody", "by telephone"),
    ContactKind.TEXT_MESSAGE: NP_("way to reach somebody", "by text message"),
    ContactKind.EMAIL: NP_("way to reach somebody", "by e-mail"),
    ContactKind.LETTER: NP_("way to reach somebody", "by letter"),
    ContactKind.THROUGH_SOMEBODY: NP_("way to reach somebody", "through a person or a place"),
    ContactKind.COMES_BACK: NP_("way to reach somebody", "comes to the service point"),
}
AVOID = {
    ContactKind.PHONE: NP_("unsafe way to reach somebody", "do not call"),
    ContactKind.TEXT_MESSAGE: NP_("unsafe way to reach somebody", "send no text message"),
    ContactKind.EMAIL: NP_("unsafe way to reach somebody", "send no e-mail"),
    ContactKind.LETTER: NP_("unsafe way to reach somebody", "send no letter"),
    ContactKind.THROUGH_SOMEBODY: NP_("unsafe way to reach somebody", "tell nobody else"),
    ContactKind.COMES_BACK: NP_("unsafe way to reach somebody", "the citizen is not to be seen here"),
}
ENDS = {
    CallBackEnd.REACHED: NP_("what came of a call-back", "Reached"),
    CallBackEnd.NOT_REACHED: NP_("what came of a call-back", "Not reached: again in three days"),
    CallBackEnd.NOT_NEEDED: NP_("what came of a call-back", "Not needed"),
}
DUE = {
    DueKind.DEADLINE: NP_("why something is on the day list", "deadline"),
    DueKind.CHECK: NP_("why something is on the day list", "look whether it has come"),
    DueKind.SILENCE: NP_("why something is on the day list", "an answer was expected by now: ask"),
    DueKind.APPEAL: NP_("why something is on the day list", "last day to ask for a change of a refusal"),
    DueKind.CALL_BACK: NP_("why something is on the day list", "be in touch, as promised"),
    DueKind.COMES_BACK: NP_("why something is on the day list", "the citizen comes back"),
    DueKind.MANDATE_ENDS: NP_("why something is on the day list", "a mandate ends"),
    DueKind.REGISTER_CHECK: NP_("why something is on the day list", "check the mandate in the register"),
    DueKind.DOCUMENT: NP_("why something is on the day list", "a document has to be sent on"),
    DueKind.HAND_OVER: NP_("why something is on the day list", "handed over: somebody goes on"),
    DueKind.CORRECTION: NP_("why something is on the day list", "a rule was wrong: a correction is owed"),
}


def how_not_to(avoid: tuple[ContactKind, ...], reach: ContactKind | None, words: Words) -> str:
    """What must not be done to reach somebody, and what is done instead; empty when nothing is unsafe."""
    if not avoid:
        return ""
    never = ", ".join(words.ptext(*AVOID[kind]) for kind in avoid)
    if reach is None:
        return words.text("Not safe: {never}.", never=never)
    return words.text("Not safe: {never}. Safe: {way}.", never=never, way=words.ptext(*WAYS[reach]))
