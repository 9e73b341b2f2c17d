"""A refresh of the catalogue: whatever its source does, wherever it is cut off, the desk ends with all of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings, strategies as st

from desk.errors import ImportCancelled, SourceRefused, SourceUnreachable
from desk.model.catalogue import (
    Channel,
    ChannelId,
    ChannelKind,
    CollectionId,
    Connection,
    GeneralDescription,
    GeneralDescriptionId,
    Offer,
    Organization,
    OrganizationId,
    Role,
    Service,
    ServiceCollection,
    ServiceId,
)
from desk.model.refresh import Code, CodeListKind, ObjectKind, ObjectState, RefreshKind, RefreshPhase, RefreshProgress
from desk.usecases.refresh_catalogue import RefreshCatalogue
from desk.usecases.refresh_plan import RefreshAsk
from tests.fakes import FakeClock, FakeReader, FakeRefreshedCatalogue, FakeRefreshShelf, FakeSource
from tests.refresh_source import Stood, names
from tests.thorough import examples

ALL = RefreshAsk("https://catalogue.example/api/v11/")
EVERY_ID = RefreshAsk(ALL.url, full=True)


def service(identity: str, name: str = "Palvelu", **more) -> Service:
    return Service(ServiceId(identity), names(name), **more)


def channel(identity: str, name: str = "Kanava", **more) -> Channel:
    return Channel(ChannelId(identity), ChannelKind.PLACE, names(name), **more)


def connected(service_id: str, *channels: str) -> tuple[Connection, ...]:
    return tuple(Connection(service_id, ChannelId(each)) for each in channels)


def country() -> FakeSource:
    """A small country: enough of each kind for several pages."""
    source = FakeSource()
    source.publish(*(Organization(OrganizationId(f"o{n}"), names(f"Virasto {n}")) for n in range(4)))
    source.publish(*(GeneralDescription(GeneralDescriptionId(f"g{n}"), names(f"Pohja {n}")) for n in range(4)))
    source.publish(*(channel(f"c{n}") for n in range(8)))
    source.publish(
        *(service(f"s{n}", offers=(Offer(OrganizationId("o1"), Role.RESPONSIBLE),)) for n in range(8)),
    )
    source.publish(*(ServiceCollection(CollectionId(f"k{n}"), names("Kokoelma")) for n in range(4)))
    source.now += timedelta(hours=1)
    return source


class Trial:
    """A desk in memory and what it reads from."""

    def __init__(self, source: FakeSource | None = None) -> None:
        self.source = source or country()
        self.shelf = FakeRefreshShelf()
        self.catalogue = FakeRefreshedCatalogue()
        self.clock = FakeClock()
        self.readers: list[FakeReader] = []
        self.told: list[RefreshProgress] = []

    def reader(self, **more) -> FakeReader:
        self.readers.append(FakeReader(self.source, **more))
        return self.readers[-1]

    def refresh(self, asked: RefreshAsk = ALL, reader: FakeReader | None = None, **more):
        reader = reader or self.reader()
        refresh = RefreshCatalogue(lambda url, stopped: reader, self.shelf, self.catalogue, self.clock)
        try:
            return refresh(asked, told=self.told.append, **more)
        finally:
            assert reader.closed == 1

    def is_whole(self) -> bool:
        return self.catalogue.objects == self.source.published()

    def asked(self) -> list[str]:
        return self.readers[-1].asked


@pytest.fixture
def trial():
    return Trial()


def test_the_first_run_brings_all_of_it(trial):
    report = trial.refresh()
    assert trial.is_whole()
    assert (report.kind, report.new, report.changed, report.gone) == (RefreshKind.FIRST, 28, 0, 0)
    assert report.problems == ()
    assert not report.resumed
    assert trial.shelf.run() is None


def test_the_next_run_asks_only_for_what_changed(trial):
    trial.refresh()
    trial.source.now += timedelta(hours=1)
    trial.source.publish(service("s3", "Toinen nimi"), service("s9", "Uusi"))
    report = trial.refresh()
    assert trial.is_whole()
    assert (report.kind, report.new, report.changed, report.unchanged) == (RefreshKind.CHANGES, 1, 1, 0)
    assert [each for each in trial.asked() if each.startswith("objects")] == ["objects service s3 s9"]


def test_an_object_whose_moment_is_old_is_taken_in_all_the_same(trial):
    """A changed connection comes with ``date`` while the object says that it was not modified."""
    trial.refresh()
    changed = service("s2", connections=connected("s2", "c1"))
    trial.source.publish(changed)
    assert trial.refresh().changed == 1
    assert trial.catalogue.objects[ObjectKind.SERVICE, "s2"] == changed


def test_changes_are_asked_for_from_before_the_watermark(trial):
    """What became visible a little after its moment is not missed."""
    trial.refresh()
    late = Stood(service("s77", "Myöhästynyt"), trial.source.now - timedelta(minutes=5))
    trial.source.stood["s77"] = late
    trial.refresh()
    assert trial.is_whole()


def test_the_watermark_is_the_source_s_own_time_from_before_the_first_question(trial):
    """A desk whose clock is wrong asks for the right moment, and nothing that happens during a run is missed."""
    trial.clock.advance(days=400)
    began = trial.source.now
    reader = trial.reader()

    def change(asked: str) -> None:
        if asked.startswith("objects channel"):
            trial.source.publish(service("s0", "Muuttui ajon aikana"))

    reader.before = change
    trial.refresh(reader=reader)
    assert trial.catalogue.memory().watermark == began
    trial.refresh()
    assert trial.is_whole()


@pytest.mark.parametrize("state", [ObjectState.ARCHIVED, ObjectState.WITHDRAWN])
def test_what_ended_is_let_go(trial, state):
    trial.refresh()
    trial.source.end("s1", state)
    trial.source.end("c1", state)
    trial.source.end("k1", ObjectState.ARCHIVED)
    report = trial.refresh()
    assert report.gone == 3
    assert trial.is_whole()


def test_what_ended_and_is_back_stays(trial):
    trial.refresh()
    trial.source.end("s1")
    trial.source.publish(service("s1", "Palasi"))
    assert trial.refresh().gone == 0
    assert trial.is_whole()


def test_general_descriptions_are_compared_each_time_for_nothing_says_that_they_end(trial):
    trial.refresh()
    trial.source.remove("g2")
    trial.source.publish(GeneralDescription(GeneralDescriptionId("g1"), names("Toinen pohja")))
    report = trial.refresh()
    assert (report.kind, report.gone, report.changed) == (RefreshKind.CHANGES, 1, 1)
    assert trial.is_whole()


def test_what_vanished_without_a_word_is_found_by_the_sweep(trial):
    trial.refresh()
    trial.source.remove("s1", "c2", "o3", "k0")
    assert trial.refresh().gone == 0
    assert trial.refresh(EVERY_ID).gone == 4
    assert trial.is_whole()


def test_the_sweep_comes_by_itself_once_a_week(trial):
    trial.refresh()
    trial.source.remove("s1")
    trial.clock.advance(days=6, hours=23)
    assert trial.refresh().kind is RefreshKind.CHANGES
    trial.clock.advance(hours=1)
    assert trial.refresh().kind is RefreshKind.SWEEP
    assert trial.is_whole()
    trial.clock.advance(days=1)
    assert trial.refresh().kind is RefreshKind.CHANGES


def test_the_sweep_finds_what_no_run_was_told_of(trial):
    trial.refresh()
    trial.source.stood["s50"] = Stood(service("s50"), trial.source.now - timedelta(days=9))
    trial.refresh()
    assert not trial.is_whole()
    trial.refresh(EVERY_ID)
    assert trial.is_whole()


def test_the_sweep_lets_nothing_go_that_a_page_only_left_out(trial):
    trial.refresh()
    stood = trial.source.stood["c5"]
    trial.source.stood["c5"] = Stood(stood.item, stood.modified, listed=False)
    assert trial.refresh(EVERY_ID).gone == 0
    assert trial.is_whole()


def test_an_object_that_is_unlisted_while_pages_are_read_hides_no_other(trial):
    """All behind it move one forward: read from the last page to the first, that shows one twice and none never."""
    for page in (1, 2, 3):
        fresh = Trial()
        reader = fresh.reader()

        def shift(asked: str, page: int = page, fresh: Trial = fresh) -> None:
            if asked == f"ids service {page} Published" and "s0" in fresh.source.stood:
                fresh.source.remove("s0")

        reader.before = shift
        fresh.refresh(reader=reader)
        assert fresh.is_whole(), page


def test_pages_are_read_again_when_their_number_changes(trial):
    reader = trial.reader()

    def grow(asked: str) -> None:
        if asked == "ids channel 2 Published" and "c20" not in trial.source.stood:
            trial.source.publish(channel("c20"), channel("c21"), channel("c22"))

    reader.before = grow
    trial.refresh(reader=reader)
    assert trial.is_whole()


def test_what_vanished_between_the_page_and_the_object_fails_nothing(trial):
    reader = trial.reader()

    def vanish(asked: str) -> None:
        if asked.startswith("objects service") and "s4" in trial.source.stood:
            trial.source.remove("s4", "s5")

    reader.before = vanish
    report = trial.refresh(reader=reader)
    assert report.problems == ()
    assert trial.is_whole()


def test_what_is_missing_once_is_asked_for_again_before_it_is_let_go(trial):
    trial.refresh()
    trial.source.publish(service("s4", "Uusi nimi"))
    reader, stood = trial.reader(), trial.source.stood["s4"]

    def blink(asked: str) -> None:
        if asked.startswith("objects service") and reader.asked[-1].startswith("objects service"):
            trial.source.stood["s4"] = stood
        elif asked.startswith("objects service"):
            del trial.source.stood["s4"]

    reader.before = blink
    assert trial.refresh(reader=reader).gone == 0
    assert trial.is_whole()


def test_what_cannot_be_read_keeps_its_old_copy_and_is_asked_for_in_the_next_run(trial):
    trial.refresh()
    old = trial.catalogue.objects[ObjectKind.SERVICE, "s4"]
    trial.source.publish(service("s4", "Uusi nimi"))
    trial.source.spoil("s4")
    report = trial.refresh()
    assert [problem.id for problem in report.problems] == ["s4"]
    assert trial.catalogue.objects[ObjectKind.SERVICE, "s4"] == old
    trial.source.now += timedelta(days=1)
    trial.source.spoil("s4", readable=True)
    assert trial.refresh().problems == ()
    assert trial.is_whole()


def test_an_unread_object_keeps_its_copy_in_a_first_run_too(trial):
    trial.refresh()
    trial.source.spoil("s4")
    report = trial.refresh(reader=trial.reader(name="another source"))
    assert (report.kind, report.gone) == (RefreshKind.FIRST, 0)
    assert trial.is_whole()


def test_another_source_is_read_from_the_beginning_and_replaces_the_first(trial):
    trial.refresh()
    trial.source.remove("s1", "o2")
    report = trial.refresh(reader=trial.reader(name="another source"))
    assert (report.kind, report.gone) == (RefreshKind.FIRST, 2)
    assert trial.is_whole()


def test_code_lists_come_along_and_one_that_is_refused_fails_nothing(trial):
    trial.source.codes[CodeListKind.REGION] = (Code("11", names("Pohjois-Savo")),)
    reader = trial.reader()

    def refuse(asked: str) -> None:
        if asked == "codes language":
            raise SourceRefused(source="a source", reason="404")

    reader.before = refuse
    report = trial.refresh(reader=reader)
    assert [code.code for code in trial.catalogue.codes(CodeListKind.REGION)] == ["11"]
    assert [problem.field for problem in report.problems] == [CodeListKind.LANGUAGE]
    assert trial.is_whole()


# ── cut off, stopped, watched ────────────────────────────────────────────────────────────────────


def test_wherever_it_is_cut_off_it_goes_on_and_nothing_half_is_seen():
    whole = Trial()
    whole.refresh()
    questions = len(whole.asked())
    for number in range(questions):
        trial = Trial()
        reader = trial.reader()
        reader.fail_at(number)
        with pytest.raises(SourceUnreachable):
            trial.refresh(reader=reader)
        assert trial.catalogue.objects == {}
        report = trial.refresh()
        assert trial.is_whole(), number
        assert report.resumed is (trial.readers[0].asked[-1:] != [] and number > len(CodeListKind) - 1)


def test_a_run_that_goes_on_asks_for_no_object_twice(trial):
    reader = trial.reader()
    reader.fail_at(34)
    with pytest.raises(SourceUnreachable):
        trial.refresh(reader=reader)
    trial.refresh()
    first, second = ({each for each in reader.asked if each.startswith("objects")} for reader in trial.readers)
    assert first
    assert not first & second


@settings(max_examples=examples(40))
@given(st.data())
def test_a_run_cut_off_again_and_again_while_the_source_changes_ends_right(data):
    trial = Trial()
    trial.refresh()
    for number in range(data.draw(st.integers(1, 4))):
        for step in range(data.draw(st.integers(0, 5))):
            victim = data.draw(st.sampled_from(sorted(trial.source.stood)))
            match data.draw(st.sampled_from(["change", "end", "remove", "add"])):
                case "change":
                    trial.source.publish(trial.source.stood[victim].item)
                case "end":
                    trial.source.end(victim)
                case "remove" if len(trial.source.stood) > 1:
                    trial.source.remove(victim)
                case _:
                    trial.source.publish(service(f"n{number}-{step}"))
        reader = trial.reader()
        reader.fail_at(data.draw(st.integers(0, 40)))
        before = dict(trial.catalogue.objects)
        try:
            trial.refresh(EVERY_ID if data.draw(st.booleans()) else ALL, reader=reader)
        except SourceUnreachable:
            assert trial.catalogue.objects == before
    trial.refresh(EVERY_ID)
    trial.refresh(EVERY_ID)
    assert trial.is_whole()


class CutOff(Exception):
    """The program was killed."""


class CutBeforeClearingUp(FakeRefreshShelf):
    """The program is killed after the catalogue took the run in, before the shelf is empty."""

    def forget(self) -> None:
        if self.run() is not None:
            raise CutOff
        super().forget()


def test_a_run_that_was_taken_in_and_not_cleared_up_is_not_taken_in_twice(trial):
    trial.shelf = CutBeforeClearingUp()
    with pytest.raises(CutOff):
        trial.refresh()
    assert trial.is_whole()
    run = trial.shelf.run()
    trial.shelf = FakeRefreshShelf()
    trial.shelf.begin(run)
    report = trial.refresh()
    assert (report.kind, report.resumed, report.new) == (RefreshKind.CHANGES, False, 0)
    assert trial.catalogue.memory().last_run != run.id


def test_a_begun_run_of_another_source_or_a_week_ago_is_begun_anew(trial):
    reader = trial.reader()
    reader.fail_at(30)
    with pytest.raises(SourceUnreachable):
        trial.refresh(reader=reader)
    other = trial.reader(name="another source")
    other.fail_at(30)
    with pytest.raises(SourceUnreachable):
        trial.refresh(reader=other)
    assert trial.shelf.run().source == "another source"
    trial.clock.advance(days=7)
    assert not trial.refresh(reader=trial.reader(name="another source")).resumed
    assert trial.is_whole()


def test_asking_for_everything_is_not_answered_by_a_smaller_run_that_was_begun(trial):
    trial.refresh()
    trial.source.remove("s1")
    trial.source.publish(service("s2", "Uusi"))
    reader = trial.reader()
    reader.fail_at(15)
    with pytest.raises(SourceUnreachable):
        trial.refresh(reader=reader)
    report = trial.refresh(EVERY_ID)
    assert (report.kind, report.resumed) == (RefreshKind.SWEEP, False)
    assert trial.is_whole()


def test_it_can_be_stopped_between_any_two_questions_and_goes_on_later(trial):
    left = 20

    def stopped() -> bool:
        nonlocal left
        left -= 1
        return left < 0

    with pytest.raises(ImportCancelled) as stop:
        trial.refresh(stopped=stopped)
    assert stop.value.details == {"kind": "refresh"}
    assert trial.catalogue.objects == {}
    assert trial.refresh().resumed
    assert trial.is_whole()


def test_it_can_be_stopped_while_it_is_taken_in_and_then_nothing_has_changed(trial):
    def stopped() -> bool:
        return trial.told[-1].phase is RefreshPhase.TAKING_IN and trial.told[-1].done == 5

    with pytest.raises(ImportCancelled):
        trial.refresh(stopped=stopped)
    assert trial.catalogue.objects == {}
    trial.refresh()
    assert not [each for each in trial.asked() if each.startswith(("objects", "ids"))]
    assert trial.is_whole()


def test_it_tells_how_far_it_is(trial):
    trial.refresh()
    phases = list(dict.fromkeys(each.phase for each in trial.told))
    assert phases == [RefreshPhase.ASKING, RefreshPhase.FETCHING, RefreshPhase.TAKING_IN, RefreshPhase.DONE]
    fetching = [each for each in trial.told if each.phase is RefreshPhase.FETCHING]
    assert {each.whole for each in fetching} == {28}
    assert [each.done for each in fetching] == sorted(each.done for each in fetching)
    assert [each.received for each in trial.told] == sorted(each.received for each in trial.told)
    assert trial.told[-1].done == 28
