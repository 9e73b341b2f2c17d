"""The report of coverage: what it counts, that it hangs on content and day alone, and that the kept one is true."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desk.errands.compiling import compile_bundle
from desk.errands.content_coverage import coverage_of
from desk.errands.coverage_page import as_of_in, page
from services.content_files import content_files
from tests.desk.errands.conftest import bundle_of

ROOT = Path(__file__).parents[3]
KEPT = ROOT / "docs" / "errand-coverage.md"
DAY = date(2026, 11, 22)


def counted(files, day=DAY):
    return coverage_of(compile_bundle(files), bundle_of(files), files, day)


@pytest.fixture(scope="module")
def card_coverage(card_files):
    return counted(card_files)


def test_an_errand_is_counted(card_coverage):
    card = card_coverage.errands[0]
    assert (card.id, card.number, card.title) == ("library_card", "X01", "fi: Library card")
    assert (card.steps, card.questions, card.worked_out, card.examples) == (6, 9, 2, 1)
    assert (card.conditions.all, card.conditions.seen, card.conditions.by_examples) == (20, 20, 0)
    assert (card.ways.to_do, card.ways.for_everyone, card.ways.by_itself, card.ways.at_desk) == (5, 5, 1, 1)


def test_a_missing_translation_and_sami_are_seen(card_files, card_coverage):
    assert card_coverage.languages == ("sv", "en", "se")
    texts = card_coverage.errands[0].texts
    assert (texts.by_language["sv"], texts.by_language["se"]) == (texts.all, 0)
    swedish = "errands/lost_card/texts/sv.yaml"
    title = b'title: "sv: Lost card"\n'
    less = {**card_files, swedish: card_files[swedish].replace(title, b"")}
    lost = counted(less).errands[1].texts
    assert lost.by_language["sv"] == lost.all - 1


def test_what_is_not_verified_is_named(changed, card_coverage):
    lost = card_coverage.errands[1].sure
    assert "close_card" in lost.to_check
    assert (lost.rules, lost.rules_verified) == (1, 0)
    seen = changed("parameters/library.yaml", "checked: 2026-01-02}", "checked: 2026-01-02, verified: yes}")
    sure = counted(seen).errands[1].sure
    assert sure.values_verified == lost.values_verified + 1
    assert "phone.library" not in sure.to_check


def test_a_source_grows_old_with_the_day(card_files):
    assert counted(card_files, date(2027, 1, 2)).errands[1].sure.old == ()
    assert counted(card_files, date(2027, 1, 3)).errands[1].sure.old == ("close_card", "phone.library")


def test_the_order_of_files_changes_nothing(card_files):
    turned = dict(reversed(card_files.items()))
    assert page(counted(turned)) == page(counted(card_files))


def test_the_page_tells_its_day(card_coverage):
    assert as_of_in(page(card_coverage)) == "2026-11-22"
    assert as_of_in("no page") is None


def test_the_kept_report_is_what_the_command_makes():
    kept = KEPT.read_text(encoding="utf-8")
    day = as_of_in(kept)
    assert day is not None
    made = page(counted(content_files(ROOT / "desk" / "content"), date.fromisoformat(day)))
    assert kept == made, "make it anew: desk errands coverage --write docs/errand-coverage.md"
