"""kill -9 while answers are written: each one that was acknowledged is there, and the folder is free at once."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from desk.events import AnswerGiven
from desk.model.ids import VisitId
from offline_cache.casebook.journal import casebook_in
from tests.fakes import FakeKeyring
from tests.offline_cache.opening import ROOT, opened, tools

WRITER = """
import sys
from pathlib import Path
from datetime import datetime, timezone
from desk import events as ev
from desk.model.visit import VisitChannel
from offline_cache.casebook.journal import casebook_in
from tests.offline_cache.given_key import GivenKey
from tests.offline_cache.opening import opened, tools
folder = opened(Path(sys.argv[1]), tools(GivenKey(sys.argv[2])))
casebook = casebook_in(folder)
now = datetime.now(timezone.utc)
first = len(casebook.visits())
for number in range(10_000):
    visit = f"visit-{first + number // 10}"
    if number % 10 == 0:
        casebook.append(visit, [ev.VisitOpened(casebook.next_number(), VisitChannel.DESK, "abc")], now)
    casebook.append(visit, [ev.AnswerGiven(f"home.fact_{number}", f"said {number}")], now)
    print(visit, number, flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_acknowledged_answer_is_lost_and_none_is_half_there(tmp_path, seed):
    keyring, path = FakeKeyring(), tmp_path / "folder"
    opened(path, tools(keyring)).close()
    (key,) = keyring.secrets.values()
    acknowledged = []
    for kill_after in random.Random(seed).sample(range(1, 60), 2):
        acknowledged += _write_and_be_killed(path, key, kill_after)
        folder = opened(path, tools(keyring))
        casebook = casebook_in(folder)
        said = {
            (visit.id, record.event.said)
            for visit in casebook.visits()
            for record in casebook.events_of(VisitId(visit.id))
            if isinstance(record.event, AnswerGiven)
        }
        assert said >= {(visit, f"said {number}") for visit, number in acknowledged}
        assert casebook.verify().broken is None
        before = casebook.visits()
        casebook.rebuild()
        assert casebook.visits() == before
        folder.close()


def _write_and_be_killed(path, key, kill_after):
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), key], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _ in range(kill_after)]
        writer.kill()
        lines += writer.stdout.readlines()
    return [tuple(line.split()) for line in lines if line.endswith("\n")]
