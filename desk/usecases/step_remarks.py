"""What is to be remarked on a path's steps: the point's notes, old information, links that do not work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from desk.model.freshness import NOTHING_AROUND
from desk.model.ids import StepId
from desk.model.link_check import LinkCheck
from desk.model.path import Path, PathStep
from desk.model.plan import Plan, PlanStep, Words
from desk.model.point_note import ALL_KINDS, NoteKind, PointNote, step_subject
from desk.model.search import ServicePointer
from desk.ports import CatalogueStore
from desk.ports.catalogue_ties import CatalogueTies
from desk.ports.link_prober import LinkChecks
from desk.usecases.judge_freshness import Freshness
from desk.usecases.notes_over import NotesOver
from desk.usecases.visit_view import StepView, VisitView


@dataclass(frozen=True, slots=True)
class Remarks:
    """What was found for the steps of one path."""

    stale_since: Mapping[StepId, date]
    notes: Mapping[StepId, tuple[PointNote, ...]]
    failing: Mapping[str, LinkCheck]
    note_kinds: frozenset[NoteKind] = ALL_KINDS


class StepRemarks:
    """Remarks on whole paths: a handful of questions to the stores, however many steps there are."""

    def __init__(
        self, catalogue: CatalogueStore, ties: CatalogueTies, freshness: Freshness, notes: NotesOver, links: LinkChecks
    ) -> None:
        self._catalogue = catalogue
        self._ties = ties
        self._freshness = freshness
        self._notes = notes
        self._links = links

    def on_view(self, view: VisitView) -> VisitView:
        """Return the visit as it is shown, with remarks on its steps."""
        remarks = self._on(view.path)
        return replace(view, steps=tuple(_on_view(step, remarks) for step in view.steps))

    def on_plan(self, plan: Plan, path: Path) -> Plan:
        """Return a plan with remarks on its steps; a discreet plan tells nothing of places, so no notes either."""
        remarks = self._on(path)
        return replace(plan, steps=tuple(_on_paper(step, plan, remarks) for step in plan.steps))

    def _on(self, path: Path) -> Remarks:
        steps = path.shown
        services = self._services(steps)
        stale = self._freshness.stale_since(services.values())
        around = self._ties.around(services.values())
        shown: dict[StepId, frozenset[str]] = {}
        for step in steps:
            service = services.get(step.id)
            of_service = {service, *around.get(service, NOTHING_AROUND).all} if service is not None else set()
            shown[step.id] = frozenset((step_subject(step.errand, step.id).id, *of_service))
        return Remarks(
            {step: stale[service] for step, service in services.items() if service in stale},
            self._notes.on(shown),
            {check.url: check for check in self._links.failing()},
            self._notes.kinds(),
        )

    def _services(self, steps: Iterable[PathStep]) -> Mapping[StepId, str]:
        """The service that each step shows; many steps point at the same one."""
        found: dict[ServicePointer, str | None] = {}
        services: dict[StepId, str] = {}
        for step in steps:
            pointer = ServicePointer(step.service, step.general_description)
            if pointer not in found:
                found[pointer] = next(iter(self._catalogue.resolve(pointer)), None)
            service = found[pointer]
            if service is not None:
                services[step.id] = service
        return services


def _on_view(view: StepView, remarks: Remarks) -> StepView:
    step = view.step.id
    broken = tuple(remarks.failing[url] for url in _urls(view.step) if url in remarks.failing)
    return replace(
        view,
        notes=remarks.notes.get(step, ()),
        note_kinds=remarks.note_kinds,
        stale_since=remarks.stale_since.get(step),
        broken_links=broken,
    )


def _on_paper(step: PlanStep, plan: Plan, remarks: Remarks) -> PlanStep:
    notes = () if plan.discreet else remarks.notes.get(step.id, ())
    told = tuple(
        Words(note.text, None if note.language is plan.language else note.language) for note in notes if note.on_paper
    )
    return replace(
        step,
        stale_since=remarks.stale_since.get(step.id),
        point_notes=told,
        broken_links=tuple(url for url in _urls(step) if url in remarks.failing),
    )


def _urls(step: PlanStep) -> Iterable[str]:
    return dict.fromkeys(channel.url.text for channel in step.channels if channel.url is not None)
