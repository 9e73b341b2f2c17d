"""The first pages of the two papers, as they come out of the printer."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
from PIL import Image

from desk.model.ids import VisitId
from desk.ports import PaperOptions
from desk.usecases.desk_rooms import Desk
from i18n.language import Language

_PIXELS_OF_A_POINT = 1.25


def first_pages(desk: Desk, visit: VisitId, service: str) -> Iterator[tuple[str, Image.Image]]:
    """Each paper's name and first page, in Finnish and in Swedish."""
    for language in (Language.FI, Language.SV):
        options = PaperOptions(language)
        yield f"plan-{language}", _page(desk.print_paper.plan(desk.make_plan.preview(visit, language), options))
        yield f"guidance-{language}", _page(desk.print_paper.guidance(desk.show_service(service), options))


def _page(pdf: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        page: Image.Image = document[0].render(scale=_PIXELS_OF_A_POINT).to_pil()
        return page.convert("RGB")
