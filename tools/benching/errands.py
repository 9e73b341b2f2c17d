"""The errands: a path computed anew after an answer, the publish gate, and a visit opened in a real desk."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import yaml

from desk import bootstrap
from desk.errands.answers_file import read_answers
from desk.errands.bundle import Bundle
from desk.errands.checker import check
from desk.errands.drafts import published
from desk.errands.path import path_of
from desk.model.facts import Answers
from desk.model.ids import ErrandId, VisitId
from desk.model.visit import Profile, VisitChannel
from desk.usecases.desk_rooms import Desk
from i18n.language import Language
from services.passphrases import GivenPassphrase
from tools.benching.figures import PASSPHRASE, ROOT, Figure, median_ms, percentile, timed_ms

TODAY = date(2026, 11, 23)
ERRAND = ErrandId("death_of_close_one")
THREE = (ERRAND, ErrandId("unemployment"), ErrandId("moving_within_finland"))
ROUNDS = 40
CHECKS = 3
VISITS = 40


def figures() -> list[Figure]:
    """The paths, the gate, the visits."""
    bundle = bootstrap.content()
    return [*_path_figures(bundle, sample_answers(bundle)), _check_figure(), *_visit_figures(sample_answers(bundle))]


def sample_answers(bundle: Bundle) -> Answers:
    """The sample visit's answers: a widow in a house, most questions answered."""
    script = (ROOT / "desk" / "cli" / "demo_visit.yaml").read_text(encoding="utf-8").replace("DIED_ON", "2026-11-04")
    written = script.partition("\nanswers:\n")[2].partition("\nend:")[0]
    return read_answers("demo_visit.yaml", written.encode(), bundle.definitions.facts, TODAY)


# ── paths ────────────────────────────────────────────────────────────────────────────────────────


def _path_figures(bundle: Bundle, answers: Answers) -> Iterator[Figure]:
    floor_is = "each step's rule evaluated once, nothing else"
    choices: tuple[tuple[str, tuple[ErrandId, ...], float | None], ...] = (
        ("one errand", (ERRAND,), None),
        ("three errands", THREE, 1.0),
        ("all errands", bundle.errands, None),
    )
    for name, errands, aim in choices:
        times, floors = [], []
        for _ in range(ROUNDS):
            for said in _growing(answers):
                times.append(timed_ms(partial(path_of, bundle, errands, said, TODAY)))
                floors.append(_bare_loop_ms(bundle, errands, said))
        for told, one in (("median", statistics.median), ("p95", lambda all_of_them: percentile(all_of_them, 0.95))):
            yield Figure(
                f"path after an answer, {name}, {told}", one(times), "ms", one(floors), floor_is, aim, bool(aim)
            )


def _growing(answers: Answers) -> Iterator[Answers]:
    """The answers as they come: none, then one more each time."""
    items = list(answers.items())
    for count in range(len(items) + 1):
        yield dict(items[:count])


def _bare_loop_ms(bundle: Bundle, errands: tuple[ErrandId, ...], said: Answers) -> float:
    situation = bundle.engine.situation(said, TODAY)
    return timed_ms(
        lambda: [compiled.applies.mask(situation) for errand in errands for compiled in bundle.engine.steps[errand]]
    )


# ── the gate ─────────────────────────────────────────────────────────────────────────────────────


def _check_figure() -> Figure:
    folder = ROOT / "desk" / "content"
    files = published(
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    )
    base_form = bootstrap.finnish_base_form()
    checked = median_ms(lambda: check(files, TODAY, base_form), CHECKS) / 1000
    parsed = median_ms(lambda: _composed(files), CHECKS) / 1000
    floor_is = "the same files composed by PyYAML's C loader, nothing else"
    return Figure(f"check of all content ({len(files)} files)", checked, "s", parsed, floor_is, 5.0, True)


def _composed(files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        if path.endswith(".yaml"):
            yaml.compose(content, yaml.CBaseLoader)


# ── visits ───────────────────────────────────────────────────────────────────────────────────────


def _visit_figures(answers: Answers) -> Iterator[Figure]:
    with (
        tempfile.TemporaryDirectory() as folder,
        bootstrap.open_desk(Path(folder) / "desk", GivenPassphrase(PASSPHRASE)) as opened,
    ):
        desk = opened.desk
        desk.world.catalogue.warm_up()
        visit = desk.open_visit(VisitChannel.DESK, Profile(), THREE).id
        for fact, said in answers.items():
            desk.answer_question.give(visit, fact, said)
        yield _figure("a new visit with three errands opened and shown", lambda: _shown_anew(desk), desk, visit)
        yield _figure("a visit with three errands opened again", lambda: _shown_again(desk, visit), desk, visit)


def _figure(name: str, work: Callable[[], object], desk: Desk, visit: VisitId) -> Figure:
    """``work`` beside what opening cannot do without: the events of the visit read from the encrypted journal."""
    work()
    times = [timed_ms(work) for _ in range(VISITS)]
    floors = [timed_ms(lambda: desk.world.casebook.events_of(visit)) for _ in range(VISITS)]
    floor_is = "the bare question for the events of one visit, decoded"
    return Figure(
        f"{name}, p95", percentile(times, 0.95), "ms", percentile(floors, 0.95), floor_is, 30.0, aim_is_absolute=True
    )


def _shown_anew(desk: Desk) -> None:
    visit = desk.open_visit(VisitChannel.DESK, Profile(), THREE)
    desk.show_visit(visit.id, Language.FI)


def _shown_again(desk: Desk, visit: VisitId) -> None:
    desk.world.bundle.finder.forget()  # as for the next citizen
    desk.show_visit(visit, Language.FI)
