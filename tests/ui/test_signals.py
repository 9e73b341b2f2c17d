"""PySide 6.12 on Python 3.11 takes a reference from True or False whenever Python emits one: in the end the program
falls. So no signal of ours carries a bool: it carries an enum or a frozen dataclass, or nothing."""

import re
from pathlib import Path

import ui

CARRIES_BOOL = re.compile(r"Signal\([^)]*\bbool\b|\.emit\((?:[^()]*,\s*)?(?:True|False)\b")


def test_no_signal_carries_a_bool() -> None:
    root = Path(ui.__file__).parent
    found = [
        f"{path.relative_to(root)}: {hit.group()}"
        for path in root.rglob("*.py")
        for hit in CARRIES_BOOL.finditer(path.read_text(encoding="utf-8"))
    ]
    assert not found
