"""What every object of the generated catalogue is made from: its own dice, its id, and the parts that all share.

Each object follows from the seed, its kind and its number alone, so that a larger catalogue begins with the
smaller one.
"""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any, Final

from tests.national_catalogue.classes import Classes
from tests.national_catalogue.places import Places
from tests.national_catalogue.vocabulary import Matter, Vocabulary

SERVICES_OF_A_BLOCK: Final = 5
CHANNELS_OF_A_BLOCK: Final = 12
"""What one organization offers in one place: five services at twelve channels, as in the nation as a whole."""
SHARED: Final = {7: (105, 7), 8: (211, 3), 19: (499, 11), 31: (151, 5)}
"""Channels that many services share: the channel's number, every how manieth service, from which on."""
MOST_SHARED: Final = 284
LINKED_AT_ONCE: Final = 1_000
SWEDISH, ENGLISH = 0.40, 0.25
MODIFIED_DAYS = 6 * 365


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many objects of each kind; channels and collections follow the services."""

    services: int = 30_000
    organizations: int = 1_630
    general_descriptions: int = 308

    @property
    def channels(self) -> int:
        """72,000 where there are 30,000 services."""
        return self.services * CHANNELS_OF_A_BLOCK // SERVICES_OF_A_BLOCK

    @property
    def collections(self) -> int:
        """706 where there are 30,000 services."""
        return -(-self.services * 706 // 30_000)

    @property
    def objects(self) -> int:
        """All kinds together."""
        return self.services + self.channels + self.organizations + self.general_descriptions + self.collections


@dataclass
class Drawing:
    """The seed with all words and places."""

    seed: int
    sizes: Sizes
    words: Vocabulary = field(default_factory=Vocabulary)
    _linked: dict[int, list[int]] = field(default_factory=dict)

    @cached_property
    def places(self) -> Places:
        """Municipalities, regions, addresses."""
        return Places(self.words)

    @cached_property
    def classes(self) -> Classes:
        """Classifications."""
        return Classes(self.words)

    def dice(self, kind: str, number: int) -> Random:
        """The dice of one object."""
        return Random(f"{self.seed}/{kind}/{number}")

    def id(self, kind: str, number: int) -> str:
        """The id of one object."""
        told = hashlib.blake2b(f"{self.seed}/{kind}/{number}".encode(), digest_size=16).digest()
        return str(uuid.UUID(bytes=told, version=4))

    def matter_of(self, service: int) -> Matter:
        """What a service is about."""
        return self.words.matter(self.dice("matter", service))

    def channels_of(self, service: int) -> list[int]:
        """The numbers of a service's channels: some of its block, and those that many share."""
        if service not in self._linked:
            if len(self._linked) > LINKED_AT_ONCE:
                self._linked.clear()
            self._linked[service] = self._channels_of(service)
        return self._linked[service]

    def _channels_of(self, service: int) -> list[int]:
        block = service // SERVICES_OF_A_BLOCK
        random = self.dice("links", service)
        own = random.sample(range(CHANNELS_OF_A_BLOCK), random.randint(1, 5))
        shared = [number for number in SHARED if service in self.sharing(number)]
        found = dict.fromkeys([*(block * CHANNELS_OF_A_BLOCK + each for each in sorted(own)), *shared])
        return [number for number in found if number < self.sizes.channels]

    def services_of(self, channel: int) -> list[int]:
        """The numbers of a channel's services."""
        block = channel // CHANNELS_OF_A_BLOCK
        members = range(block * SERVICES_OF_A_BLOCK, min((block + 1) * SERVICES_OF_A_BLOCK, self.sizes.services))
        own = [service for service in members if channel in self.channels_of(service)]
        return list(dict.fromkeys([*own, *(self.sharing(channel) if channel in SHARED else ())]))

    def sharing(self, channel: int) -> range:
        """The services that share this channel."""
        step, first = SHARED[channel]
        return range(first, min(self.sizes.services, first + step * MOST_SHARED), step)


def languages(random: Random) -> list[str]:
    """Finnish always, Swedish and English of some."""
    return ["fi", *(["sv"] if random.random() < SWEDISH else []), *(["en"] if random.random() < ENGLISH else [])]


def typed(kind: str, texts: dict[str, str]) -> list[dict[str, Any]]:
    """Texts by language, with the type that the wire wants."""
    return [{"language": language, "value": text, "type": kind} for language, text in texts.items()]


def modified(random: Random) -> str:
    """A moment in the last years, with the six digits of the wire; recent ones come more often."""
    days = int(MODIFIED_DAYS * random.random() ** 3)
    year, day = divmod(days, 336)
    month, of_month = divmod(335 - day, 28)
    date = f"{2026 - year}-{min(month + 1, 11):02}-{of_month + 1:02}"
    return f"{date}T08:{random.randrange(60):02}:00.{random.randrange(10**6):06}"


def phone(random: Random, language: str = "fi", note: str | None = None) -> dict[str, Any]:
    """A number that nobody can have."""
    return {
        "type": "Phone",
        "additionalInformation": note,
        "serviceChargeType": "Chargeable",
        "chargeDescription": "pvm/mpm",
        "prefixNumber": "+358",
        "isFinnishServiceNumber": False,
        "number": f"90000{random.randrange(10_000):04}",
        "language": language,
    }


def page(random: Random, title: str, language: str = "fi") -> dict[str, Any]:
    """A page on a domain that is nobody's."""
    return {"url": f"https://www.esimerkki.example/{random.randrange(10**6)}", "value": title, "language": language}


WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def opening(random: Random) -> list[dict[str, Any]]:
    """Opening hours: mostly weekdays, with now and then an exception, a season, a night or an appointment."""
    if random.random() < 0.06:
        return [_rule("DaysOfTheWeek", isAlwaysOpen=True)]
    if random.random() < 0.05:
        return [_rule("DaysOfTheWeek", isReservation=True)]
    opens, closes = (
        random.choice(("08:00:00", "09:00:00", "10:00:00")),
        random.choice(("15:00:00", "16:00:00", "18:00:00")),
    )
    found = [_rule("DaysOfTheWeek", [_interval(day, "", opens, closes) for day in WEEK])]
    if random.random() < 0.2:
        closed = _rule("Exceptional", validFrom="2026-12-24T00:00:00", validForNow=False, isClosed=True)
        found.append({**closed, "additionalInformation": [{"value": "Jouluaatto", "language": "fi"}]})
    if random.random() < 0.08:
        season = [_interval(day, "", "10:00:00", "14:00:00") for day in WEEK[:3]]
        dates = {"validFrom": "2027-06-15T00:00:00", "validTo": "2027-08-15T00:00:00", "validForNow": False}
        found.append(_rule("DaysOfTheWeek", season, **dates))
    if random.random() < 0.02:
        found.append(_rule("OverMidnight", [_interval("Friday", "Saturday", "22:00:00", "04:00:00")]))
    return found


def _interval(day: str, until: str, opens: str, closes: str) -> dict[str, Any]:
    return {"dayFrom": day, "dayTo": until, "from": opens, "to": closes}


def _rule(kind: str, intervals: list[dict[str, Any]] | None = None, **fields: Any) -> dict[str, Any]:
    usual = {
        "validFrom": None,
        "validTo": None,
        "isClosed": False,
        "validForNow": True,
        "isAlwaysOpen": False,
        "isReservation": False,
        "additionalInformation": [{"value": None, "language": "fi"}],
    }
    return {"serviceHourType": kind, **usual, **fields, "openingHour": intervals or []}
