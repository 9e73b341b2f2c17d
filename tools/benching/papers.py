"""A plan drawn as a PDF."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desk import bootstrap
from desk.bootstrap.building import drawing
from desk.cli.papers import plan_from_answers
from desk.errands.bundle import Bundle
from desk.model.facts import Answers
from desk.ports import PaperOptions
from i18n.language import Language
from i18n.translator import Lexicon
from printing.paper_maker import Papers
from tools.benching.errands import ERRAND, TODAY, sample_answers
from tools.benching.figures import ROOT, Figure, median_ms

DRAWINGS = 7


def figures() -> list[Figure]:
    """The paper."""
    bundle = bootstrap.content()
    return [_paper_figure(bundle, sample_answers(bundle))]


def _paper_figure(bundle: Bundle, answers: Answers) -> Figure:
    options = PaperOptions(Language.SV)
    plan = plan_from_answers(bundle, (ERRAND,), answers, TODAY, options)
    papers = Papers(Lexicon(), drawing)
    lines = papers.plan_text(plan, options).splitlines()
    pdfmetrics.registerFont(TTFont("Bare", str(_regular_font())))
    drawn = median_ms(lambda: papers.plan(plan, options), DRAWINGS)
    bare = median_ms(lambda: _bare_drawing(lines), DRAWINGS)
    floor_is = "the same words as lines, drawn by reportlab alone, untagged"
    return Figure(f"plan as PDF ({len(plan.steps)} steps)", drawn, "ms", bare, floor_is)


def _regular_font() -> object:
    fonts = sorted((ROOT / "printing" / "fonts").rglob("*.ttf"))
    return next((font for font in fonts if "Sans-Regular" in font.name), fonts[0])


def _bare_drawing(lines: list[str]) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.setFont("Bare", 14)
    height = A4[1] - 57
    for line in lines:
        if height < 57:
            canvas.showPage()
            canvas.setFont("Bare", 14)
            height = A4[1] - 57
        canvas.drawString(57, height, line)
        height -= 20
    canvas.save()
    return target.getvalue()
