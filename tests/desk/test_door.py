"""What opens the window, and with which data folder."""

from pathlib import Path

import pytest

from desk import __main__ as door


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--data-dir", "here"], True),
        (["--data-dir=here"], True),
        (["path", "E02"], False),
        (["--help"], False),
        (["--data-dir", "here", "visits", "list"], False),
        (["--data-dir"], False),
        (["--json"], False),
    ],
)
def test_the_window_opens_when_no_command_is_given(arguments, window):
    assert door.is_for_the_window(arguments) is window


@pytest.mark.parametrize(
    ("arguments", "named", "folder"),
    [
        ([], "", None),
        ([], "from the environment", Path("from the environment")),
        (["--data-dir", "here"], "elsewhere", Path("here")),
        (["--data-dir=here"], "elsewhere", Path("here")),
    ],
)
def test_the_line_names_the_folder_before_the_environment(monkeypatch, arguments, named, folder):
    monkeypatch.setenv("DESK_DATA_DIR", named)
    assert door.data_dir_of(arguments) == folder
