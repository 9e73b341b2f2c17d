"""Where agencies take a mandate of the national register: read from the content, where each row has its source."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desk.errands.bundle import Bundle
from desk.model.ids import AgencyId
from desk.model.mandate_register import Theme
from desk.model.path import ChannelKind
from i18n.language import Language

_WAYS, _THEME = "mandate.{}_ways", "mandate.{}_theme"


def themes_of(bundle: Bundle, day: date) -> Mapping[AgencyId, Theme]:
    """Return what is known on a day, by agency; an agency that nothing is known of is not in it."""
    found = (_theme(bundle, AgencyId(agency), day) for agency in bundle.definitions.agencies)
    return {theme.agency: theme for theme in found if theme is not None}


def _theme(bundle: Bundle, agency: AgencyId, day: date) -> Theme | None:
    parameters = bundle.definitions.parameters
    ways, name = parameters.get(_WAYS.format(agency)), parameters.get(_THEME.format(agency))
    dated = ways.on(day) if ways is not None else None
    if dated is None:
        return None
    named = name.on(day) if name is not None else None
    known = {kind.value: kind for kind in ChannelKind}
    return Theme(
        agency=agency,
        names={Language(code): text for code, text in (named.value if named is not None else {}).items() if code},
        works_by=frozenset(known[word] for word in dated.value[""].split() if word in known),
        source=dated.source,
        checked=dated.checked,
        verified=dated.verified,
    )
