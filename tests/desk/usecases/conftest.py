"""The desk over the invented library card, and over what ships."""

from __future__ import annotations

import pytest

from tests.desk.usecases.rooms import card_bundle, desk_over, real_bundle
from tests.fakes import FakeClock, FakePrinters


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def printers():
    return FakePrinters()


@pytest.fixture
def desk(clock, printers):
    return desk_over(card_bundle(), clock=clock, printers=printers)


@pytest.fixture
def real_desk(clock):
    return desk_over(real_bundle(), clock=clock)
