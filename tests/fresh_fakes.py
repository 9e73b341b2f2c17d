"""Fakes of the ports that freshness and the point's notes need: small, honest, in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from desk.errors import NoteClosed, NoteUnknown
from desk.model.freshness import NOTHING_AROUND, ObjectAge, Surroundings, Use
from desk.model.ids import ErrandId
from desk.model.link_check import LinkCheck, LinkFinding, LinkOutcome
from desk.model.point_note import NoteId, PointNote, Subject
from desk.model.refresh import CatalogueChange, RefreshMemory
from desk.ports import Casebook
from desk.ports.packs import FormShelf
from desk.usecases.fresh_ports import FreshPorts
from tests.form_fakes import FakeFormShelf


class FakePointNotes:
    """Notes in a list."""

    def __init__(self) -> None:
        """No notes."""
        self._notes: dict[NoteId, PointNote] = {}

    def add(self, note: PointNote) -> None:
        """Keep a note, and close the one that it replaces."""
        if note.replaces is not None:
            self.close(note.replaces, note.at, "")
        self._notes[note.id] = note

    def close(self, note: NoteId, at: datetime, outcome: str) -> None:
        """Close a note."""
        if self.note(note).closed is not None:
            raise NoteClosed(note=note)
        self._notes[note] = replace(self._notes[note], closed=at, outcome=outcome)

    def note(self, identity: NoteId) -> PointNote:
        """One note."""
        if identity not in self._notes:
            raise NoteUnknown(note=identity)
        return self._notes[identity]

    def all(self) -> tuple[PointNote, ...]:
        """Every note, newest first."""
        return tuple(sorted(self._notes.values(), key=lambda note: (note.at, note.id), reverse=True))

    def counting(self, day: date) -> tuple[PointNote, ...]:
        """The notes that count, oldest first."""
        return tuple(note for note in reversed(self.all()) if note.counts_on(day))


class FakeDeskUse:
    """Counts in memory; the errands are those of a casebook's visits."""

    def __init__(self, casebook: Casebook) -> None:
        """Nothing was looked at yet."""
        self._casebook = casebook
        self._counts: Counter[tuple[str, str]] = Counter()

    def looked_at(self, subject: Subject, day: date) -> None:
        """Count."""
        self._counts[(subject.id, f"{day:%Y-%m}")] += 1

    def since(self, moment: datetime, most: int) -> Use:
        """What was used since then."""
        errands: Counter[ErrandId] = Counter()
        for visit in self._casebook.visits():
            if visit.opened_at >= moment:
                errands.update(visit.errands)
        times: Counter[str] = Counter()
        for (identity, month), count in self._counts.items():
            if month >= f"{moment:%Y-%m}":
                times[identity] += count
        best = sorted(times.items(), key=lambda each: (-each[1], each[0]))[:most]
        return Use(dict(errands), dict(best))


@dataclass
class FakeCatalogueTies:
    """Ages and surroundings as a test says."""

    known: dict[str, ObjectAge] = field(default_factory=dict)
    tied: dict[str, Surroundings] = field(default_factory=dict)

    def ages(self, ids: Iterable[str]) -> Mapping[str, ObjectAge]:
        """The age of each that is known."""
        return {identity: self.known[identity] for identity in ids if identity in self.known}

    def around(self, ids: Iterable[str]) -> Mapping[str, Surroundings]:
        """What belongs to each."""
        return {identity: self.tied.get(identity, NOTHING_AROUND) for identity in ids}


@dataclass
class FakeCatalogueNews:
    """What refreshes left behind, as a test says."""

    remembered: RefreshMemory = field(default_factory=RefreshMemory)
    happened: list[CatalogueChange] = field(default_factory=list)

    def memory(self) -> RefreshMemory:
        """What was left."""
        return self.remembered

    def changes(self, since: datetime, ids: Sequence[str] | None = None) -> tuple[CatalogueChange, ...]:
        """What changed, newest first."""
        wanted = [each for each in self.happened if each.at > since and (ids is None or each.id in ids)]
        return tuple(sorted(wanted, key=lambda each: each.at, reverse=True))


class FakeLinkChecks:
    """Checks in memory."""

    def __init__(self) -> None:
        """Nothing was checked."""
        self._checks: dict[str, LinkCheck] = {}

    def all(self) -> tuple[LinkCheck, ...]:
        """Every check, by address."""
        return tuple(self._checks[url] for url in sorted(self._checks))

    def failing(self) -> tuple[LinkCheck, ...]:
        """Those that failed on two days."""
        return tuple(check for check in self.all() if check.is_failing)

    def keep(self, checks: Sequence[LinkCheck]) -> None:
        """Keep them."""
        self._checks.update({check.url: check for check in checks})


@dataclass
class FakeLinkProber:
    """An internet of which a test says what answers; everything else is fine. ``asked`` is what was asked for."""

    outcomes: dict[str, LinkOutcome] = field(default_factory=dict)
    offline: bool = False
    asked: list[str] = field(default_factory=list)

    def probe(self, url: str) -> LinkFinding:
        """Answer as the test said."""
        self.asked.append(url)
        if self.offline:
            return LinkFinding(url, LinkOutcome.NO_ANSWER)
        return LinkFinding(url, self.outcomes.get(url, LinkOutcome.FINE))

    def close(self) -> None:
        """There is nothing to close."""


def fresh_fakes(casebook: Casebook, forms: FormShelf | None = None) -> FreshPorts:
    """All of them, empty."""
    return FreshPorts(
        notes=FakePointNotes(),
        use=FakeDeskUse(casebook),
        ties=FakeCatalogueTies(),
        news=FakeCatalogueNews(),
        links=FakeLinkChecks(),
        forms=lambda: forms or FakeFormShelf(),
    )
