"""What every reader of a national catalogue does, in memory and over real HTTP: nothing of a version leaks through."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from desk.model.refresh import AreaKind, ObjectKind, ObjectState, SyncArea
from desk.ports.catalogue_feeds import CatalogueReader
from services.catalogue_readers import reader_for
from services.wire.ptv_v11_reading import read_answer
from tests.ptv_server import wire_objects as wire
from tests.ptv_server.catalogue import ServerCatalogue
from tests.ptv_server.kinds import id_of
from tests.ptv_server.server import PtvServer
from tests.refresh_source import FakeReader, FakeSource

KUOPIO = SyncArea(AreaKind.MUNICIPALITY, "297")
SERVICE, CHANNEL = ObjectKind.SERVICE, ObjectKind.CHANNEL
PAGE = 3
HERE, ELSEWHERE = ("297",), ("091",)
WIRES = (
    wire.organization(id_of(100), "Virasto", municipality={"code": "297", "name": []}, municipalities=HERE),
    wire.general_description(id_of(200), "Pohjakuvaus"),
    *(wire.service(id_of(number), f"Palvelu {number}", municipalities=HERE) for number in range(4)),
    wire.service(id_of(4), "Muualla", municipalities=ELSEWHERE),
    wire.service(id_of(5), "Kaikkialla"),
    *(wire.channel(id_of(300 + number), f"Kanava {number}", municipalities=HERE) for number in range(2)),
    wire.collection(id_of(400), "Kokoelma", services=[id_of(1)]),
)


@dataclass
class Source:
    """A reader, and what a test does behind its back."""

    reader: CatalogueReader
    change: Callable[[str], None]
    end: Callable[[str, ObjectState], None]
    remove: Callable[[str], None]
    spoil: Callable[[str], None]


def read(*wires: wire.Wire) -> tuple[Any, ...]:
    document = read_answer("contract", json.dumps(wires).encode())
    assert not document.problems
    return document.objects


def in_memory() -> Iterator[Source]:
    source = FakeSource()
    source.publish(*read(*WIRES))
    reader = FakeReader(source, page=PAGE, at_once=100)
    yield Source(
        reader,
        change=lambda identity: source.publish(source.stood[identity].item),
        end=source.end,
        remove=source.remove,
        spoil=source.spoil,
    )


def over_http() -> Iterator[Source]:
    catalogue = ServerCatalogue()
    catalogue.publish(*WIRES)
    with PtvServer(catalogue, id_page_size=PAGE, object_page_size=PAGE) as server:
        reader = reader_for(server.url, wait=lambda *_: None)
        yield Source(
            reader,
            change=lambda identity: catalogue.change(identity),
            end=lambda identity, state: (catalogue.archive if state is ObjectState.ARCHIVED else catalogue.withdraw)(
                identity
            ),
            remove=catalogue.remove,
            spoil=server.poison.add,
        )
        reader.close()


@pytest.fixture(params=[in_memory, over_http])
def source(request: pytest.FixtureRequest) -> Iterator[Source]:
    yield from request.param()


def all_ids(reader: CatalogueReader, kind: ObjectKind, **asked: Any) -> list[str]:
    first = reader.ids(kind, 1, **asked)
    return [*first.ids, *(each for page in range(2, first.pages + 1) for each in reader.ids(kind, page, **asked).ids)]


@pytest.mark.parametrize("kind", ObjectKind)
def test_every_id_once_in_the_order_of_the_source(source, kind):
    ids = all_ids(source.reader, kind)
    assert ids == sorted(set(ids))
    assert ids
    fetched = source.reader.objects(kind, ids)
    assert [each.id for each in fetched.objects] == ids
    assert not fetched.missing + fetched.problems


def test_pages_and_what_is_past_them(source):
    assert [len(source.reader.ids(SERVICE, page).ids) for page in (1, 2, 3)] == [3, 3, 0]
    assert [source.reader.ids(SERVICE, page).pages for page in (1, 2, 3)] == [2, 2, 2]


def test_what_changed_since(source):
    before = source.reader.source_time
    assert before is None
    source.reader.ids(SERVICE, 1)
    since = source.reader.source_time
    assert since is not None
    assert all_ids(source.reader, SERVICE, since=since) == []
    source.change(id_of(2))
    assert all_ids(source.reader, SERVICE, since=since) == [id_of(2)]
    assert all_ids(source.reader, SERVICE, since=since + timedelta(hours=1)) == []


@pytest.mark.parametrize("state", [ObjectState.ARCHIVED, ObjectState.WITHDRAWN])
def test_what_ended(source, state):
    source.end(id_of(2), state)
    assert all_ids(source.reader, SERVICE, state=state) == [id_of(2)]
    assert id_of(2) not in all_ids(source.reader, SERVICE)
    assert source.reader.objects(SERVICE, [id_of(2), id_of(3)]).missing == (id_of(2),)


def test_what_vanished(source):
    source.remove(id_of(2))
    assert not any(id_of(2) in all_ids(source.reader, SERVICE, state=state) for state in ObjectState)
    assert source.reader.objects(SERVICE, [id_of(2)]).missing == (id_of(2),)


def test_what_cannot_be_read_is_a_problem_and_not_missing(source):
    source.spoil(id_of(2))
    fetched = source.reader.objects(SERVICE, [id_of(1), id_of(2), id_of(3)])
    assert [each.id for each in fetched.objects] == [id_of(1), id_of(3)]
    assert [each.id for each in fetched.problems] == [id_of(2)]
    assert not fetched.missing


@pytest.mark.parametrize(("kind", "expected"), [(SERVICE, [0, 1, 2, 3, 5]), (CHANNEL, [300, 301])])
def test_an_area_and_what_is_for_everyone(source, kind, expected):
    wanted = [id_of(number) for number in expected]
    assert all_ids(source.reader, kind, area=KUOPIO) == wanted
    first = source.reader.objects_of_area(kind, KUOPIO, 1)
    pages = [first, *(source.reader.objects_of_area(kind, KUOPIO, page) for page in range(2, first.pages + 1))]
    assert [each.id for page in pages for each in page.objects] == wanted
    assert first.pages == -(-len(wanted) // PAGE)


def test_an_area_without_anything(source):
    page = source.reader.objects_of_area(CHANNEL, SyncArea(AreaKind.MUNICIPALITY, "999"), 1)
    assert (page.objects, page.problems, page.pages) == ((), (), 0)


def test_bytes_are_counted(source):
    assert source.reader.received == 0
    source.reader.ids(SERVICE, 1)
    assert source.reader.received > 0
