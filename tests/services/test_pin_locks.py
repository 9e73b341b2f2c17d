"""What is kept of a PIN says how it was made, opens to that PIN alone, and is never the same twice."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from services.pin_locks import Argon2Pins


@pytest.fixture(scope="module")
def pins():
    return Argon2Pins()


def test_it_is_argon2id_with_its_parameters_and_a_salt_of_its_own(pins):
    kept, again = pins.lock("4711"), pins.lock("4711")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert kept != again
    assert "4711" not in kept
    assert pins.opens(kept, "4711")
    assert pins.opens(again, "4711")
    assert not pins.opens(kept, "4712")
    assert not pins.opens(kept, "")


@pytest.mark.parametrize("kept", ["", "4711", "$argon2id$v=19$m=65536,t=3,p=4$", "$2b$12$abcdefghijklmnopqrstuv"])
def test_what_cannot_be_read_opens_to_nobody(pins, kept):
    assert not pins.opens(kept, "4711")


def test_what_was_made_with_other_parameters_still_opens(pins):
    assert pins.opens(PasswordHasher(1, 8 * 1024, 1).hash("90210"), "90210")
