"""A path computed anew after each answer, and a plan drawn as a PDF."""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Iterator
from datetime import date

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desk import bootstrap
from desk.bootstrap.building import drawing
from desk.cli.papers import plan_from_answers
from desk.errands.answers_file import read_answers
from desk.errands.bundle import Bundle
from desk.errands.path import path_of
from desk.model.facts import Answers
from desk.model.ids import ErrandId
from desk.ports import PaperOptions
from i18n.language import Language
from i18n.translator import Lexicon
from printing.paper_maker import Papers
from tools.benching.figures import ROOT, Figure, median_ms, percentile

TODAY = date(2026, 11, 23)
ERRAND = ErrandId("death_of_close_one")
ROUNDS = 40
DRAWINGS = 7


def figures() -> list[Figure]:
    """The path and the paper."""
    bundle = bootstrap.content()
    answers = _answers(bundle)
    return [*_path_figures(bundle, answers), _paper_figure(bundle, answers)]


def _answers(bundle: Bundle) -> Answers:
    """The sample visit's answers: a widow in a house, most questions answered."""
    script = (ROOT / "desk" / "cli" / "demo_visit.yaml").read_text(encoding="utf-8").replace("DIED_ON", "2026-11-04")
    written = script.partition("\nanswers:\n")[2].partition("\nend:")[0]
    return read_answers("demo_visit.yaml", written.encode(), bundle.definitions.facts, TODAY)


def _growing(answers: Answers) -> Iterator[Answers]:
    """The answers as they come: none, then one more each time."""
    items = list(answers.items())
    for count in range(len(items) + 1):
        yield dict(items[:count])


def _path_figures(bundle: Bundle, answers: Answers) -> list[Figure]:
    figures = []
    for name, errands in (("one errand", (ERRAND,)), ("all errands", bundle.errands)):
        times, floors = [], []
        for _ in range(ROUNDS):
            for said in _growing(answers):
                times.append(_timed(lambda said=said, errands=errands: path_of(bundle, errands, said, TODAY)))
                floors.append(_timed(lambda said=said, errands=errands: _bare_loop(bundle, errands, said)))
        floor_is = "each step's rule evaluated once, nothing else"
        aim = 1.0 if name == "one errand" else None
        middle, slow = statistics.median(times), percentile(times, 0.95)
        figures += [
            Figure(
                f"path after an answer, {name}, median", middle, "ms", statistics.median(floors), floor_is, aim, True
            ),
            Figure(f"path after an answer, {name}, p95", slow, "ms", percentile(floors, 0.95), floor_is, aim, True),
        ]
    return figures


def _timed(work: object) -> float:
    started = time.perf_counter()
    work()  # type: ignore[operator]
    return (time.perf_counter() - started) * 1000


def _bare_loop(bundle: Bundle, errands: tuple[ErrandId, ...], said: Answers) -> int:
    situation = bundle.engine.situation(said, TODAY)
    return sum(compiled.applies.mask(situation) for errand in errands for compiled in bundle.engine.steps[errand])


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
