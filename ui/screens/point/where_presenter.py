"""Reads and keeps where this desk is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errands.wording import Wording
from desk.errors import DeskError
from desk.model.places import NOWHERE, Whereabouts
from ui.desk_access import DeskAccess
from ui.screens.point.state import WhereState
from ui.widgets.municipality_field import Municipality


class WherePresenter(QObject):
    """Holds what is shown of the desk's whereabouts."""

    state_changed = Signal(object)
    """Another ``WhereState``."""
    moved = Signal(object)
    """The desk's municipality (its code or ``None``): searches begin there."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._state = WhereState()
        self._here = NOWHERE

    @Slot()
    def read(self) -> None:
        """Look up what is stored."""
        self._access.ask(self, self._access.desk.point_place.read, self._found)

    @Slot(str)
    def pick(self, code: str) -> None:
        """The desk is in another municipality."""
        self._access.ask(self, partial(self._access.desk.point_place.in_municipality, code), self._found)

    @Slot(str)
    def write(self, coordinates: str) -> None:
        """The desk is at these coordinates; what is no place in Finland is refused at the field."""
        work = partial(self._access.desk.point_place.at_coordinates, coordinates)
        self._access.ask_or(self, work, self._found, self._refused)

    @Slot(object)
    def be_there(self, here: Whereabouts) -> None:
        """The desk was said to be elsewhere on another screen."""
        self._found(here)

    @Slot()
    def reword(self) -> None:
        """Municipalities have other names in another language; what was refused is still refused."""
        if self._state.municipalities:
            self._say(self._state.error)

    def _found(self, here: Whereabouts) -> None:
        self._here = here
        self._say()
        self.moved.emit(here.municipality)

    def _say(self, error: DeskError | None = None) -> None:
        here, world = self._here, self._access.desk.world
        wording = Wording(world.bundle, self._access.translator.words, world.clock.today())
        spot = here.spot
        self._show(
            WhereState(
                municipality=wording.municipality(here.municipality) if here.municipality else "",
                coordinates=f"{spot.northing:.0f}, {spot.easting:.0f}" if spot is not None else "",
                municipalities=tuple(Municipality(code, (name,)) for code, name in wording.municipalities()),
                error=error,
            )
        )

    def _refused(self, error: DeskError) -> None:
        self._show(replace(self._state, error=error))

    def _show(self, state: WhereState) -> None:
        self._state = state
        self.state_changed.emit(state)
