"""The errands by name, for tiles and lists."""

from __future__ import annotations

from collections.abc import Sequence

from desk.errands.bundle import Bundle
from desk.errands.wording import Wording
from desk.model.ids import ErrandId
from desk.usecases.visit_view import ErrandView


def errand_views(bundle: Bundle, wording: Wording, errands: Sequence[ErrandId] | None = None) -> tuple[ErrandView, ...]:
    """Return errands in words, in the given order or by number."""
    definitions = bundle.definitions.errands
    return tuple(
        ErrandView(
            id=errand,
            number=definitions[errand].number,
            title=wording.errand_title(errand).text,
            summary=wording.errand_summary(errand).text,
            group=definitions[errand].group,
        )
        for errand in (bundle.errands if errands is None else errands)
        if errand in definitions
    )
