"""Where this desk is: what distances are measured from, and which municipality a search begins in."""

from __future__ import annotations

import re

from desk.errands.bundle import Bundle
from desk.errands.municipalities import code_meant, municipality_name
from desk.errors import BadArea, BadCoordinates
from desk.model.catalogue import Address
from desk.model.libraries import Town
from desk.model.places import Spot, Whereabouts, spot_at
from desk.model.refresh import AreaKind, SyncArea
from desk.model.role import Function
from desk.ports import Casebook, CatalogueStore, Clock
from desk.usecases.duty import Duty

NORTHING, EASTING, MUNICIPALITY = "point.northing", "point.easting", "point.municipality"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


class PointPlace:
    """The desk's coordinates and municipality, in its settings."""

    def __init__(self, casebook: Casebook, catalogue: CatalogueStore, clock: Clock, bundle: Bundle, duty: Duty) -> None:
        self._casebook = casebook
        self._catalogue = catalogue
        self._clock = clock
        self._bundle = bundle
        self._duty = duty

    def read(self) -> Whereabouts:
        """Return where the desk is, as far as it has been told."""
        northing, easting = self._casebook.setting(NORTHING), self._casebook.setting(EASTING)
        spot = spot_at(float(northing), float(easting)) if northing and easting else None
        return Whereabouts(spot, self._casebook.setting(MUNICIPALITY) or None)

    def at_channel(self, identity: str) -> Whereabouts:
        """The desk is at a place of the catalogue, and in its municipality.

        Raises ``ServiceUnknown``, and ``BadCoordinates`` when the catalogue does not know where that place is.
        """
        self._duty.require(Function.SET_UP_POINT)
        sheet = self._catalogue.sheet(identity, self._clock.now())
        addresses = [each for channel in sheet.channels for each in channel.contacts.addresses if not each.is_postal]
        located = [(spot, each) for each in addresses if (spot := spot_at(each.northing, each.easting))]
        if not located:
            raise BadCoordinates(kind="missing", place=sheet.names.pick("fi").text or identity)
        spot, address = located[0]
        self._keep(spot)
        if code := self._known_code(address):
            self._casebook.set_setting(MUNICIPALITY, code)
        return self.read()

    def at_coordinates(self, text: str) -> Whereabouts:
        """The desk is at these coordinates, in metres or degrees; none of them: forget. Raises ``BadCoordinates``."""
        if not text.strip():
            self._keep(None)
            return self.read()
        parts = [part for part in re.split(r"[,;\s]+", text.strip().strip("()")) if part]
        numbers = [float(part) for part in parts if _NUMBER.fullmatch(part)]
        spot = spot_at(*numbers) if len(numbers) == len(parts) == 2 else None
        if spot is None:
            raise BadCoordinates(coordinates=text.strip())
        self._keep(spot)
        return self.read()

    def in_municipality(self, code: str) -> Whereabouts:
        """The desk is in this municipality; an empty code forgets it. Raises ``BadArea``."""
        self._duty.require(Function.SET_UP_POINT)
        asked = code.strip()
        if asked:
            self.known_town(asked)
        self._casebook.set_setting(MUNICIPALITY, asked)
        return self.read()

    def name_of(self, code: str, language: str = "fi") -> str:
        """Return the name of a municipality; empty when there is none of this code."""
        return municipality_name(self._bundle, code, language)

    def known_town(self, code: str) -> Town:
        """Return the municipality of a code; raises ``BadArea``."""
        name = self.name_of(code)
        if not name:
            area = SyncArea(AreaKind.MUNICIPALITY, code)
            raise BadArea(kind="unknown", area=area, near=code_meant(self._bundle, code))
        return Town(code, name)

    def _known_code(self, address: Address) -> str:
        """The code of an address' municipality as we know it."""
        code = address.municipality_code or ""
        return code if self.name_of(code) else ""

    def _keep(self, spot: Spot | None) -> None:
        self._duty.require(Function.SET_UP_POINT)
        self._casebook.set_setting(NORTHING, f"{spot.northing:.1f}" if spot else "")
        self._casebook.set_setting(EASTING, f"{spot.easting:.1f}" if spot else "")
