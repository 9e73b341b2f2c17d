"""What a note is about, by its name of today, and who keeps its text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desk.errors import ServiceUnknown, StepUnknown
from desk.model.ids import AgencyId, StepId
from desk.model.point_note import Subject, SubjectKind, step_subject
from desk.ports import CatalogueStore
from desk.ports.catalogue_ties import CatalogueTies
from desk.usecases.shelf import Shelf
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class Described:
    """A subject in words. ``keeper``: whoever can mend its text."""

    name: str
    keeper: str


class NoteSubjects:
    """Looks subjects up in the catalogue and among the steps."""

    def __init__(self, catalogue: CatalogueStore, ties: CatalogueTies, shelf: Shelf) -> None:
        self._catalogue = catalogue
        self._ties = ties
        self._shelf = shelf

    def describe(self, about: Subject, language: Language) -> Described:
        """Return its name and keeper; raises ``ServiceUnknown`` or ``StepUnknown``."""
        return self._step(about, language) if about.kind is SubjectKind.STEP else self._object(about, language)

    def _object(self, about: Subject, language: Language) -> Described:
        sheet = self._catalogue.sheet(about.id, self._shelf.clock.now())
        if sheet.kind.value != about.kind.value:
            raise ServiceUnknown(service=about.id)
        name = sheet.names.pick(language.value).text
        keeper = next((each.pick(language.value).text for each in sheet.organizations), "")
        return Described(name, keeper)

    def _step(self, about: Subject, language: Language) -> Described:
        errand, _, step = about.id.partition("/")
        defined = self._shelf.bundle.definitions.errands.get(errand)
        found = next((each for each in defined.steps if each.id == step), None) if defined else None
        if found is None:
            raise StepUnknown(step=about.id)
        wording = self._shelf.wording(language)
        return Described(wording.step_title(StepId(step)).text, wording.agency(AgencyId(found.agency)))

    def gone(self, subjects: Iterable[Subject]) -> frozenset[Subject]:
        """Return those that are in the catalogue, or among the steps, no longer."""
        asked = frozenset(subjects)
        here = self._ties.ages(each.id for each in asked if each.kind is not SubjectKind.STEP)
        errands = self._shelf.bundle.definitions.errands.values()
        steps = {step_subject(errand.id, step.id) for errand in errands for step in errand.steps}
        return frozenset(each for each in asked if each.id not in here and each not in steps)

    def of_id(self, identity: str) -> Subject:
        """Return the subject that an id, or ``errand/step``, names; raises ``ServiceUnknown`` or ``StepUnknown``."""
        if "/" in identity:
            return Subject(SubjectKind.STEP, identity)
        sheet = self._catalogue.sheet(identity, self._shelf.clock.now())
        return Subject(SubjectKind(sheet.kind.value), identity)
