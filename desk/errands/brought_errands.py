"""Errands that a pack brought: whether this program can work with them, and whether they are newer than its own.

A hash tells two contents apart and says nothing of their order; the dates that every fact must carry do. A content is
as new as the newest day on which somebody checked one of its facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from desk.errands.bundle import Bundle, read_bundle
from desk.errands.catalogue_entries import errand_entries
from desk.errands.definition import Definitions
from desk.errands.starter_catalogue import filled_in
from desk.errors import ErrandsBroken


def newest_usable(shipped: Bundle, brought: bytes, starter: Mapping[str, bytes], today: date) -> Bundle:
    """Return the brought errands when they are newer than the program's own and still fit the program, else its own."""
    try:
        bundle = judged(brought, starter, today)
    except ErrandsBroken:  # they came with an older or newer program's words: ours are whole in themselves
        return shipped
    return bundle if content_date(bundle) > content_date(shipped) else shipped


def judged(brought: bytes, starter: Mapping[str, bytes], today: date) -> Bundle:
    """Do all that an opening desk does with errands; raises ``ErrandsBroken`` for those it could not work with."""
    bundle = read_bundle(brought)
    try:
        filled_in(starter, bundle.definitions.parameters, today)
        errand_entries(bundle)
        bundle.vernacular()
        bundle.finder  # noqa: B018  compiles every rule
    except (msgspec.MsgspecError, KeyError) as error:
        raise ErrandsBroken(reason=error) from error
    return bundle


def content_date(bundle: Bundle) -> date:
    """Return the newest day on which a fact was checked."""
    return max(_checked(bundle.definitions), default=date.min)


def _checked(definitions: Definitions) -> Iterator[date]:
    for parameter in definitions.parameters.values():
        yield from (value.checked for value in parameter.values)
    for errand in definitions.errands.values():
        yield from (day for day in (errand.checked, *(step.checked for step in errand.steps)) if day is not None)
