"""The real program on a real (virtual) display, read over AT-SPI by another process, as Orca does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import bootstrap
from tests.virtual_display import virtual_display

ROOT = Path(__file__).parents[2]
REGISTRY = Path("/usr/libexec/at-spi-bus-launcher")
NAMELESS_BY_NATURE = {"filler", "panel", "frame", "layered pane", "scroll pane", "viewport", "grouping", "application"}


@pytest.fixture
def display() -> Iterator[str]:
    if not REGISTRY.exists():
        pytest.skip("not on this machine: at-spi2-core")
    with virtual_display("dbus-run-session") as display:
        yield display


@pytest.mark.alone
@pytest.mark.slow
def test_the_counter_is_read_aloud(display: str, tmp_path: Path) -> None:
    if not bootstrap.Installation().bundle.exists():
        pytest.skip("the content bundle has not been made: make setup")
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "DESK_PASSPHRASE": "neljä hyvää sanaa tässä",
        "LANG": "C.UTF-8",
    }
    program = [sys.executable, "-m", "desk", "--data-dir", str(tmp_path / "desk")]
    command = ["dbus-run-session", "--", sys.executable, str(ROOT / "tests" / "accessibility" / "reading.py"), *program]
    read = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert read.returncode == 0, read.stderr
    met = json.loads(read.stdout.splitlines()[-1])  # the registry greets on the same line
    assert len(met) > 10, read.stderr
    assert [node["role"] for node in met if node["focused"] and node["role"] != "frame"]
    nameless = [
        node
        for node in met
        if node["focusable"] and node["showing"] and not node["name"].strip() and node["role"] not in NAMELESS_BY_NATURE
    ]
    assert nameless == []
