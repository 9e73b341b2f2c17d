"""The server that the reader is tried against is as strict and as odd as the API itself."""

from __future__ import annotations

import gzip
import http.client
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from tests.ptv_server import wire_objects as wire
from tests.ptv_server.catalogue import ServerCatalogue
from tests.ptv_server.faults import Fault, FaultPlan
from tests.ptv_server.kinds import ZERO_ID, Kind, id_of
from tests.ptv_server.sample import sample_catalogue
from tests.ptv_server.server import PtvServer

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def server() -> Iterator[PtvServer]:
    with PtvServer(id_page_size=10, object_page_size=5) as server:
        server.catalogue.publish(*(wire.service(id_of(number), f"Palvelu {number}") for number in range(12)))
        yield server


def asked(server: PtvServer, path: str, **headers: str) -> tuple[int, Any, dict[str, str]]:
    """One question with no manners of its own."""
    there = urlsplit(server.url)
    connection = http.client.HTTPConnection(str(there.hostname), there.port, timeout=10)
    connection.putrequest("GET", there.path + path, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    found = dict(answer.getheaders())
    body = gzip.decompress(body) if found.get("Content-Encoding") == "gzip" else body
    return answer.status, json.loads(body) if body else None, found


def get(server: PtvServer, path: str) -> Any:
    return asked(server, path, User_Agent="test")[1]


class TestManners:
    def test_it_wants_to_know_who_asks(self, server):
        assert asked(server, "/Service")[0] == 400

    def test_it_falls_over_a_password(self, server):
        assert asked(server, "/Service", User_Agent="test", Authorization="Bearer x")[0] == 500

    def test_it_packs_for_those_who_ask(self, server):
        assert "Content-Encoding" not in asked(server, "/Service", User_Agent="test")[2]
        assert asked(server, "/Service", User_Agent="test", Accept_Encoding="gzip")[2]["Content-Encoding"] == "gzip"


class TestAnswers:
    def test_pages(self, server):
        first, last, past = (get(server, f"/Service?page={page}") for page in (1, 2, 3))
        assert first["itemList"][0] == {"id": id_of(0), "name": "Palvelu 0"}
        assert [len(each["itemList"] or ()) for each in (first, last, past)] == [10, 2, 0]
        assert past == {"pageNumber": 3, "pageSize": 10, "pageCount": 2, "itemList": None}

    def test_dates_are_strict_on_both_sides(self, server):
        at = server.catalogue.now
        moment = at.strftime("%Y-%m-%dT%H:%M:%S")
        assert get(server, f"/Service?date={moment}")["itemList"] is None
        assert len(get(server, f"/Service?dateBefore={moment}&page=2")["itemList"]) == 1
        server.catalogue.rename(id_of(3), "Toinen")
        assert [each["id"] for each in get(server, f"/Service?date={moment}")["itemList"]] == [id_of(3)]

    @pytest.mark.parametrize("date", ["2026-01-01", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5", "eilen"])
    def test_and_written_in_one_way_only(self, server, date):
        assert asked(server, f"/Service?date={date}", User_Agent="test")[0] == 500

    def test_lists_leave_out_what_they_lack(self, server):
        server.catalogue.archive(id_of(1))
        found = get(server, f"/Service/list?guids={id_of(0)},{id_of(1)},{id_of(99)}")
        assert [each["id"] for each in found] == [id_of(0)]

    def test_lists_take_a_hundred(self, server):
        many = ",".join(id_of(number) for number in range(101))
        assert asked(server, f"/Service/list?guids={many}", User_Agent="test")[0] == 400

    def test_what_is_not_there_says_so_in_json(self, server):
        status, body, _ = asked(server, f"/Service/{id_of(99)}", User_Agent="test")
        assert status == 404
        assert body == {"errorMessage": f"Service with id '{id_of(99)}' not found."}

    @pytest.mark.parametrize("path", [f"/Service/{ZERO_ID}", f"/Service/list?guids={id_of(0)},{ZERO_ID}"])
    def test_it_falls_over_zeros(self, server, path):
        assert asked(server, path, User_Agent="test")[0] == 500

    def test_collections_have_no_list(self, server):
        assert asked(server, "/ServiceCollection/list?guids=a", User_Agent="test")[0] == 404


class TestFaults:
    def test_a_seed_plans_the_same_each_time(self):
        addresses = [f"/api/v11/Service?page={number}" for number in range(200)]
        plans = [FaultPlan.seeded(5, share=0.3), FaultPlan.seeded(5, share=0.3)]
        happened = [[[each.fault for each in plan.strike(address)] for address in addresses * 3] for plan in plans]
        assert happened[0] == happened[1]
        struck = sum(bool(each) for each in happened[0][:200])
        assert 30 < struck < 90

    def test_every_planned_fault_passes(self):
        plan = FaultPlan.seeded(5, share=1.0, times=2)
        assert plan.strike("/a")
        plan.strike("/a")
        assert not plan.strike("/a")

    def test_the_plan_tells_what_it_did(self, server):
        server.faults.add(Fault.BUSY, "/Service", times=1)
        status, _, headers = asked(server, "/Service", User_Agent="test")
        assert (status, headers["Retry-After"]) == (429, "1")
        assert server.faults.done == [(Fault.BUSY, "/api/v11/Service")]
        assert asked(server, "/Service", User_Agent="test")[0] == 200


class TestSample:
    def test_the_same_seed_is_the_same_catalogue(self):
        one, other, third = sample_catalogue(3, 20), sample_catalogue(3, 20), sample_catalogue(4, 20)
        for kind in Kind:
            assert one.whole(kind) == other.whole(kind)
            assert one.ids(kind)
        assert one.whole(Kind.SERVICE) != third.whole(Kind.SERVICE)

    def test_everything_that_is_named_is_there(self):
        catalogue = sample_catalogue(3, 60)
        channels, services = catalogue.whole(Kind.CHANNEL), catalogue.whole(Kind.SERVICE)
        for service in services.values():
            for row in service["serviceChannels"] or ():
                told_back = [each["service"]["id"] for each in channels[row["serviceChannel"]["id"]]["services"]]
                assert service["id"] in told_back
            assert service["organizations"][0]["organization"]["id"] in catalogue.ids(Kind.ORGANIZATION)
            assert service["generalDescriptionId"] in {None, *catalogue.ids(Kind.GENERAL_DESCRIPTION)}

    def test_a_change_leaves_earlier_answers_alone(self):
        catalogue = ServerCatalogue()
        catalogue.publish(wire.service(id_of(1), "Palvelu"))
        before = catalogue.whole(Kind.SERVICE)
        catalogue.rename(id_of(1), "Toinen")
        assert before != catalogue.whole(Kind.SERVICE)


def test_alone_it_tells_its_address_first_and_ends_with_its_input():
    command = [sys.executable, "-m", "tests.ptv_server", "--services", "10", "--id-page", "5"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdin
        url = process.stdout.readline().strip()
        with urlopen(Request(f"{url}/Service?page=2", headers={"User-Agent": "test"}), timeout=10) as answer:
            assert len(json.load(answer)["itemList"]) == 5
        process.stdin.close()
        assert process.wait(timeout=10) == 0
