"""A Finnish text that changes after it was translated is told at its translation, and nowhere else."""

from datetime import date

import pytest

from desk.errands.checker import check
from desk.errands.loader import load
from desk.errands.translations import Recorded, fresh_hashes, hash_of, part_of, parts_of, record_file, written

DAY = date(2026, 11, 21)
CODES = ("W520", "W521", "N522")
FINNISH = "errands/library_card/texts/fi.yaml"
SWEDISH = "errands/library_card/texts/sv.yaml"
RECORD = record_file("library_card")


def told(files):
    return [found for found in check(files, DAY) if found.code in CODES]


@pytest.fixture(scope="module")
def recorded_files(card_files):
    """The invented content, with everything recorded."""
    loaded = load(card_files)
    records = {
        part: Recorded({language: fresh_hashes(loaded, keys, language) for language in ("en", "sv")})
        for part, keys in parts_of(loaded).items()
    }
    return {**card_files, **{record_file(part): written(record) for part, record in records.items()}}


def replaced(files, path, old, new):
    assert old.encode() in files[path]
    return {**files, path: files[path].replace(old.encode(), new.encode(), 1)}


def test_nothing_is_told_of_what_was_recorded(recorded_files):
    assert told(recorded_files) == []


def test_a_changed_finnish_text_is_told_at_each_of_its_translations(recorded_files):
    changed = replaced(recorded_files, FINNISH, "fi: Ask at the desk.", "fi: Ask us.")
    found = told(changed)
    assert {(each.code, each.place.file) for each in found} == {
        ("W520", SWEDISH),
        ("W520", "errands/library_card/texts/en.yaml"),
    }
    assert all("step.get_card.what" in each.message and FINNISH in each.message for each in found)
    assert "desk errands translated library_card sv" in {each.remedy.partition("then: ")[2] for each in found}


def test_a_changed_translation_is_no_matter(recorded_files):
    assert told(replaced(recorded_files, SWEDISH, "sv: Ask at the desk.", "sv: Ask us.")) == []


def test_how_a_text_is_folded_and_glued_is_no_change(recorded_files):
    assert told(replaced(recorded_files, FINNISH, '"fi: Ask at the desk."', '"fi: Ask at   the\n      desk."')) == []


def test_the_space_that_the_program_glues_is_no_change():
    assert hash_of("Auki klo\u00a09.") == hash_of("Auki klo 9.") != hash_of("Auki klo 8.")


def test_a_new_text_is_told_until_it_is_recorded(recorded_files):
    files = {
        path: content.replace(b"homework_club: {title", b'homework_club: {how: ["Go."], title')
        for path, content in recorded_files.items()
    }
    assert {(found.code, found.place.file) for found in told(files)} == {
        ("W521", SWEDISH),
        ("W521", "errands/library_card/texts/en.yaml"),
    }


def test_content_of_which_nothing_was_recorded_has_a_note_for_each_file_of_texts(card_files):
    found = told(card_files)
    assert {each.code for each in found} == {"N522"}
    assert {each.place.file for each in found} == {
        FINNISH,
        "errands/lost_card/texts/fi.yaml",
        "facts/texts/fi/reader.yaml",
        "texts/fi.yaml",
    }


@pytest.mark.parametrize(
    ("file", "part"),
    [
        ("errands/x/texts/fi.yaml", "x"),
        ("errands/x/texts/sv.yaml", None),
        ("facts/texts/fi.yaml", "facts"),
        ("facts/texts/fi/work.yaml", "facts/work"),
        ("texts/fi.yaml", "texts"),
        ("texts/fi/more.yaml", "texts/more"),
        ("municipalities.yaml", None),
    ],
)
def test_each_file_of_finnish_texts_has_its_record(file, part):
    assert part_of(file) == part


@pytest.mark.parametrize("broken", [b'{"sv": ["a"]}', b"a", b"{", b"\xff", b'{"sv": {"a": 1}}', b"", b'{"a": "\xff"}'])
def test_a_record_that_cannot_be_read_is_an_error_in_its_file(recorded_files, broken):
    (found,) = [each for each in check({**recorded_files, RECORD: broken}, DAY) if each.code == "E523"]
    assert found.place.file == RECORD
    assert "desk errands translated library_card" in found.remedy
