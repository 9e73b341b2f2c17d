"""What people say, read from its file; what is wrong in it is told at its place."""

from __future__ import annotations

from pathlib import Path

from desk.errands.bundle import read_bundle
from desk.errands.compiling import compile_bundle
from desk.errands.fields import Report
from desk.errands.load_vernacular import joined, read_vernacular
from desk.errands.yaml_text import read_yaml

CONTENT = Path(__file__).parents[3] / "desk" / "content"
HEAD = "source: trial\nchecked: 2026-11-22\n"


def read(text):
    report = Report()
    return read_vernacular(read_yaml("synonyms.yaml", (HEAD + text).encode()), "synonyms.yaml", report), report.found


def test_rows_and_fillers():
    found, wrong = read(
        "fillers: {fi: [mistä]}\nrows:\n- {said: {fi: [työkkäri]}, means: {fi: [työllisyyspalvelut]}}\n"
    )
    assert not wrong
    assert found.fillers == {"fi": ("mistä",)}
    assert [(row.said, row.means) for row in found.rows] == [({"fi": ("työkkäri",)}, {"fi": ("työllisyyspalvelut",)})]


def test_a_row_without_a_meaning_is_told_at_its_place():
    _, wrong = read("rows:\n- {said: {fi: [työkkäri]}}\n")
    assert [(each.code, each.place.line) for each in wrong] == [("E312", 4)]


def test_a_language_that_nobody_searches_in_is_told():
    _, wrong = read("rows:\n- {said: {xx: [a]}, means: {fi: [b]}}\n")
    assert [each.code for each in wrong] == ["E311"]


def test_files_are_joined():
    fillers = "fillers: {fi: [mistä]}\n"
    row = "rows:\n- {said: {fi: [työkkäri]}, means: {fi: [työllisyyspalvelut]}}\n"
    first, second = read(fillers + row)[0], read("fillers: {fi: [miten], en: [how]}\n" + row)[0]
    both = joined([first, second])
    assert both.fillers == {"fi": ("mistä", "miten"), "en": ("how",)}
    assert len(both.rows) == 2


def test_the_content_has_said_words_of_many_matters_and_the_bundle_keeps_them():
    files = {path.relative_to(CONTENT).as_posix(): path.read_bytes() for path in CONTENT.rglob("*.yaml")}
    compiled = compile_bundle(files)
    assert compiled.bundle is not None
    found = read_bundle(compiled.bundle.to_bytes()).vernacular()
    assert found == compiled.loaded.vernacular
    assert len(found.rows) >= 600
    assert all(row.said and row.means for row in found.rows)
    assert {"fi", "sv", "en"} <= set(found.fillers)
