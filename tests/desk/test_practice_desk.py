"""The desk behind the window for practice: real stores that nobody opens again, papers that say what they are."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from desk import bootstrap
from desk.bootstrap import PracticeAsk
from desk.bootstrap.practice import PREFIX, sweep
from desk.ports import PaperOptions
from i18n.language import Language
from offline_cache.lock import take_writer_lock
from offline_cache.own_errands import OwnErrandsFile
from services.clock import HelsinkiClock
from tests.desk.cli.test_worked_example import FILES
from ui.door import TypedPassphrase

PENSION = "tiski-s-survivors-pension"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        file = tmp_path / "region" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "region"


def test_papers_say_that_they_are_for_practice_and_nobody_needs_a_recovery_sheet(tmp_path):
    parts = bootstrap.practice_parts(PracticeAsk(tmp_path / "usual"), tmp_path / "data")
    opened = parts.door.open_desk(TypedPassphrase(given=parts.door.given))
    try:
        desk = opened.desk
        paper = desk.print_paper.guidance(desk.show_service(PENSION), PaperOptions(Language.FI))
    finally:
        opened.close()
    assert opened.recovery_key is None
    assert "Harjoitus, ei oikea paperi" in pypdfium2.PdfDocument(paper)[0].get_textpage().get_text_range()
    assert not (tmp_path / "usual").exists(), "the usual data folder is not touched"
    again = bootstrap.practice_parts(PracticeAsk(tmp_path / "usual"), tmp_path / "data")
    assert again.door.given != parts.door.given, "its key is another each time"


def test_what_a_cut_off_practice_left_is_removed_and_an_open_one_stays(tmp_path):
    left, open_one, others = (tmp_path / f"{PREFIX}{name}" for name in ("a", "b", "c"))
    for folder in (left, open_one):
        (folder / "data").mkdir(parents=True)
    others.mkdir()
    lock = take_writer_lock(open_one / "data", HelsinkiClock().now())
    sweep(tmp_path)
    lock.close()
    assert not left.exists()
    assert open_one.exists()
    assert others.exists(), "it is being made at this moment"


def test_a_folder_is_read_again_and_again(tmp_path, region):
    parts = bootstrap.practice_parts(PracticeAsk(tmp_path / "usual", region), tmp_path / "data")
    assert parts.practice is not None
    assert parts.practice.errands is not None
    read = parts.practice.errands.read
    first = read().bundle
    assert first is not None
    assert "hobby_voucher" in first.definitions.errands
    words = region / "errands/hobby_voucher/texts/fi.yaml"
    good = words.read_text(encoding="utf-8")
    words.write_text(good.replace("Lainaa varusteet", "Lainaa pallo"), encoding="utf-8")
    second = read().bundle
    assert second is not None
    assert second.words("fi")["step.hobby_gear.title"] == "Lainaa pallo"
    words.write_text("title: [", encoding="utf-8")
    assert read().bundle is None
    assert read().faults[0].startswith("errands/hobby_voucher/")
    words.write_text(good.replace("summary: ", "# "), encoding="utf-8")
    assert "E501" in read().faults[0]
    words.write_text(good, encoding="utf-8")
    assert read().bundle is not None
    assert OwnErrandsFile(tmp_path / "usual").read() is None
