"""Builds the open desk: screens, presenters and what leads between them. Imported when the data folder is open."""

from __future__ import annotations

from functools import partial

from ui.app import Opening
from ui.desk_access import DeskAccess
from ui.recovery import RecoveryKeeper
from ui.rooms import furnish
from ui.workday import DayParts, Workday


def new_day(opening: Opening) -> Workday:
    """Build the day; a folder that was made just now first shows its recovery sheet."""
    window = opening.window
    rooms = furnish(window, opening.counter, opening.translator, opening.clock.today)
    access = DeskAccess(opening.opened.desk, opening.runner, opening.translator, window.messages)
    parts = DayParts(opening.app, window, access, opening.theme, opening.clock, opening.choose_file)
    day = Workday(parts, rooms)
    key = opening.opened.recovery_key
    if key is not None:
        day.begun.connect(partial(RecoveryKeeper(opening, access, day).show, key))
    return day
