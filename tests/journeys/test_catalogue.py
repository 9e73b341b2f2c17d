"""The clerk keeps the catalogue fresh: chooses what is kept, refreshes, rests, stops; the desk does it by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desk.errors import RefreshFellOver, SourceUnreachable
from desk.model.refresh import (
    AreaKind,
    RefreshKind,
    RefreshPhase,
    RefreshProgress,
    RefreshReport,
    SyncArea,
)
from desk.usecases.refresh_lines import RefreshOrder
from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import Start
from tests.ui.typing import focused, press, type_text
from ui.main_window import Place

ALT = Qt.KeyboardModifier.AltModifier
KUOPIO = SyncArea(AreaKind.MUNICIPALITY, "297")


@pytest.fixture
def clerk(start: Start) -> Clerk:
    clerk = Clerk(start(Language.EN))
    press(Qt.Key.Key_5, ALT)
    assert clerk.place() is Place.CATALOGUE
    return clerk


def choose_kuopio(clerk: Clerk) -> None:
    line = clerk.day._rooms.catalogue.keeping.line
    while focused() is not line:
        press(Qt.Key.Key_Tab)
    type_text(focused(), "kuopio")
    clerk.enter()


def test_a_municipality_is_chosen_by_name_and_the_refresh_is_for_it(clerk: Clerk, desk) -> None:
    assert "Nothing is fetched before one is." in clerk.sees()
    choose_kuopio(clerk)
    assert desk.casebook.setting("catalogue.areas") == "Municipality/297"
    clerk.day._rooms.catalogue.take_focus()
    press(Qt.Key.Key_Space)
    (start,) = desk.worker.started
    assert start.asked.areas == (KUOPIO,)
    assert not start.asked.full
    desk.worker.progressed.emit(RefreshProgress(RefreshPhase.FETCHING, 1250, 5000, 3_400_000))
    assert "Fetched 1,250 of 5,000, 3,750 left. 3.4 MB." in clerk.sees()
    assert "refreshing, 25 %" in clerk.sees()


def test_where_nothing_is_chosen_the_refresh_leads_to_the_choice(clerk: Clerk, desk) -> None:
    press(Qt.Key.Key_Space)
    assert focused() is clerk.day._rooms.catalogue.keeping.line
    assert desk.worker.started == []


def test_a_name_that_is_no_municipality_is_said_at_its_field(clerk: Clerk, desk) -> None:
    line = clerk.day._rooms.catalogue.keeping.line
    line.setFocus()
    type_text(focused(), "Ankkalinna")
    clerk.enter()
    assert "There is no municipality with this name." in clerk.sees()
    assert desk.casebook.setting("catalogue.areas") in (None, "")


def test_a_refresh_rests_goes_on_and_stops(clerk: Clerk, desk) -> None:
    choose_kuopio(clerk)
    clerk.day._rooms.catalogue.take_focus()
    press(Qt.Key.Key_Space)
    clerk.press_named("Pause")
    assert "Paused. What was fetched is kept." in clerk.sees()
    clerk.press_named("Go on")
    clerk.press_named("Stop")
    assert desk.worker.orders == [RefreshOrder.PAUSE, RefreshOrder.GO_ON, RefreshOrder.STOP]
    assert not desk.worker.is_running
    assert focused() is clerk.day._rooms.catalogue.freshness.refresh


def test_the_focus_stays_where_it_is_while_the_refresh_goes_on(clerk: Clerk, desk) -> None:
    choose_kuopio(clerk)
    freshness = clerk.day._rooms.catalogue.freshness
    freshness.refresh.click()
    freshness.stop.setFocus()
    desk.worker.progressed.emit(RefreshProgress(RefreshPhase.FETCHING, 1250, 5000, 3_400_000))
    assert focused() is freshness.stop


def test_a_refresh_that_cannot_begin_is_not_under_way(clerk: Clerk, desk, monkeypatch) -> None:
    choose_kuopio(clerk)
    monkeypatch.setattr(desk.worker, "start", lambda _start: desk.worker.failed.emit(RefreshFellOver()))
    clerk.day._rooms.catalogue.freshness.refresh.click()
    assert not clerk.day.catalogue.presenter.freshness.is_running


def test_what_a_refresh_did_and_why_it_failed_is_said_in_place(clerk: Clerk, desk) -> None:
    choose_kuopio(clerk)
    refresh = clerk.day._rooms.catalogue.freshness.refresh
    refresh.click()
    desk.worker.failed.emit(SourceUnreachable(source="PTV", reason="no route"))
    assert "There is no connection to PTV: no route." in clerk.sees()
    refresh.click()
    report = RefreshReport(RefreshKind.CHANGES, "PTV", desk.clock.now(), new=2, changed=30, gone=1)
    desk.worker.ended.emit(report)
    assert "The catalogue is up to date: 2 new, 30 changed, 1 no longer there." in clerk.sees()
    assert "There is no connection" not in clerk.sees()


def test_the_desk_refreshes_by_itself_but_never_nags(clerk: Clerk, desk) -> None:
    presenter = clerk.day.catalogue.presenter
    presenter.refresh_if_due()
    assert desk.worker.started == [], "nothing was chosen to be kept"
    choose_kuopio(clerk)
    presenter.refresh_if_due()
    assert len(desk.worker.started) == 1
    desk.worker.failed.emit(SourceUnreachable(source="PTV", reason="no route"))
    assert "There is no connection" not in clerk.sees()
    presenter.refresh_if_due()
    assert len(desk.worker.started) == 1, "half an hour is waited after a failure"
    desk.clock.moment += timedelta(minutes=31)
    presenter.refresh_if_due()
    assert len(desk.worker.started) == 2


def test_a_desk_that_is_set_so_refreshes_only_when_asked(clerk: Clerk, desk) -> None:
    choose_kuopio(clerk)
    often = clerk.day._rooms.catalogue.keeping.often
    often.setFocus()
    press(Qt.Key.Key_Home)
    assert desk.casebook.setting("catalogue.refresh_hours") == "0"
    clerk.day.catalogue.presenter.refresh_if_due()
    assert desk.worker.started == []
