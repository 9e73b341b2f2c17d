"""Reads and keeps the details of this service point; what holds a secret is refused at its field."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.errors import DeskError, SecretInText
from desk.model.free_text import secret_in
from desk.model.plan import WhoToAsk
from desk.model.role import Function
from i18n.language import Language
from ui.desk_access import DeskAccess
from ui.screens.point.state import NOBODY, PARTS, PointState
from ui.theme.style import Theme


class PointPresenter(QObject):
    """Holds what is shown of the point and of the look."""

    state_changed = Signal(object)
    """Another ``PointState``."""

    def __init__(self, access: DeskAccess, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._theme = theme
        self._state = PointState()
        theme.changed.connect(self._look_changed)

    @Slot()
    def read(self) -> None:
        """Look up what is stored."""
        desk = self._access.desk
        self._access.ask(self, lambda: (desk.point_details.read(), desk.set_up.read().works_in), self._found)

    def work_in(self, language: Language) -> None:
        """Papers for authorities are written in another language."""
        work = partial(self._access.desk.set_up.work_in, language)
        self._access.ask(self, work, lambda _nothing: self._show(replace(self._state, works_in=language)))

    def write(self, details: WhoToAsk) -> None:
        """Keep other details, all or none."""
        write = partial(self._access.desk.point_details.write, details)
        self._access.ask_or(self, write, partial(self._written, details), partial(self._refused, details))

    def _found(self, found: tuple[WhoToAsk | None, Language]) -> None:
        details, works_in = found
        state = replace(self._state, details=details or NOBODY, works_in=works_in)
        self._show(replace(state, wrong="", error=None, saved=False))

    def _written(self, details: WhoToAsk, _nothing: None) -> None:
        self._show(replace(self._state, details=details, wrong="", error=None, saved=True))

    def _refused(self, details: WhoToAsk, error: DeskError) -> None:
        if not isinstance(error, SecretInText):
            self._access.messages.tell_error(error)
            return
        wrong = next((part for part in PARTS if secret_in(getattr(details, part)) is not None), PARTS[0])
        self._show(replace(self._state, wrong=wrong, error=error, saved=False))

    @Slot()
    def _look_changed(self) -> None:
        self._show(self._state)

    def _show(self, state: PointState) -> None:
        may = self._access.desk.duty.may(Function.SET_UP_POINT)
        self._state = replace(state, look=self._theme.look, scale=self._theme.scale, may=may)
        self.state_changed.emit(self._state)
