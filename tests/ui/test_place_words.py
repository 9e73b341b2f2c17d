"""A place on the service sheet: how it stands, how far it is, and how one gets in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from desk.model.catalogue import AccessibilityGroup, ChannelId, Contacts, Entrance
from desk.model.hours import HELSINKI
from desk.model.libraries import HoursSource
from desk.model.places import Spot
from desk.model.service_hours import HoursKind, Opening, ServiceHours
from desk.model.service_sheet import ServiceSheet, SheetChannel, SheetKind, SheetText
from desk.usecases.show_service import shown
from i18n.translator import Translator
from tests.made_places import HERE, OFFICE, local, place
from ui.screens.service.sheet_words import SheetWords
from ui.screens.service.state import ChannelCard
from ui.screens.service.view import ServiceScreen
from ui.theme.style import Theme
from ui.theme.tokens import LINE_CHARACTERS
from ui.widgets.text import Text


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


NOW = at("2026-11-23T10:00")


ROUTE = AccessibilityGroup(local("Route"), (local("It is level."), local("It is lit.")))
DOOR = AccessibilityGroup(local("Door"), (local("It opens by itself."),))


@pytest.fixture
def card(translator: Translator):
    def of(channel: SheetChannel, now: datetime = NOW, here: Spot | None = HERE) -> ChannelCard:
        sheet = ServiceSheet(SheetKind.SERVICE, "s", local("Digital help"), channels=(channel,))
        return SheetWords(translator, shown(sheet, now, here)).state().channels[0]

    return of


def parts(card: ChannelCard) -> dict[str, str]:
    return {part.heading: part.text.replace("\N{NO-BREAK SPACE}", " ") for part in card.more}


class TestDistance:
    @pytest.mark.parametrize(("metres", "said"), [(0, "here"), (350, "350 m from here"), (18_400, "18 km from here")])
    def test_in_words(self, card, metres, said):
        assert card(place(metres=metres)).distance.replace("\N{NO-BREAK SPACE}", " ") == said

    def test_a_desk_that_is_nowhere_says_nothing_of_it(self, card):
        assert card(place(), here=None).distance == ""


class TestOpening:
    def test_as_usual_there_is_nothing_more_to_know(self, card):
        found = card(place())
        assert (found.opening, found.tone, found.opening_note) == ("open now, until 4pm", "done", "")

    def test_a_public_holiday_is_not_called_open(self, card):
        found = card(place(), at("2026-01-06T10:00"))
        assert (found.opening, found.tone) == ("public holiday: check", "attention")
        assert found.opening_note.startswith("Epiphany is a public holiday")

    def test_nor_is_it_said_that_it_opens_then(self, card):
        found = card(place(), at("2026-01-05T18:00"))
        assert found.opening == "closed; check when it opens"
        assert "tomorrow 9am" in found.opening_note
        assert "Epiphany" in found.opening_note

    def test_in_the_table_the_holiday_has_its_date_and_name(self, card):
        week = parts(card(place(), at("2026-01-05T18:00")))["Opening hours"].splitlines()
        assert week[:2] == [
            "Monday: 9am to 4pm",
            "Tuesday 6 January 2026: 9am to 4pm (public holiday, Epiphany: check)",
        ]

    def test_why_today_is_not_as_usual(self, card):
        shut = ServiceHours(HoursKind.EXCEPTIONAL, valid_from=NOW.date(), is_closed=True, note=local("Training day"))
        assert card(place(hours=(OFFICE, shut))).opening_note == "Today is not as usual: Training day"

    def test_by_appointment(self, card):
        rule = ServiceHours(HoursKind.WEEKLY, by_reservation=True)
        assert card(place(hours=(rule,))).opening == "by appointment"

    def test_hours_by_appointment_say_so_in_the_table(self, card):
        rule = ServiceHours(HoursKind.WEEKLY, (Opening(time(9), time(12), 0),), by_reservation=True)
        week = parts(card(place(hours=(rule,))))["Opening hours"].splitlines()
        assert week[0] == "Monday: 9am to 12pm (by appointment)"

    def test_self_service_says_when_somebody_serves_and_whose_hours_these_are(self, card):
        day = NOW.date()
        dated = (
            ServiceHours(HoursKind.DATED, (Opening(time(8), time(11)),), day, day, self_service=True),
            ServiceHours(HoursKind.DATED, (Opening(time(11), time(18)),), day, day),
        )
        source = HoursSource("Kirjastot.fi", NOW - timedelta(days=1), day)
        found = card(place(hours=dated, hours_source=source))
        assert (found.opening, found.tone) == ("self-service until 11am", "done")
        assert found.opening_note == "Staff is there from 11am."
        week = parts(found)["Opening hours"].splitlines()
        assert week[0] == "Monday: 8am to 11am (self-service), 11am to 6pm"
        assert week[1] == "Tuesday: hours not known"
        assert week[-1] == "Hours from Kirjastot.fi, fetched 22 November 2026, up to 23 November 2026."

    def test_what_opens_without_staff_says_so(self, card):
        day = NOW.date()
        rule = ServiceHours(HoursKind.DATED, (Opening(time(12), time(20)),), day, day, self_service=True)
        found = card(place(hours=(rule,)))
        assert (found.opening, found.tone) == ("closed, opens 12pm", "quiet")
        assert found.opening_note == "It opens as self-service, without staff."

    def test_a_source_whose_days_are_over_is_not_named(self, card):
        source = HoursSource("Kirjastot.fi", NOW, NOW.date() - timedelta(days=1))
        assert "Kirjastot.fi" not in parts(card(place(hours_source=source)))["Opening hours"]


class TestThePlace:
    def test_the_municipality_stands_where_the_post_office_is_another(self, card):
        assert "Juankoskentie 7, 73500 JUANKOSKI, Kuopio" in card(place()).lines

    def test_it_is_not_said_twice(self, card):
        channel = place()
        (address,) = channel.contacts.addresses
        same = replace(channel, contacts=Contacts(addresses=(replace(address, post_office=local("KUOPIO")),)))
        assert "Juankoskentie 7, 73500 KUOPIO" in card(same).lines

    def test_the_way_in_group_by_group(self, card):
        found = parts(card(place(Entrance(local("Main door"), True, (ROUTE, DOOR)))))
        assert found["Accessibility: Route"] == "It is level.\nIt is lit."
        assert found["Accessibility: Door"] == "It opens by itself."

    def test_several_doors_are_told_apart(self, card):
        found = parts(
            card(place(Entrance(is_main=True, accessibility=(ROUTE,)), Entrance(local("Yard"), False, (DOOR,))))
        )
        assert "Accessibility: Main entrance · Route" in found
        assert "Accessibility: Yard · Door" in found


LONG = "A sentence that goes on for longer than anybody would like to read on one line of a screen. " * 4


@pytest.fixture
def screen(qapp: QApplication, translator: Translator, theme: Theme):
    made = ServiceScreen(translator)
    channels = tuple(
        replace(place(metres=metres), id=ChannelId(str(metres)), summary=local(LONG)) for metres in (100, 200, 300)
    )
    sheet = ServiceSheet(
        SheetKind.SERVICE,
        "s",
        local("Digital help"),
        summary=local(LONG),
        about=(SheetText(local(LONG)),),
        channels=channels,
    )
    made.render_state(SheetWords(translator, shown(sheet, NOW, HERE)).state())
    made.show()
    yield made
    made.close()
    made.deleteLater()


class TestColumns:
    @pytest.mark.parametrize(("width", "scale"), [(850, 100), (1100, 100), (1800, 100), (1100, 200), (1800, 200)])
    def test_no_line_is_wider_than_can_be_read_and_nothing_is_cut(self, qapp, screen, theme, width, scale):
        theme.set_scale(scale)
        screen.resize(width, 700)
        for _ in range(6):
            qapp.processEvents()
        widest = 0
        for text in screen.findChildren(Text):
            if text.isVisible() and text.wordWrap() and len(text.text()) > LINE_CHARACTERS:
                letters = text.width() / text.fontMetrics().averageCharWidth()
                widest = max(widest, letters)
                assert text.mapTo(screen, text.rect().topRight()).x() <= width
                assert text.height() >= text.heightForWidth(text.width())
        assert 30 < widest <= LINE_CHARACTERS + 6

    def test_the_ways_stand_beside_the_rest_only_where_both_can_be_read(self, qapp, screen):
        def beside() -> bool:
            for _ in range(6):
                qapp.processEvents()
            titles = [text for text in screen.findChildren(Text) if text.text() in ("Digital help", "Places and ways")]
            name, ways = (text.mapTo(screen, text.rect().topLeft()).x() for text in titles)
            return bool(ways > name)

        screen.resize(1100, 700)
        assert beside()
        screen.resize(700, 700)
        assert not beside()
        screen.resize(1100, 700)
        assert beside()
