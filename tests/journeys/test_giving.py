"""From a service's sheet a form is printed or saved, and a place of the catalogue becomes this desk's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desk.model.catalogue import Address, ChannelId, ChannelKind, Contacts, FormFile
from desk.model.local_text import LocalText
from desk.model.service_sheet import ServiceSheet, SheetChannel, SheetKind
from i18n.language import Language
from tests.journeys.clerk import Clerk
from tests.journeys.conftest import Start
from tests.journeys.test_point_notes import go_to_the_pension
from tests.ui.open_desk import PENSION
from ui.main_window import Place
from ui.screens.service.view import AT_ONCE, ChannelFrame
from ui.widgets.layouts import parts_of

FORM = FormFile("https://kela.example/el1.pdf", "Application for pension / EL 1", language="en")
OTHER = FormFile("https://kela.example/el2.pdf", "Not on this desk", language="en")
CHANNEL = SheetChannel(
    ChannelId("form"), ChannelKind.FORM, LocalText({"fi": "Lomake", "en": "Form"}), forms=(FORM, OTHER)
)
OFFICE = SheetChannel(
    ChannelId("office"),
    ChannelKind.PLACE,
    LocalText({"fi": "Kuopion asiointipiste", "en": "Kuopio service point"}),
    contacts=Contacts(addresses=(Address("Single", northing=6_975_000.0, easting=534_000.0, municipality_code="297"),)),
)
BODY = b"%PDF-1.7 the form %%EOF"


@pytest.fixture
def clerk(start: Start, desk) -> Clerk:
    desk.catalogue.channels = (CHANNEL,)
    return Clerk(start(Language.EN))


def test_a_form_that_is_here_is_printed_and_saved_and_one_that_is_not_is_not_offered(
    clerk: Clerk, desk, tmp_path: Path
) -> None:
    desk.forms.put(FORM.url, FORM.title or "", BODY, desk.clock.now())
    go_to_the_pension(clerk)
    clerk.press_named("Print the form")
    assert desk.printers.sent[-1][-1] == BODY
    assert "The paper is at the printer." in clerk.sees()
    desk.chosen_file = tmp_path / "form.pdf"
    clerk.press_named("Save the form")
    assert desk.chosen_file.read_bytes() == BODY
    assert "Not on this desk" in clerk.sees(), "its address is told"
    offered = [link for link in clerk.buttons() if link == "Print the form"]
    assert len(offered) == 1


def test_where_no_form_is_here_nothing_is_offered(clerk: Clerk) -> None:
    go_to_the_pension(clerk)
    assert FORM.url in clerk.sees()
    assert "Print the form" not in clerk.buttons()


def test_a_place_of_the_catalogue_becomes_the_desk_s_own(clerk: Clerk, desk) -> None:
    sheet = ServiceSheet(SheetKind.CHANNEL, "office", OFFICE.names, channels=(OFFICE,))
    desk.catalogue.places["office"] = sheet
    clerk.day._show_service("office")
    assert clerk.place() is Place.SERVICES
    clerk.press_named("This is our place")
    assert "This is your place now." in clerk.sees()
    assert "here" in clerk.sees()
    assert desk.casebook.setting("point.municipality") == "297"
    clerk.search("died")
    assert desk.catalogue.asked[-1].area == "297"


def test_the_sheet_of_a_service_is_no_place_to_be(clerk: Clerk) -> None:
    go_to_the_pension(clerk)
    assert "This is our place" not in clerk.buttons()


def names(clerk: Clerk) -> list[str]:
    """The places and ways on the sheet, from top to bottom."""
    ways = clerk.day._rooms.service._sheet.ways
    return [part._card.name for part in parts_of(ways) if isinstance(part, ChannelFrame)]


def test_of_many_places_the_first_are_there_at_once_and_all_in_the_end(clerk: Clerk, desk, qtbot) -> None:
    desk.catalogue.channels = tuple(
        replace(CHANNEL, id=ChannelId(f"{number}"), names=LocalText({"en": f"Place {number}"})) for number in range(20)
    )
    go_to_the_pension(clerk)
    state = clerk.day._rooms.service._state
    assert state is not None
    wanted = [card.name for card in state.channels]
    assert len(wanted) == 21
    assert names(clerk) == wanted[:AT_ONCE]
    qtbot.waitUntil(lambda: names(clerk) == wanted)
    clerk.day.presenters.service.look_again()
    assert names(clerk) == wanted, "what was there stays there"
    clerk.day.presenters.service.forget()
    clerk.day._show_service(PENSION)
    clerk.day.presenters.service.forget()
    assert not clerk.day._rooms.service._soon.isActive()
    assert names(clerk) == []
