"""The reader of version 11 when things go wrong: what is spoilt costs only itself, what passes is waited out."""

from __future__ import annotations

import pytest

from desk.errors import SourceBusy, SourceUnreachable, SourceUnreadable
from desk.model.intake import ProblemKind
from desk.model.refresh import CodeListKind, ObjectKind
from services.catalogue_readers import reader_for
from tests.ptv_server import wire_objects as wire
from tests.ptv_server.faults import Fault
from tests.ptv_server.kinds import Kind, id_of
from tests.ptv_server.routes import Reply
from tests.ptv_server.sample import CHANNELS, SERVICES
from tests.services.at_the_server import KINDS, KUOPIO, SMALL, all_ids, all_of_area

OF_THE_LINE = (
    Fault.BUSY,
    Fault.SERVER_ERROR,
    Fault.BAD_GATEWAY,
    Fault.CUT_BEFORE,
    Fault.CUT_MIDDLE,
    Fault.CUT_GZIP,
    Fault.HTML,
)


class TestOneSpoilsTheList:
    """500 is not an outage: one id that the server stumbles over costs only itself."""

    @pytest.mark.parametrize("kind", ObjectKind)
    def test_an_id_that_the_server_falls_over(self, server, reader, kind):
        ids = sorted(server.catalogue.ids(KINDS[kind]))
        server.poison.add(ids[1])
        fetched = reader.objects(kind, ids)
        assert {each.id for each in fetched.objects} == set(ids) - {ids[1]}
        assert [(each.kind, each.id) for each in fetched.problems] == [(ProblemKind.BROKEN, ids[1])]
        assert "500" in (fetched.problems[0].reason or "")
        assert not fetched.missing

    def test_the_search_for_it_is_short(self, server, reader):
        ids = [id_of(number) for number in range(100)]
        server.catalogue.publish(*(wire.service(each, "Palvelu") for each in ids))
        server.poison.add(ids[37])
        assert len(reader.objects(ObjectKind.SERVICE, ids).objects) == 99
        assert len(server.requests) <= SMALL.tries + 7 * 3

    def test_an_outage_is_one(self, server, reader):
        ids = sorted(server.catalogue.ids(Kind.CHANNEL))
        server.faults.add(Fault.SERVER_ERROR, times=0)
        with pytest.raises(SourceUnreadable):
            reader.objects(ObjectKind.CHANNEL, ids)
        assert len(server.requests) < 50

    def test_an_answer_that_is_none_at_all_ends_it_soon(self, server, reader, monkeypatch):
        monkeypatch.setattr(server.routes, "reply", lambda _path, _query: Reply(200, {"errorMessage": "?"}))
        asks = (
            lambda: reader.objects(ObjectKind.CHANNEL, [id_of(number) for number in range(100)]),
            lambda: reader.ids(ObjectKind.CHANNEL, 1),
            lambda: reader.objects_of_area(ObjectKind.CHANNEL, KUOPIO, 1),
            lambda: reader.codes(CodeListKind.REGION),
        )
        for ask in asks:
            with pytest.raises(SourceUnreadable):
                ask()
        assert len(server.requests) < 40

    def test_pages_without_end_end(self, server, reader, monkeypatch):
        page = {"pageNumber": 1, "pageSize": 1, "pageCount": 10**9, "itemList": [{"id": "a", "name": "A"}]}
        monkeypatch.setattr(server.routes, "reply", lambda _path, _query: Reply(200, page))
        assert reader.ids(ObjectKind.CHANNEL, 4_999).pages == 5_000
        with pytest.raises(SourceUnreadable):
            reader.ids(ObjectKind.CHANNEL, 5_000)

    def test_a_field_of_the_wrong_type_costs_one_object(self, server, reader):
        ids = sorted(server.catalogue.ids(Kind.SERVICE))
        server.faults.add(Fault.WRONG_TYPE, "/Service/list", about=ids[3])
        fetched = reader.objects(ObjectKind.SERVICE, ids)
        assert {each.id for each in fetched.objects} == set(ids) - {ids[3]}
        assert [(each.id, each.field) for each in fetched.problems] == [(ids[3], "serviceNames")]
        assert len(reader.objects(ObjectKind.SERVICE, ids).objects) == len(ids)

    def test_an_object_whose_own_id_is_broken_is_not_taken_for_gone(self, server, reader):
        ids = sorted(server.catalogue.ids(Kind.SERVICE))[:9]
        entry = server.catalogue.find(Kind.SERVICE, ids[4])
        assert entry
        entry.wire["id"] = None
        fetched = reader.objects(ObjectKind.SERVICE, ids)
        assert {each.id for each in fetched.objects} == set(ids) - {ids[4]}
        assert [(each.kind, each.id) for each in fetched.problems] == [(ProblemKind.BROKEN, ids[4])]
        assert not fetched.missing

    def test_an_object_beyond_all_measure_costs_only_itself(self, server, reader):
        ids = sorted(server.catalogue.ids(Kind.CHANNEL))
        server.faults.huge_bytes = 200_000
        server.faults.add(Fault.HUGE, "/ServiceChannel/list", times=0, about=ids[50])
        fetched = reader.objects(ObjectKind.CHANNEL, ids)
        assert {each.id for each in fetched.objects} == set(ids) - {ids[50]}
        assert [each.id for each in fetched.problems] == [ids[50]]

    def test_a_huge_one_that_fits_comes(self, server, waits):
        reader = reader_for(server.url)
        ids = sorted(server.catalogue.ids(Kind.CHANNEL))
        server.faults.huge_bytes = 5_000_000
        server.faults.add(Fault.HUGE, "/ServiceChannel/list", times=0, about=ids[50])
        assert len(reader.objects(ObjectKind.CHANNEL, ids).objects) == len(ids)
        reader.close()

    @pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.CUT_MIDDLE, Fault.CUT_GZIP, Fault.HTML])
    def test_one_list_that_never_comes_whole(self, server, reader, fault):
        ids = sorted(server.catalogue.ids(Kind.CHANNEL))
        server.faults.add(fault, ids[9], times=0)
        fetched = reader.objects(ObjectKind.CHANNEL, ids)
        assert {each.id for each in fetched.objects} == set(ids) - {ids[9]}
        assert [each.id for each in fetched.problems] == [ids[9]]


class TestWhatComesAndGoes:
    @pytest.mark.parametrize("fault", [*OF_THE_LINE, Fault.SLOW])
    def test_passing_faults_change_nothing(self, server, reader, fault):
        server.faults.add(fault, times=2)
        assert set(all_ids(reader, ObjectKind.SERVICE)) == server.catalogue.ids(Kind.SERVICE)
        server.faults.add(fault, "/list", times=2)
        assert len(reader.objects(ObjectKind.SERVICE, sorted(server.catalogue.ids(Kind.SERVICE))).objects) == 40
        server.faults.add(fault, "/area/", times=2)
        assert all_of_area(reader, ObjectKind.SERVICE, KUOPIO)
        server.faults.add(fault, "CodeList", times=2)
        assert reader.codes(CodeListKind.MUNICIPALITY)

    @pytest.mark.parametrize("fault", OF_THE_LINE)
    def test_lasting_ones_end_it(self, server, reader, fault):
        server.faults.add(fault, times=0)
        asks = (
            lambda: reader.ids(ObjectKind.SERVICE, 1),
            lambda: reader.objects_of_area(ObjectKind.SERVICE, KUOPIO, 1),
            lambda: reader.codes(CodeListKind.MUNICIPALITY),
        )
        for ask in asks:
            with pytest.raises((SourceBusy, SourceUnreadable)):
                ask()

    def test_something_vanishes_between_the_list_and_the_fetch(self, server, reader):
        ids = all_ids(reader, ObjectKind.SERVICE)
        server.faults.add(Fault.VANISHED, "/Service/list")
        assert reader.objects(ObjectKind.SERVICE, ids).missing == (ids[0],)

    def test_pages_that_shift_under_us_tell_another_number_of_pages_or_repeat_nothing(self, server, reader):
        first = reader.ids(ObjectKind.CHANNEL, 1)
        server.faults.add(Fault.SHIFTED, "page=2")
        second = reader.ids(ObjectKind.CHANNEL, 2)
        assert id_of(CHANNELS + 15) not in first.ids + second.ids
        assert second.pages == 6

    def test_nobody_is_there(self, server, reader):
        server.close()
        with pytest.raises(SourceUnreachable):
            reader.objects(ObjectKind.SERVICE, [id_of(SERVICES), id_of(SERVICES + 1)])

    def test_one_question_at_a_time_and_always_who_asks(self, server, reader):
        all_ids(reader, ObjectKind.SERVICE)
        reader.objects(ObjectKind.SERVICE, all_ids(reader, ObjectKind.SERVICE))
        assert server.most_at_once == 1
        assert all(each.headers["user-agent"] and "gzip" in each.headers["accept-encoding"] for each in server.requests)
        assert not any("authorization" in each.headers for each in server.requests)
