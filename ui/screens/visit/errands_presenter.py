"""Whether the visit at hand is behind the newest errands, and what the clerk decides about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desk.model.ids import VisitId
from desk.model.visit import Visit
from desk.usecases.errands_news import ErrandsNews
from ui.desk_access import DeskAccess
from ui.screens.visit.state import VisitScreenState


class ErrandsPresenter(QObject):
    """Asks only for a visit that is behind: most never are."""

    news_found = Signal(object)
    """``ErrandsNews``, or ``None`` when the visit is up to date, or there is none."""
    changed = Signal()
    """The visit follows other errands, or stays with its own."""

    def __init__(self, access: DeskAccess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access = access
        self._visit: Visit | None = None
        self._news: ErrandsNews | None = None
        self._read: VisitId | None = None
        """The visit whose clerk has read that its rules are lost: it is told once, not at each answer."""

    @Slot(object)
    def visit_changed(self, state: VisitScreenState) -> None:
        """Another visit, another answer, another language."""
        visit = self._visit = state.view.visit if state.view is not None else None
        if visit is None or visit.id != self._read:
            self._read = None
        if visit is None or not self._access.desk.errands_news.may_have_news(visit):
            self._tell(None)
            return
        work = partial(self._access.desk.errands_news, visit, self._access.translator.language)
        self._access.ask_newest(self, "errands", work, partial(self._found, visit.id))

    @Slot()
    def take(self) -> None:
        """The visit follows the newest errands from now on."""
        self._change(self._access.desk.take_errands.take)

    @Slot()
    def stay(self) -> None:
        """Not now; where there is nothing to decide, it is only read."""
        if self._visit is not None and self._news is not None and self._news.lost:
            self._read = self._visit.id
            self._tell(None)
            return
        self._change(self._access.desk.take_errands.stay)

    def _change(self, change: Callable[[VisitId], Visit]) -> None:
        if self._visit is not None:
            self._access.ask(self, partial(change, self._visit.id), lambda _visit: self.changed.emit())

    def _found(self, visit: VisitId, news: ErrandsNews | None) -> None:
        if self._visit is not None and self._visit.id == visit:
            is_read = news is not None and news.lost and not news.withdrawn and visit == self._read
            self._tell(None if is_read else news)

    def _tell(self, news: ErrandsNews | None) -> None:
        self._news = news
        self.news_found.emit(news)
