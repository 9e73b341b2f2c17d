"""PTV v11 JSON as it really comes: four forms, nulls, byte-order marks, and what cannot be read."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from desk.errors import NotJson
from desk.model.catalogue import Channel, ChannelKind, Charge, GeneralDescription, Organization, Role, Service
from desk.model.intake import IntakeProblem, ProblemKind
from desk.model.service_hours import HoursKind
from services.wire.ptv_v11_reading import AT_ONCE, read_document


def read(content: Any) -> tuple[list[Any], list[IntakeProblem]]:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    documents = list(read_document("a.json", raw))
    objects = [item for document in documents for item in document.objects]
    return objects, [problem for document in documents for problem in document.problems]


def named(kind: str, **names: str) -> list[dict[str, str]]:
    return [{"language": language, "value": value, "type": kind} for language, value in names.items()]


SERVICE = {"id": "s1", "serviceNames": named("Name", fi="Asumistuki")}


class TestForms:
    @pytest.mark.parametrize(
        "content",
        [
            SERVICE,
            [SERVICE],
            {"s1": SERVICE},
            {"pageNumber": 1, "pageSize": 100, "pageCount": 1, "itemList": [SERVICE]},
        ],
        ids=["object", "list", "map", "page"],
    )
    def test_all_four(self, content):
        objects, problems = read(content)
        assert [item.id for item in objects] == ["s1"]
        assert not problems

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_byte_order_marks(self, encoding):
        objects, _ = read(json.dumps([SERVICE], ensure_ascii=False).encode(encoding))
        assert len(objects) == 1

    def test_a_page_of_ids_has_nothing_to_take_in(self):
        objects, problems = read({"pageNumber": 1, "itemList": [{"id": "a", "name": "A"}, {"id": "b", "name": None}]})
        assert not objects
        assert problems == [IntakeProblem(ProblemKind.IDS_ONLY, "a.json", reason="2")]

    def test_an_empty_page_too(self):
        assert read({"pageNumber": 9, "itemList": None})[1] == [
            IntakeProblem(ProblemKind.IDS_ONLY, "a.json", reason="0")
        ]

    @pytest.mark.parametrize("content", [b"", b"[", b'[{"id": "s1"', b"<html>", b'"text"', b"\xff\xfe\x00"])
    def test_what_is_not_whole_json_is_an_error_of_the_file(self, content):
        with pytest.raises(NotJson) as told:
            read(content)
        assert told.value.details["path"] == "a.json"

    def test_many_objects_come_in_parts(self):
        many = [SERVICE | {"id": f"s{number}"} for number in range(AT_ONCE + 1)]
        parts = list(read_document("a.json", json.dumps(many).encode()))
        assert [len(part.objects) for part in parts] == [AT_ONCE, 1]


class TestBrokenObjects:
    def test_one_broken_object_costs_only_itself(self):
        broken = SERVICE | {"id": "s2", "serviceNames": [{"language": "fi", "value": 7}]}
        objects, problems = read([SERVICE, broken, SERVICE | {"id": "s3"}])
        assert [item.id for item in objects] == ["s1", "s3"]
        assert [(each.kind, each.file, each.id, each.field) for each in problems] == [
            (ProblemKind.BROKEN, "a.json", "s2", "serviceNames[0].value")
        ]

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"modified": "yesterday"}, "modified"),
            ({"serviceChargeType": "Sometimes"}, "serviceChargeType"),
            ({"serviceNames": None}, "names"),
            ({"serviceChannels": [{"serviceChannel": {"name": "x"}}]}, "serviceChannels[0].serviceChannel"),
        ],
    )
    def test_the_field_is_named(self, change, field):
        _, problems = read(SERVICE | change)
        assert [problem.field for problem in problems] == [field]

    def test_no_id(self):
        _, problems = read({"serviceNames": named("Name", fi="A")})
        assert [(each.id, each.field) for each in problems] == [(None, "id")]

    def test_something_else(self):
        _, problems = read([{"hello": 1}, 5])
        assert [each.kind for each in problems] == [ProblemKind.UNKNOWN] * 2

    def test_an_archived_object_is_left_out_and_told(self):
        objects, problems = read(SERVICE | {"publishingStatus": "Archived"})
        assert not objects
        assert problems[0].kind is ProblemKind.NOT_PUBLISHED


class TestTypesByTheirKeys:
    @pytest.mark.parametrize("kind", list(ChannelKind))
    def test_channels(self, kind):
        (channel,), _ = read({"id": "c", "serviceChannelType": kind, "serviceChannelNames": named("Name", fi="K")})
        assert isinstance(channel, Channel)
        assert channel.kind is kind

    def test_the_others(self):
        objects, _ = read(
            [
                {"id": "o", "organizationNames": named("Name", fi="Kela")},
                {"id": "g", "names": named("Name", fi="Kuvaus")},
                {"id": "k", "serviceCollectionNames": named("Name", fi="Kokoelma"), "services": [{"id": "s1"}]},
            ]
        )
        assert [type(item).__name__ for item in objects] == ["Organization", "GeneralDescription", "ServiceCollection"]


class TestService:
    def test_nulls_everywhere(self):
        keys = (
            "generalDescriptionId type serviceChargeType areaType areas serviceDescriptions languages serviceClasses "
            "ontologyTerms targetGroups lifeEvents industrialClasses legislation keywords requirements serviceChannels "
            "organizations modified"
        ).split()
        (service,), problems = read(SERVICE | dict.fromkeys(keys))
        assert not problems
        assert service == read(SERVICE)[0][0]

    def test_texts_by_type(self):
        described = [
            *named("Summary", fi="Lyhyesti", sv="Kort"),
            *named("DeadLine", fi="Kuukauden kuluessa"),
            {"language": "fi", "value": None, "type": "ValidityTime"},
            *named("GD_Description", fi="toisen tekstiä"),
        ]
        (service,), _ = read(SERVICE | {"serviceDescriptions": described})
        assert service.texts.summary.pick("sv").text == "Kort"
        assert service.texts.deadline.pick("fi").text == "Kuukauden kuluessa"
        assert not service.texts.validity
        assert not service.texts.description

    def test_connection_with_its_own_hours_and_contacts(self):
        connection = {
            "serviceChannel": {"id": "c1", "name": None},
            "serviceChargeType": "FreeOfCharge",
            "description": named("Description", fi="Vain ajalla"),
            "extraTypes": [{"type": "Asti", "code": "RemoteGuidance", "name": named("Name", fi="Etäpalvelu")}],
            "serviceHours": [{"serviceHourType": "DaysOfTheWeek", "isReservation": True, "openingHour": None}],
            "contactDetails": {"phoneNumbers": [{"number": "295 123", "prefixNumber": "+358"}], "emails": None},
        }
        (service,), _ = read(SERVICE | {"serviceChannels": [connection]})
        (made,) = service.connections
        assert (made.service, made.channel, made.charge) == ("s1", "c1", Charge.FREE)
        assert made.contacts.phones[0].number == "0295 123"
        assert made.hours[0].by_reservation
        assert made.extra_types[0].code == "RemoteGuidance"

    def test_organizations_with_their_roles(self):
        offers = [{"organization": {"id": "o1", "name": "Kela"}, "roleType": "Producer"}, {"organization": None}]
        (service,), _ = read(SERVICE | {"organizations": offers})
        assert [(each.organization, each.role, each.name) for each in service.offers] == [("o1", Role.PRODUCER, "Kela")]

    def test_a_moment_without_a_zone_is_utc(self):
        (service,), _ = read(SERVICE | {"modified": "2020-04-22T09:35:58.293984"})
        assert service.source.modified == datetime(2020, 4, 22, 9, 35, 58, 293984, tzinfo=UTC)

    def test_starter_objects_say_where_they_are_from(self):
        (starter,), _ = read(
            SERVICE | {"id": "tiski-s-x", "replaces": "abc", "source": "https://a.example", "checked": "2026-11-20"}
        )
        assert starter.source.starter
        assert starter.source.replaces == ("abc",)
        assert starter.source.checked == date(2026, 11, 20)
        assert not read(SERVICE)[0][0].source.starter


class TestPhones:
    @pytest.mark.parametrize(
        ("sent", "dialled"),
        [
            ({"number": "447943552", "prefixNumber": "+358"}, "0447943552"),
            ({"number": "116117", "isFinnishServiceNumber": True, "prefixNumber": "+358"}, "116117"),
            ({"number": "0295 020", "prefixNumber": "+358"}, "0295 020"),
            ({"number": "8 123", "prefixNumber": "+46"}, "+46 8 123"),
        ],
    )
    def test_as_dialled_from_finland(self, sent, dialled):
        channel = {"id": "c", "serviceChannelType": "Phone", "serviceChannelNames": named("Name", fi="P")}
        (made,), _ = read(channel | {"phoneNumbers": [sent, {"number": None}]})
        assert [phone.number for phone in made.contacts.phones] == [dialled]


class TestHours:
    CHANNEL = {"id": "c", "serviceChannelType": "Phone", "serviceChannelNames": named("Name", fi="P")}  # noqa: RUF012

    def rule(self, **sent: Any) -> Any:
        (channel,), problems = read(self.CHANNEL | {"serviceHours": [sent]})
        assert not problems
        return channel.hours[0]

    def test_a_weekly_row(self):
        row = {"dayFrom": "Friday", "dayTo": "", "from": "08:00:00", "to": "24:00:00"}
        made = self.rule(serviceHourType="DaysOfTheWeek", isAlwaysOpen=False, openingHour=[row])
        (opening,) = made.openings
        assert (opening.day_from, opening.day_to, opening.opens, opening.closes) == (4, None, time(8), time(0))

    def test_an_exception_in_local_time_and_in_utc_is_the_same_day(self):
        local = self.rule(serviceHourType="Exceptional", validFrom="2026-12-24T00:00:00", isClosed=True)
        utc = self.rule(serviceHourType="Exceptional", validFrom="2026-12-23T22:00:00Z", isClosed=True)
        assert local.valid_from == utc.valid_from == date(2026, 12, 24)
        assert local.kind is HoursKind.EXCEPTIONAL

    def test_before_version_11_no_hours_meant_always(self):
        assert self.rule(serviceHourType="DaysOfTheWeek", validForNow=True, openingHour=[]).is_always_open
        assert not self.rule(serviceHourType="DaysOfTheWeek", isClosed=True, openingHour=[]).is_always_open
        assert not self.rule(serviceHourType="DaysOfTheWeek", isReservation=True, isAlwaysOpen=False).is_always_open

    def test_an_hour_that_is_none_is_told(self):
        row = {"dayFrom": "Friday", "from": "25:61:00", "to": "26:00:00"}
        _, problems = read(self.CHANNEL | {"serviceHours": [{"openingHour": [row]}]})
        assert [problem.field for problem in problems] == ["serviceHours.openingHour.from"]


def test_an_address_with_its_entrances():
    place = {
        "id": "c",
        "serviceChannelType": "ServiceLocation",
        "serviceChannelNames": named("Name", fi="Piste"),
        "addresses": [
            {
                "type": "Location",
                "streetAddress": {
                    "street": named("x", fi="Otavantie"),
                    "streetNumber": "2 B",
                    "postalCode": "50670",
                    "municipality": {"code": "491", "name": named("x", fi="Mikkeli", sv="S:t Michel")},
                    "latitude": "6834688",
                    "longitude": "503879.5",
                },
                "entrances": [
                    {
                        "isMainEntrance": True,
                        "accessibilitySentences": [
                            {
                                "sentenceGroup": named("x", en="The main entrance"),
                                "sentences": [{"sentence": named("x", en="There is a canopy.")}],
                            }
                        ],
                    }
                ],
            }
        ],
    }
    (channel,), problems = read(place)
    assert not problems
    (address,) = channel.contacts.addresses
    assert (address.municipality_code, address.northing, address.easting) == ("491", 6834688.0, 503879.5)
    (door,) = address.entrances
    assert door.is_main
    assert door.accessibility[0].sentences[0].pick("en").text == "There is a canopy."


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("6834688,25", 6834688.25),
        (" 6834688 ", 6834688.0),
        ("", None),
        (None, None),
        ("N 6834688", None),
        ("NaN", None),
        ("1e999", None),
    ],
)
def test_a_coordinate_that_is_no_number_costs_the_distance_and_not_the_place(written, read_as):
    street = {"street": named("x", fi="Otavantie"), "latitude": written, "longitude": "503879"}
    place = {
        "id": "c",
        "serviceChannelType": "ServiceLocation",
        "serviceChannelNames": named("Name", fi="Piste"),
        "addresses": [{"type": "Location", "streetAddress": street}],
    }
    (channel,), problems = read(place)
    assert not problems
    assert channel.contacts.addresses[0].northing == read_as


def test_names_are_chosen_by_type_and_fall_back():
    (item,), _ = read({"id": "g", "names": named("AlternativeName", fi="Toinen")})
    assert isinstance(item, GeneralDescription)
    assert item.names.pick("fi").text == "Toinen"
    (organization,), _ = read({"id": "o", "organizationNames": named("Name", fi="Kela", sv="FPA")})
    assert isinstance(organization, Organization)
    assert organization.names.pick("en").is_fallback


def test_service_is_read_as_service():
    assert isinstance(read(SERVICE)[0][0], Service)
