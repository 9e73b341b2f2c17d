"""A visit with keys that come from outside, on a display where no window manager gives the window its focus."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk import bootstrap
from tests.virtual_display import virtual_display

PASSPHRASE = "neljä hyvää sanaa"
ROOT = Path(__file__).parents[2]


@pytest.mark.alone
@pytest.mark.slow
def test_what_is_typed_goes_to_the_open_question(tmp_path: Path) -> None:
    if not bootstrap.Installation().bundle.exists():
        pytest.skip("the content bundle has not been made: make setup")
    with virtual_display("xdotool") as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", "tests.journeys.keys_from_outside", str(tmp_path / "desk"), PASSPHRASE]
        ran = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
    assert ran.returncode == 0, ran.stderr
    met = json.loads(ran.stdout.splitlines()[-1])
    assert met[0]["fact"] == "deceased.died_on"
    assert len({each["fact"] for each in met}) == 3
    assert {each["ring"] for each in met} == {"True"}
