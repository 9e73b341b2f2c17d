"""The papers of a channel, made from the visit: nothing that is typed for one of them is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desk.errors import AddressMissing, MeetingRefused
from desk.events import PaperMade
from desk.model.channel_papers import CoverLetter, MeetingSlip, ScriptPaper, ScriptPart
from desk.model.ids import HandingId, VisitId
from desk.model.plan_code import written
from desk.model.visit import Visit, VisitChannel
from desk.ports import Clock, PaperMaker, PaperOptions
from desk.usecases.experts import Experts
from desk.usecases.kept_text import without_secret
from desk.usecases.make_plan import MakePlan
from desk.usecases.telephone import ScriptLine, Telephone
from desk.usecases.visit_journal import VisitJournal

_MOST_LINES, _LONGEST_LINE, _LONGEST_WORDS = 6, 60, 1500


@dataclass(frozen=True, slots=True)
class LetterTyped:
    """What the clerk types for one letter, or for one message, which has no address."""

    address: str = ""
    enclosed: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """The use cases whose words stand on them."""

    plans: MakePlan
    telephone: Telephone
    experts: Experts


class ChannelPapers:
    """Each paper as bytes of PDF."""

    def __init__(self, papers: PaperMaker, journal: VisitJournal, made_from: MadeFrom, clock: Clock) -> None:
        self._papers = papers
        self._journal = journal
        self._plans = made_from.plans
        self._telephone, self._experts = made_from.telephone, made_from.experts
        self._clock = clock

    def letter(self, visit: VisitId, typed: LetterTyped, options: PaperOptions) -> bytes:
        """Return the letter that goes with the papers. Raises ``AddressMissing`` and ``SecretInText``."""
        return self._papers.cover_letter(self._letter(visit, typed, _lines(typed.address), options), options)

    def message(self, visit: VisitId, typed: LetterTyped, options: PaperOptions) -> str:
        """Return the answer to a secure message, as text. Raises ``SecretInText``."""
        return self._papers.message(self._letter(visit, typed, (), options), options)

    def _letter(
        self, visit: VisitId, typed: LetterTyped, address: tuple[str, ...], options: PaperOptions
    ) -> CoverLetter:
        state = self._journal.load(visit)
        plan = self._plans.preview(visit, options.language)
        return CoverLetter(
            language=options.language,
            made_on=self._clock.today(),
            address=address,
            enclosed=tuple(without_secret(each) for each in typed.enclosed),
            ask=plan.ask,
            content_version=plan.content_version,
            plan_code=written(state.plan_code) if state.plan_code and not plan.discreet else None,
            answers_a_letter=state.channel in (VisitChannel.LETTER, VisitChannel.MESSAGE),
            words=without_secret(typed.words)[:_LONGEST_WORDS],
            discreet=plan.discreet,
        )

    def script(self, visit: VisitId, options: PaperOptions) -> bytes:
        """Return the script of a call, in the citizen's language."""
        script = self._telephone.script(visit, options.language)
        plan = self._plans.preview(visit, options.language)
        paper = ScriptPaper(
            language=options.language,
            made_on=self._clock.today(),
            to_ask=tuple(map(_part, script.to_ask)),
            said=tuple(map(_part, script.said)),
            ask=plan.ask,
            content_version=plan.content_version,
            discreet=script.discreet,
        )
        return self._papers.telephone_script(paper, options)

    def slip(self, visit: VisitId, meeting: HandingId, options: PaperOptions) -> bytes:
        """Return the slip of a meeting with an expert, also of one called off. Raises ``MeetingRefused``."""
        state = self._journal.load(visit)
        shown = self._experts.shown(state, options.language)
        found = next((each for each in shown if each.meeting.id == meeting), None)
        if found is None:
            raise MeetingRefused(kind="unknown")
        plan = self._plans.preview(visit, options.language)
        slip = MeetingSlip(
            language=options.language,
            made_on=self._clock.today(),
            agency=found.agency,
            at=found.meeting.at,
            room=found.meeting.room,
            connection=found.meeting.connection,
            bring=found.bring,
            ask=plan.ask,
            content_version=plan.content_version,
            discreet=plan.discreet,
            moved_from=found.meeting.moved_from,
            called_off=found.called_off,
        )
        return self._papers.meeting_slip(slip, options)

    def given(self, visit: VisitId, paper: str, options: PaperOptions) -> Visit:
        """Note that a paper of a visit was printed or saved; not of one that is over."""
        state = self._journal.load(visit)
        return self._journal.record(visit, PaperMade(paper, options.language)) if state.is_open else state


def _part(line: ScriptLine) -> ScriptPart:
    return ScriptPart(line.question, line.said, line.options)


def _lines(address: str) -> tuple[str, ...]:
    lines = [" ".join(line.split())[:_LONGEST_LINE] for line in without_secret(address).splitlines()]
    found: Sequence[str] = [line for line in lines if line]
    if len(found) < 2:
        raise AddressMissing
    return tuple(found[:_MOST_LINES])
