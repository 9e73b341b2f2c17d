"""Refer a citizen to an agency: exactly what it is told, and on what ground.

Another authority is told something only with the citizen's consent, under a mandate, or by law (finland.md 1.8, 10).
Consent is to the very words, and is asked anew each time: its code is made from the words, the visit and how many
referrals it has already, so that no yes is ever used twice, nor for other words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from desk.errors import ConsentMissing, GroundMissing, NothingToTell, PlanCodeMistyped, ReferralUnknown
from desk.events import ReferralAnswered, ReferralBroke, Referred, VisitEvent
from desk.model.handed import ReferralStory
from desk.model.handing import Break, Referral, ReferralEnd, ReferralGround
from desk.model.handing_papers import REFERRAL, ReferralPaper
from desk.model.ids import AgencyId, HandingId, PlanCode, VisitId, uuid7
from desk.model.mandate import DataKind
from desk.model.mandate_code import written_code
from desk.model.mandate_rules import Allowed, Circumstances, Deed, allows
from desk.model.mandate_state import closed_by_plan
from desk.model.plan_code import draw_code, read_code, written
from desk.model.role import Function
from desk.model.spoken_code import ALPHABET
from desk.model.visit import Visit
from desk.usecases.duty import Duty
from desk.usecases.handing_words import HandingWords, free_words
from desk.usecases.visit_journal import VisitJournal
from i18n.handing_words import consent_asked
from i18n.language import Language
from i18n.translator import Domain

MOST_SENTENCES = 12
_CODE_LETTERS = 8
_PROVISION = re.compile(r"\b\d{1,4}/\d{4}\b.*(?:\b\d+ ?[a-zåäö]? ?§|\b(?:section|sec\.|§) ?\d+)", re.IGNORECASE)
_ACT_NUMBER = re.compile(r"\b\d{1,4}/\d{4}\b")
NOTICES = frozenset({"417/2007", "1301/2014", "980/2012"})
"""Child welfare, social welfare and old people's acts: their notices are made to the authority itself, by those whom
the acts list. The desk guides there, and stores nothing of it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What an agency is to be told, as it stands on the screen."""

    agency: AgencyId
    kinds: frozenset[DataKind]
    sentences: tuple[str, ...]
    ground: ReferralGround = ReferralGround.CONSENT
    law: str = ""
    follow: bool = False
    """The citizen wants the desk to know what came of it: their copy has a code."""


@dataclass(frozen=True, slots=True)
class Consent:
    """The words to read to the citizen, and the code that stands for them this once."""

    words: str
    code: str


class Refer:
    """Nothing is told that was not shown to the citizen first."""

    def __init__(self, journal: VisitJournal, words: HandingWords, duty: Duty) -> None:
        self._journal = journal
        self._words = words
        self._duty = duty

    def consent(self, visit: VisitId, telling: Telling, language: Language | None = None) -> Consent:
        """Return what the citizen is asked, in their own language. Raises ``NothingToTell`` and ``SecretInText``."""
        state = self._journal.load_open(visit)
        return self._consent(state, self._checked(telling), language or state.profile.citizen_language)

    def __call__(self, visit: VisitId, telling: Telling, consented: str = "") -> Visit:
        """Refer the citizen; ``consented``: the code of the words that they said yes to just now.

        Raises ``NotYourRole``, ``NothingToTell``, ``SecretInText``, ``ConsentMissing`` and ``GroundMissing``.
        """
        self._duty.require(Function.REFER)
        state = self._journal.load_open(visit)
        tidy = self._checked(telling)
        referral = self._grounded(state, self._drawn(state, tidy), tidy, consented)
        return self._journal.record(visit, Referred(referral, self._paper(state, referral)))

    def story(self, visit: VisitId, id: HandingId) -> ReferralStory:
        """Return a referral as it stands; raises ``ReferralUnknown``."""
        state = self._journal.load(visit)
        if id not in state.referrals:
            raise ReferralUnknown
        return state.referrals[id]

    def by_code(self, visit: Visit, typed: str) -> ReferralStory | None:
        """Return the referral whose copy has this code; nothing when it is the code of the plan."""
        try:
            code = read_code(typed)
        except PlanCodeMistyped:
            return None
        return next((story for story in visit.referrals.values() if story.referral.code == code), None)

    def told(self, visit: VisitId, id: HandingId, end: ReferralEnd) -> Visit:
        """Close the loop: what the citizen or the agency says became of it."""
        return self._after(visit, id, ReferralAnswered(id, end, self._today))

    def broke(self, visit: VisitId, id: HandingId, how: Break) -> Visit:
        """Note where a matter broke off between agencies. The note outlives the visit, and says nothing of a person."""
        story = self.story(visit, id)
        return self._after(visit, id, ReferralBroke(id, story.referral.agency, how, self._today))

    @property
    def _today(self) -> date:
        return self._words.errands.shelf.clock.today()

    def _after(self, visit: VisitId, id: HandingId, event: VisitEvent) -> Visit:
        self._duty.require(Function.REFER)
        self.story(visit, id)
        return self._journal.record(visit, event)

    def _checked(self, telling: Telling) -> Telling:
        self._words.defined(telling.agency)
        sentences = tuple(tidy for each in telling.sentences if (tidy := free_words(each)))
        if not telling.kinds or not sentences or len(sentences) > MOST_SENTENCES:
            raise NothingToTell
        return replace(telling, sentences=sentences, law=free_words(telling.law))

    def _consent(self, visit: Visit, telling: Telling, language: Language) -> Consent:
        shelf = self._words.errands.shelf
        words = shelf.lexicon.words(language, Domain.CITIZEN)
        told = consent_asked(words, shelf.wording(language).agency(telling.agency), telling.kinds)
        said = "\n".join((told, *(f"– {sentence}" for sentence in telling.sentences)))
        bound = "\n".join((visit.id, str(len(visit.referrals)), telling.agency, *sorted(telling.kinds), said))
        digest = int.from_bytes(sha256(bound.encode()).digest(), "big")
        letters = "".join(ALPHABET[digest >> 5 * at & 31] for at in range(_CODE_LETTERS))
        return Consent(said, f"{letters[:4]}-{letters[4:]}")

    def _drawn(self, visit: Visit, telling: Telling) -> Referral:
        clock = self._words.errands.shelf.clock
        discreet = visit.profile.is_discreet or self._words.errands.path(visit).discreet
        return Referral(
            id=HandingId(uuid7(int(clock.now().timestamp() * 1000))),
            agency=telling.agency,
            on=clock.today(),
            ground=telling.ground,
            kinds=telling.kinds,
            sentences=telling.sentences,
            code=PlanCode(draw_code()) if telling.follow and not discreet else None,
            by=self._duty.member,
        )

    def _grounded(self, visit: Visit, referral: Referral, telling: Telling, consented: str) -> Referral:
        """The referral with the ground that allows it, or an error that says which one is missing."""
        match telling.ground:
            case ReferralGround.CONSENT:
                asked = self._consent(visit, telling, visit.profile.citizen_language)
                if consented.strip().upper() != asked.code:
                    raise ConsentMissing(code=asked.code)
                return replace(referral, consented_to=asked.words)
            case ReferralGround.MANDATE:
                deed = Deed(tuple(visit.errands), telling.agency, telling.kinds)
                found = allows(visit, deed, Circumstances(self._today, closed_by_plan(visit)))
                if not isinstance(found, Allowed):
                    name = self._words.errands.shelf.wording(self._words.ours).agency(telling.agency)
                    raise GroundMissing(kind="mandate", agency=name)
                return replace(referral, mandate=found.mandate, line=found.line)
            case ReferralGround.LAW:
                return replace(referral, law=_provision(telling.law))

    def _paper(self, visit: Visit, referral: Referral) -> ReferralPaper:
        edges = self._words.edges(visit, REFERRAL)
        person = visit.person if DataKind.CONTACT in referral.kinds else None
        contact = person.contact if person is not None else None
        mandate = visit.mandates[referral.mandate].mandate if referral.mandate is not None else None
        return ReferralPaper(
            edges=edges,
            number=f"{visit.number}-{len(visit.referrals) + 1}",
            on=referral.on,
            agency=self._words.agency(edges, referral.agency),
            ground=referral.ground,
            kinds=referral.kinds,
            sentences=referral.sentences,
            law=referral.law,
            mandate=written_code(mandate.code) if mandate is not None else "",
            consented_to=referral.consented_to,
            name=person.name if person is not None else "",
            contact=contact.where if contact is not None and contact.safe else "",
            code=written(referral.code) if referral.code is not None else "",
            by=self._words.member_name(referral.by),
        )


def _provision(law: str) -> str:
    """A provision as it was named. Raises ``GroundMissing`` when none is, or when the desk writes no such notice."""
    if not _PROVISION.search(law):
        raise GroundMissing(kind="law")
    notice = next((act for act in _ACT_NUMBER.findall(law) if act in NOTICES), None)
    if notice is not None:
        raise GroundMissing(kind="notice", law=notice)
    return law
