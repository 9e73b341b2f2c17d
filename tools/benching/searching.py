"""The search at the nation's size: every beginning of what is typed, and whole words, beside two bare engines."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from desk.bootstrap import opened_desk
from desk.model.search import Within
from desk.usecases.find_service import FindService
from offline_cache.connection import StoreConnection
from services.passphrases import GivenPassphrase
from tools.benching.figures import BUILD, PASSPHRASE, Figure, percentile, timed_ms
from tools.benching.nation import Nation
from tools.benching.rivals import BareTable, Tantivy, expression, texts_of

TYPED = {
    "fi": (
        "asumistuki kuopio",
        "lapsi päivähoito",
        "toimeentulotuki",
        "melontakurssi",
        "ratsastusleiri ilmoittautuminen",
        "mies kuoli",
        "jätevesineuvonta oulu",
        "kansalaisuuden hakeminen",
        "satama venepaikan varaus",
        "palveluneuvonta",
        "mistä saa apua kun kaivo on kuiva",
    ),
    "sv": ("bostadsbidrag", "byggnadstillstånd vasa", "flyttanmälan", "skogsrådgivning", "båtplats"),
    "en": ("housing allowance", "health guidance turku", "passport application", "dance course", "dog training"),
}
WHOLE = {
    "fi": ("asumistuki", "hakemus", "palvelu", "kurssi", "neuvonta", "ratsastus", "metsä", "kunta", "kirjasto",
           "muutto", "melontakurssi", "lupa", "asiointi", "verkkoasiointi", "toimisto", "lapsen päivähoito",
           "vene satama", "tanssi kurssi", "kotihoidon tuki", "yrityksen neuvonta"),
    "sv": ("ansökan", "rådgivning", "kurs", "flyttning", "bostadsbidrag", "skog", "båt hamn"),
    "en": ("service", "course", "permit", "moving", "housing", "dance course", "boat harbour"),
}  # fmt: skip
LIVES_IN = ("297", "091", "905")
MOST_ROWS = 200
STORE_FLOOR = "one bare question to the same index for the same beginning, first 200 rows"
BARE_FLOOR = "bare FTS5 table, unencrypted, 20 best by bm25"
KEYSTROKE_AIM, WHOLE_WORD_AIM = 16.0, 5.0
QUERY_ROUNDS = 2
"""The first round warms up and is not counted."""

Asking = Callable[[str, bool], object]


def figures(nation: Nation) -> list[Figure]:
    """Keystrokes and whole words: the program, then the two engines on the same words."""
    opened = opened_desk(nation.folder, GivenPassphrase(PASSPHRASE))
    scratch = BUILD / "rivals"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    try:
        opened.desk.world.catalogue.warm_up()
        found = [
            *_program(opened.desk.find_service, opened.folder.catalogue),
            *_rivals(scratch, nation.catalogue),
        ]
    finally:
        opened.close()
    return found


def _program(find: FindService, connection: StoreConnection) -> list[Figure]:
    def floor(text: str, unfinished: bool) -> object:
        return connection.execute(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?",
            (expression(text, unfinished=unfinished), MOST_ROWS),
        ).fetchall()

    keys = [_times(_in(find, language), texts, True) for language, texts in _beginnings()]
    words = [_times(_in(find, language), texts, False) for language, texts in WHOLE.items()]
    narrowed = [_times(_in(find, language, area=True), texts, True) for language, texts in _beginnings()]
    counted = [_times(_in(find, language, counted=True), texts, False) for language, texts in WHOLE.items()]
    floors = [_times(floor, texts, True) for _, texts in _beginnings()]
    word_floors = [_times(floor, texts, False) for texts in WHOLE.values()]
    return [
        *_pair("keystroke to results", _flat(keys), _flat(floors), KEYSTROKE_AIM),
        *_pair("keystroke to results, an area before the rest", _flat(narrowed), _flat(floors), KEYSTROKE_AIM),
        *_pair("whole word to results", _flat(words), _flat(word_floors), WHOLE_WORD_AIM),
        *_pair("whole word to results and what narrows them", _flat(counted), _flat(word_floors)),
    ]


def _pair(name: str, times: list[float], floors: list[float], aim: float | None = None) -> list[Figure]:
    told = f"{name} ({len(times)} of them)"
    p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
    return [
        Figure(f"{told}, p50", p50, "ms", percentile(floors, 0.5), STORE_FLOOR),
        Figure(
            f"{told}, p95", p95, "ms", percentile(floors, 0.95), STORE_FLOOR, aim=aim, aim_is_absolute=aim is not None
        ),
    ]


def _rivals(scratch: Path, catalogue: Path) -> list[Figure]:
    texts = list(texts_of(catalogue))
    bare = BareTable(scratch / "bare.db", texts)
    other = Tantivy(scratch / "tantivy", texts)
    try:
        return [
            figure
            for kind, asked, unfinished in (
                ("beginnings", [text for _, texts in _beginnings() for text in texts], True),
                ("whole words", [text for texts in WHOLE.values() for text in texts], False),
            )
            for figure in _of_rivals(kind, asked, unfinished, bare, other)
        ]
    finally:
        bare.close()


def _of_rivals(kind: str, asked: list[str], unfinished: bool, bare: BareTable, other: Tantivy) -> Iterator[Figure]:
    ranked = _times(lambda text, last: bare.best(text, unfinished=last), asked, unfinished)
    for name, times in (
        (
            "bare FTS5 in the order of its rows",
            _times(lambda text, last: bare.first(text, unfinished=last), asked, unfinished),
        ),
        ("Tantivy, 20 best", _times(lambda text, last: other.best(text, unfinished=last), asked, unfinished)),
    ):
        for share in (0.5, 0.95):
            told = f"{name}, {kind}, p{share * 100:.0f}"
            yield Figure(told, percentile(times, share), "ms", percentile(ranked, share), BARE_FLOOR)


def _beginnings() -> Iterator[tuple[str, list[str]]]:
    for language, texts in TYPED.items():
        yield language, [text[:end] for text in texts for end in range(1, len(text) + 1) if text[end - 1] != " "]


def _in(find: FindService, language: str, *, area: bool = False, counted: bool = False) -> Asking:
    def ask(text: str, unfinished: bool) -> object:
        within = Within(area=LIVES_IN[len(text) % len(LIVES_IN)] if area else None, counted=counted)
        return find(text if unfinished else f"{text} ", language, within=within)

    return ask


def _times(ask: Asking, texts: Sequence[str], unfinished: bool) -> list[float]:
    found: list[float] = []
    for _ in range(QUERY_ROUNDS):
        found = [timed_ms(partial(ask, text, unfinished)) for text in texts]
    return found


def _flat(groups: list[list[float]]) -> list[float]:
    return [each for group in groups for each in group]
