"""What changed since the last shift in what this desk uses: what is gone first, then what is used most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from desk.model.freshness import NOTHING_AROUND, Shift, UsedChange
from desk.model.hours import HELSINKI
from desk.model.ids import ErrandId
from desk.model.refresh import CatalogueChange, ChangedField, ChangeKind, ObjectKind
from desk.model.search import ServicePointer
from desk.ports import CatalogueStore
from desk.usecases.fresh_ports import FreshPorts
from desk.usecases.shelf import Shelf
from desk.usecases.shift import ShiftBook
from desk.usecases.word_changes import change_words
from i18n.language import Language

LATELY = timedelta(days=90)
MOST_LOOKED_AT = 100
MOST_OF_A_STEP = 20
"""Services of one general description: a desk that holds the whole country has hundreds of them."""
MOST_LINES = 500
SHOWN_KINDS = frozenset({ObjectKind.SERVICE, ObjectKind.CHANNEL, ObjectKind.GENERAL_DESCRIPTION})


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One thing that changed. ``errands`` are titles; ``looked_at``: how often, lately, at this desk."""

    kind: ObjectKind
    id: str
    name: str
    change: ChangeKind
    text: str
    day: date
    errands: tuple[str, ...] = ()
    looked_at: int = 0


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The news. ``since`` is nothing in the very first shift: there is nothing to compare with."""

    since: datetime | None
    lines: tuple[ChangeLine, ...] = ()
    rules_changed: bool = False
    rules_text: str = ""


class WhatChanged:
    """Asks for the changes of what the steps of the desk's errands point at, and of what is looked at most."""

    def __init__(self, ports: FreshPorts, catalogue: CatalogueStore, shelf: Shelf, shift: ShiftBook) -> None:
        self._ports = ports
        self._catalogue = catalogue
        self._shelf = shelf
        self._shift = shift

    def __call__(self, language: Language, *, since: datetime | None = None, everything: bool = False) -> ChangesView:
        """Return what changed since then, or since the last shift; with ``everything`` also what nobody uses here."""
        shift = self._shift.read()
        start = since or shift.since
        rules_changed = since is None and self._has_new_rules(shift)
        found = self._changes(start, everything=everything) if start is not None else []
        words = self._shelf.lexicon.words(language)
        told = words.text(
            "The errands were updated. Their questions, steps and texts may be new since your last shift."
        )
        return ChangesView(
            since=start,
            lines=tuple(self._line(each, language) for each in found[:MOST_LINES]),
            rules_changed=rules_changed,
            rules_text=told if rules_changed else "",
        )

    def _has_new_rules(self, shift: Shift) -> bool:
        return shift.content_before not in (None, self._shelf.bundle.content_hash)

    def _changes(self, since: datetime, *, everything: bool) -> list[UsedChange]:
        use = self._ports.use.since(self._shelf.clock.now() - LATELY, MOST_LOOKED_AT)
        errands = self._errands_of(use.errands)
        looked_at = self._with_surroundings(use.looked_at)
        watched = None if everything else sorted({*errands, *looked_at})
        changes = _one_each(self._ports.news.changes(since, watched))
        found = [
            UsedChange(change, errands.get(change.id, ()), looked_at.get(change.id, 0))
            for change in changes
            if change.kind in SHOWN_KINDS
        ]

        def rank(each: UsedChange) -> tuple[bool, int, float]:
            used = each.looked_at + sum(use.errands.get(errand, 0) for errand in each.errands)
            return each.change.change is not ChangeKind.GONE, -used, -each.change.at.timestamp()

        return sorted(found, key=rank)

    def _errands_of(self, used: Mapping[ErrandId, int]) -> Mapping[str, tuple[ErrandId, ...]]:
        """Each object that a step of these errands leads to, with the errands; a desk without visits uses all."""
        errands = used or dict.fromkeys(self._shelf.bundle.errands, 0)
        found: dict[str, set[ErrandId]] = {}
        for errand, pointers in self._pointers(errands).items():
            named = {identity for each in pointers for identity in (each.service, each.general_description) if identity}
            services = {service for each in pointers for service in self._catalogue.resolve(each)[:MOST_OF_A_STEP]}
            around = self._ports.ties.around(named | services)
            for identity in (*named, *services, *(other for each in around.values() for other in each.all)):
                found.setdefault(identity, set()).add(errand)
        return {identity: tuple(sorted(some)) for identity, some in found.items()}

    def _pointers(self, errands: Iterable[ErrandId]) -> Mapping[ErrandId, frozenset[ServicePointer]]:
        defined = self._shelf.bundle.definitions.errands
        return {
            errand: frozenset(
                ServicePointer(step.service, step.general_description)
                for step in defined[errand].steps
                if step.service or step.general_description
            )
            for errand in errands
            if errand in defined  # a visit of long ago may have had an errand that is no more
        }

    def _with_surroundings(self, looked_at: Mapping[str, int]) -> Mapping[str, int]:
        """What was looked at, and the channels and descriptions that were shown with it."""
        around = self._ports.ties.around(looked_at)
        found = dict(looked_at)
        for identity, times in looked_at.items():
            for other in around.get(identity, NOTHING_AROUND).all:
                found[other] = max(times, found.get(other, 0))
        return found

    def _line(self, used: UsedChange, language: Language) -> ChangeLine:
        change, words = used.change, self._shelf.lexicon.words(language)
        wording = self._shelf.wording(language)
        return ChangeLine(
            kind=change.kind,
            id=change.id,
            name=change.names.pick(language.value).text or change.id,
            change=change.change,
            text=change_words(change, words),
            day=change.at.astimezone(HELSINKI).date(),
            errands=tuple(wording.errand_title(errand).text for errand in used.errands),
            looked_at=used.looked_at,
        )


def _one_each(changes: Iterable[CatalogueChange]) -> list[CatalogueChange]:
    """For each object one change that tells where several led, the newest first given."""
    found: dict[str, list[CatalogueChange]] = {}
    for change in changes:
        found.setdefault(change.id, []).append(change)
    return [_together(some) for some in found.values()]


def _together(changes: list[CatalogueChange]) -> CatalogueChange:
    newest, oldest = changes[0], changes[-1]
    if newest.change is ChangeKind.GONE or len(changes) == 1:
        return newest
    if oldest.change is ChangeKind.NEW:
        return replace(newest, change=ChangeKind.NEW, fields=())
    fields: tuple[ChangedField, ...] = tuple(dict.fromkeys(field for each in changes for field in each.fields))
    return replace(newest, change=ChangeKind.CHANGED, fields=fields)
