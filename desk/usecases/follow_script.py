"""What is followed up in one visit, written down beforehand: for the command line, where nothing personal is typed.

The file is YAML, read as text::

    steps:
      order_family_report:
        {owner: agency, progress: waiting, reference: DVV-12/2026, sent_on: 2026-11-23, expected_on: 2026-12-14}
    results:
      order_family_report: {result: refused, on: 2026-12-10, act_by: 2027-01-11}
    call_backs:
      - {day: 2026-12-01, words: …, step: order_family_report}
    settled: {ID: reached}              # reached not_reached not_needed
    contact:
      come_back_on: 2026-12-07
      ways: [{kind: letter, where: …, safe: yes, when: …}]
    came_back: yes
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from desk.model.follow_up import (
    Blocker,
    CallBackEnd,
    ContactPlan,
    Progress,
    Result,
    StepFollowed,
    StepOwner,
    StepResult,
)
from desk.model.ids import HandingId, StepId, VisitId
from desk.model.person import ContactKind, ContactWay
from desk.model.visit import Visit
from desk.usecases.follow_up import FollowUp
from desk.usecases.scripts import shaped_file

Answer = Literal["yes", "no"]


class _Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    owner: StepOwner
    progress: Progress
    reference: str = ""
    sent_on: date | None = None
    expected_on: date | None = None
    blocked: Blocker | None = None


class _Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    result: Result
    on: date
    act_by: date | None = None
    act_done: Answer = "no"


class _CallBack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    day: date
    words: str = ""
    step: str | None = None


class _Way(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: ContactKind
    where: str = ""
    safe: Answer = "yes"
    when: str = ""


class _Contact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ways: tuple[_Way, ...] = ()
    come_back_on: date | None = None


class FollowScript(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is to be stored, in the order in which it is stored."""

    steps: dict[str, _Step] = {}
    results: dict[str, _Told] = {}
    call_backs: tuple[_CallBack, ...] = ()
    settled: dict[str, CallBackEnd] = {}
    contact: _Contact | None = None
    came_back: Answer = "no"


def read_follow_script(file: str, content: bytes) -> FollowScript:
    """Read a script whole before anything of it is stored; raises ``ScriptBroken`` or ``NotYaml``."""
    return shaped_file(file, content, FollowScript)


def run_follow_script(follow_up: FollowUp, visit: VisitId, script: FollowScript) -> Visit:
    """Store it all and return the visit; what was stored before an error stays stored."""
    state = follow_up.open(visit, "command")
    for step, how in script.steps.items():
        followed = StepFollowed(how.owner, how.progress, how.reference, how.sent_on, how.expected_on, how.blocked)
        state = follow_up.set_progress(visit, StepId(step), followed)
    for step, told in script.results.items():
        result = StepResult(told.result, told.on, told.act_by, told.act_done == "yes")
        state = follow_up.tell_result(visit, StepId(step), result)
    for id, end in script.settled.items():
        state = follow_up.settle_call_back(visit, HandingId(id), end)
    for each in script.call_backs:
        about = StepId(each.step) if each.step is not None else None
        state = follow_up.promise_call_back(visit, each.day, each.words, about)
    if script.contact is not None:
        ways = tuple(ContactWay(way.kind, way.where, way.safe == "yes", way.when) for way in script.contact.ways)
        state = follow_up.agree_contact(visit, ContactPlan(ways, script.contact.come_back_on))
    return follow_up.came_back(visit) if script.came_back == "yes" else state
