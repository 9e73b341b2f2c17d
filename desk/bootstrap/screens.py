"""Builds the screens that come late: what they import is imported when one is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from i18n.translator import Translator

if TYPE_CHECKING:
    from ui.desk_access import DeskAccess
    from ui.rooms import Screens
    from ui.screens.catalogue.pack_parts import PackParts
    from ui.screens.catalogue.shelves import Shelves
    from ui.screens.catalogue.view import CatalogueScreen
    from ui.screens.days.view import DaysScreen
    from ui.screens.details.view import DetailsScreen
    from ui.screens.ending.view import EndingScreen
    from ui.screens.follow_up.view import FollowUpScreen
    from ui.screens.handing.view import HandingScreen
    from ui.screens.kept_data.view import KeptDataScreen
    from ui.screens.mandate.view import MandateScreen
    from ui.screens.meeting.view import MeetingScreen
    from ui.screens.papers.view import PapersScreen
    from ui.screens.person.view import PersonScreen
    from ui.screens.point.view import PointScreen
    from ui.screens.service.view import ServiceScreen
    from ui.screens.sign_in.view import SignInScreen
    from ui.screens.visit.view import VisitScreen


def screens() -> Screens:
    """Return what builds them; called when the desk is open."""
    from ui.rooms import Screens

    return Screens(
        _visit,
        _papers,
        _service,
        _catalogue,
        _point,
        _details,
        _ending,
        _mandate,
        _days,
        _follow_up,
        _sign_in,
        _handing,
        _meeting,
        _person,
        _kept_data,
    )


def shelves(access: DeskAccess, parts: PackParts, screen: CatalogueScreen) -> Shelves:
    """Return what fills the lists and packages of the catalogue's screen."""
    from ui.screens.catalogue.shelves import Shelves

    return Shelves(access, parts, screen)


def _visit(translator: Translator, today: Callable[[], date]) -> VisitScreen:
    from ui.screens.visit.view import VisitScreen

    return VisitScreen(translator, today)


def _papers(translator: Translator) -> PapersScreen:
    from ui.screens.papers.view import PapersScreen

    return PapersScreen(translator)


def _service(translator: Translator) -> ServiceScreen:
    from ui.screens.service.view import ServiceScreen

    return ServiceScreen(translator)


def _catalogue(translator: Translator) -> CatalogueScreen:
    from ui.screens.catalogue.view import CatalogueScreen

    return CatalogueScreen(translator)


def _point(translator: Translator) -> PointScreen:
    from ui.screens.point.view import PointScreen

    return PointScreen(translator)


def _details(translator: Translator) -> DetailsScreen:
    from ui.screens.details.view import DetailsScreen

    return DetailsScreen(translator)


def _ending(translator: Translator, today: Callable[[], date]) -> EndingScreen:
    from ui.screens.ending.view import EndingScreen

    return EndingScreen(translator, today)


def _mandate(translator: Translator) -> MandateScreen:
    from ui.screens.mandate.view import MandateScreen

    return MandateScreen(translator)


def _days(translator: Translator) -> DaysScreen:
    from ui.screens.days.view import DaysScreen

    return DaysScreen(translator)


def _follow_up(translator: Translator, today: Callable[[], date]) -> FollowUpScreen:
    from ui.screens.follow_up.view import FollowUpScreen

    return FollowUpScreen(translator, today)


def _sign_in(translator: Translator) -> SignInScreen:
    from ui.screens.sign_in.view import SignInScreen

    return SignInScreen(translator)


def _meeting(translator: Translator, today: Callable[[], date]) -> MeetingScreen:
    from ui.screens.meeting.view import MeetingScreen

    return MeetingScreen(translator, today)


def _handing(translator: Translator) -> HandingScreen:
    from ui.screens.handing.view import HandingScreen

    return HandingScreen(translator)


def _person(translator: Translator) -> PersonScreen:
    from ui.screens.person.view import PersonScreen

    return PersonScreen(translator)


def _kept_data(translator: Translator) -> KeptDataScreen:
    from ui.screens.kept_data.view import KeptDataScreen

    return KeptDataScreen(translator)
