"""The strict eye of conftest.py sees what it should: each careless test here must fail, each careful one pass."""

import itertools
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CLOSING = re.compile(r"\d+ (passed|failed|errors?)\b.* in \d")

CARELESS = """
import logging, socket, threading, time, warnings

stop = threading.Event()

def test_thread():
    threading.Thread(target=lambda: stop.wait(20), daemon=True).start()

def test_log():
    logging.getLogger("desk").warning("something")

def test_warning():
    warnings.warn("something", stacklevel=1)

def test_network():
    socket.create_connection(("192.0.2.1", 80), timeout=1)
"""

CARELESS_WITH_QT = """
kept = []

def test_window(qapp):
    from PySide6.QtWidgets import QWidget
    kept.append(QWidget())
    kept[-1].show()

def test_timer(qapp):
    from PySide6.QtCore import QTimer
    kept.append(QTimer())
    kept[-1].start(100000)
"""

CAREFUL = """
import logging, threading
from pathlib import Path
import pytest

def test_thread_that_ends():
    threading.Thread(target=lambda: None).start()

def test_log_that_is_expected(expected_log):
    logging.getLogger("desk").warning("something")
    assert [record.getMessage() for record in expected_log] == ["something"]

@pytest.mark.parametrize("time", [1, 2])
def test_home_is_empty_each_time(fresh_home, time):
    assert Path.home() == fresh_home
    assert [path for path in fresh_home.rglob("*") if not path.is_dir()] == []
    (fresh_home / ".config" / "left").mkdir()
    (fresh_home / ".config" / "left" / "behind").write_text("something")
"""

CAREFUL_WITH_QT = """
def test_window_that_closes(qtbot):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget
    window = QWidget()
    qtbot.addWidget(window)
    timer = QTimer(window)
    timer.start(100000)
    window.show()
    timer.stop()
"""


@pytest.fixture
def run(tmp_path):
    def run_tests(source: str) -> dict[str, int]:
        (tmp_path / "tests").mkdir()
        (tmp_path / "tests" / "test_trial.py").write_text(source)
        shutil.copy(ROOT / "pyproject.toml", tmp_path)
        shutil.copy(ROOT / "tests" / "conftest.py", tmp_path / "tests")
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
        ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        closing = [line for line in ran.stdout.splitlines() if CLOSING.search(line)]
        assert closing, f"no closing line, exit code {ran.returncode}:\n{ran.stdout}\n{ran.stderr}"
        words = closing[-1].replace(",", "").split()
        return {outcome: int(count) for count, outcome in itertools.pairwise(words) if count.isdigit()}

    return run_tests


def test_what_is_left_behind_is_seen(run):
    outcome = run(CARELESS)
    # a test that passes and then fails while it is put away counts as both
    assert outcome == {"failed": 2, "passed": 2, "errors": 2}


def test_windows_and_timers_left_behind_are_seen(run):
    # the window of the first stays open, so it is not counted against the second
    assert run(CARELESS_WITH_QT) == {"passed": 2, "errors": 2}


def test_careful_tests_pass(run):
    assert run(CAREFUL) == {"passed": 4}


def test_careful_tests_with_windows_pass(run):
    assert run(CAREFUL_WITH_QT) == {"passed": 1}
