"""Which version of the errands a visit follows: the one it was opened with, until it takes a newer one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk.errands.bundle import Bundle
from desk.errands.frozen import frozen, thawed
from desk.errands.versions import answers_moved
from desk.errors import ErrandsBroken
from desk.model.changed_visit import with_answers_moved
from desk.model.path import Path
from desk.model.visit import Visit
from desk.ports import Casebook
from desk.usecases.shelf import Shelf
from desk.usecases.visit_path import path_of_visit

_MOST_AT_HAND = 2


@dataclass(frozen=True, slots=True)
class VisitRules:
    """A visit with the content that its path follows."""

    shelf: Shelf
    visit: Visit
    lost: bool = False
    """The version that it had cannot be read: this is the newest, with the answers that still fit."""

    @property
    def bundle(self) -> Bundle:
        """Return the content."""
        return self.shelf.bundle


class VisitErrands:
    """Keeps the version of each visit that is not finished, and finds it again."""

    def __init__(self, casebook: Casebook, shelf: Shelf) -> None:
        self._casebook = casebook
        self.shelf = shelf
        self._at_hand: dict[str, Bundle] = {}

    @property
    def newest(self) -> Bundle:
        """Return the program's own content, which every new visit follows."""
        return self.shelf.bundle

    def keep_newest(self) -> None:
        """Keep the program's own content for the visits that will follow it; costs nothing when it is there."""
        self._casebook.keep_errands(self.newest.content_hash, lambda: frozen(self.newest))

    def of(self, visit: Visit) -> VisitRules:
        """Return what a visit follows; raises nothing: when that cannot be read, it follows the newest."""
        if visit.content == self.newest.content_hash:
            return VisitRules(self.shelf, visit)
        bundle = self._kept(visit.content)
        if bundle is None:
            return replace(self.under_newest(visit), lost=True)
        return VisitRules(replace(self.shelf, bundle=bundle), visit)

    def under_newest(self, visit: Visit) -> VisitRules:
        """Return the visit as it would be under the program's own content. Nothing is stored."""
        moved = answers_moved(visit, self.newest.definitions)
        return VisitRules(self.shelf, with_answers_moved(visit, moved))

    def path(self, visit: Visit) -> Path:
        """Return the path of a visit today, under what it follows."""
        rules = self.of(visit)
        return path_of_visit(rules.bundle, rules.visit, self.shelf.clock.today())

    def forget(self) -> None:
        """Let go of what was worked out of anybody's answers, under whatever version."""
        for bundle in (self.newest, *self._at_hand.values()):
            bundle.finder.forget()
        self._at_hand.clear()

    def _kept(self, content: str) -> Bundle | None:
        if content not in self._at_hand:
            body = self._casebook.kept_errands(content)
            try:
                bundle = thawed(body) if body is not None else None
            except ErrandsBroken:  # damaged, or made by a program whose words this one no longer knows
                bundle = None
            if bundle is None:
                return None
            while len(self._at_hand) >= _MOST_AT_HAND:
                self._at_hand.pop(next(iter(self._at_hand)))
            self._at_hand[content] = bundle
        return self._at_hand[content]
