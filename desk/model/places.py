"""Where things are, and how far from one another.

The national catalogue gives coordinates as metres of ETRS-TM35FIN (EPSG:3067), one plane for all of Finland. On it the
distance is that of Pythagoras: the map is true to within 0.04 % in the middle of the country and 0.15 % in Åland, four
metres on 2.4 km, which is less than the way round a block. It is the straight line, not the way one walks.

Coordinates come from many hands. Swapped ones are put right (no northing of Finland can be an easting); degrees are
converted; what is empty, zero, or not in Finland is as good as none, because a wrong distance sends a person the
wrong way.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, asinh, atan, atanh, cos, cosh, hypot, radians, sin, sinh, sqrt, tan

from desk.model.catalogue import Address

NORTHINGS = (6_590_000.0, 7_790_000.0)
"""Metres, from the sea south of Bogskär to the north of Nuorgam."""
EASTINGS = (50_000.0, 740_000.0)
"""Metres, from the sea west of Märket to the east of Ilomantsi."""
LATITUDES = (59.4, 70.2)
LONGITUDES = (19.0, 31.7)

AT_THE_DOOR = 25.0
"""Metres: nearer than this is the same house."""

HALF_AXIS = 6_378_137.0
FLATTENING = 1 / 298.257222101
CENTRAL_MERIDIAN = radians(27)
CENTRAL_SCALE = 0.9996
FALSE_EASTING = 500_000.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in Finland, in metres of ETRS-TM35FIN."""

    northing: float
    easting: float


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a desk is: to the metre, or at least the municipality's code."""

    spot: Spot | None = None
    municipality: str | None = None


NOWHERE = Whereabouts()


def spot_at(northing: float | None, easting: float | None) -> Spot | None:
    """The point that two numbers mean: metres or degrees, in either order; ``None`` when it is not in Finland."""
    if northing is None or easting is None:
        return None
    for first, second in ((northing, easting), (easting, northing)):
        if _within(first, NORTHINGS) and _within(second, EASTINGS):
            return Spot(first, second)
        if _within(first, LATITUDES) and _within(second, LONGITUDES):
            return spot_of_degrees(first, second)
    return None


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]


def spot_of_degrees(latitude: float, longitude: float) -> Spot:
    """Degrees of ETRS89 (for our ends also of WGS84) on the plane: the projection of Gauss and Krüger, in series."""
    n = FLATTENING / (2 - FLATTENING)
    radius = HALF_AXIS / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    eccentricity = sqrt(2 * FLATTENING - FLATTENING**2)
    phi, eastward = radians(latitude), radians(longitude) - CENTRAL_MERIDIAN
    conformal = atan(sinh(asinh(tan(phi)) - eccentricity * atanh(eccentricity * sin(phi))))
    across = atanh(cos(conformal) * sin(eastward))
    along = asin(sin(conformal) * cosh(across))
    terms = (
        n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16 + 41 * n**4 / 180,
        13 * n**2 / 48 - 3 * n**3 / 5 + 557 * n**4 / 1440,
        61 * n**3 / 240 - 103 * n**4 / 140,
        49561 * n**4 / 161280,
    )
    numbered = [(2 * order, term) for order, term in enumerate(terms, start=1)]
    northward = along + sum(term * sin(order * along) * cosh(order * across) for order, term in numbered)
    sideward = across + sum(term * cos(order * along) * sinh(order * across) for order, term in numbered)
    return Spot(radius * northward * CENTRAL_SCALE, radius * sideward * CENTRAL_SCALE + FALSE_EASTING)


def distance_between(one: Spot, other: Spot) -> float:
    """Metres in a straight line."""
    return hypot(one.northing - other.northing, one.easting - other.easting)


def spots_of(addresses: Iterable[Address]) -> tuple[Spot, ...]:
    """The points of those addresses that a person can walk in at."""
    found = (spot_at(each.northing, each.easting) for each in addresses if not each.is_postal)
    return tuple(spot for spot in found if spot is not None)


def nearest_distance(here: Spot | None, addresses: Iterable[Address]) -> float | None:
    """Metres to the nearest address that says where it is; ``None`` when either side does not say."""
    if here is None:
        return None
    return min((distance_between(here, spot) for spot in spots_of(addresses)), default=None)
