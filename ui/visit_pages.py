"""The pages of the visit at hand that stand in no rail: each with its way there, its key, and its forgetting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from desk.usecases.day_list import DayLine
from ui.desk_access import DeskAccess
from ui.details_ways import DetailsWays
from ui.follow_ways import FollowWays
from ui.handing_ways import HandingWays
from ui.kept_data_ways import KeptDataWays
from ui.main_window import MainWindow
from ui.mandate_ways import MandateWays
from ui.meeting_ways import MeetingWays
from ui.paper_ways import ChooseFile
from ui.person_ways import PersonWays
from ui.presenters import Presenters
from ui.rooms import Rooms
from ui.screens.papers.made import MadePaper
from ui.shortcuts import Shortcut
from ui.waiting_ways import WaitingWays


class VisitPages(QObject):
    """What the day asks of all of them at once; to add a page, name it in each of these."""

    def __init__(self, window: MainWindow, rooms: Rooms, presenters: Presenters, access: DeskAccess) -> None:
        super().__init__(window)
        self._access = access
        self.details = DetailsWays(window, rooms, presenters)
        self.person = PersonWays(window, rooms, presenters, access)
        self.mandate = MandateWays(window, rooms, presenters, access)
        self.mandate.mode_requested.connect(self.details.show)
        self.mandate.person_requested.connect(self.person.show)
        self.handing = HandingWays(window, rooms, presenters, access)
        self.waiting = WaitingWays(rooms, presenters, access, self)
        self.meeting = MeetingWays(window, rooms, presenters, access)
        self.kept_data = KeptDataWays(window, rooms, presenters, access)

    def keys(self) -> dict[Shortcut, Callable[[], None]]:
        """The keys that lead to them."""
        return {
            Shortcut.ADD_ERRAND: self.details.show,
            Shortcut.PERSON: self.person.show,
            Shortcut.MANDATE: self.mandate.show,
            Shortcut.DOCUMENTS: self.handing.show,
            Shortcut.MEETING: self.meeting.show,
            Shortcut.KEPT_DATA: self.kept_data.show,
        }

    def begin(self, show: Callable[[MadePaper], None], choose_file: ChooseFile, clear: Callable[[], None]) -> None:
        """Hand the papers that are made here to the screen of papers; ``clear`` leaves nothing of the visit."""
        self.kept_data.begin(choose_file, clear)
        self.mandate.show_paper = show
        self.handing.show_paper = show
        self.meeting.show_paper = show
        self.kept_data.show_paper = show

    @Slot(object)
    def _show_document(self, line: DayLine) -> None:
        self.handing.show_of(line.due.visit)

    def tie_follow(self, follow: FollowWays) -> None:
        """A kept plan that is looked at has mandates too."""
        self.mandate.followed = lambda: follow.visit
        self.handing.followed = lambda: follow.visit
        self.kept_data.followed = lambda: follow.visit
        follow.days.document_wanted.connect(self._show_document)
        follow.mandate_wanted.connect(self.mandate.show)
        self.mandate.visit_wanted.connect(follow.open_of_paper)
        self.mandate.kept_data_wanted.connect(self.kept_data.show)
        follow.forgotten.connect(self.mandate.forget)
        follow.forgotten.connect(self.kept_data.forget)
        follow.kept_data_wanted.connect(self.kept_data.show)
        follow.plan.ready.connect(self.kept_data.plan_opened)
        self.kept_data.other_wanted.connect(follow.open_of_person)

    def say_again(self) -> None:
        """The visit is another than before, or the clerk's language is."""
        self.details.say_again()
        self.person.say_again()
        self.mandate.say_again()
        self.handing.say_again()
        self.meeting.say_again()
        self.kept_data.say_again()

    def forget(self) -> None:
        """Nothing of the visit stays with any of them."""
        self.person.forget()
        self.mandate.forget()
        self.handing.forget()
        self.meeting.forget()
        self.kept_data.forget()
