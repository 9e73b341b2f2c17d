"""How old objects are and what belongs to them, asked of the real store for many at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.model.catalogue import (
    Channel,
    ChannelId,
    ChannelKind,
    Connection,
    GeneralDescription,
    GeneralDescriptionId,
    Service,
    ServiceId,
    Source,
)
from desk.model.local_text import LocalText
from offline_cache.catalogue.ties import SqlCatalogueTies
from tests.offline_cache.catalogue.made import NOW, intake

NAME = LocalText({"fi": "Nimi"})
STARTER = Source(starter=True, checked=NOW.date() - timedelta(days=10), replaces=("real",))


def service(identity: str, *channels: str, source: Source | None = None, shared: str | None = None) -> Service:
    return Service(
        ServiceId(identity),
        NAME,
        source or Source(),
        connections=tuple(Connection(identity, ChannelId(each)) for each in channels),
        general_description=GeneralDescriptionId(shared) if shared else None,
    )


def channel(identity: str, source: Source | None = None) -> Channel:
    return Channel(ChannelId(identity), ChannelKind.PLACE, NAME, source or Source())


@pytest.fixture
def ties(store, connection):
    """Two services, one of them of the starter catalogue; the other shares a description that has a channel too."""
    shared = GeneralDescription(GeneralDescriptionId("g"), NAME, connections=(Connection("g", ChannelId("of-shared")),))
    real = [shared, service("s", "c1", "c2", shared="g"), channel("c1"), channel("c2"), channel("of-shared")]
    store.take_in([real], intake(NOW - timedelta(days=40)))
    line = channel("tiski-c", Source(starter=True, replaces=("c1",)))
    store.take_in([[service("tiski-s", "tiski-c", source=STARTER), line]], intake(starter=True))
    return SqlCatalogueTies(connection)


def test_the_age_of_each_that_is_here(ties):
    ages = ties.ages(["s", "tiski-s", "none"])
    assert set(ages) == {"s", "tiski-s"}
    assert ages["s"].known == NOW - timedelta(days=40)
    assert ages["tiski-s"].source == STARTER


def test_a_service_has_its_channels_those_of_its_description_and_the_description(ties):
    found = ties.around(["s"])["s"]
    assert found.channels == {"c1", "c2", "of-shared"}
    assert found.shared == {"g"}
    assert found.all == {"c1", "c2", "of-shared", "g"}


def test_a_starter_service_leads_to_the_real_ones_that_it_stands_in_for(ties):
    found = ties.around(["tiski-s"])["tiski-s"]
    assert found.channels == {"tiski-c", "c1"}
    assert found.replaced == {"real"}


def test_what_is_not_here_has_nothing_around_it(ties):
    assert not ties.around(["none"])["none"].all
    assert ties.around([]) == {}
    assert ties.ages([]) == {}
