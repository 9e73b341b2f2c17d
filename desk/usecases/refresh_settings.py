"""Which part of the national catalogue this desk keeps, and from where: chosen once, used by every refresh."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from desk.errands.bundle import Bundle
from desk.errands.municipalities import code_meant, municipality_name
from desk.errors import BadArea, SourceRefused
from desk.model.refresh import AreaKind, SyncArea, read_area
from desk.model.role import Function
from desk.ports import Casebook, Clock
from desk.usecases.duty import Duty
from desk.usecases.refresh_plan import RefreshAsk, in_order

URL = "catalogue.url"
AREAS = "catalogue.areas"
EVERYTHING = "everything"
USUAL_URL = "url.ptv_v11"
"""The parameter that says where the national catalogue is."""
_SCHEMES = ("http", "https")


class RefreshSettings:
    """The desk's choice of source and areas, in its settings."""

    def __init__(self, casebook: Casebook, clock: Clock, bundle: Bundle, duty: Duty) -> None:
        self._casebook = casebook
        self._clock = clock
        self._bundle = bundle
        self._duty = duty

    @property
    def usual_url(self) -> str:
        """Where the national catalogue is; raises ``BundleMissing`` when the content does not say it."""
        return self._bundle.for_program(USUAL_URL, self._clock.today())

    def read(self) -> RefreshAsk | None:
        """Return what was chosen; nothing was chosen yet: ``None``."""
        areas = self._casebook.setting(AREAS)
        if not areas:
            return None
        named = () if areas == EVERYTHING else tuple(read_area(area) for area in areas.split())
        return RefreshAsk(self._casebook.setting(URL) or self.usual_url, named)

    def write(self, chosen: RefreshAsk | None) -> None:
        """Remember a choice, or forget it; the usual address is not remembered, for it may move."""
        self._duty.require(Function.KEEP_CONTENT)
        url = "" if chosen is None or chosen.url == self.usual_url else chosen.url
        areas = "" if chosen is None else " ".join(map(str, chosen.areas)) or EVERYTHING
        self._casebook.set_setting(URL, url)
        self._casebook.set_setting(AREAS, areas)

    def asked(
        self,
        url: str | None,
        areas: Iterable[str],
        *,
        everything: bool = False,
        full: bool = False,
    ) -> RefreshAsk:
        """Return what is asked for now: what is given, else what was chosen, else all of the usual source.

        Raises ``BadArea`` and ``SourceRefused`` for what cannot be meant.
        """
        given = tuple(self.known_area(area) for area in areas)
        chosen = self.read()
        if not given and not everything and chosen is not None:
            given = chosen.areas
        remembered = self._casebook.setting(URL) or self.usual_url
        return RefreshAsk(remembered if url is None else self.known_url(url), in_order(given), full)

    def known_url(self, text: str) -> str:
        """Return an address as it is used; raises ``SourceRefused`` for what is none."""
        try:
            parts = urlsplit(text.strip())
            usable = parts.scheme in _SCHEMES and bool(parts.hostname) and parts.port != 0
        except ValueError:
            usable = False
        if not usable or parts.username or parts.query or parts.fragment or " " in text.strip():
            raise SourceRefused(kind="address", source=text, usual=self.usual_url)
        return text.strip().rstrip("/") + "/"

    def known_area(self, text: str) -> SyncArea:
        """Return an area that there is; raises ``BadArea``. Only municipalities are known by heart."""
        area = read_area(text)
        if area.kind is AreaKind.MUNICIPALITY and not municipality_name(self._bundle, area.code):
            raise BadArea(kind="unknown", area=area, near=f"{area.kind}/{code_meant(self._bundle, area.code)}")
        return area
