"""After a refresh the desk looks at libraries, links and forms; the clerk may have the links checked at any time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desk.errors import SourceUnreachable
from desk.model.link_check import LinkOutcome
from desk.model.refresh import RefreshKind, RefreshReport
from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import Start
from tests.ui.typing import press

ALT = Qt.KeyboardModifier.AltModifier
ONE_WEEK = timedelta(days=7)


@pytest.fixture
def clerk(start: Start) -> Clerk:
    clerk = Clerk(start(Language.EN))
    press(Qt.Key.Key_5, ALT)
    return clerk


def keep_kuopio(desk, url: str = "") -> None:
    desk.casebook.set_setting("catalogue.areas", "Municipality/297")
    if url:
        desk.casebook.set_setting("catalogue.url", url)


def ends_well(desk) -> None:
    desk.worker.ended.emit(RefreshReport(RefreshKind.CHANGES, "PTV", desk.clock.now(), new=2))


def test_libraries_and_links_are_looked_at_after_a_refresh(clerk: Clerk, desk) -> None:
    keep_kuopio(desk)
    ends_well(desk)
    assert [town.code for town in desk.towns] == ["297"]
    assert desk.prober.asked
    assert len(desk.fresh.links.all()) == len(set(desk.prober.asked))
    assert "links were checked." in clerk.sees()


def test_the_links_wait_for_what_a_refresh_began(clerk: Clerk, desk) -> None:
    keep_kuopio(desk)
    desk.runner.hold()
    ends_well(desk)
    assert not clerk.day._rooms.catalogue.check.isEnabled()
    clerk.day.catalogue.after.check_links()
    desk.runner.release()
    assert desk.towns
    assert len(desk.prober.asked) == len(set(desk.prober.asked))
    assert clerk.day._rooms.catalogue.check.isEnabled()


def test_another_catalogue_than_the_usual_one_is_on_trial_and_nobody_else_is_asked(clerk: Clerk, desk) -> None:
    keep_kuopio(desk, "http://127.0.0.1:1/api/v11")
    ends_well(desk)
    assert (desk.towns, desk.prober.asked) == ([], [])
    assert clerk.day._rooms.catalogue.check.isEnabled()


def test_no_network_is_a_quiet_line_and_the_rest_is_tried_all_the_same(clerk: Clerk, desk) -> None:
    keep_kuopio(desk)
    desk.libraries_error = SourceUnreachable(source="Kirjastot.fi", reason="no route")
    ends_well(desk)
    assert "The opening hours of libraries could not be fetched; those of before stay." in clerk.sees()
    assert desk.prober.asked
    assert "There is no connection" not in clerk.sees()


def test_the_clerk_has_the_links_checked_and_the_same_ones_again(clerk: Clerk, desk) -> None:
    desk.prober.offline = True
    clerk.press_named("Check the links now")
    assert "There is no network now. Nothing was found out about the links." in clerk.sees()
    assert desk.fresh.links.all() == ()
    desk.prober.offline = False
    clerk.press_named("Check the links now")
    known = {check.url for check in desk.fresh.links.all()}
    assert known
    while clerk.day._access.desk.check_links.due():
        clerk.press_named("Check the links now")
    desk.prober.asked.clear()
    clerk.press_named("Check the links now")
    assert set(desk.prober.asked) >= known, "nothing is due, and the clerk wants to know"


def test_a_check_of_links_that_is_under_way_can_be_ended(clerk: Clerk, desk) -> None:
    desk.runner.hold()
    clerk.press_named("Check the links now")
    assert "Checking the links." in clerk.sees()
    clerk.press_named("Stop checking")
    desk.runner.release()
    assert desk.prober.asked == []
    assert clerk.day._rooms.catalogue.check.text() == "Check the links now"


def test_a_link_that_fails_on_two_days_is_listed(clerk: Clerk, desk) -> None:
    clerk.press_named("Check the links now")
    broken = desk.prober.asked[0]
    desk.prober.outcomes[broken] = LinkOutcome.GONE
    for _day in range(2):
        desk.clock.moment += ONE_WEEK
        clerk.press_named("Check the links now")
    assert broken in clerk.sees()
