"""What waits at the counter for the one who is here: looked for after the counter is shown, taken by one key."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from ui.desk_access import DeskAccess
from ui.presenters import Presenters
from ui.rooms import Rooms
from ui.screens.counter.waiting_box import TakenVisit, WaitingBox, WaitingState, WaitingVisit


class WaitingWays(QObject):
    """The box comes to the counter with the first visit that waits."""

    def __init__(self, rooms: Rooms, presenters: Presenters, access: DeskAccess, parent: QObject) -> None:
        super().__init__(parent)
        self._access = access
        self.box = WaitingBox(access.translator)
        rooms.counter.take_first(self.box)
        self.box.visit_requested.connect(presenters.counter.go_on)
        presenters.counter.state_changed.connect(self._look)

    @Slot()
    def _look(self) -> None:
        self._access.ask_newest(self, "waiting", self._found, self.box.render_state)

    def _found(self) -> WaitingState:
        """On the store lane."""
        handing, me = self._access.desk.handing, self._access.desk.duty.member
        name = handing.member_name
        waiting = tuple(
            WaitingVisit(each.visit, each.number, name(each.by), me is not None and each.to == me, each.on)
            for each in handing.hand_over.waiting()
        )
        taken = tuple(TakenVisit(each.number, name(each.by), each.at) for each in handing.hand_over.taken())
        return WaitingState(waiting, taken)
