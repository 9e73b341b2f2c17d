"""All screens of the open desk, put into the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from i18n.translator import Translator
from ui.main_window import MainWindow, Place
from ui.screens.catalogue.view import CatalogueScreen
from ui.screens.counter.changes_box import ChangesBox
from ui.screens.counter.view import CounterScreen
from ui.screens.details.view import DetailsScreen
from ui.screens.ending.view import EndingScreen
from ui.screens.papers.view import PapersScreen
from ui.screens.point.view import PointScreen
from ui.screens.service.view import ServiceScreen
from ui.screens.visit.view import VisitScreen
from ui.widgets.results import Results
from ui.widgets.visit_band import VisitBand


@dataclass(frozen=True, slots=True)
class Rooms:
    """The screens by name."""

    counter: CounterScreen
    visit: VisitScreen
    papers: PapersScreen
    service: ServiceScreen
    catalogue: CatalogueScreen
    point: PointScreen
    details: DetailsScreen
    ending: EndingScreen
    changes: ChangesBox
    band: VisitBand


def furnish(window: MainWindow, counter: CounterScreen, translator: Translator, today: Callable[[], date]) -> Rooms:
    """Build the screens that came after the counter."""
    rooms = Rooms(
        counter=counter,
        visit=VisitScreen(translator, today),
        papers=PapersScreen(translator),
        service=ServiceScreen(translator),
        catalogue=CatalogueScreen(translator),
        point=PointScreen(translator),
        details=DetailsScreen(translator),
        ending=EndingScreen(translator),
        changes=ChangesBox(translator),
        band=VisitBand(translator),
    )
    window.add_place(Place.VISIT, rooms.visit)
    window.add_place(Place.PAPERS, rooms.papers)
    window.add_place(Place.SERVICES, rooms.service)
    window.add_place(Place.CATALOGUE, rooms.catalogue)
    window.add_place(Place.POINT, rooms.point)
    window.add_page(rooms.details)
    window.add_page(rooms.ending)
    window.set_band(rooms.band)
    counter.take_news(rooms.changes)
    window.search.take_results(Results(translator))
    return rooms
