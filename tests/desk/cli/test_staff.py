"""``desk staff``, and how every other command asks who works once somebody is written down."""

from __future__ import annotations

import pytest

BOSS_PIN, CLERK_PIN = "4711", "90210"


@pytest.fixture
def staffed(folder, call, monkeypatch):
    """A folder with a supervisor and a clerk of two roles; the PIN of the supervisor is in the environment."""
    monkeypatch.setenv("DESK_NEW_PIN", BOSS_PIN)
    assert call("staff", "add", "Maija Malli", "--role", "supervisor", "--speaks", "fi").code == 0
    monkeypatch.setenv("DESK_PIN", BOSS_PIN)
    monkeypatch.setenv("DESK_NEW_PIN", CLERK_PIN)
    roles = ("--role", "service_adviser", "--role", "digital_support")
    assert call("staff", "add", "Timo Testi", *roles, "--as", "Maija Malli").code == 0
    monkeypatch.delenv("DESK_NEW_PIN")
    return folder


def test_a_desk_with_no_staff_asks_nobody(folder, call):
    assert call("--json", "staff", "list").document == {"staff": []}
    assert "Nobody is written down" in call("staff", "list").out
    assert call("visits", "list").code == 0


def test_the_first_one_needs_a_pin_that_is_no_sequence(folder, call, monkeypatch):
    assert "must be a supervisor" in call("staff", "add", "Maija", "--role", "supervisor").one_line
    monkeypatch.setenv("DESK_NEW_PIN", "1234")
    assert "follow one another" in call("staff", "add", "Maija", "--role", "supervisor").one_line
    assert call("--json", "staff", "list").document == {"staff": []}


def test_staff_is_listed_with_no_trace_of_a_pin(staffed, call):
    said = call("--json", "staff", "list")
    boss, clerk = said.document["staff"]
    assert (boss["name"], boss["roles"], boss["has_pin"], boss["languages"]) == (
        "Maija Malli",
        ["supervisor"],
        True,
        ["fi"],
    )
    assert clerk["roles"] == ["service_adviser", "digital_support"]
    assert "argon2" not in said.out
    assert call("staff", "list").out.splitlines()[1] == "Timo Testi; Service adviser, Digital support"


def test_without_a_name_a_command_is_refused_and_says_how(staffed, call):
    assert "--as" in call("visits", "list").one_line
    assert call("visits", "list", "--as", "Maija Malli").code == 0
    assert call("--as", "maija malli", "visits", "list").code == 0
    assert call("catalogue", "status").code == 0


def test_a_wrong_pin_is_refused_and_too_many_wait(staffed, call, monkeypatch):
    monkeypatch.setenv("DESK_PIN", "0000")
    for _ in range(3):
        assert "not the PIN" in call("visits", "list", "--as", "Maija Malli").one_line
    assert "Wait" in call("visits", "list", "--as", "Maija Malli").one_line
    monkeypatch.setenv("DESK_PIN", BOSS_PIN)
    assert "Wait" in call("visits", "list", "--as", "Maija Malli").one_line
    monkeypatch.delenv("DESK_PIN")
    assert "No PIN" in call("visits", "list", "--as", "Timo Testi:service_adviser").one_line


def test_the_role_is_named_where_there_are_several(staffed, call, monkeypatch):
    monkeypatch.setenv("DESK_PIN", CLERK_PIN)
    assert "more than one role" in call("visits", "list", "--as", "Timo Testi").one_line
    assert call("visits", "list", "--as", "Timo Testi:service_adviser").code == 0
    assert "Choose one of these" in call("visits", "list", "--as", "Timo Testi:boss").one_line
    assert "Nobody called" in call("visits", "list", "--as", "Somebody").one_line


def test_what_the_role_does_not_cover_is_refused(staffed, call, monkeypatch):
    monkeypatch.setenv("DESK_PIN", CLERK_PIN)
    as_clerk = ("--as", "Timo Testi:service_adviser")
    assert "who works here" in call("staff", "retire", "Maija Malli", *as_clerk).one_line
    monkeypatch.setenv("DESK_PIN", BOSS_PIN)
    as_boss = ("--as", "Maija Malli")
    changed = call("--json", "staff", "change", "Timo Testi", "--role", "outreach", *as_boss).document
    assert (changed["name"], changed["roles"]) == ("Timo Testi", ["outreach"])
    monkeypatch.setenv("DESK_NEW_PIN", "31415")
    assert call("--json", "staff", "pin", "Timo Testi", *as_boss).document["has_pin"]
    assert call("--json", "staff", "retire", "Timo Testi", *as_boss).document["retired"]
    assert "last supervisor" in call("staff", "retire", "Maija Malli", *as_boss).one_line


def test_after_how_long_an_empty_desk_locks_is_set_without_the_window(folder, call):
    assert call("--json", "point", "set-up").document["lock_after"] == 10
    assert call("--json", "point", "set-up", "--lock-after", "5").document["lock_after"] == 5
    assert "2, 5, 10" in call("point", "set-up", "--lock-after", "7").one_line
