"""Practice while errands are being written: read beside the window, used at once, and the last good ones kept."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject

from desk.errors import FileMissing
from desk.model.ids import VisitId
from i18n.language import Language
from i18n.translator import Lexicon, Translator
from tests.desk.errands.conftest import FIXTURE, bundle_of, files_in
from tests.ui.inline_runner import InlineRunner
from ui.desk_access import DeskAccess
from ui.practice.presenter import PracticeDay, PracticeErrands, PracticePresenter, ReadErrands
from ui.practice.state import PracticeState
from ui.practice.strip import PracticeStrip
from ui.practice.watch import ErrandsWatch
from ui.widgets.text import Text

VISIT = VisitId("visit-v")
NOON = datetime(2026, 11, 22, 12, 0)
CARD = files_in(FIXTURE)


def bundle(note: bytes):
    """A content like any other, told apart by a remark."""
    return bundle_of({**CARD, "agencies.yaml": CARD["agencies.yaml"] + b"# " + note + b"\n"})


class FakeDesk:
    def __init__(self):
        self.used = []

    def go_on_with(self, given, visit):
        self.used.append((given.version, visit))


@pytest.fixture
def practice(qtbot, tmp_path):
    return Practised(tmp_path)


class Practised:
    """A presenter over a reader that gives what the test says."""

    def __init__(self, folder: Path) -> None:
        self.home = QObject()
        self.runner, self.desk = InlineRunner(), FakeDesk()
        self.next: list[Any] = []
        self.states: list[PracticeState] = []
        self.looked: list[bool] = []
        nobody: Any = None
        desk: Any = self.desk
        access = DeskAccess(desk, self.runner, Translator(Lexicon(), Language.EN), nobody)
        self.watch = ErrandsWatch(folder, self.home, settled_ms=0)
        day = PracticeDay(access, lambda: VISIT, lambda: self.looked.append(True), lambda: NOON)
        self.presenter = PracticePresenter(PracticeErrands(folder, self._read), self.watch, day, self.home)
        self.presenter.state_changed.connect(self.states.append)

    def _read(self):
        found = self.next.pop(0)
        if isinstance(found, Exception):
            raise found
        return found

    def reads(self, *found):
        self.next += found
        self.presenter.read()
        return self.states[-1]


def test_what_was_read_is_used_and_everything_shown_anew(practice):
    first = bundle(b"one")
    state = practice.reads(ReadErrands(first))
    assert practice.desk.used == [(first.version, VISIT)]
    assert practice.looked == [True]
    assert (state.version, state.read_at, state.faults, state.busy) == (first.version, NOON, (), False)


def test_the_same_again_changes_nothing(practice):
    same = bundle(b"one")
    practice.reads(ReadErrands(same))
    practice.reads(ReadErrands(same))
    assert len(practice.desk.used) == len(practice.looked) == 1


def test_a_fault_is_told_and_the_last_good_errands_stay(practice):
    good = bundle(b"one")
    practice.reads(ReadErrands(good))
    state = practice.reads(ReadErrands(None, ("texts/fi.yaml:1:1 E302 no",)))
    assert state.faults == ("texts/fi.yaml:1:1 E302 no",)
    assert state.version == good.version
    assert len(practice.desk.used) == 1
    assert practice.reads(ReadErrands(good)).faults == (), "mended as it was: nothing is read anew, and nothing is told"


def test_a_folder_that_is_gone_is_told_in_words(practice):
    state = practice.reads(FileMissing(path="/ours"))
    assert "/ours" in state.faults[0]
    assert not state.busy


def test_what_changes_while_it_is_read_is_read_right_after(practice):
    practice.next = [ReadErrands(bundle(b"one")), ReadErrands(bundle(b"two"))]
    practice.runner.hold()
    practice.presenter.read()
    practice.watch.changed.emit()
    practice.watch.changed.emit()
    practice.runner.release()
    assert practice.next == []
    assert [version for version, _ in practice.desk.used] == [bundle(b"one").version, bundle(b"two").version]


# ── the strip ────────────────────────────────────────────────────────────────────────────────────


def strip(qtbot, state, language=Language.EN):
    shown = PracticeStrip(Translator(Lexicon(), language))
    qtbot.addWidget(shown)
    shown.render_state(state)
    return shown


def texts(shown):
    return [text.text() for text in shown.findChildren(Text) if text.text() and not text.isHidden()]


def test_it_always_says_that_nothing_is_kept(qtbot):
    assert texts(strip(qtbot, PracticeState())) == [
        "Practice: nothing is kept, and papers say that they are for practice."
    ]
    assert "Harjoittelu" in texts(strip(qtbot, PracticeState(), Language.FI))[0]
    assert "Övning" in texts(strip(qtbot, PracticeState(), Language.SV))[0]


def test_faults_stand_below_and_many_are_counted(qtbot):
    state = PracticeState("/ours", "abc", NOON, faults=tuple(f"x.yaml:{line}:1 E302 no" for line in range(1, 10)))
    shown = texts(strip(qtbot, state))
    assert "version abc" in shown[1]
    assert shown[3].splitlines()[0] == "x.yaml:1:1 E302 no"
    assert shown[3].splitlines()[-1] == "and 5 more"
    assert len(texts(strip(qtbot, state._replace(faults=())))) == 2


# ── the watch ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def watched(qtbot, tmp_path):
    folder = tmp_path / "ours"
    (folder / "errands").mkdir(parents=True)
    (folder / "errands" / "a.yaml").write_text("a: b")
    watch = ErrandsWatch(folder, settled_ms=0)
    watch.begin()
    yield folder, watch
    watch.close()
    watch.deleteLater()


def test_a_save_is_noticed_also_one_that_puts_a_new_file_in_its_place(qtbot, watched):
    folder, watch = watched
    with qtbot.waitSignal(watch.changed):
        (folder / "errands" / "a.yaml").write_text("a: c")
    for text in ("a: d", "a: e"):
        beside = folder / "errands" / ".a.new"
        with qtbot.waitSignal(watch.changed):
            beside.write_text(text)
            beside.replace(folder / "errands" / "a.yaml")


def test_a_new_folder_and_what_is_written_in_it_are_noticed(qtbot, watched):
    folder, watch = watched
    with qtbot.waitSignal(watch.changed):
        (folder / "facts").mkdir()
    with qtbot.waitSignal(watch.changed):
        (folder / "facts" / "b.yaml").write_text("b: c")


def test_a_folder_that_was_removed_and_made_anew_is_watched_again(qtbot, watched):
    folder, watch = watched
    with qtbot.waitSignal(watch.changed):
        shutil.rmtree(folder)
    with qtbot.waitSignal(watch.changed):
        (folder / "errands").mkdir(parents=True)
    with qtbot.waitSignal(watch.changed):
        (folder / "errands" / "a.yaml").write_text("a: z")


def test_after_its_end_nothing_is_noticed(qtbot, watched):
    folder, watch = watched
    watch.close()
    other = ErrandsWatch(folder, settled_ms=0)  # what it notices has come as far as the closed one could hear
    other.begin()
    with qtbot.assertNotEmitted(watch.changed), qtbot.waitSignal(other.changed):
        (folder / "errands" / "a.yaml").write_text("a: x")
    other.close()
    other.deleteLater()
    watch.close()
