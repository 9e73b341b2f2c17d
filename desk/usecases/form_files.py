"""The official forms that errands lead to: which they are, and their files on this desk. Nothing is filled in here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from desk.errands.bundle import Bundle
from desk.errands.definition import Step
from desk.errors import FormRefused, NetworkError, ServiceUnknown
from desk.model.catalogue import ChannelKind, FormFile
from desk.model.pack import Told, UsedForm
from desk.model.search import HitKind, ServicePointer
from desk.model.service_sheet import SheetChannel
from desk.model.unwatched import nobody_watches
from desk.ports import CatalogueStore, Clock
from desk.ports.form_fetcher import FormFetcher
from desk.ports.packs import FormShelf
from desk.usecases.give_form import GiveForm

SERVICES_OF_A_STEP = 5
"""A step may point at one service of each municipality: the first ones name the same national forms."""
HITS_OF_A_CODE = 5
FRESH_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class FormNotFetched:
    """One form that could not be fetched, with the id and details of the error."""

    url: str
    error_id: str
    details: dict[str, str]


@dataclass(frozen=True, slots=True)
class FetchedForms:
    """What fetching brought. ``kept`` were fetched not long ago and were left as they are."""

    fetched: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    failed: tuple[FormNotFetched, ...] = ()


class FormFiles:
    """Lists, fetches and gives forms."""

    def __init__(
        self,
        catalogue: CatalogueStore,
        shelf: FormShelf,
        fetcher: Callable[[], FormFetcher],
        bundle: Bundle,
        clock: Clock,
    ) -> None:
        self._catalogue = catalogue
        self._shelf = shelf
        self._fetcher = fetcher
        self._bundle = bundle
        self._clock = clock

    def used(self) -> tuple[UsedForm, ...]:
        """Return the forms that errands, their services and the starter catalogue name, by title."""
        stored = {form.url: form for form in self._shelf.stored()}
        found: dict[str, UsedForm] = {}
        for errand in self._bundle.definitions.errands.values():
            for step in errand.steps:
                for form in self._forms_of(step):
                    found[form.url] = _joined(found.get(form.url), form, errand.id)
        for file in self._shelf.starter_forms():
            found.setdefault(file.url, UsedForm(file.url, file.title or file.url, file.language))
        forms = (replace(form, stored=stored.get(form.url)) for form in found.values())
        return tuple(sorted(forms, key=lambda form: (form.title.casefold(), form.language or "", form.url)))

    def fetch(self, *, again: bool = False, told: Told = nobody_watches) -> FetchedForms:
        """Fetch the forms that are not here or were fetched long ago; all of them ``again``, if asked.

        One that cannot be fetched is told of, and the file of before stays.
        """
        wanted = self.used()
        old = self._clock.now() - FRESH_FOR
        fetched, kept, failed = list[str](), list[str](), list[FormNotFetched]()
        for done, form in enumerate(wanted):
            told(done, len(wanted))
            if form.stored and form.stored.fetched > old and not again:
                kept.append(form.url)
                continue
            try:
                self._fetch(form)
                fetched.append(form.url)
            except (NetworkError, FormRefused) as error:
                failed.append(FormNotFetched(form.url, error.id, error.details))
        told(len(wanted), len(wanted))
        return FetchedForms(tuple(fetched), tuple(kept), tuple(failed))

    def body(self, url: str) -> bytes:
        """Return a form to print or to save; raises ``FormRefused`` when it is not on this desk."""
        return GiveForm(lambda: self._shelf).body(url)

    def _fetch(self, form: UsedForm) -> None:
        self._shelf.put(form.url, form.title, self._fetcher().fetch(form.url), self._clock.now())

    def _forms_of(self, step: Step) -> Iterator[UsedForm]:
        pointer = ServicePointer(step.service, step.general_description)
        for service in self._catalogue.resolve(pointer)[:SERVICES_OF_A_STEP]:
            yield from self._forms_in(service)
        for code in self._codes(step):
            yield from self._forms_with(code)

    def _forms_in(self, identity: str, code: str | None = None) -> Iterator[UsedForm]:
        try:
            sheet = self._catalogue.sheet(identity, self._clock.now())
        except ServiceUnknown:
            return
        for channel in sheet.channels:
            if channel.kind is ChannelKind.FORM and (code is None or code in _identifiers(channel)):
                yield from (_used(file, channel) for file in channel.forms)

    def _codes(self, step: Step) -> Iterator[str]:
        """The codes of the forms that the step itself names: *AT 1*."""
        parameters = self._bundle.definitions.parameters
        for channel in step.channels:
            parameter = parameters.get(channel.form or "")
            dated = parameter.on(self._clock.today()) if parameter else None
            if dated is not None:
                yield from dict.fromkeys(dated.value.values())

    def _forms_with(self, code: str) -> Iterator[UsedForm]:
        for hit in self._catalogue.search(_plain(code), "fi", HITS_OF_A_CODE).hits:
            if hit.kind is HitKind.CHANNEL:
                yield from self._forms_in(hit.id, _plain(code))


def _used(file: FormFile, channel: SheetChannel) -> UsedForm:
    language = file.language or "fi"
    return UsedForm(file.url, file.title or channel.names.pick(language).text or file.url, file.language)


def _joined(before: UsedForm | None, form: UsedForm, errand: str) -> UsedForm:
    errands = before.errands if before else ()
    return replace(before or form, errands=tuple(dict.fromkeys((*errands, errand))))


def _identifiers(channel: SheetChannel) -> set[str]:
    return {_plain(text) for text in channel.form_identifier.texts.values()}


def _plain(code: str) -> str:
    return "".join(code.split()).casefold()
