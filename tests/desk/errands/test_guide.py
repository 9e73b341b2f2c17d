"""The authors' guide is true: every code of a finding is explained in it, and its examples can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desk.errands.yaml_text import YList, YMap, read_yaml

ROOT = Path(__file__).parents[3]
GUIDE = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
CODE = r"[EWN]\d{3}"


def explained() -> set[str]:
    """The codes of the table; "E101–E110" are all between."""
    table = GUIDE.partition("## What the checker says")[2]
    codes = set(re.findall(CODE, table))
    for letter, first, last in re.findall(r"([EWN])(\d{3})–[EWN](\d{3})", table):
        codes |= {f"{letter}{number}" for number in range(int(first), int(last) + 1)}
    return codes


def said() -> set[str]:
    """The codes that the checker may say."""
    modules = (ROOT / "desk" / "errands").glob("*.py")
    return {code for path in modules for code in re.findall(rf'"({CODE})"', path.read_text(encoding="utf-8"))}


def test_each_finding_is_explained_and_no_other() -> None:
    assert said() == explained()


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL))
def test_each_example_can_be_read(example: str) -> None:
    tree = read_yaml("docs/authoring.md", example.replace(", …}", "}").encode())
    assert isinstance(tree, YMap | YList)
