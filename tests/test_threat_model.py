"""The page of threats names a test for each: it is there, and it is a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PAGE)))
THREATS = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith(("| who", "|--"))]


@pytest.mark.parametrize(("file", "test"), NAMED, ids=["::".join(each) for each in NAMED])
def test_a_test_that_is_named_is_there(file: str, test: str) -> None:
    code = (ROOT / file).read_text(encoding="utf-8")
    assert re.search(rf"^ *def {test or 'test_'}", code, re.MULTILINE)


def test_every_threat_has_a_test() -> None:
    assert len(THREATS) >= 16
    assert not [line for line in THREATS if "`tests/" not in line.split("|")[4]]


@pytest.mark.parametrize("who", ["thief", "colleague", "package", "catalogue", "printer", "companion"])
def test_nobody_is_forgotten(who: str) -> None:
    assert re.search(rf"\*\*[^*]*{who}", PAGE)
