"""Make the plan in the citizen's language: every text, phone and address copied, so that it stands by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from desk.errands.wording import Wording
from desk.errors import NotReadBack, VisitEnded
from desk.events import PlanAgreed
from desk.model.ids import AgencyId, VisitId
from desk.model.path import Path
from desk.model.plan import Plan, PlanExpert, PlanMeeting, WhoToAsk, Words
from desk.model.plan_code import written
from desk.model.visit import Visit, VisitChannel
from desk.usecases.discretion import Discretion, kept_off, left_off, silent_on_safety
from desk.usecases.point_details import PointDetails
from desk.usecases.shelf import Shelf
from desk.usecases.standing_plan import standing
from desk.usecases.visit_errands import VisitErrands
from desk.usecases.visit_journal import VisitJournal
from desk.usecases.visit_path import path_of_visit
from desk.usecases.word_hints import hint_in_words, is_left
from desk.usecases.word_path import PathWords
from i18n.language import Language
from i18n.translator import Domain

PUBLIC_SERVICE_INFO = AgencyId("public_service_info")
"""Asked when the desk has not said who it is."""

Remarked = Callable[[Plan, Path], Plan]
"""Adds to the steps of a plan what is no part of the path: notes for citizens, old information, broken links."""


class MakePlan:
    """The path as it stands, with what was decided, becomes a plan."""

    def __init__(self, journal: VisitJournal, point: PointDetails, errands: VisitErrands, remarked: Remarked) -> None:
        self._journal = journal
        self._point = point
        self._errands = errands
        self._remarked = remarked

    def preview(self, visit: VisitId, language: Language, *, easy: bool = False) -> Plan:
        """Return the plan as it would be agreed now; of an ended visit, the plan as it was agreed and as it stands.

        ``easy``: in easy words even when the visit's profile does not ask for them.

        Raises ``VisitEnded`` when it was erased: a plan made from nothing would look like somebody's.
        """
        state = self._journal.load(visit)
        if state.erased:
            raise VisitEnded(number=state.number)
        ended = state.plan if not state.is_open else None
        plan = ended or self._plan(state, language, easy=easy)
        return standing(plan, state, lambda: self._errands.of(state), self._errands.shelf.clock.today())

    def agree(self, visit: VisitId, language: Language) -> Visit:
        """Store the plan as agreed. Raises ``NotReadBack``: on the telephone the citizen hears their answers first."""
        state = self._journal.load_open(visit)
        if state.channel is VisitChannel.PHONE and state.answers and not state.read_back:
            raise NotReadBack(number=state.number)
        return self._journal.record(visit, PlanAgreed(self._plan(state, language)))

    def _plan(self, visit: Visit, language: Language, *, easy: bool = False) -> Plan:
        shown = replace(visit, profile=visit.profile.with_easy_words()) if easy else visit
        rules = self._errands.of(shown)
        return plan_of(rules.shelf, rules.visit, language, self.who_to_ask(language), self._remarked)

    def who_to_ask(self, language: Language) -> WhoToAsk:
        """Return who made the paper and can be asked: this desk, else Public Service Info."""
        return self._point.read(language) or public_service_info(self._errands.shelf, language)


def _nothing_to_remark(plan: Plan, path: Path) -> Plan:
    del path
    return plan


def plan_of(
    shelf: Shelf, visit: Visit, language: Language, ask: WhoToAsk, remarked: Remarked = _nothing_to_remark
) -> Plan:
    """Return the plan of a visit as it stands today."""
    path = path_of_visit(shelf.bundle, visit, shelf.clock.today())
    wording = shelf.wording(language, easy=visit.profile.wants_easy_words)
    words = PathWords(wording, visit, path)
    steps = (*words.steps(path), *(() if path.discreet else words.past(path)))
    hints = tuple(hint_in_words(hint, wording, visit) for hint in path.hints if not is_left(hint, visit))
    telling, off = left_off(shelf.bundle, path), kept_off(visit, path)
    on_paper = tuple(step for step in steps if step.id not in off | telling)
    quiet = Discretion(telling, language)
    plan = Plan(
        title=_title(shelf, path, wording),
        language=language,
        made_on=path.as_of,
        content_version=path.version,
        steps=quiet.steps(on_paper) if path.discreet else silent_on_safety(on_paper, shelf.bundle, wording),
        ask=ask,
        discreet=path.discreet,
        plan_code=written(visit.plan_code) if visit.plan_code and not path.discreet else None,
        hints=quiet.hints(hints) if path.discreet else hints,
        left_out=tuple(step.title.text for step in steps if step.id in telling),
        kept_off=tuple(step.title.text for step in steps if step.id in off - telling),
        meetings=tuple(_with_experts(visit, wording, path)),
        easy=any(wording.is_easy(step.id) for step in on_paper),
    )
    return remarked(plan, path)


def _with_experts(visit: Visit, wording: Wording, path: Path) -> Iterator[PlanMeeting]:
    """The meetings with authorities' experts that are still to come, and those that were called off."""
    meetings = (*visit.experts.values(), *visit.experts_off.values())
    for each in sorted(meetings, key=lambda each: each.at):
        if each.at.date() < path.as_of:
            continue
        named = PlanExpert(
            each.id,
            each.at.time(),
            moved_from=each.moved_from,
            revision=each.revision,
            called_off=each.id in visit.experts_off,
        )
        if not path.discreet:
            named = replace(named, agency=wording.agency(each.agency), room=each.room)
        yield PlanMeeting(each.at.date(), calls=False, expert=named)


def _title(shelf: Shelf, path: Path, wording: Wording) -> Words:
    if path.discreet or not path.errands:
        return Words(shelf.lexicon.words(wording.language, Domain.CITIZEN).text("Your plan"))
    titles = [wording.errand_title(errand) for errand in path.errands]
    fallback = next((title.fallback for title in titles if title.fallback is not None), None)
    return Words(" · ".join(title.text for title in titles), fallback)


def public_service_info(shelf: Shelf, language: Language) -> WhoToAsk:
    """Return whom anyone in Finland can ask which authority a matter belongs to."""
    wording = shelf.wording(language)
    defined = wording.agency_definition(PUBLIC_SERVICE_INFO)
    phone = wording.contact(defined.phone) if defined else None
    return WhoToAsk(
        name=wording.agency(PUBLIC_SERVICE_INFO),
        phone=phone.text if phone else "",
        hours=(phone.hours or "") if phone else "",
        is_maker=False,
    )
