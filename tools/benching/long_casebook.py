"""A casebook after years at a busy desk: many visits, of which some are kept with their plans. Made once, then kept.

python -m tools.benching.long_casebook FOLDER VISITS
"""

from __future__ import annotations

import hashlib
import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from desk import bootstrap, events
from desk.model.follow_up import CallBack, Progress, StepFollowed, StepOwner
from desk.model.hours import HELSINKI
from desk.model.ids import HandingId, PersonId, VisitId, uuid7
from desk.model.person import Person
from desk.model.plan import Decision, Plan, PlanStep
from desk.model.plan_code import draw_code
from desk.model.visit import Outcome, Profile, VisitChannel
from desk.usecases.desk_rooms import Desk
from i18n.language import Language
from offline_cache.casebook.journal import SqlCasebook, casebook_in
from offline_cache.connection import transaction
from offline_cache.store import DeskFolder
from services.passphrases import GivenPassphrase
from tools.benching.errands import ERRAND, sample_answers
from tools.benching.figures import BUILD, ROOT
from tools.benching.people import birth_date, name
from tools.benching.window import child, told
from tools.benching.window_child import with_given_keyring

VISITS = 100_000
ERRANDS = (ERRAND,)
KEPT_OF_HUNDRED = 5
LAST_DAY = datetime(2026, 11, 20, 9, 0, tzinfo=HELSINKI)
YEARS = 3
LONGEST = 3600.0
"""Seconds that writing may take."""
STILL_OPEN = timedelta(days=60)
"""What is older has been done."""
BATCH = 500


@dataclass(frozen=True, slots=True)
class LongCasebook:
    """A data folder, and the secret that the keyring would know."""

    folder: Path
    secret: str


def long_casebook(visits: int = VISITS) -> LongCasebook:
    """Return a data folder with so many visits, made by a process of its own when it is not there or is outdated."""
    folder, made = BUILD / f"casebook-{visits}", BUILD / f"casebook-{visits}.made"
    known = made.read_text(encoding="utf-8").splitlines() if made.exists() else []
    if known[:1] != [_version()]:
        made.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        secret = told(child(str(folder), str(visits), module="long_casebook", longest=LONGEST))["secret"]
        made.write_text("\n".join([_version(), secret]), encoding="utf-8")
        return LongCasebook(folder, secret)
    return LongCasebook(folder, known[1])


def _version() -> str:
    steps = sorted((ROOT / "offline_cache" / "migrations" / "casebook").glob("casebook_*.py"))
    schema = hashlib.sha256(steps[-1].read_bytes()).hexdigest()
    return f"{bootstrap.content().content_hash} {schema}"


def write(folder: Path, visits: int) -> None:
    """Write so many visits, over three years, through the journal and the fold themselves."""
    with_given_keyring()
    with bootstrap.open_desk(folder, GivenPassphrase(None)) as opened:
        opened.folder.casebook.execute("PRAGMA synchronous = OFF")  # nothing of it is anybody's
        casebook = casebook_in(opened.folder)
        stories = _Stories(opened.desk, random.Random(2026))
        first = LAST_DAY - timedelta(days=365 * YEARS)
        for start in range(0, visits, BATCH):
            with transaction(opened.folder.casebook):
                for number in range(start, min(start + BATCH, visits)):
                    at = first + (LAST_DAY - first) * (number / visits)
                    _one(opened.folder, casebook, stories, number + 1, at)


class _Stories:
    """What happened in a visit: the sample visit, told of somebody else each time."""

    def __init__(self, desk: Desk, draw: random.Random) -> None:
        self.draw, self.bundle = draw, desk.world.bundle
        self.answers = sample_answers(self.bundle)
        self.plan = _sample_plan(desk)

    def begun(self, number: int) -> Iterator[events.VisitEvent]:
        """Until it ends."""
        yield events.VisitOpened(number, self.draw.choice(list(VisitChannel)), self.bundle.content_hash)
        yield events.ProfileSet(Profile(citizen_language=self.draw.choice([Language.FI, Language.SV])))
        yield from (events.ErrandAdded(errand) for errand in ERRANDS)
        yield from (events.AnswerGiven(fact, said) for fact, said in self.answers.items())

    def kept(self, at: datetime) -> Iterator[events.VisitEvent]:
        """With somebody's name, a plan, and a promise."""
        born = birth_date(self.draw)
        yield events.PersonNamed(Person(PersonId(uuid7(int(at.timestamp() * 1000))), name(self.draw), born))
        is_over = LAST_DAY - at > STILL_OPEN
        plan = self._plan(at, Decision.HANDLED if is_over else None)
        yield events.PlanAgreed(plan)
        yield events.PlanCodeGiven(draw_code())
        yield events.VisitEnded(Outcome.PLAN_GIVEN, True)
        if is_over:
            return
        step = self.draw.choice(plan.steps)
        sent = at.date()
        yield events.ProgressSet(
            step.id,
            StepFollowed(StepOwner.AGENCY, Progress.WAITING, "", sent, sent + timedelta(days=self.draw.randint(7, 60))),
        )
        call = CallBack(HandingId(uuid7(int(at.timestamp() * 1000))), sent + timedelta(days=self.draw.randint(1, 90)))
        yield events.CallBackPromised(call)

    def _plan(self, at: datetime, decision: Decision | None) -> Plan:
        """The sample plan, its days as they were then."""
        moved = timedelta(days=(at.date() - self.plan.made_on).days)
        steps = tuple(replace(_moved(step, moved), decision=decision) for step in self.plan.steps)
        return replace(self.plan, made_on=at.date(), steps=steps)


def _moved(step: PlanStep, by: timedelta) -> PlanStep:
    deadline = step.deadline
    if deadline is None or deadline.day is None:
        return step
    return replace(step, deadline=replace(deadline, day=deadline.day + by))


def _sample_plan(desk: Desk) -> Plan:
    visit = desk.open_visit(VisitChannel.DESK, Profile(), ERRANDS).id
    for fact, said in sample_answers(desk.world.bundle).items():
        desk.answer_question.give(visit, fact, said)
    plan = desk.make_plan.preview(visit, Language.FI)
    desk.close_visit.discard(visit)
    return plan


def _one(folder: DeskFolder, casebook: SqlCasebook, stories: _Stories, number: int, at: datetime) -> None:
    """One visit in the transaction at hand: the journal's own parts, without a commit for each."""
    visit = VisitId(uuid7(int(at.timestamp() * 1000)))
    is_kept = stories.draw.randrange(100) < KEPT_OF_HUNDRED
    story = list(stories.begun(number))
    story += stories.kept(at) if is_kept else [events.VisitEnded(Outcome.HANDLED, False)]
    casebook._add(visit, story, at)  # noqa: SLF001
    if not is_kept:
        kinds = sorted(events.erased_by(story[-1]))
        folder.casebook.executemany(
            "UPDATE event SET payload = NULL, salt = NULL WHERE visit = ? AND kind = ?",
            [(visit, kind) for kind in kinds],
        )
    casebook._project(visit)  # noqa: SLF001


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
