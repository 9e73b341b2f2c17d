"""What opens the window, and with which data folder."""

import sys
from pathlib import Path

import pytest

from desk import __main__ as door, bootstrap
from desk.bootstrap import PracticeAsk
from i18n.language import Language


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
    ("arguments", "asked"),
    [
        (["--practice"], PracticeAsk(Path("usual"))),
        (["--practice", "--lang", "sv"], PracticeAsk(Path("usual"), None, Language.SV)),
        (["--practice", "--errands", "."], PracticeAsk(Path("usual"), Path())),
        (["--data-dir=here", "--practice"], PracticeAsk(Path("here"))),
    ],
)
def test_the_window_for_practice_opens_when_it_is_asked_for(monkeypatch, arguments, asked):
    opened = []

    def window(ask):
        opened.append(ask)
        return 0

    monkeypatch.setenv("DESK_DATA_DIR", "usual")
    monkeypatch.setattr(sys, "argv", ["desk", *arguments])
    monkeypatch.setattr(bootstrap, "practice_window", window)
    assert door.main() == 0
    assert opened == [asked]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--practice", "--errands", "no such folder"], 1), (["--practice", "visits"], 2), (["--practice", "--x"], 2)],
)
def test_what_cannot_be_practised_is_told(monkeypatch, capsys, arguments, code):
    monkeypatch.setattr(sys, "argv", ["desk", *arguments])
    assert door.main() == code
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err
    assert "Traceback" not in told.err


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
