"""A desk of one area: what is given there or in the whole country, and what that names, stays right by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings, strategies as st

from desk.errors import SourceUnreachable
from desk.model.catalogue import (
    Area,
    CollectionId,
    GeneralDescription,
    GeneralDescriptionId,
    Offer,
    Organization,
    OrganizationId,
    Role,
    ServiceCollection,
    ServiceId,
)
from desk.model.local_text import LocalText
from desk.model.refresh import AreaKind, ObjectKind, RefreshKind, SyncArea
from desk.usecases.refresh_plan import RefreshAsk
from tests.desk.usecases.test_refreshing import Trial, channel, connected, service
from tests.fakes import FakeSource
from tests.refresh_source import Stood, names
from tests.thorough import examples

HERE = SyncArea(AreaKind.MUNICIPALITY, "297")
THERE = SyncArea(AreaKind.MUNICIPALITY, "091")
ASK = RefreshAsk("https://catalogue.example/api/v11/", (HERE,))
SWEEP = RefreshAsk(ASK.url, (HERE,), full=True)


def of(municipality: str) -> tuple[Area, ...]:
    return (Area("Municipality", municipalities=(municipality,)),)


def collection(identity: str, name: LocalText, **more) -> ServiceCollection:
    return ServiceCollection(CollectionId(identity), name, **more)


def offered(organization: str) -> tuple[Offer, ...]:
    return (Offer(OrganizationId(organization), Role.RESPONSIBLE),)


def country() -> FakeSource:
    """A service of here, one of the whole country and one of elsewhere, with what each of them names."""
    source = FakeSource()
    organizations = {"o-here": "297", "o-there": "091", "o-state": None, "o-parent": None, "o-lone": "297"}
    for identity, place in organizations.items():
        parent = OrganizationId("o-parent") if identity == "o-state" else None
        source.publish(
            Organization(OrganizationId(identity), names(identity), municipality_code=place, parent=parent),
        )
    source.publish(*(GeneralDescription(GeneralDescriptionId(each), names(each)) for each in ("g-used", "g-idle")))
    source.publish(
        channel(
            "c-here", organization=OrganizationId("o-here"), areas=of("297"), connections=connected("s-here", "c-here")
        ),
        channel("c-there", organization=OrganizationId("o-there"), areas=of("091")),
        channel(
            "c-named",
            organization=OrganizationId("o-there"),
            areas=of("091"),
            connections=connected("s-state", "c-named"),
        ),
        channel("c-state", nationwide=True),
    )
    source.publish(
        service("s-here", areas=of("297"), connections=connected("s-here", "c-here"), offers=offered("o-here")),
        service("s-there", areas=of("091"), connections=connected("s-there", "c-there"), offers=offered("o-there")),
        service(
            "s-state",
            nationwide=True,
            general_description=GeneralDescriptionId("g-used"),
            connections=connected("s-state", "c-named"),
            offers=offered("o-state"),
        ),
    )
    source.publish(
        collection("k-here", names("Täällä"), services=(ServiceId("s-here"),)),
        collection("k-there", names("Tuolla"), services=(ServiceId("s-there"),)),
    )
    source.now += timedelta(hours=1)
    return source


EXPECTED = {
    *("s-here", "s-state", "c-here", "c-named", "c-state", "g-used", "k-here"),
    *("o-here", "o-there", "o-state", "o-parent", "o-lone"),
}


@pytest.fixture
def trial():
    return Trial(country())


def ids(trial: Trial) -> set[str]:
    return {identity for _, identity in trial.catalogue.objects}


def is_as_at_the_source(trial: Trial) -> bool:
    published = trial.source.published()
    return all(published.get(key) == item for key, item in trial.catalogue.objects.items())


def test_an_area_comes_with_what_it_names_and_nothing_else(trial):
    report = trial.refresh(ASK)
    assert (report.kind, ids(trial)) == (RefreshKind.FIRST, EXPECTED)
    assert is_as_at_the_source(trial)
    assert "area service 1 Municipality/297" in trial.asked()


def test_a_second_area_is_not_fetched_with_the_whole_country_once_more(trial):
    report = trial.refresh(RefreshAsk(ASK.url, (HERE, THERE)))
    assert ids(trial) == EXPECTED | {"s-there", "c-there", "k-there"}
    assert report.new == len(ids(trial))
    assert not [each for each in trial.asked() if each.startswith("area") and "297" in each]
    fetched = [each for line in trial.asked() if line.startswith("objects") for each in line.split()[2:]]
    assert "s-state" not in fetched


def test_another_area_replaces_the_first(trial):
    trial.refresh(ASK)
    report = trial.refresh(RefreshAsk(ASK.url, (THERE,)))
    assert report.kind is RefreshKind.FIRST
    assert ids(trial) == (EXPECTED | {"s-there", "c-there", "k-there"}) - {
        "s-here",
        "c-here",
        "k-here",
        "o-here",
        "o-lone",
    }


def test_changes_elsewhere_stay_elsewhere(trial):
    trial.refresh(ASK)
    trial.source.publish(
        service("s-there", "Uusi nimi", areas=of("091")),
        channel("c-there", areas=of("091")),
        GeneralDescription(GeneralDescriptionId("g-idle"), names("Uusi pohja")),
        Organization(OrganizationId("o-far"), names("Kaukana"), municipality_code="564"),
        collection("k-there", names("Yhä tuolla"), services=(ServiceId("s-there"),)),
    )
    report = trial.refresh(ASK)
    assert (report.kind, report.new, report.changed, report.gone) == (RefreshKind.CHANGES, 0, 0, 0)
    assert ids(trial) == EXPECTED


def test_what_is_new_here_comes_with_what_it_names(trial):
    trial.refresh(ASK)
    trial.source.publish(
        channel("c-old", areas=of("564"), organization=OrganizationId("o-far")),
        Organization(OrganizationId("o-far"), names("Kaukana"), municipality_code="564"),
    )
    for identity in ("c-old", "o-far"):
        stood = trial.source.stood[identity]
        trial.source.stood[identity] = Stood(stood.item, stood.modified - timedelta(days=100))
    trial.source.publish(
        service("s-new", areas=of("297"), connections=connected("s-new", "c-old"), general_description="g-idle"),
        collection("k-new", names("Uusi"), services=(ServiceId("s-new"),)),
    )
    report = trial.refresh(ASK)
    assert (report.kind, report.new) == (RefreshKind.CHANGES, 5)
    assert ids(trial) == EXPECTED | {"s-new", "c-old", "o-far", "g-idle", "k-new"}


def test_what_left_the_area_is_let_go(trial):
    trial.refresh(ASK)
    trial.source.publish(service("s-here", areas=of("091")), channel("c-here", areas=of("091")))
    report = trial.refresh(ASK)
    assert (report.kind, report.gone) == (RefreshKind.CHANGES, 2)
    assert ids(trial) == EXPECTED - {"s-here", "c-here"}


def test_a_channel_from_elsewhere_stays_while_a_service_of_here_uses_it(trial):
    trial.refresh(ASK)
    changed = channel("c-named", "Uusi nimi", areas=of("564"), connections=connected("s-state", "c-named"))
    trial.source.publish(changed)
    assert trial.refresh(ASK).changed == 1
    assert trial.catalogue.objects[ObjectKind.CHANNEL, "c-named"] == changed


def test_the_sweep_finds_what_vanished_and_what_no_service_uses_any_more(trial):
    trial.refresh(ASK)
    trial.source.remove("s-state", "k-here")
    item = channel("c-named", areas=of("091"))
    trial.source.stood["c-named"] = Stood(item, trial.source.now - timedelta(days=100))
    trial.refresh(ASK)
    assert {"s-state", "k-here", "c-named"} < ids(trial)
    assert trial.refresh(SWEEP).kind is RefreshKind.SWEEP
    assert ids(trial) == EXPECTED - {"s-state", "k-here", "c-named"}
    assert is_as_at_the_source(trial)


def test_a_general_description_of_here_is_fresh_though_its_services_did_not_change(trial):
    trial.refresh(ASK)
    trial.source.publish(GeneralDescription(GeneralDescriptionId("g-used"), names("Uusi pohja")))
    assert trial.refresh(ASK).changed == 1
    assert is_as_at_the_source(trial)


REGIONS = (SyncArea(AreaKind.REGION, "11"), SyncArea(AreaKind.WELLBEING_COUNTY, "11"))


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("known_by", ["its municipality", "its own name"])
def test_a_region_is_known_by_its_municipalities_or_by_itself(trial, region, known_by):
    ask = RefreshAsk(ASK.url, (region,))
    trial.source.regions[region] = frozenset({"297", "420"})
    trial.refresh(ask)
    assert ids(trial) == EXPECTED
    areas = of("420") if known_by == "its municipality" else (Area(region.kind, region.code),)
    trial.source.publish(service("s-new", areas=areas), service("s-far", areas=of("091")))
    trial.refresh(ask)
    assert ids(trial) == EXPECTED | {"s-new"}


@pytest.mark.parametrize("region", REGIONS)
def test_what_changes_in_a_municipality_of_the_region_stays(trial, region):
    ask = RefreshAsk(ASK.url, (region,))
    trial.source.regions[region] = frozenset({"297", "420"})
    trial.refresh(ask)
    trial.source.publish(
        service("s-here", "Uusi nimi", areas=of("297"), connections=connected("s-here", "c-here")),
        Organization(OrganizationId("o-new"), names("Uusi"), municipality_code="420"),
    )
    report = trial.refresh(ask)
    assert (report.kind, report.new, report.changed, report.gone) == (RefreshKind.CHANGES, 1, 1, 0)
    trial.refresh(RefreshAsk(ask.url, ask.areas, full=True))
    assert ids(trial) == EXPECTED | {"o-new"}
    assert is_as_at_the_source(trial)


def test_a_municipality_is_not_asked_for_again(trial):
    trial.refresh(ASK)
    trial.source.publish(service("s-there", areas=of("091")), service("s-here", areas=of("297")))
    reader = trial.reader()
    trial.refresh(ASK, reader=reader)
    assert not [each for each in reader.asked if "Municipality/297" in each]


def test_a_service_of_the_region_is_given_in_its_municipality(trial):
    trial.refresh(ASK)
    trial.source.publish(service("s-region", areas=(Area("Region", "11", municipalities=("297", "420")),)))
    trial.refresh(ASK)
    assert "s-region" in ids(trial)


def test_wherever_an_area_is_cut_off_it_goes_on_and_ends_the_same():
    whole = Trial(country())
    whole.refresh(ASK)
    for number in range(len(whole.asked())):
        trial = Trial(country())
        reader = trial.reader()
        reader.fail_at(number)
        with pytest.raises(SourceUnreachable):
            trial.refresh(ASK, reader=reader)
        trial.refresh(ASK)
        assert trial.catalogue.objects == whole.catalogue.objects, number


@settings(max_examples=examples(30))
@given(st.integers(0, 60), st.integers(0, 60))
def test_changes_cut_off_anywhere_end_the_same(first, second):
    def after(*cuts: int) -> Trial:
        trial = Trial(country())
        trial.refresh(ASK)
        trial.source.publish(
            service("s-here", areas=of("091")),
            service("s-new", areas=of("297"), connections=connected("s-new", "c-there"), general_description="g-idle"),
        )
        trial.source.end("c-state")
        for cut in cuts:
            reader = trial.reader()
            reader.fail_at(cut)
            try:
                trial.refresh(SWEEP, reader=reader)
            except SourceUnreachable:
                continue
        trial.refresh(SWEEP)
        return trial

    assert after(first, second).catalogue.objects == after().catalogue.objects
