"""Beside each statement that was known of a life event stands what holds it: pages name all there is, and no more."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from re import MULTILINE, findall, fullmatch, search

import pytest

ROOT = Path(__file__).parents[3]
CONTENT = ROOT / "desk" / "content"
PAGES = ROOT / "docs" / "errand-audit"
STEPS = {
    found[1]: findall(r"^  - id: (\w+)", text.split("\nsteps:")[1], MULTILINE)
    for text in (path.read_text(encoding="utf-8") for path in sorted(CONTENT.glob("errands/*/errand.yaml")))
    if (found := search(r"^number: (\w+)", text, MULTILINE))
}


def named(number: str) -> list[str]:
    return findall(r"`([^`]+)`", (PAGES / f"{number}.md").read_text(encoding="utf-8"))


@cache
def words_of_the_content() -> frozenset[str]:
    """Every word of the files, a word with a dot as one; the file name of an example too."""
    examples = {path.stem for path in CONTENT.rglob("cases/*.yaml")}
    files = (path for path in CONTENT.rglob("*.yaml") if "cases" not in path.parts)
    texts = (path.read_text(encoding="utf-8") for path in files)
    return frozenset(examples.union(*(findall(r"[a-z_0-9]+(?:\.[a-z_0-9]+)?", text) for text in texts)))


@pytest.mark.parametrize("number", sorted(STEPS))
def test_every_step_stands_beside_a_statement(number):
    words = named(number)
    assert [step for step in STEPS[number] if not any(fnmatchcase(step, word) for word in words)] == []


@pytest.mark.parametrize("number", sorted(STEPS))
def test_what_a_page_names_is_there(number):
    words = [word for word in named(number) if fullmatch(r"[a-z_0-9.]+", word)]
    assert [word for word in words if word not in words_of_the_content()] == []
