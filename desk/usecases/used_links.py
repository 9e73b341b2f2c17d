"""Which links the errands lead citizens to: those of steps and agencies, and of the services that steps point at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from urllib.parse import urlsplit

from desk.errands.definition import Agency, Errand, Step
from desk.model.catalogue import ChannelKind
from desk.model.ids import ErrandId
from desk.model.search import ServicePointer
from desk.model.service_sheet import ServiceSheet
from desk.ports import CatalogueStore
from desk.usecases.shelf import Shelf

ON_THE_WEB = frozenset({ChannelKind.ONLINE_SERVICE, ChannelKind.WEB_PAGE, ChannelKind.FORM})
MOST_OF_A_STEP = 5
"""Services of one general description that are looked at: else one step would name hundreds of links."""
LONGEST = 2000


class UsedLinks:
    """Gathers links from the content and the catalogue: nothing of a visit is looked at."""

    def __init__(self, catalogue: CatalogueStore, shelf: Shelf) -> None:
        self._catalogue = catalogue
        self._shelf = shelf

    def __call__(self) -> Mapping[str, tuple[ErrandId, ...]]:
        """Return every link that can be checked, with the errands that use it."""
        found: dict[str, dict[ErrandId, None]] = {}
        for errand in self._shelf.bundle.definitions.errands.values():
            for url in self._of(errand):
                if is_checkable(url):
                    found.setdefault(url, {})[ErrandId(errand.id)] = None
        return {url: tuple(errands) for url, errands in found.items()}

    def _of(self, errand: Errand) -> Iterator[str]:
        agencies = self._shelf.bundle.definitions.agencies
        today = self._shelf.clock.today()
        pointers: set[ServicePointer] = set()
        for step in errand.steps:
            yield from self._values(_parameters(step, agencies.get(step.agency)), today)
            pointers.add(ServicePointer(step.service, step.general_description))
        for pointer in pointers:
            for service in self._catalogue.resolve(pointer)[:MOST_OF_A_STEP]:
                yield from links_on(self._catalogue.sheet(service, self._shelf.clock.now()))

    def _values(self, names: Iterable[str], today: date) -> Iterator[str]:
        parameters = self._shelf.bundle.definitions.parameters
        for name in names:
            dated = parameters[name].on(today) if name in parameters else None
            if dated is not None:
                yield from dated.value.values()


def _parameters(step: Step, agency: Agency | None) -> Iterator[str]:
    for channel in step.channels:
        if channel.url is not None:
            yield channel.url
    if agency is not None and agency.url is not None:
        yield agency.url


def links_on(sheet: ServiceSheet) -> Iterator[str]:
    """Every web address on a sheet that leads to a page, a service or a form."""
    for channel in sheet.channels:
        yield from (link.url for link in channel.contacts.links)
        if channel.kind in ON_THE_WEB:
            yield from (form.url for form in channel.forms)


def is_checkable(url: str) -> bool:
    """Tell whether it is a whole public address by name, with nobody's name or password in it."""
    try:
        parts = urlsplit(url)
        host, named = parts.hostname, parts.username or parts.password
    except ValueError:
        return False
    public = host is not None and "." in host and not host[-1].isdigit() and ":" not in host
    whole = parts.scheme in ("http", "https") and public
    return whole and not named and len(url) <= LONGEST and url == url.strip() and " " not in url
