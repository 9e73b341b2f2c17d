"""Builds the open desk: screens, presenters and what leads between them. Imported when the data folder is open."""

from __future__ import annotations

from functools import partial

from desk.errors import OwnErrandsUnfit
from ui.after_refresh import AfterParts
from ui.app import Opening
from ui.catalogue_day import CatalogueParts
from ui.catalogue_worker import CatalogueWorker
from ui.desk_access import DeskAccess
from ui.first_start import FirstStart
from ui.practice.day import follow_errands
from ui.practice.told import told_of_being_in_practice, told_of_no_practice
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
        practise=partial(_practise, opening),
        watch=opening.watch,
    )
    day = Workday(parts, rooms)
    day.begun.connect(partial(_warm_up, access, day))
    day.begun.connect(day.presenters.keeping.begin)
    day.catalogue.looked.connect(day.presenters.keeping.look)
    own = access.desk.world.own
    if own is not None and not own.fits:
        day.begun.connect(partial(window.messages.tell_error, OwnErrandsUnfit(reason=own.first_fault, path=own.folder)))
    if opening.practice is not None and opening.practice.errands is not None:
        follow_errands(opening, opening.practice.errands, access, day)
    first = FirstStart(opening, access, day.presenters, day)
    day.begun.connect(first.read_languages)
    rooms.late.point.tie(lambda screen: screen.first_start_wanted.connect(first.show))
    key = opening.opened.recovery_key
    if key is not None:
        keeper = RecoveryKeeper(opening, access, day)
        if opening.practice is None:
            keeper.done.connect(first.show)
        day.begun.connect(partial(keeper.show, key))
    return day


def _practise(opening: Opening) -> None:
    """Open a window for practice; in one, and where that cannot be, say so."""
    if opening.practice is not None:
        opening.window.messages.tell(partial(told_of_being_in_practice, opening.translator))
    elif not opening.practise(opening.translator.language):
        opening.window.messages.tell(partial(told_of_no_practice, opening.translator))


def _warm_up(access: DeskAccess, day: Workday) -> None:
    """Let the lane load what first answers need: the calendar last, so that a search need not wait for it."""
    warm_up = access.desk.warm_up
    access.ask(day, warm_up.search, lambda _nothing: access.ask(day, warm_up.visits, lambda _nothing: None))
