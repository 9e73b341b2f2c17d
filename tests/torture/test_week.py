"""A day of the scripted week, and the proof that what watches it can see."""

from __future__ import annotations

import sys

import pytest

from tools.torturing.week import Trace, Week
from tools.torturing.week_story import found_in_clear, live

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are watched through /proc"),
]


def test_nothing_of_a_week_lies_anywhere_in_clear(tmp_path):
    week = Week(tmp_path / "week")
    told = live(week, days=1, endings=[("plan_given", True)])
    assert len(told.words) >= 9
    assert any("visits run" in line for line in week.called), "no process was seen"
    assert found_in_clear(week, told) == []


def test_what_lies_in_clear_is_found(tmp_path):
    week = Week(tmp_path / "week")
    word = "käki kukkuu"
    (week.place / "tmp" / "left.txt").write_bytes(word.encode("utf-16-le"))
    (week.place / "home" / "settings.ini").write_text(word, encoding="utf-8")
    week.run([sys.executable, "-c", "import time; time.sleep(0.3)", word])
    where = {trace.where.split(":")[0] for trace in week.traces([word])}
    assert where == {"tmp/left.txt", "home/settings.ini", "process"}
    assert Trace(word, "tmp/left.txt") in week.traces([word])
