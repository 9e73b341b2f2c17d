"""What screens read of the journal: one row a visit, one a kept plan. Made by the one fold, and made again at will."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from desk.events import ProfileSet, Recorded, decode, visit_after
from desk.model.hours import HELSINKI
from desk.model.ids import ErrandId, PlanCode, VisitId
from desk.model.visit import Outcome, Profile, Visit, VisitChannel, VisitState, VisitSummary
from offline_cache.casebook import documents, due, errands, keeping, mandates, persons
from offline_cache.casebook.retention import erase_draft_on
from offline_cache.connection import StoreConnection

_COLUMNS = "id, number, channel, state, errands, opened_at, ended_at, outcome, kept, erased, answers, erase_on"

_DRAFTS = f"""
    SELECT {_COLUMNS} FROM visit WHERE NOT erased AND ended_at IS NULL ORDER BY number DESC, id DESC
"""  # noqa: S608
_KEPT_PLANS = f"""
    SELECT {_COLUMNS} FROM visit WHERE NOT erased AND (kept OR ended_at IS NULL) AND kept AND ended_at IS NOT NULL
    ORDER BY number DESC, id DESC LIMIT ?
"""  # noqa: S608
_PROFILE = "SELECT payload FROM event WHERE visit = ? AND kind = ? ORDER BY position DESC LIMIT 1"
_LAPSED = "SELECT id FROM visit WHERE erase_on <= ? ORDER BY +number"  # by the day first: few have one
_NEXT_NUMBER = "SELECT coalesce(max(number), 0) + 1 FROM visit"


def project(connection: StoreConnection, recorded: Iterable[Recorded], working_days: int) -> bool:
    """Bring the rows of one visit to where its events lead; false when it was never opened."""
    visit = visit_after(recorded)
    if visit is None:
        return False
    connection.execute(f"REPLACE INTO visit ({_COLUMNS}) VALUES ({_marks(12)})", _row(visit, working_days))  # noqa: S608
    errands.project(connection, visit)
    due.project(connection, visit)
    persons.project(connection, visit)
    documents.project(connection, visit)
    keeping.project(connection, visit)
    mandates.project(connection, visit)
    connection.execute("DELETE FROM plan WHERE visit = ?", (visit.id,))
    if visit.kept:
        rows = [(_code_hash(code), visit.id) for code in visit.codes]
        connection.executemany("REPLACE INTO plan (code_hash, visit) VALUES (?, ?)", rows)
    return True


def forget_all(connection: StoreConnection) -> None:
    """Empty every projection, to make them again from the journal."""
    connection.execute("DELETE FROM visit")
    connection.execute("DELETE FROM plan")
    connection.execute("DELETE FROM follows")
    connection.execute("DELETE FROM due")
    persons.forget_all(connection)
    connection.execute(documents.FORGET)
    connection.execute(mandates.FORGET)
    connection.execute("DELETE FROM keeping")


def summaries(connection: StoreConnection) -> tuple[VisitSummary, ...]:
    """Every visit, newest first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM visit ORDER BY number DESC, id DESC")  # noqa: S608
    return tuple(_summary(row) for row in rows)


def drafts(connection: StoreConnection) -> tuple[VisitSummary, ...]:
    """The visits that have not ended, newest first."""
    return tuple(_summary(row) for row in connection.execute(_DRAFTS))


def kept_plans(connection: StoreConnection, most: int) -> tuple[VisitSummary, ...]:
    """The newest of the kept plans."""
    return tuple(_summary(row) for row in connection.execute(_KEPT_PLANS, (most,)))


def profiles(connection: StoreConnection, visits: Iterable[VisitId]) -> dict[VisitId, Profile]:
    """The profile of each of these as it was set last: read alone, for the counter waits for it."""
    found = {}
    for visit in visits:
        row = connection.execute(_PROFILE, (visit, ProfileSet.__name__)).fetchone()
        event = decode(ProfileSet.__name__, row[0]) if row is not None and row[0] is not None else None
        if isinstance(event, ProfileSet):
            found[visit] = event.profile
    return found


def visit_of_plan(connection: StoreConnection, code: PlanCode) -> VisitId | None:
    """The visit whose kept plan carries this code."""
    row = connection.execute("SELECT visit FROM plan WHERE code_hash = ?", (_code_hash(code),)).fetchone()
    return VisitId(row[0]) if row else None


def lapsed(connection: StoreConnection, now: datetime) -> tuple[VisitId, ...]:
    """The drafts whose time is over, oldest first."""
    rows = connection.execute(_LAPSED, (_utc(now),))
    return tuple(VisitId(row[0]) for row in rows)


def is_kept(connection: StoreConnection, visit: VisitId) -> bool:
    """Whether copies may hold what was said in a visit."""
    row = connection.execute("SELECT kept FROM visit WHERE id = ?", (visit,)).fetchone()
    return bool(row and row[0])


def dated(connection: StoreConnection) -> tuple[VisitId, ...]:
    """The drafts that are erased on a day, which can become another."""
    rows = connection.execute("SELECT id FROM visit WHERE erase_on > ''").fetchall()
    return tuple(VisitId(row[0]) for row in rows)


def next_number(connection: StoreConnection) -> int:
    """The number after the highest that was ever given here."""
    return int(connection.execute(_NEXT_NUMBER).fetchone()[0])


def _row(visit: Visit, working_days: int) -> tuple[object, ...]:
    erase_on = None
    if visit.is_open and not visit.kept:
        lives_on = not visit.unkept  # what was said in it is gone with the program that it was said to
        erase_on = _utc(
            erase_draft_on(visit.last_saved or visit.opened_at, working_days) if lives_on else visit.opened_at
        )
    return (
        visit.id,
        visit.number,
        visit.channel.value,
        visit.state.value,
        msgspec.json.encode(visit.errands).decode(),
        visit.opened_at.isoformat(),
        visit.ended_at.isoformat() if visit.ended_at else None,
        visit.outcome.value if visit.outcome else None,
        int(visit.kept),
        int(visit.erased),
        len(visit.answers),
        erase_on,
    )


def _summary(row: tuple[str, ...]) -> VisitSummary:
    (visit, number, channel, state, errands, opened_at, ended_at, outcome, kept, erased, answers, erase_on) = row
    return VisitSummary(
        id=VisitId(visit),
        number=int(number),
        channel=VisitChannel(channel),
        state=VisitState(state),
        errands=tuple(ErrandId(errand) for errand in msgspec.json.decode(errands)),
        opened_at=_moment(opened_at),
        ended_at=_moment(ended_at) if ended_at else None,
        outcome=Outcome(outcome) if outcome else None,
        kept=bool(kept),
        erased=bool(erased),
        answers=int(answers),
        erase_on=_moment(erase_on) if erase_on else None,
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(HELSINKI)


def _utc(moment: datetime) -> str:
    """One form for all moments that are compared, whatever the season's offset."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _code_hash(code: PlanCode) -> bytes:
    return hashlib.sha256(f"palvelutiski plan {code}".encode()).digest()


def _marks(count: int) -> str:
    return ", ".join("?" * count)
