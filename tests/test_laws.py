"""The laws of the house that a machine can watch: short files, short functions, nothing put off, no dumps."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = ("desk", "ui", "services", "printing", "offline_cache", "i18n", "tools")
LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 40
DUMPS = {"utils", "common", "helpers", "misc", "util", "helper"}
PUT_OFF = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")


def files_of(*folders: str, pattern: str = "*.py") -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob(pattern))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", files_of(*HOUSE), ids=named)
def test_a_file_and_its_functions_are_short(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LINES_OF_A_FILE
    long = [
        f"{node.name}: {lines}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > LINES_OF_A_FUNCTION
    ]
    assert not long


def test_nothing_is_put_off():
    put_off = [
        f"{named(path)}:{number}: {line.strip()}"
        for path in files_of(*HOUSE, "tests")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if PUT_OFF.search(line)
    ]
    assert not put_off


def test_no_file_is_a_dump():
    assert not [named(path) for path in files_of(*HOUSE) if path.stem in DUMPS]


def test_nothing_asks_a_layout_for_its_items():
    """PySide keeps what ``itemAt`` returned when the item is gone: sooner or later that ends the program.

    See ``ui.widgets.layouts.parts_of``, which is asked instead.
    """
    asking = [
        f"{named(path)}:{node.lineno}"
        for path in files_of("ui", "tests")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("itemAt", "itemAtPosition")
    ]
    assert not asking


def test_nothing_that_is_made_is_kept_in_git():
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone: made from an archive")
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert not [name for name in kept if name.endswith((".mo", ".pyc")) or name.startswith("build/")]
