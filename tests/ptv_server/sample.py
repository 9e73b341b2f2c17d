"""A small catalogue of invented things, the same for each seed: every kind, every tie between them, every odd shape."""

from __future__ import annotations

import random

from tests.ptv_server import wire_objects as wire
from tests.ptv_server.catalogue import ServerCatalogue
from tests.ptv_server.kinds import id_of
from tests.ptv_server.wire_objects import Wire

MUNICIPALITIES = {"297": "Kuopio", "491": "Mikkeli", "091": "Helsinki", "564": "Oulu"}
REGION = ("Region", "11")
WELLBEING_COUNTY = ("WellbeingServiceCounties", "11")
CHANNEL_KINDS = ("ServiceLocation", "EChannel", "WebPage", "PrintableForm", "Phone")
SUBJECTS = (
    "Asumistuki",
    "Muuttoilmoitus",
    "Kirjaston laina",
    "Päivähoito",
    "Rakennuslupa",
    "Toimeentulotuki",
    "Ajokortti",
)
SWEDISH = ("Bostadsbidrag", "Flyttanmälan", "Bibliotekslån", "Dagvård", "Bygglov", "Utkomststöd", "Körkort")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
ORGANIZATIONS, GENERAL, SERVICES, CHANNELS, COLLECTIONS = 1_000, 2_000, 10_000, 20_000, 30_000
"""Where the numbers of each kind begin: ``id_of(SERVICES)`` is the first service."""


def sample_catalogue(seed: int = 7, services: int = 120) -> ServerCatalogue:
    """Return a catalogue of about four objects for each service."""
    draw = random.Random(seed)
    catalogue = ServerCatalogue()
    catalogue.regions = {
        REGION: frozenset({"297"}),
        WELLBEING_COUNTY: frozenset({"297"}),
        ("Region", "10"): frozenset({"491"}),
    }
    catalogue.codes = _codes()
    catalogue.publish(*_organizations(services // 8 + 4))
    catalogue.publish(*(_general(number) for number in range(services // 12 + 1)))
    ties = {number: draw.sample(range(services * 2), draw.randint(0, 3)) for number in range(services)}
    catalogue.publish(*(_service(draw, number, ties[number]) for number in range(services)))
    used = {number: [each for each, channels in ties.items() if number in channels] for number in range(services * 2)}
    catalogue.publish(*(_channel(draw, number, used[number]) for number in range(services * 2)))
    catalogue.publish(*(_collection(number, services) for number in range(services // 15 + 1)))
    catalogue.publish(wire.service(id_of(SERVICES - 1), "Haamupalvelu", municipalities=["297"]))
    catalogue.make_ghost(id_of(SERVICES - 1))
    return catalogue


def _codes() -> dict[str, list[Wire]]:
    def row(code: str, name: str) -> Wire:
        return {"code": code, "names": [{"value": name, "language": "fi"}]}

    return {
        "GetMunicipalityCodes": [row(code, name) for code, name in MUNICIPALITIES.items()],
        "GetLanguageCodes": [row("fi", "suomi"), row("sv", "ruotsi"), row("se", "pohjoissaame")],
        "Region": [row("11", "Pohjois-Savo"), row("10", "Etelä-Savo")],
        "WellbeingServiceCounties": [row("11", "Pohjois-Savon hyvinvointialue")],
    }


def _organizations(count: int) -> list[Wire]:
    places = list(MUNICIPALITIES)
    return [
        wire.organization(
            id_of(ORGANIZATIONS + number),
            {"fi": f"Virasto {number}", "sv": f"Verk {number}"},
            municipalities=[places[number % 4]] if number % 3 else [],
            organizationType="Municipality" if number % 3 else "State",
            parentOrganizationId=id_of(ORGANIZATIONS) if number % 5 == 4 else None,
        )
        for number in range(count)
    ]


def _general(number: int) -> Wire:
    subject = SUBJECTS[number % len(SUBJECTS)]
    return wire.general_description(id_of(GENERAL + number), {"fi": f"{subject} (pohjakuvaus {number})"})


def _place(draw: random.Random) -> list[str]:
    """A third of everything is for the whole country."""
    return [] if draw.random() < 0.33 else draw.sample(list(MUNICIPALITIES), draw.randint(1, 2))


def _service(draw: random.Random, number: int, channels: list[int]) -> Wire:
    subject = number % len(SUBJECTS)
    return wire.service(
        id_of(SERVICES + number),
        {"fi": f"{SUBJECTS[subject]} {number}", "sv": f"{SWEDISH[subject]} {number}"},
        organization=id_of(ORGANIZATIONS + number % 4),
        channels=[wire.connection(id_of(CHANNELS + each)) for each in channels],
        general=id_of(GENERAL + number // 12) if number % 4 == 0 else None,
        municipalities=_place(draw),
        serviceClasses=[
            {"name": [{"value": "Asuminen", "language": "fi"}], "code": f"P{number % 28 + 1}", "uri": None}
        ],
        serviceChargeType=draw.choice(["FreeOfCharge", "Chargeable", None]),
        serviceDescriptions=wire.texts(f"Palvelu {number} lyhyesti.", "Summary")
        + wire.texts("Kuvaus. " * draw.randint(1, 60), "Description")
        + [{"language": "fi", "value": None, "type": "ValidityTime"}],
    )


def _channel(draw: random.Random, number: int, services: list[int]) -> Wire:
    kind = CHANNEL_KINDS[number % len(CHANNEL_KINDS)]
    more: Wire = {}
    if kind == "ServiceLocation":
        more = {"serviceHours": [_hours(draw)], "addresses": [_address(draw, number)]}
    elif kind == "Phone":
        more = {"phoneNumbers": [{"number": f"0295 {number:06}", "language": "fi", "serviceChargeType": "Chargeable"}]}
    elif kind == "PrintableForm":
        more = {"channelUrls": [{"language": "fi", "value": f"https://lomake.example/{number}.pdf", "type": "PDF"}]}
    else:
        more = {"webPages": [{"url": f"https://asiointi.example/{number}", "value": "Asiointi", "language": "fi"}]}
    return wire.channel(
        id_of(CHANNELS + number),
        {"fi": f"Kanava {number}"},
        kind=kind,
        organization=id_of(ORGANIZATIONS + number % 4),
        services=[id_of(SERVICES + each) for each in services],
        municipalities=_place(draw),
        **more,
    )


def _hours(draw: random.Random) -> Wire:
    rows = [
        {"dayFrom": day, "dayTo": "", "from": "09:00:00", "to": draw.choice(["15:00:00", "16:15:00"])}
        for day in WEEKDAYS
    ]
    return {
        "serviceHourType": "DaysOfTheWeek",
        "validFrom": None,
        "validTo": None,
        "isClosed": False,
        "validForNow": True,
        "isAlwaysOpen": False,
        "isReservation": False,
        "additionalInformation": [],
        "openingHour": rows,
    }


def _address(draw: random.Random, number: int) -> Wire:
    code = draw.choice(list(MUNICIPALITIES))
    street = {
        "street": [{"value": "Kauppakatu", "language": "fi"}],
        "streetNumber": str(number % 90 + 1),
        "postalCode": "70100",
        "postOffice": [{"value": MUNICIPALITIES[code].upper(), "language": "fi"}],
        "municipality": {"code": code, "name": [{"value": MUNICIPALITIES[code], "language": "fi"}]},
        "latitude": str(6_970_000 + number),
        "longitude": str(530_000 + number),
        "coordinateState": "Ok",
    }
    return {"type": "Location", "subType": "Single", "streetAddress": street, "country": "FI"}


def _collection(number: int, services: int) -> Wire:
    return wire.collection(
        id_of(COLLECTIONS + number),
        {"fi": f"Kokoelma {number}"},
        organization=id_of(ORGANIZATIONS + number % 4),
        services=[id_of(SERVICES + (number * 7 + each) % services) for each in range(3)],
    )
