"""One service with all that belongs to it, from wherever it was told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.errors import ServiceUnknown
from desk.model.catalogue import Charge
from desk.model.hours import OpenState
from desk.model.search import ServicePointer
from desk.model.service_hours import HoursKind
from desk.model.service_sheet import SheetKind, TextOrigin
from desk.usecases.find_service import SheetOfPointer
from desk.usecases.show_service import ShowService
from tests.fakes import FakeClock
from tests.offline_cache.catalogue.made import (
    NOW,
    channel,
    connected,
    general_description,
    intake,
    read,
    service,
    texts,
)

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def open_hours(opens: str, closes: str) -> list[dict]:
    rows = [{"dayFrom": day, "dayTo": "", "from": f"{opens}:00", "to": f"{closes}:00"} for day in WEEKDAYS]
    return [{"serviceHourType": "DaysOfTheWeek", "isAlwaysOpen": False, "openingHour": rows}]


def take(store, *objects, **more):
    store.take_in([read(*objects)], intake(**more))


def only_channel(store, identity="s"):
    (found,) = store.sheet(identity, NOW).channels
    return found


class TestTexts:
    SHARED = general_description(
        "g",
        {"fi": "Yhteinen"},
        descriptions=[*texts("BackgroundDescription", fi="Tausta"), *texts("UserInstruction", fi="Yhteinen ohje")],
        requirements=texts(None, fi="Kaikille"),
        serviceChargeType="FreeOfCharge",
    )
    OWN = service(
        "s",
        {"fi": "Palvelu"},
        generalDescriptionId="g",
        serviceDescriptions=[*texts("Description", fi="Oma kuvaus"), *texts("DeadLine", fi="Kuukausi")],
    )

    def test_own_first_then_the_general_descriptions_each_marked(self, store):
        take(store, self.OWN, self.SHARED)
        sheet = store.sheet("s", NOW)
        assert [(part.text.pick("fi").text, part.origin) for part in sheet.about] == [
            ("Oma kuvaus", TextOrigin.OWN),
            ("Tausta", TextOrigin.GENERAL_DESCRIPTION),
        ]
        assert [part.origin for part in sheet.for_whom] == [TextOrigin.GENERAL_DESCRIPTION]
        assert [part.text.pick("fi").text for part in sheet.instruction] == ["Yhteinen ohje"]
        assert [part.text.pick("fi").text for part in sheet.deadlines] == ["Kuukausi"]
        assert sheet.charge is Charge.FREE
        assert not sheet.general_description_missing

    def test_one_that_is_not_here_is_told(self, store):
        take(store, self.OWN)
        assert store.sheet("s", NOW).general_description_missing

    def test_the_same_words_are_shown_once(self, store):
        take(store, self.OWN | {"requirements": texts(None, fi="Kaikille")}, self.SHARED)
        assert [part.origin for part in store.sheet("s", NOW).for_whom] == [TextOrigin.OWN]

    def test_a_general_description_by_itself(self, store):
        take(store, self.SHARED)
        sheet = store.sheet("g", NOW)
        assert sheet.kind is SheetKind.GENERAL_DESCRIPTION
        assert [part.origin for part in sheet.about] == [TextOrigin.GENERAL_DESCRIPTION]


class TestChannels:
    LINE = channel(
        "c",
        "Phone",
        {"fi": "Linja"},
        phoneNumbers=[{"number": "0295 1", "language": "fi"}],
        supportEmails=texts(None, fi="a@example.fi"),
        serviceHours=open_hours("08:00", "16:00"),
    )

    def test_the_connections_own_hours_and_contacts_win(self, store):
        own = {"serviceHours": open_hours("12:00", "13:00"), "contactDetails": {"phoneNumbers": [{"number": "0295 2"}]}}
        take(store, self.LINE, service("s", {"fi": "A"}, serviceChannels=connected(["c"], **own)))
        found = only_channel(store)
        assert [phone.number for phone in found.contacts.phones] == ["0295 2"]
        assert [email.address for email in found.contacts.emails] == ["a@example.fi"]
        assert found.hours_are_own
        assert found.hours[0].openings[0].opens.hour == 12

    def test_a_closed_house_is_closed_for_the_connection_too(self, store):
        shut = {"serviceHourType": "Exceptional", "validFrom": "2026-12-24T00:00:00", "isClosed": True}
        house = self.LINE | {"serviceHours": [*open_hours("08:00", "16:00"), shut]}
        own = {"serviceHours": open_hours("12:00", "13:00")}
        take(store, house, service("s", {"fi": "A"}, serviceChannels=connected(["c"], **own)))
        assert [rule.kind for rule in only_channel(store).hours] == [HoursKind.WEEKLY, HoursKind.EXCEPTIONAL]

    def test_a_connection_that_only_the_channel_tells(self, store):
        told = [{"service": {"id": "s", "name": None}, "description": texts("Description", fi="Vain ajalla")}]
        take(store, self.LINE | {"services": told}, service("s", {"fi": "A"}))
        assert only_channel(store).connection_description.pick("fi").text == "Vain ajalla"

    def test_told_from_both_sides_it_is_one(self, store):
        told = [{"service": {"id": "s", "name": None}}]
        take(store, self.LINE | {"services": told}, service("s", {"fi": "A"}, serviceChannels=connected(["c"])))
        assert only_channel(store).id == "c"

    def test_a_channel_that_is_not_here_is_told(self, store):
        take(store, service("s", {"fi": "A"}, serviceChannels=connected(["gone"])))
        assert store.sheet("s", NOW).missing_channels == ("gone",)

    def test_a_channel_by_itself(self, store):
        take(store, self.LINE)
        assert only_channel(store, "c").contacts.phones[0].number == "0295 1"


class TestOrganizations:
    OFFERS = (
        {"organization": {"id": "p", "name": "Tuottaja"}, "roleType": "Producer"},
        {"organization": {"id": "o", "name": "Kela"}, "roleType": "Responsible"},
    )

    def test_the_copy_of_a_name_serves_until_the_organization_comes(self, store):
        take(store, service("s", {"fi": "A"}, organizations=self.OFFERS))
        sheet = store.sheet("s", NOW)
        assert [name.pick("sv").text for name in sheet.organizations] == ["Kela"]
        assert [name.pick("fi").text for name in sheet.producers] == ["Tuottaja"]
        take(store, {"id": "o", "organizationNames": texts(fi="Kela", sv="FPA")})
        assert [name.pick("sv").text for name in store.sheet("s", NOW).organizations] == ["FPA"]


class TestFreshness:
    def test_old_is_told(self, store):
        take(store, service("s", {"fi": "A"}))
        assert not store.sheet("s", NOW + timedelta(days=30)).stale
        assert store.sheet("s", NOW + timedelta(days=31)).stale

    def test_the_starter_catalogue_is_as_old_as_its_last_check(self, store):
        take(store, service("tiski-s", {"fi": "A"}, checked="2026-11-01"), starter=True)
        sheet = store.sheet("tiski-s", NOW)
        assert sheet.starter
        assert not store.sheet("tiski-s", NOW + timedelta(days=300)).stale
        assert store.sheet("tiski-s", NOW + timedelta(days=400)).stale


def test_what_is_not_there(store):
    take(store, {"id": "o", "organizationNames": texts(fi="Kela")})
    for identity in ("nothing", "o", "' OR 1=1"):
        with pytest.raises(ServiceUnknown):
            store.sheet(identity, NOW)


class TestStandIns:
    """A general description alone has no channels; those of the starter service it replaced are still true."""

    STARTER = (
        service("tiski-s", {"fi": "Oma"}, replaces="g", serviceChannels=connected(["tiski-c"])),
        channel("tiski-c", "Phone", {"fi": "Oma linja"}, replaces=["real-c"]),
    )

    def test_they_stand_in_and_are_marked(self, store):
        take(store, *self.STARTER, starter=True)
        take(store, general_description("g", {"fi": "Virallinen"}))
        found = only_channel(store, "g")
        assert found.id == "tiski-c"
        assert found.source.starter

    def test_until_there_are_real_ones(self, store):
        take(store, *self.STARTER, starter=True)
        take(
            store,
            service("s", {"fi": "Virallinen"}, generalDescriptionId="g", serviceChannels=connected(["c"])),
            channel("c", "Phone", {"fi": "Virallinen linja"}),
        )
        assert only_channel(store).id == "c"

    def test_a_starter_channel_gives_way_to_the_real_one(self, store):
        take(store, *self.STARTER, starter=True)
        take(store, channel("real-c", "Phone", {"fi": "Virallinen linja"}))
        assert only_channel(store, "tiski-s").id == "real-c"


class TestPointing:
    OBJECTS = (
        service("nation", {"fi": "A"}, generalDescriptionId="g", areaType="Nationwide"),
        service(
            "kuopio",
            {"fi": "A"},
            generalDescriptionId="g",
            areaType="LimitedType",
            areas=[{"type": "Municipality", "municipalities": [{"code": "297"}]}],
            serviceClasses=[{"code": "P6.1", "uri": "http://uri.example/P6.1"}],
        ),
    )
    STARTER = service("tiski-s", {"fi": "A"}, replaces=["g"])

    def test_a_service_by_itself(self, store):
        take(store, *self.OBJECTS)
        assert store.resolve(ServicePointer(service="kuopio")) == ("kuopio",)
        assert store.resolve(ServicePointer(service="gone")) == ()

    def test_by_general_description_and_place(self, store):
        take(store, *self.OBJECTS)
        pointer = ServicePointer(general_description="g", municipality="297")
        assert store.resolve(pointer) == ("kuopio", "nation")
        assert store.resolve(ServicePointer(general_description="g", municipality="091")) == ("nation",)

    @pytest.mark.parametrize("key", ["P6.1", "http://uri.example/P6.1"])
    def test_by_class(self, store, key):
        take(store, *self.OBJECTS)
        assert store.resolve(ServicePointer(service_class=key)) == ("kuopio",)

    def test_a_starter_service_until_the_real_one_is_here(self, store):
        take(store, self.STARTER, starter=True)
        pointer = ServicePointer(service="tiski-s", municipality="297")
        assert store.resolve(pointer) == ("tiski-s",)
        take(store, *self.OBJECTS)
        assert store.resolve(pointer) == ("kuopio", "nation")
        assert store.resolve(ServicePointer(service="tiski-s", municipality="091")) == ("nation",)

    def test_a_general_description_without_services_leads_to_the_starter(self, store):
        take(store, self.STARTER, starter=True)
        take(store, general_description("g", {"fi": "Virallinen"}))
        assert store.resolve(ServicePointer(general_description="g")) == ("tiski-s",)
        assert store.resolve(ServicePointer(service="tiski-s")) == ("tiski-s",)

    def test_the_sheet_of_a_pointer(self, store):
        take(store, *self.OBJECTS)
        sheet_of = SheetOfPointer(store, FakeClock(NOW))
        found = sheet_of(ServicePointer(general_description="g"))
        assert found is not None
        assert found.id == "nation"
        assert sheet_of(ServicePointer(general_description="nothing")) is None


def test_what_is_open_comes_first(store):
    """Monday at noon in Finland."""
    take(
        store,
        channel("shut", "Phone", {"fi": "Kiinni"}, serviceHours=open_hours("08:00", "10:00")),
        channel("unknown", "WebPage", {"fi": "Sivu"}),
        channel("open", "Phone", {"fi": "Auki"}, serviceHours=open_hours("08:00", "16:00")),
        service("s", {"fi": "A"}, serviceChannels=connected(["shut", "unknown", "open"])),
    )
    shown = ShowService(store, FakeClock(NOW))("s")
    assert [each.id for each in shown.sheet.channels] == ["open", "unknown", "shut"]
    assert [each.state for each in shown.opening] == [OpenState.OPEN, OpenState.UNKNOWN, OpenState.CLOSED]
