"""Builds the open desk: screens, presenters and what leads between them. Imported when the data folder is open."""

from __future__ import annotations

from functools import partial

from ui.after_refresh import AfterParts
from ui.app import Opening
from ui.catalogue_day import CatalogueParts
from ui.catalogue_worker import CatalogueWorker
from ui.desk_access import DeskAccess
from ui.recovery import RecoveryKeeper
from ui.rooms import Furniture, furnish
from ui.screens.catalogue.pack_parts import PackParts
from ui.screens.catalogue.presenter import RefreshParts
from ui.workday import DayParts, Workday


def new_day(opening: Opening) -> Workday:
    """Build the day; a folder that was made just now first shows its recovery sheet."""
    window = opening.window
    rooms = furnish(window, Furniture(opening.counter, opening.screens(), opening.clock.today), opening.translator)
    access = DeskAccess(opening.opened.desk, opening.runner, opening.translator, window.messages)
    worker = opening.worker if opening.worker is not None else CatalogueWorker(window)
    refresh = RefreshParts(worker, partial(opening.refresh_start, opening.opened), opening.clock)
    packs = PackParts(partial(opening.packs, opening.opened), opening.choose_pack, opening.choose_file)
    outside, opened = opening.outside, opening.opened
    after = AfterParts(partial(outside.libraries, opened), outside.prober, partial(outside.rooms, opened))
    parts = DayParts(
        app=opening.app,
        window=window,
        access=access,
        theme=opening.theme,
        clock=opening.clock,
        choose_file=opening.choose_file,
        catalogue=CatalogueParts(refresh, packs, after, opening.shelves),
    )
    day = Workday(parts, rooms)
    day.begun.connect(partial(_warm_up, access, day))
    key = opening.opened.recovery_key
    if key is not None:
        day.begun.connect(partial(RecoveryKeeper(opening, access, day).show, key))
    return day


def _warm_up(access: DeskAccess, day: Workday) -> None:
    """Let the lane load what first answers need: the calendar last, so that a search need not wait for it."""
    warm_up = access.desk.warm_up
    access.ask(day, warm_up.search, lambda _nothing: access.ask(day, warm_up.deadlines, lambda _nothing: None))
