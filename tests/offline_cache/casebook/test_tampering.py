"""Whatever somebody who has the key does to single rows of the journal is found; what they can still forge is shown.

The rows of a real encrypted store are changed with its triggers dropped, and put back after each example.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from desk import events as ev
from desk.events import NEVER_FORGOTTEN
from desk.model.hours import HELSINKI
from desk.model.ids import DeviceId, FactName, StepId, VisitId
from desk.model.plan import Decision
from desk.model.visit import Outcome, VisitChannel
from desk.usecases.head_codes import written
from offline_cache.casebook.chain import Header, content_hash, first_link, link_hash
from offline_cache.casebook.journal import SqlCasebook, casebook_in
from offline_cache.casebook.keeper import keeper_in
from offline_cache.casebook.schema import TRIGGERS
from offline_cache.connection import transaction
from tests.fakes import FakeKeyring
from tests.offline_cache.opening import opened, tools
from tests.thorough import examples

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=HELSINKI)
COLUMNS = ["position", "id", "device", "sequence", "visit", "kind", "at", "payload", "salt", "content_hash"]
COLUMNS += ["previous", "link"]
TRIED = settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Row = tuple[Any, ...]


class Store:
    """A journal of two devices, and a way to change its rows and have them back."""

    def __init__(self, folder):
        self.folder, self.connection = folder, folder.casebook
        mine = casebook_in(folder)
        other = SqlCasebook(self.connection, DeviceId("another-laptop"), lambda: None)
        for number, casebook in enumerate((mine, other, mine, other, mine), start=1):
            visit, at = VisitId(f"visit-{number}"), NOW - timedelta(minutes=7 * number)  # the clock runs back
            casebook.append(visit, [ev.VisitOpened(number, VisitChannel.DESK, "abc")], at)
            casebook.append(visit, [ev.AnswerGiven(FactName("home.kind"), "own")] * 2, at)
            casebook.append(visit, [ev.StepDecided(StepId("s"), Decision.AGREED), ev.StepNoted(StepId("s"), "n")], at)
            casebook.record_of_desk([ev.CaseRead("day_list"), ev.CasebookKept("backup", 1)], at, visit)
            if number % 2:
                casebook.append_and_erase(visit, [ev.VisitEnded(Outcome.HANDLED, kept=False)], at)
        mine.record_of_desk([ev.CasebookKept("check", 1)], NOW)
        with transaction(self.connection):
            for trigger in TRIGGERS:
                self.connection.execute(f"DROP TRIGGER {trigger.split()[2]}")
        self.rows: list[Row] = self.connection.execute(f"SELECT {', '.join(COLUMNS)} FROM event").fetchall()
        self.heads: list[Row] = self.connection.execute("SELECT device, sequence, link FROM head").fetchall()

    @contextmanager
    def with_rows(self, rows: Sequence[Row], heads: Sequence[Row] | None = None):
        """The store with other rows, for as long as it is looked at."""
        try:
            self._write(rows, self.heads if heads is None else heads)
            yield casebook_in(self.folder)
        finally:
            self._write(self.rows, self.heads)

    def _write(self, rows: Sequence[Row], heads: Sequence[Row]) -> None:
        with transaction(self.connection):
            self.connection.execute("DELETE FROM event")
            self.connection.execute("DELETE FROM head")
            marks = ", ".join("?" * len(COLUMNS))
            self.connection.executemany(f"INSERT INTO event ({', '.join(COLUMNS)}) VALUES ({marks})", rows)
            self.connection.executemany("INSERT INTO head VALUES (?, ?, ?)", heads)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = opened(tmp_path_factory.mktemp("tampering") / "folder", tools(FakeKeyring()))
    yield Store(folder)
    folder.close()


def with_value(row: Row, column: str, value: object) -> Row:
    place = COLUMNS.index(column)
    return (*row[:place], value, *row[place + 1 :])


def of(row: Row, column: str) -> Any:
    return row[COLUMNS.index(column)]


def found(store, rows, heads=None):
    with store.with_rows(rows, heads) as casebook:
        return casebook.verify().broken


def test_what_was_left_alone_is_whole(store):
    assert found(store, store.rows) is None


@TRIED
@given(st.data())
def test_one_changed_value_is_found_where_it_stands(store, data):
    number = data.draw(st.integers(0, len(store.rows) - 1))
    row = store.rows[number]
    column = data.draw(st.sampled_from([c for c in COLUMNS[1:] if of(row, c) is not None]))
    before = of(row, column)
    if isinstance(before, bytes):
        place = data.draw(st.integers(0, len(before) - 1))
        after: object = before[:place] + bytes([before[place] ^ data.draw(st.integers(1, 255))]) + before[place + 1 :]
    elif isinstance(before, int):
        after = before + data.draw(st.integers(100, 999))
    else:
        after = before + data.draw(st.sampled_from(["x", " ", "0"]))
    broken = found(store, [with_value(row, column, after) if each is row else each for each in store.rows])
    assert broken is not None
    if column not in ("device", "sequence"):
        assert (broken.device, broken.sequence) == (of(row, "device"), of(row, "sequence"))
        assert (broken.kind, broken.at) == (of(with_value(row, column, after), "kind"), of(
            with_value(row, column, after), "at")
        )  # fmt: skip


@pytest.mark.parametrize("column", ["visit", "kind", "payload"])
def test_an_altered_end_is_named_and_not_what_it_erased(store, column):
    ends = [row for row in store.rows if of(row, "kind") in NEVER_FORGOTTEN and of(row, "payload") is not None]
    assert any(of(row, "payload") is None for row in store.rows)
    for end in ends:
        altered = with_value(end, column, of(end, column) + (b" " if column == "payload" else "x"))
        broken = found(store, [altered if row is end else row for row in store.rows])
        assert broken is not None
        assert (broken.device, broken.sequence) == (of(end, "device"), of(end, "sequence"))


@TRIED
@given(st.data())
def test_removed_events_are_found_wherever_they_were(store, data):
    gone = data.draw(st.sets(st.integers(0, len(store.rows) - 1), min_size=1))
    broken = found(store, [row for number, row in enumerate(store.rows) if number not in gone])
    assert broken is not None
    assert broken.sequence <= max(of(store.rows[number], "sequence") for number in gone)


@TRIED
@given(st.data())
def test_two_events_that_changed_places_are_found(store, data):
    device = data.draw(st.sampled_from(sorted({of(row, "device") for row in store.rows})))
    mine = [number for number, row in enumerate(store.rows) if of(row, "device") == device]
    one, two = data.draw(st.lists(st.sampled_from(mine), min_size=2, max_size=2, unique=True))
    rows = list(store.rows)
    first, second = of(rows[one], "position"), of(rows[two], "position")
    rows[one], rows[two] = with_value(rows[one], "position", second), with_value(rows[two], "position", first)
    broken = found(store, rows)
    assert broken is not None
    assert broken.device == device


@TRIED
@given(st.data())
def test_an_event_put_in_between_is_found_also_when_all_after_it_move_on(store, data):
    row = data.draw(st.sampled_from(store.rows))
    place, sequence, device = of(row, "position"), of(row, "sequence"), of(row, "device")
    moved = []
    for each in store.rows:
        if of(each, "position") >= place:
            each = with_value(each, "position", of(each, "position") + 1)
            if of(each, "device") == device:
                each = with_value(each, "sequence", of(each, "sequence") + 1)
        moved.append(each)
    header = Header("forged", device, sequence, of(row, "visit"), "AnswerUndone", of(row, "at"))
    content = content_hash(b"salt", b"{}")
    forged = (place, *header_row(header), b"{}", b"salt", content, of(row, "previous"))
    heads = [(d, s + 1, link) if d == device else (d, s, link) for d, s, link in store.heads]
    broken = found(store, [*moved, (*forged, link_hash(of(row, "previous"), header, content))], heads)
    assert broken is not None
    assert broken.sequence in (sequence, sequence + 1)


def header_row(header: Header) -> Row:
    return header.id, header.device, header.sequence, header.visit, header.kind, header.at


@TRIED
@given(st.data())
def test_a_cut_tail_a_changed_head_and_a_foreign_tail_are_found(store, data):
    row = data.draw(st.sampled_from(store.rows))
    device = of(row, "device")
    before = [r for r in store.rows if of(r, "device") != device or of(r, "sequence") < of(row, "sequence")]
    tail = [r for r in store.rows if r not in before]
    how = data.draw(st.sampled_from(["cut", "head gone", "head back", "head on", "foreign tail", "stranger's head"]))
    heads = {
        "head gone": [head for head in store.heads if head[0] != device],
        "head back": [(d, s - 1 if d == device else s, link) for d, s, link in store.heads],
        "head on": [(d, s, link if d != device else bytes(32)) for d, s, link in store.heads],
        "stranger's head": [*store.heads, ("stranger", 3, bytes(32))],
    }.get(how, store.heads)
    if how == "cut":
        rows: list[Row] = before
    elif how == "foreign tail":
        rows = [*before, *rewritten(tail, bytes(32))]
        heads = [(d, s, of(rows[-1], "link") if d == device else link) for d, s, link in store.heads]
    else:
        rows = store.rows
    assert found(store, rows, heads) is not None


def rewritten(tail: Sequence[Row], previous: bytes) -> list[Row]:
    """A tail that fits together in itself, as somebody would make it who has the program."""
    made = []
    for row in tail:
        header = Header(*(of(row, c) for c in ("id", "device", "sequence", "visit", "kind", "at")))
        link = link_hash(previous, header, of(row, "content_hash"))
        made.append(with_value(with_value(row, "previous", previous), "link", link))
        previous = link
    return made


def test_what_a_thief_with_the_key_can_still_forge_is_told_by_a_head_that_was_written_down(store):
    """Cut the tail and write the head anew, or write the whole chain anew: only what is on paper elsewhere tells."""
    device = store.folder.device
    keeper = keeper_in(store.folder)
    (anchor,) = [head for head in keeper.heads() if head.device == device]
    mine = [row for row in store.rows if of(row, "device") == device]
    others = [row for row in store.rows if of(row, "device") != device]
    cut = [*others, *mine[:-1]]
    changed = with_value(mine[4], "at", "2026-01-01T00:00:00+02:00")
    anew = rewritten([*mine[:4], changed, *mine[5:]], first_link(device))
    for rows, last in ((cut, mine[-2]), ([*others, *anew], anew[-1])):
        heads = [head for head in store.heads if head[0] != device]
        heads.append((device, of(last, "sequence"), of(last, "link")))
        with store.with_rows(rows, heads) as casebook:
            assert casebook.verify().broken is None, "from inside it cannot be seen"
            assert not keeper.holds(anchor.sequence, anchor.code)
            assert written(anchor) not in [written(head) for head in keeper.heads()]
    assert keeper.holds(anchor.sequence, anchor.code)


@TRIED
@given(st.data())
def test_the_short_look_finds_what_is_wrong_at_the_end(store, data):
    device = store.folder.device
    mine = [row for row in store.rows if of(row, "device") == device]
    row = data.draw(st.sampled_from(mine))
    changed = with_value(row, "content_hash", hashlib.sha256(b"another").digest())
    keeper = keeper_in(store.folder)
    assert keeper.last_links() is None
    with store.with_rows([changed if each is row else each for each in store.rows]):
        broken = keeper.last_links()
    assert broken is not None
    assert broken.sequence == of(row, "sequence")
    with store.with_rows([each for each in store.rows if each is not mine[-1]]):
        assert keeper.last_links() is not None
