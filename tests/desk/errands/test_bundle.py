"""The bundle: what goes in comes out, its hash follows every byte, and a strange file is a known error."""

from datetime import date

import msgspec
import pytest

from desk.errands.bundle import read_bundle
from desk.errands.catalogue_entries import errand_entries
from desk.errors import ErrandsBroken
from tests.desk.errands.conftest import bundle_of, path_for

DAY = date(2026, 11, 21)


def test_what_goes_in_comes_out(card):
    again = read_bundle(card.to_bytes())
    assert again.definitions == card.definitions
    assert again.content_hash == card.content_hash
    assert again.languages == ("en", "fi", "sv")
    assert again.words("sv") == card.words("sv")
    assert again.words("ar") == {}
    answers = {"reader.life": "pupil", "reader.hobbies": ("books",)}
    assert path_for(again, ["library_card"], answers, DAY) == path_for(card, ["library_card"], answers, DAY)


def test_the_hash_follows_every_file(card, changed, card_files):
    assert bundle_of(dict(reversed(card_files.items()))).content_hash == card.content_hash
    other = changed("texts/fi.yaml", "fi: By phone", "fi: By telephone")
    assert bundle_of(other).content_hash != card.content_hash


@pytest.mark.parametrize("content", [b"", b"not a bundle", msgspec.msgpack.encode({"format": 1})])
def test_a_strange_file_is_told(content):
    with pytest.raises(ErrandsBroken):
        read_bundle(content)


def test_a_bundle_of_another_format_is_told(card):
    stored = msgspec.msgpack.decode(card.to_bytes())
    with pytest.raises(ErrandsBroken):
        read_bundle(msgspec.msgpack.encode({**stored, "format": 99}))


def test_the_search_gets_titles_and_what_people_say(card):
    entry = errand_entries(card)[0]
    assert (entry.id, entry.titles.pick("sv").text) == ("library_card", "sv: Library card")
    assert entry.words["fi"] == ("fi card", "fi library")
