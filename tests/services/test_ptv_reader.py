"""The reader of version 11 against a server of our own, over real HTTP, with every trap of the API."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import msgspec
import pytest

from desk.errors import SourceRefused
from desk.model.intake import ProblemKind
from desk.model.refresh import AreaKind, Code, CodeListKind, ObjectKind, ObjectState, SyncArea, read_area
from services.catalogue_readers import reader_for
from services.ptv_v11_objects import MODEL
from services.wire.ptv_v11_reading import read_document
from tests.ptv_server import wire_objects as wire
from tests.ptv_server.faults import Fault
from tests.ptv_server.kinds import ZERO_ID, Kind, id_of
from tests.ptv_server.sample import COLLECTIONS, SERVICES
from tests.ptv_server.server import PtvServer
from tests.services.at_the_server import FIRST, KINDS, KUOPIO, WITH_AREA, all_ids, all_of_area, of_area

REAL = Path(__file__).resolve().parents[3] / "shared" / "ptv" / "real"
REAL_FILES = ("services.json", "etalukio_service.json", "otava_service_channel.json", "general_descriptions.json")


class TestIds:
    @pytest.mark.parametrize("kind", ObjectKind)
    def test_all_pages_of_every_kind(self, server, reader, kind):
        assert sorted(all_ids(reader, kind)) == sorted(server.catalogue.ids(KINDS[kind]))

    def test_each_page_tells_how_many_there_are(self, reader):
        assert reader.ids(ObjectKind.CHANNEL, 1).pages == 6
        assert len(reader.ids(ObjectKind.CHANNEL, 1).ids) == 15

    def test_past_the_end_there_is_no_list(self, reader):
        page = reader.ids(ObjectKind.CHANNEL, 7)
        assert not page.ids
        assert page.pages == 6

    def test_an_empty_catalogue(self):
        with PtvServer() as server:
            reader = reader_for(server.url)
            for kind in ObjectKind:
                assert reader.ids(kind, 1) == reader.ids(kind, 1, state=ObjectState.ARCHIVED)
                assert (reader.ids(kind, 1).ids, reader.ids(kind, 1).pages) == ((), 0)
            reader.close()

    def test_what_is_listed_without_a_name_is_passed_over(self, server, reader):
        ghost = id_of(SERVICES - 1)
        assert ghost not in all_ids(reader, ObjectKind.SERVICE)
        assert reader.objects(ObjectKind.SERVICE, [ghost]).missing == (ghost,)

    @pytest.mark.parametrize("told", [0, 1, 10**9])
    def test_a_count_of_pages_that_cannot_be(self, server, reader, told):
        server.page_count = told
        assert len(all_ids(reader, ObjectKind.CHANNEL)) == (15 if told == 1 else 80)

    def test_only_pages_as_many_as_needed_are_asked_for(self, server, reader):
        all_ids(reader, ObjectKind.CHANNEL)
        assert [each.query["page"] for each in server.requests] == ["1", "2", "3", "4", "5", "6"]


class TestSince:
    def test_the_moment_is_utc_to_the_second(self, server, reader):
        summer = datetime(2026, 7, 1, 12, 30, 5, 999_999, tzinfo=timezone(timedelta(hours=3)))
        reader.ids(ObjectKind.SERVICE, 1, since=summer)
        assert server.requests[-1].query["date"] == "2026-07-01T09:30:05"

    @pytest.mark.parametrize("kind", ObjectKind)
    def test_what_changed_after_it(self, server, reader, kind):
        before = server.catalogue.now
        changed = id_of(FIRST[kind] + 2)
        server.catalogue.rename(changed, "Uusi nimi")
        assert all_ids(reader, kind, since=before) == [changed]
        assert all_ids(reader, kind, since=server.catalogue.now) == []

    def test_a_changed_connection_comes_though_modified_is_old(self, server, reader):
        service, channel = id_of(1), id_of(2)
        server.catalogue.publish(
            wire.service(service, "Palvelu", channels=[wire.connection(channel)]),
            wire.channel(channel, "Kanava", services=[service]),
        )
        before = server.catalogue.now
        server.catalogue.change_connection(service, channel, description=wire.texts("Uutta", "Description"))
        assert all_ids(reader, ObjectKind.SERVICE, since=before) == [service]
        assert all_ids(reader, ObjectKind.CHANNEL, since=before) == [channel]
        (found,) = reader.objects(ObjectKind.SERVICE, [service]).objects
        assert found.source.modified < before
        assert found.connections[0].description.pick("fi").text == "Uutta"


class TestStates:
    @pytest.mark.parametrize("kind", WITH_AREA)
    @pytest.mark.parametrize("state", [ObjectState.ARCHIVED, ObjectState.WITHDRAWN])
    def test_what_was_taken_out_is_listed_by_its_state(self, server, reader, kind, state):
        out = id_of(FIRST[kind])
        (server.catalogue.archive if state is ObjectState.ARCHIVED else server.catalogue.withdraw)(out)
        assert all_ids(reader, kind, state=state) == [out]
        assert out not in all_ids(reader, kind)
        assert reader.objects(kind, [out]).missing == (out,)

    def test_collections_know_only_archived(self, server, reader):
        server.catalogue.archive(id_of(COLLECTIONS))
        assert all_ids(reader, ObjectKind.COLLECTION, state=ObjectState.ARCHIVED) == [id_of(COLLECTIONS)]
        assert reader.ids(ObjectKind.COLLECTION, 1, state=ObjectState.WITHDRAWN).pages == 0
        assert {each.query.get("archived") for each in server.requests} == {"true"}
        assert not any("status" in each.query for each in server.requests)

    def test_general_descriptions_know_no_state(self, server, reader):
        assert reader.ids(ObjectKind.GENERAL_DESCRIPTION, 1, state=ObjectState.ARCHIVED).ids == ()
        reader.ids(ObjectKind.GENERAL_DESCRIPTION, 1)
        assert [dict(each.query) for each in server.requests] == [{"page": "1"}]

    @pytest.mark.parametrize("kind", ObjectKind)
    def test_what_was_removed_is_in_no_list(self, server, reader, kind):
        gone = id_of(FIRST[kind] + 1)
        server.catalogue.remove(gone)
        for state in ObjectState:
            assert gone not in all_ids(reader, kind, state=state)
        assert reader.objects(kind, [gone]).missing == (gone,)


class TestObjects:
    @pytest.mark.parametrize("kind", ObjectKind)
    def test_every_kind_whole(self, server, reader, kind):
        ids = sorted(server.catalogue.ids(KINDS[kind]))
        fetched = reader.objects(kind, ids)
        assert [each.id for each in fetched.objects] == ids
        assert not fetched.missing
        assert not fetched.problems

    def test_never_more_than_a_hundred_in_one_question(self, server, reader):
        ids = [id_of(number) for number in range(250)]
        server.catalogue.publish(*(wire.service(each, "Palvelu") for each in ids))
        assert len(reader.objects(ObjectKind.SERVICE, ids).objects) == 250
        asked = [len(each.query["guids"].split(",")) for each in server.requests]
        assert max(asked) == reader.at_once == 100
        assert sum(asked) == 250

    def test_each_id_once_and_none_at_all(self, server, reader):
        service = id_of(SERVICES)
        assert len(reader.objects(ObjectKind.SERVICE, [service, service]).objects) == 1
        assert not reader.objects(ObjectKind.SERVICE, []).objects
        assert len(server.requests) == 1

    @pytest.mark.parametrize("kind", ObjectKind)
    def test_fewer_than_asked(self, server, reader, kind):
        here, gone = id_of(FIRST[kind]), id_of(77)
        fetched = reader.objects(kind, [gone, here])
        assert [each.id for each in fetched.objects] == [here]
        assert fetched.missing == (gone,)

    @pytest.mark.parametrize("kind", ObjectKind)
    @pytest.mark.parametrize("nonsense", [ZERO_ID, "", "a,b", "../../CodeList", "ä"])
    def test_what_is_no_id_is_not_asked_for(self, server, reader, kind, nonsense):
        here = id_of(FIRST[kind])
        fetched = reader.objects(kind, [nonsense, here])
        assert [each.id for each in fetched.objects] == [here]
        assert fetched.missing == (nonsense,)
        assert len(server.requests) == 1

    def test_what_comes_though_it_is_not_published_is_missing(self, server, reader):
        server.catalogue.change(id_of(SERVICES), publishingStatus="Deleted")
        fetched = reader.objects(ObjectKind.SERVICE, [id_of(SERVICES), id_of(SERVICES + 1)])
        assert fetched.missing == (id_of(SERVICES),)
        assert not fetched.problems

    def test_capitals_make_no_difference(self, server, reader):
        server.catalogue.publish(wire.service("abc-1", "Palvelu"))
        wires = server.catalogue.entries(Kind.SERVICE, lambda each: each.id == "abc-1")[0].wire
        wires["id"] = "ABC-1"
        fetched = reader.objects(ObjectKind.SERVICE, ["abc-1"])
        assert [each.id for each in fetched.objects] == ["abc-1"]

    def test_an_object_of_another_kind_is_a_problem(self, server, reader):
        server.catalogue.publish(wire.service(id_of(5), "Palvelu"))
        entry = server.catalogue.entries(Kind.SERVICE, lambda each: each.id == id_of(5))[0]
        del entry.wire["serviceNames"]
        entry.wire["organizationNames"] = wire.texts("Virasto")
        fetched = reader.objects(ObjectKind.SERVICE, [id_of(5)])
        assert [(each.kind, each.id) for each in fetched.problems] == [(ProblemKind.UNKNOWN, id_of(5))]
        assert not fetched.missing


class TestAreas:
    @pytest.mark.parametrize("kind", WITH_AREA)
    @pytest.mark.parametrize(
        "area", [KUOPIO, SyncArea(AreaKind.REGION, "11"), SyncArea(AreaKind.WELLBEING_COUNTY, "11")]
    )
    def test_ids_and_objects_of_an_area(self, server, reader, kind, area):
        expected = of_area(server, kind, "297")
        assert set(all_ids(reader, kind, area=area)) == expected
        found = all_of_area(reader, kind, area)
        assert set(found) == expected
        assert len(found) == len(expected)
        assert 0 < len(expected) < len(server.catalogue.ids(KINDS[kind]))

    @pytest.mark.parametrize("kind", [ObjectKind.SERVICE, ObjectKind.CHANNEL])
    def test_with_what_is_for_the_whole_country(self, server, reader, kind):
        nationwide = of_area(server, kind)
        assert nationwide
        assert nationwide < set(all_of_area(reader, kind, KUOPIO))

    @pytest.mark.parametrize("kind", [ObjectKind.GENERAL_DESCRIPTION, ObjectKind.COLLECTION])
    def test_what_has_no_areas_is_given_whole(self, server, reader, kind):
        assert set(all_ids(reader, kind, area=KUOPIO)) == server.catalogue.ids(KINDS[kind])

    def test_an_area_that_does_not_exist(self, reader):
        for ask in (reader.ids, reader.objects_of_area):
            with pytest.raises(SourceRefused) as told:
                ask(ObjectKind.SERVICE, page=1, area=SyncArea(AreaKind.REGION, "99"))
            assert told.value.details["reason"] == "404 Region/99"

    def test_an_area_with_nothing_in_it(self, server, reader):
        server.catalogue.regions[("Region", "21")] = frozenset({"478"})
        page = reader.objects_of_area(ObjectKind.ORGANIZATION, SyncArea(AreaKind.REGION, "21"), 1)
        assert (page.objects, page.pages) == ((), 0)

    def test_the_shorter_spelling_is_tried_once_and_kept(self, server, reader, monkeypatch):
        reply = server.routes.reply
        monkeypatch.setattr(
            server.routes,
            "reply",
            lambda path, query: reply("nowhere" if "/code/" in path else path.replace("/297", "/code/297"), query),
        )
        assert set(all_of_area(reader, ObjectKind.SERVICE, KUOPIO)) == of_area(server, ObjectKind.SERVICE, "297")
        assert sum("/code/" in each.path for each in server.requests) == 1

    @pytest.mark.parametrize("number", [0, 8, -1])
    def test_a_page_that_cannot_be_had_whole_is_put_together(self, server, reader, number):
        ids = [
            each.id
            for each in server.catalogue.entries(Kind.CHANNEL)
            if each.id in of_area(server, ObjectKind.CHANNEL, "297")
        ]
        server.faults.add(Fault.HUGE, "/area/", times=0, about=ids[number])
        server.sizes.objects = 100 if number == 0 else 7
        assert set(all_of_area(reader, ObjectKind.CHANNEL, KUOPIO)) == set(ids)

    def test_no_list_of_ids_is_asked_for_twice_for_one_page(self, server, reader):
        server.sizes.ids = 1000
        server.faults.add(Fault.SERVER_ERROR, "/list/area/", times=0)
        reader.objects_of_area(ObjectKind.CHANNEL, KUOPIO, 1)
        asked = [each.path.removeprefix("/api/v11/") for each in server.requests]
        assert asked.count("ServiceChannel/area/Municipality/code/297") == 1

    def test_a_broken_object_of_a_page_is_told_beside_the_others(self, server, reader):
        server.faults.add(Fault.WRONG_TYPE, "/area/")
        page = reader.objects_of_area(ObjectKind.SERVICE, read_area("municipality/297"), 1)
        assert len(page.objects) == 6
        assert [each.field for each in page.problems] == ["serviceNames"]


class TestCodes:
    def test_lists_of_this_api(self, reader):
        assert "297" in [each.code for each in reader.codes(CodeListKind.MUNICIPALITY)]
        assert [each.code for each in reader.codes(CodeListKind.REGION)] == ["11", "10"]
        assert reader.codes(CodeListKind.WELLBEING_COUNTY)[0].names.pick("fi").text == "Pohjois-Savon hyvinvointialue"
        assert [each.code for each in reader.codes(CodeListKind.LANGUAGE)] == ["fi", "sv", "se"]

    @pytest.mark.parametrize("which", [CodeListKind.SERVICE_CLASS, CodeListKind.LIFE_EVENT, CodeListKind.TARGET_GROUP])
    def test_others_are_empty_and_not_asked_for(self, server, reader, which):
        assert reader.codes(which) == ()
        assert not server.requests

    def test_a_list_that_this_source_does_not_have(self, server, reader):
        del server.catalogue.codes["WellbeingServiceCounties"]
        assert reader.codes(CodeListKind.WELLBEING_COUNTY) == ()

    def test_odd_rows(self, server, reader):
        server.catalogue.codes["Region"] = [
            {"code": "01"},
            {"code": "01", "names": []},
            {"code": None},
            {"names": None},
        ]
        assert reader.codes(CodeListKind.REGION) == (Code("01"),)

    def test_a_list_that_is_a_page(self, server, reader):
        rows = server.catalogue.codes["Region"]
        server.catalogue.codes["Region"] = {"pageNumber": 1, "pageCount": 1, "itemList": rows}
        assert len(reader.codes(CodeListKind.REGION)) == 2


class TestWhichReader:
    def test_the_address_is_enough(self, server):
        for url in (server.url, server.url + "/", server.origin, server.origin + "/", server.origin + "/api"):
            reader = reader_for(url)
            assert reader.ids(ObjectKind.SERVICE, 1).ids
            assert reader.name == server.origin.removeprefix("http://")
            assert reader.received > 0
            assert reader.source_time == server.catalogue.now
            reader.close()

    def test_a_version_that_we_cannot_read(self):
        with pytest.raises(SourceRefused) as told:
            reader_for("https://palvelut.example/api/v12")
        assert told.value.details == {"kind": "version", "source": "palvelut.example", "version": "12"}

    def test_another_place_entirely(self, server):
        reader = reader_for(server.origin + "/elsewhere/v11")
        with pytest.raises(SourceRefused):
            reader.ids(ObjectKind.SERVICE, 1)
        with pytest.raises(SourceRefused):
            reader.objects(ObjectKind.SERVICE, [id_of(number) for number in range(20)])
        reader.close()


@pytest.mark.skipif(not REAL.is_dir(), reason="the real samples are not on this computer")
def test_real_objects_come_over_the_network_as_from_files(server, reader):
    read = [part for name in REAL_FILES for part in read_document(name, (REAL / name).read_bytes())]
    from_files = [item for part in read for item in part.objects]
    for name in REAL_FILES:
        content = msgspec.json.decode((REAL / name).read_bytes().removeprefix(b"\xef\xbb\xbf"))
        if "id" in content:
            server.catalogue.publish(content)
        else:
            server.catalogue.publish(*(content.values() if isinstance(content, dict) else content))
    assert len(from_files) > 200
    for kind in (ObjectKind.SERVICE, ObjectKind.CHANNEL, ObjectKind.GENERAL_DESCRIPTION):
        wanted = {item.id: item for item in from_files if isinstance(item, MODEL[kind])}
        assert wanted.keys() <= set(all_ids(reader, kind))
        for item in reader.objects(kind, list(wanted)).objects:
            assert replace(item, source=wanted[item.id].source) == wanted[item.id]  # the server stamps what it takes in
