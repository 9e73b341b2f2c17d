"""What every test gets, asked or not: an empty home, no screen, no keyring, no network, and a strict eye.

A test fails that leaves behind a thread, a running timer or a window, that warns (``filterwarnings``), or
that logs a warning without having asked for ``expected_log``. Checks of Qt run only where Qt was imported.
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for _name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "DESK_DATA_DIR", "DESK_PASSPHRASE"):
    os.environ.pop(_name, None)

hypothesis.settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("house")

SECONDS_TO_LEAVE = 2.0
HOME_FOLDERS = {
    "HOME": "",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "USERPROFILE": "",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked ``alone`` follow one another in one process, whatever ``-n`` says."""
    for item in items:
        if item.get_closest_marker("alone"):
            item.add_marker(pytest.mark.xdist_group("alone"))


@pytest.fixture(scope="session")
def home_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the homes of all tests are, one after another: thousands of folders cost minutes."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def fresh_home(home_place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for the test: nothing of the developer's is read, nothing of another test's is there."""
    folders = {home_place / folder for folder in HOME_FOLDERS.values()}
    if not _is_bare(home_place, folders):
        shutil.rmtree(home_place)
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
        (home_place / "run").chmod(0o700)
    for name, below in HOME_FOLDERS.items():
        monkeypatch.setenv(name, str(home_place / below))
    return home_place


def _is_bare(home: Path, folders: set[Path]) -> bool:
    """There are the folders of a home, with nothing in them."""
    wanted = {each for folder in folders for each in (folder, *folder.parents) if each.is_relative_to(home)}
    return all(folder.is_dir() for folder in wanted) and {*home.rglob("*")} == wanted - {home}


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Only this machine can be reached."""
    with pytest.MonkeyPatch.context() as patch:
        reach = socket.socket.connect

        def connect(self: socket.socket, address: Any) -> None:
            if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "localhost", "::1"):
                raise AssertionError(f"a test tried to reach {address[0]}")
            reach(self, address)

        patch.setattr(socket.socket, "connect", connect)
        yield


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def expected_log() -> list[logging.LogRecord]:
    """For a test that means to cause warnings in the log: they are collected here, and it asserts on them."""
    return []


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test whose code logs a warning or worse, unless it asked for ``expected_log``."""
    handler = _Records()
    if "expected_log" in request.fixturenames:
        handler.records = request.getfixturevalue("expected_log")
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if "expected_log" not in request.fixturenames:
        told = [f"{record.name}: {record.getMessage()}" for record in handler.records]
        assert not told, "left in the log: " + "; ".join(told)


@pytest.fixture(autouse=True)
def nothing_left_running(fresh_home: Path) -> Iterator[None]:
    """Fail a test that leaves a thread, a running timer or a window behind."""
    threads = set(threading.enumerate())
    windows = {id(window) for window in _windows()}
    gc.freeze()  # what was there before, which is most, is neither collected nor looked through for timers
    try:
        yield
        left = _threads_left(threads)
        assert not left, f"left running: {left}"
        left = [repr(window) for window in _windows() if id(window) not in windows]
        assert not left, f"left open: {left}"
        left = [repr(timer) for timer in _running_timers()]
        assert not left, f"left ticking: {left}"
    finally:
        gc.unfreeze()


def _threads_left(before: set[threading.Thread]) -> list[str]:
    deadline = time.monotonic() + SECONDS_TO_LEAVE
    left = []
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):
            continue  # a thread of Qt's pool: it belongs to Qt, and Python never learns of its end
        thread.join(max(0.0, deadline - time.monotonic()))
        if thread.is_alive():
            left.append(thread.name)
    return left


def _windows() -> list[Any]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    core = sys.modules.get("PySide6.QtCore")
    if widgets is None or core is None or widgets.QApplication.instance() is None:
        return []
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    return [window for window in widgets.QApplication.topLevelWidgets() if not _is_qt_own(window)]


def _is_qt_own(window: Any) -> bool:
    return str(window.metaObject().className()) in ("QTipLabel", "QDesktopWidget", "QShapedPixmapWidget")


def _running_timers() -> list[Any]:
    core = sys.modules.get("PySide6.QtCore")
    shiboken = sys.modules.get("shiboken6")
    if core is None or shiboken is None or core.QCoreApplication.instance() is None:
        return []
    timers = [each for each in gc.get_objects() if type(each) is core.QTimer]
    return [timer for timer in timers if shiboken.isValid(timer) and timer.isActive()]
