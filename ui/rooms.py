"""All screens of the open desk. Those that nobody sees at first are built when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from i18n.translator import Translator
from ui.late import Late
from ui.main_window import MainWindow, Place
from ui.screens.counter.changes_box import ChangesBox
from ui.screens.counter.view import CounterScreen
from ui.widgets.results import Results
from ui.widgets.visit_band import VisitBand

if TYPE_CHECKING:
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


class Screens(NamedTuple):
    """What builds the screens that come late; their modules are imported then."""

    visit: Callable[[Translator, Callable[[], date]], VisitScreen]
    papers: Callable[[Translator], PapersScreen]
    service: Callable[[Translator], ServiceScreen]
    catalogue: Callable[[Translator], CatalogueScreen]
    point: Callable[[Translator], PointScreen]
    details: Callable[[Translator], DetailsScreen]
    ending: Callable[[Translator, Callable[[], date]], EndingScreen]
    mandate: Callable[[Translator], MandateScreen]
    days: Callable[[Translator], DaysScreen]
    follow_up: Callable[[Translator, Callable[[], date]], FollowUpScreen]
    sign_in: Callable[[Translator], SignInScreen]
    handing: Callable[[Translator], HandingScreen]
    meeting: Callable[[Translator, Callable[[], date]], MeetingScreen]
    person: Callable[[Translator], PersonScreen]
    kept_data: Callable[[Translator], KeptDataScreen]


class LateRooms:
    """The same screens, each built once."""

    def __init__(self, screens: Screens, translator: Translator, today: Callable[[], date]) -> None:
        self.visit = Late(partial(screens.visit, translator, today))
        self.papers = Late(partial(screens.papers, translator))
        self.service = Late(partial(screens.service, translator))
        self.catalogue = Late(partial(screens.catalogue, translator))
        self.point = Late(partial(screens.point, translator))
        self.details = Late(partial(screens.details, translator))
        self.ending = Late(partial(screens.ending, translator, today))
        self.mandate = Late(partial(screens.mandate, translator))
        self.days = Late(partial(screens.days, translator))
        self.follow_up = Late(partial(screens.follow_up, translator, today))
        self.sign_in = Late(partial(screens.sign_in, translator))
        self.handing = Late(partial(screens.handing, translator))
        self.meeting = Late(partial(screens.meeting, translator, today))
        self.person = Late(partial(screens.person, translator))
        self.kept_data = Late(partial(screens.kept_data, translator))

    @property
    def rooms(self) -> tuple[Late[Any], ...]:
        """All of them."""
        return (
            self.visit,
            self.papers,
            self.service,
            self.catalogue,
            self.point,
            self.details,
            self.ending,
            self.mandate,
            self.days,
            self.follow_up,
            self.sign_in,
            self.handing,
            self.meeting,
            self.person,
            self.kept_data,
        )


@dataclass(frozen=True, slots=True)
class Rooms:
    """The screens by name; naming one that is late builds it."""

    counter: CounterScreen
    changes: ChangesBox
    band: VisitBand
    late: LateRooms

    @property
    def visit(self) -> VisitScreen:
        """The visit."""
        return self.late.visit()

    @property
    def papers(self) -> PapersScreen:
        """The papers."""
        return self.late.papers()

    @property
    def service(self) -> ServiceScreen:
        """The sheet of a service."""
        return self.late.service()

    @property
    def catalogue(self) -> CatalogueScreen:
        """The catalogue of this desk."""
        return self.late.catalogue()

    @property
    def point(self) -> PointScreen:
        """The service point."""
        return self.late.point()

    @property
    def details(self) -> DetailsScreen:
        """How the visit is helped."""
        return self.late.details()

    @property
    def meeting(self) -> MeetingScreen:
        """How the desk and the citizen meet."""
        return self.late.meeting()

    @property
    def handing(self) -> HandingScreen:
        """Documents and hand-over."""
        return self.late.handing()

    @property
    def ending(self) -> EndingScreen:
        """How the visit ends."""
        return self.late.ending()

    @property
    def mandate(self) -> MandateScreen:
        """Mandates, and papers that are verified."""
        return self.late.mandate()

    @property
    def days(self) -> DaysScreen:
        """What the point has to look at."""
        return self.late.days()

    @property
    def follow_up(self) -> FollowUpScreen:
        """A kept plan."""
        return self.late.follow_up()

    @property
    def person(self) -> PersonScreen:
        """Who the citizen is."""
        return self.late.person()

    @property
    def kept_data(self) -> KeptDataScreen:
        """What is kept of the person."""
        return self.late.kept_data()


@dataclass(frozen=True, slots=True)
class Furniture:
    """What the rooms are made of."""

    counter: CounterScreen
    screens: Screens
    today: Callable[[], date]


def furnish(window: MainWindow, furniture: Furniture, translator: Translator) -> Rooms:
    """Build what is seen at the counter; the other rooms have their doors."""
    counter, late = furniture.counter, LateRooms(furniture.screens, translator, furniture.today)
    rooms = Rooms(
        counter=counter,
        changes=ChangesBox(translator),
        band=VisitBand(translator),
        late=late,
    )
    for room in late.rooms:
        room.tie(window.hold)
    window.add_place(Place.VISIT, late.visit)
    window.add_place(Place.PAPERS, late.papers)
    window.add_place(Place.SERVICES, late.service)
    window.add_place(Place.CATALOGUE, late.catalogue)
    window.add_place(Place.POINT, late.point)
    window.add_place(Place.DAYS, late.days)
    window.set_band(rooms.band)
    counter.take_news(rooms.changes)
    window.search.take_results(Results(translator))
    return rooms
