"""Nothing that is stored, asked or typed in a command holds a citizen's password, PIN or bank code."""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Iterator
from datetime import date

import click
import pytest

from desk.cli.main import desk as whole
from desk.errands.answers import check_answer
from desk.errors import AnswerRefused
from desk.events import KINDS
from tests.desk.usecases.rooms import real_bundle

CREDENTIAL = re.compile(
    r"(?:^|[_ -])(?:pin|puk|password|passphrase|passcode|credential|otp|cvv|cvc|secret|iban|account|bank_code)"
    r"(?:$|[_ -])",
    re.IGNORECASE,
)
THE_STAFFS_OWN: frozenset[str] = frozenset()
"""Options for the staff's own PIN or passphrase. There is none: they come from the environment or the terminal."""


def fields_in(kind: object, seen: set[object]) -> Iterator[tuple[str, str]]:
    """Every field of a type and of what it holds."""
    for part in typing.get_args(kind):
        yield from fields_in(part, seen)
    if not isinstance(kind, type) or not dataclasses.is_dataclass(kind) or kind in seen:
        return
    seen.add(kind)
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        yield kind.__name__, field.name
        yield from fields_in(hints[field.name], seen)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_no_event_has_a_place_for_a_credential(name):
    assert [each for each in fields_in(KINDS[name], set()) if CREDENTIAL.search(each[1])] == []


def commands(group: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command."""
    if isinstance(group, click.Group):
        context = click.Context(group)
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None
            yield from commands(command, (*path, name))
    else:
        yield path, group


def spelled(part: object) -> str:
    """How a command is called."""
    return " ".join(part) if isinstance(part, tuple) else ""


@pytest.mark.parametrize(("path", "command"), list(commands(whole)), ids=spelled)
def test_no_command_takes_a_credential(path, command):
    names = [name for each in command.params for name in (each.name or "", *each.opts)]
    assert [name for name in names if CREDENTIAL.search(name.lstrip("-")) and name not in THE_STAFFS_OWN] == []


@pytest.mark.parametrize("said", ["salasana: kissa123", "131052-308T", "FI2112345600000785", "4111111111111111"])
def test_no_question_takes_a_secret_for_an_answer(said):
    """An answer is a choice, a number, a day or a place: a secret has no room in it."""
    for fact in real_bundle().definitions.facts.values():
        with pytest.raises(AnswerRefused):
            check_answer(fact, said, date(2026, 11, 22))


def test_the_walk_finds_what_it_looks_for():
    @dataclasses.dataclass
    class Inner:
        bank_code: str

    @dataclasses.dataclass
    class Outer:
        inner: tuple[Inner, ...]

    Outer.__annotations__["inner"] = types.GenericAlias(tuple, (Inner, ...))
    assert ("Inner", "bank_code") in set(fields_in(Outer, set()))
    assert CREDENTIAL.search("bank_code")
    assert CREDENTIAL.search("pin")
    assert not CREDENTIAL.search("spinning")
