"""Whatever runs come in whatever order, the catalogue on disk holds what the one in memory holds, and nothing else."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings, strategies as st

from desk.model.catalogue import (
    Channel,
    ChannelId,
    ChannelKind,
    Connection,
    Offer,
    Organization,
    OrganizationId,
    Role,
    Service,
    ServiceId,
)
from desk.model.local_text import LocalText
from desk.model.refresh import AreaKind, Fetched, ObjectKind, RefreshKind, RefreshRun, SyncArea
from offline_cache.catalogue import rows
from offline_cache.catalogue.language_forms import LanguageForms
from offline_cache.catalogue.store import SqlCatalogue
from tests.fakes import FakeRefreshedCatalogue, FakeRefreshShelf
from tests.offline_cache.catalogue.made import empty_catalogue
from tests.thorough import examples

START = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
WORDS = ("passi", "kortti", "avioliitto")
AREAS = (SyncArea(AreaKind.MUNICIPALITY, "297"), SyncArea(AreaKind.REGION, "11"))

numbers = st.integers(0, 3)
names = st.sampled_from(WORDS).map(lambda word: LocalText({"fi": word}))
organizations = st.builds(lambda n, name: Organization(OrganizationId(f"o{n}"), name), numbers, names)
channels = st.builds(
    lambda n, name, owner: Channel(
        ChannelId(f"c{n}"), ChannelKind.PHONE, name, organization=OrganizationId(f"o{owner}")
    ),
    numbers,
    names,
    numbers,
)
services = st.builds(
    lambda n, name, owner, linked: Service(
        ServiceId(f"s{n}"),
        name,
        offers=(Offer(OrganizationId(f"o{owner}"), Role.RESPONSIBLE, "kopio"),),
        connections=tuple(Connection(f"s{n}", ChannelId(f"c{each}")) for each in sorted(linked)),
    ),
    numbers,
    names,
    numbers,
    st.sets(numbers),
)
things = st.lists(st.one_of(organizations, channels, services), max_size=8)
lost = st.lists(st.builds("{}{}".format, st.sampled_from("ocs"), numbers), max_size=4)
runs = st.lists(
    st.tuples(st.sampled_from(RefreshKind), st.sampled_from([(), AREAS[:1], AREAS]), things, lost),
    min_size=1,
    max_size=4,
)
KIND_OF = {"o": ObjectKind.ORGANIZATION, "c": ObjectKind.CHANNEL, "s": ObjectKind.SERVICE}


def shelf_of(run, objects, gone):
    shelf = FakeRefreshShelf(batch=3)
    shelf.begin(run)
    for item in objects:
        shelf.put(ObjectKind(rows.KINDS[type(item)]), Fetched((item,)))
    for identity in gone:
        shelf.let_go(KIND_OF[identity[0]], [identity])
    return shelf


def told(catalogue):
    changes = {(each.change, each.kind, each.id, each.fields) for each in catalogue.changes(START - timedelta(days=1))}
    return catalogue.memory(), {kind: catalogue.ids(kind) for kind in ObjectKind}, changes


def tables_of(connection):
    """What objects are found by, and what it should be."""
    kept = [rows.object_of(*row) for row in connection.execute("SELECT kind, body FROM entry").fetchall()]
    indexed = {item.id for item in kept if not isinstance(item, Organization)}
    return {
        "document": ({row[0] for row in connection.execute("SELECT id FROM document").fetchall()}, indexed),
        "link": (
            set(connection.execute("SELECT service, channel, owner FROM link").fetchall()),
            {(*link, item.id) for item in kept for link in rows.links_of(item)},
        ),
        "offered_by": (
            set(connection.execute("SELECT organization, owner FROM offered_by").fetchall()),
            {(each, item.id) for item in kept for each in rows.organizations_of(item)},
        ),
        "tombstone": (
            {row[0] for row in connection.execute("SELECT id FROM tombstone").fetchall()} & {item.id for item in kept},
            set(),
        ),
    }


def found_by(store, catalogue, word):
    """What a search for a word should find by name: whatever is called so, or offered by who is called so."""
    found = {hit.id for hit in store.search(word, "fi", 100).hits}
    called = {item.id for item in catalogue.objects.values() if item.names.texts["fi"] == word}
    offered = {item.id for item in catalogue.objects.values() if rows.organizations_of(item) & called}
    return found, (called | offered) - catalogue.ids(ObjectKind.ORGANIZATION)


@settings(max_examples=examples(12), deadline=None)
@given(runs)
def test_it_is_the_same_on_disk_as_in_memory(told_runs):
    with tempfile.TemporaryDirectory() as place:
        forms = LanguageForms(Path(place))
        connection = empty_catalogue(Path(place) / "catalogue.db")
        store, model = SqlCatalogue(connection, lambda: forms), FakeRefreshedCatalogue()
        for number, (kind, areas, objects, gone) in enumerate(told_runs):
            started = START + timedelta(hours=number)
            run = RefreshRun(f"run-{number}", kind, "trial", areas, started, started)
            shelf = shelf_of(run, objects, gone)
            taken = [each.take_in_run(shelf, run, (), lambda done: None) for each in (store, model)]
            assert taken[0] == taken[1]
            assert told(store) == told(model)
            for table, (there, wanted) in tables_of(connection).items():
                assert there == wanted, table
            for word in WORDS:
                found, called = found_by(store, model, word)
                assert called <= found
        connection.close()
