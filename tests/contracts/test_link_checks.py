"""What every memory of link checks promises, the one in memory and the encrypted one alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desk.model.hours import HELSINKI
from desk.model.link_check import LinkCheck, LinkOutcome
from offline_cache.catalogue.link_checks import link_checks_in
from tests.fakes import FakeKeyring
from tests.fresh_fakes import FakeLinkChecks
from tests.offline_cache.opening import opened, tools

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=HELSINKI)
FINE = LinkCheck("https://a.example/", NOW, LinkOutcome.FINE)
GONE = LinkCheck("https://b.example/", NOW, LinkOutcome.GONE, "404", 2, date(2026, 11, 21))


@pytest.fixture(params=["in memory", "encrypted"])
def checks(request, tmp_path):
    if request.param == "in memory":
        yield FakeLinkChecks()
        return
    folder = opened(tmp_path / "folder", tools(FakeKeyring()))
    yield link_checks_in(folder)
    folder.close()


def test_checks_come_back_as_they_were_kept(checks):
    checks.keep([GONE, FINE])
    assert checks.all() == (FINE, GONE)


def test_a_newer_check_takes_the_place_of_the_older(checks):
    checks.keep([FINE])
    newer = replace(FINE, checked=NOW + timedelta(days=7), outcome=LinkOutcome.MOVED, detail="https://c.example/")
    checks.keep([newer])
    assert checks.all() == (newer,)


def test_only_what_failed_on_two_days_is_failing(checks):
    checks.keep([FINE, GONE, replace(GONE, url="https://d.example/", failed_days=1)])
    assert checks.failing() == (GONE,)
