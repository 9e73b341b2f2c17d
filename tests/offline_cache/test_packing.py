"""Packed objects come back word for word, from every version of the program that ever packed one."""

from __future__ import annotations

import hashlib

from hypothesis import given, settings, strategies as st

from desk.model.catalogue import Service, ServiceId, Texts
from desk.model.local_text import LocalText
from offline_cache.catalogue.rows import entry_of, object_of
from offline_cache.packing import KEYS, PACKED, SHORTEST, packed, unpacked
from tests.thorough import examples

SERVICE = Service(
    ServiceId("s1"), LocalText({"fi": "Passi", "se": "Pássa"}), texts=Texts(summary=LocalText({"fi": "Hae ajoissa."}))
)


@settings(max_examples=examples(40), deadline=None)
@given(st.text(max_size=2000))
def test_any_text_comes_back(text):
    body = b'{"text":"' + text.encode("utf-8", "surrogatepass") + b'"}'
    assert unpacked(packed(body)) == body


def test_an_object_takes_less_room_and_is_the_same_again():
    entry = entry_of(SERVICE)
    assert entry.body[:1] == PACKED
    assert len(entry.body) < len(unpacked(entry.body)) / 3
    assert object_of("service", entry.body) == SERVICE


def test_what_was_kept_before_there_was_packing_is_read_as_it_was():
    plain = unpacked(entry_of(SERVICE).body)
    assert plain[:1] == b"{"
    assert object_of("service", plain) == SERVICE


def test_short_ones_are_kept_as_they_are():
    short = b'{"id":"' + b"x" * (SHORTEST - 20) + b'"}'
    assert packed(short) == short


def test_equal_objects_have_equal_digests_however_they_are_kept():
    again = object_of("service", entry_of(SERVICE).body)
    assert entry_of(again).digest == entry_of(SERVICE).digest


def test_the_dictionary_has_never_been_changed():
    """Whatever was packed with it could not be opened any more: another one needs another first byte."""
    assert hashlib.sha256(KEYS).hexdigest() == "aa07dcf251021dc773478e9a456f9b905acbc8937c19f8cf62105d6218049409"
