"""Coordinates as they come, and distances."""

from __future__ import annotations

from math import inf, nan

import pytest
from hypothesis import given, strategies as st

from desk.model.catalogue import Address
from desk.model.places import (
    EASTINGS,
    NORTHINGS,
    Spot,
    distance_between,
    nearest_distance,
    spot_at,
    spot_of_degrees,
    spots_of,
)

KUOPIO = Spot(6_974_800, 533_600)


@pytest.mark.parametrize(
    ("latitude", "longitude", "northing", "easting"),
    [
        # the worked example of the national recommendation for map projections
        (60.38510688966, 19.84813676944, 6_715_706.377, 106_256.360),
        # on the central meridian the easting is the false one, and the northing the meridian's arc times the scale
        (60.0, 27.0, 6_651_411.190, 500_000.0),
    ],
)
def test_degrees_become_metres(latitude, longitude, northing, easting):
    spot = spot_of_degrees(latitude, longitude)
    assert (spot.northing, spot.easting) == pytest.approx((northing, easting), rel=0, abs=0.005)


def test_east_and_west_of_the_middle_are_mirrored():
    west, east = spot_of_degrees(65, 22), spot_of_degrees(65, 32)
    assert west.northing == pytest.approx(east.northing)
    assert west.easting + east.easting == pytest.approx(1_000_000)


class TestWhatTheNumbersMean:
    def test_metres_as_they_should_be(self):
        assert spot_at(6_974_800, 533_600) == KUOPIO

    def test_swapped_metres_are_put_right(self):
        assert spot_at(533_600, 6_974_800) == KUOPIO

    @pytest.mark.parametrize("pair", [(62.8930, 27.6783), (27.6783, 62.8930)])
    def test_degrees_are_converted_in_either_order(self, pair):
        spot = spot_at(*pair)
        assert spot is not None
        assert distance_between(spot, spot_of_degrees(62.8930, 27.6783)) < 0.01
        assert distance_between(spot, KUOPIO) < 2_000

    @pytest.mark.parametrize(
        "pair",
        [
            (None, None),
            (6_974_800, None),
            (None, 533_600),
            (0, 0),
            (6_974_800, 0),
            (6_580_822, 674_032 + 900_000),  # east of Finland
            (59.3293, 18.0686),  # Stockholm
            (533_600, 533_600),
            (697_480, 53_360),  # a digit lost
            (nan, 533_600),
            (inf, 533_600),
            (-6_974_800, -533_600),
        ],
    )
    def test_what_is_not_in_finland_is_nowhere(self, pair):
        assert spot_at(*pair) is None

    @given(st.floats(*NORTHINGS), st.floats(*EASTINGS))
    def test_either_order_means_the_same(self, northing, easting):
        assert spot_at(northing, easting) == spot_at(easting, northing) == Spot(northing, easting)

    @given(st.floats(), st.floats())
    def test_any_two_numbers_are_read(self, one, other):
        spot = spot_at(one, other)
        assert spot is None or (spot.northing > spot.easting)


class TestDistance:
    def test_in_metres(self):
        assert distance_between(KUOPIO, Spot(KUOPIO.northing + 300, KUOPIO.easting + 400)) == 500

    def test_the_nearest_door_counts_and_a_post_box_never(self):
        far = Address("Location", northing=6_975_800, easting=533_600)
        near = Address("Visiting", northing=6_974_800, easting=533_950)
        box = Address("Postal", northing=6_974_800, easting=533_600)
        assert nearest_distance(KUOPIO, [far, near, box]) == 350
        assert nearest_distance(KUOPIO, [box]) is None
        assert nearest_distance(None, [near]) is None
        assert len(spots_of([far, near, box])) == 2
