"""Keys: the published vectors, a key for each store, and a recovery key that finds its own typing errors."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from desk.errors import PassphraseTooShort, RecoveryKeyMistyped
from desk.model.spoken_code import ALPHABET
from offline_cache.connection import StoreKind
from offline_cache.keys import RootKey, hkdf_sha256, read_recovery_key, recovery_key
from offline_cache.passphrase import lock_key, open_lock

KEYS = st.binary(min_size=32, max_size=32).map(RootKey)


def test_hkdf_gives_the_vectors_of_rfc_5869():
    made = hkdf_sha256(
        bytes.fromhex("0b" * 22),
        salt=bytes.fromhex("000102030405060708090a0b0c"),
        info=bytes.fromhex("f0f1f2f3f4f5f6f7f8f9"),
        length=42,
    )
    assert made.hex() == ("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
    without_salt = hkdf_sha256(bytes.fromhex("0b" * 22), length=42)
    assert without_salt.hex() == (
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    )


def test_each_store_has_a_key_of_its_own_and_none_is_the_root():
    root = RootKey.random()
    keys = {root.secret, root.check_value("folder"), *(root.for_store(kind) for kind in StoreKind)}
    assert len(keys) == 4


def test_the_key_check_knows_its_key_and_its_folder():
    root = RootKey.random()
    assert root.fits("a", root.check_value("a"))
    assert not root.fits("b", root.check_value("a"))
    assert not RootKey.random().fits("a", root.check_value("a"))


def test_a_key_is_not_shown_by_accident():
    root = RootKey.random()
    assert root.secret.hex() not in f"{root!r} {root} {[root]}"


@given(KEYS)
def test_a_recovery_key_reads_back(key):
    printed = recovery_key(key)
    assert read_recovery_key(printed) == key
    assert [len(group) for group in printed.split()] == [5] * 13
    assert not set(printed) & set("ILOU")


@given(KEYS)
def test_a_recovery_key_may_be_typed_as_people_type(key):
    printed = recovery_key(key)
    assert read_recovery_key(printed.lower().replace("0", "o").replace("1", "l").replace(" ", "-")) == key
    assert read_recovery_key(f"  {printed.replace(' ', '')}\n") == key


@given(KEYS, st.integers(0, 64), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_is_found_and_its_group_named(key, place, symbol):
    symbols = recovery_key(key).replace(" ", "")
    if symbols[place] == symbol:
        return
    with pytest.raises(RecoveryKeyMistyped) as caught:
        read_recovery_key(symbols[:place] + symbol + symbols[place + 1 :])
    assert caught.value.details["group"] == str(place // 5 + 1)


@given(KEYS, st.integers(0, 12), st.integers(0, 3))
def test_two_swapped_symbols_are_found(key, group, place):
    groups = recovery_key(key).split()
    letters = list(groups[group])
    if letters[place] == letters[place + 1]:
        return
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    groups[group] = "".join(letters)
    with pytest.raises(RecoveryKeyMistyped):
        read_recovery_key(" ".join(groups))


@given(KEYS, st.integers(0, 11))
def test_two_swapped_groups_are_found(key, place):
    groups = recovery_key(key).split()
    groups[place], groups[place + 1] = groups[place + 1], groups[place]
    if groups[place] != groups[place + 1]:
        with pytest.raises(RecoveryKeyMistyped):
            read_recovery_key(" ".join(groups))


@pytest.mark.parametrize("typed", ["", "ABC", "Å" * 65, "0" * 66])
def test_what_is_no_recovery_key_is_refused(typed):
    with pytest.raises(RecoveryKeyMistyped):
        read_recovery_key(typed)


def test_a_passphrase_opens_its_lock_and_another_does_not():
    key = RootKey.random()
    lock = lock_key(key, "koivu tähti järvi", "folder")
    assert open_lock(lock, "koivu tähti järvi", "folder") == key
    decomposed = unicodedata.normalize("NFD", "koivu tähti järvi")
    assert open_lock(lock, decomposed, "folder") == key, "letters with combining dots are the same letters"
    assert open_lock(lock, "koivu tahti jarvi", "folder") is None
    assert open_lock(lock, "koivu tähti järvi", "another folder") is None
    assert lock.memory_kib == 64 * 1024


def test_a_short_passphrase_is_refused():
    with pytest.raises(PassphraseTooShort) as caught:
        lock_key(RootKey.random(), "koivu", "folder")
    assert caught.value.details == {"least": "8"}
