"""``desk staff list | add | change | retire | pin``: who works here. PINs come from the environment or the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.model.role import Role
from desk.model.staff import Member
from desk.usecases.desk_rooms import Desk
from desk.usecases.staff import MemberDraft
from desk.usecases.staff_list import member_called
from i18n.language import Language
from i18n.role_words import role_name

NEW_PIN = "DESK_NEW_PIN"
"""The environment variable with the PIN that a colleague gets; without it the terminal asks."""
_roles = click.option("--role", "roles", multiple=True, type=click.Choice([each.value for each in Role]))
_languages = click.option(
    "--speaks", "languages", multiple=True, type=click.Choice([each.value for each in Language]), metavar="LANG"
)


@click.group()
def staff() -> None:
    """Who works here, in which roles. Where somebody does, other commands need --as and DESK_PIN."""


@staff.command("list")
@desk_options
def list_command(options: DeskOptions) -> None:
    """List who works here, and who did."""
    with open_desk(options, anybody=True) as desk:
        found = desk.staff.read()
    if options.json:
        print_json({"staff": [_document(each) for each in found]})
    elif not found:
        print_lines(options.words.text("Nobody is written down: whoever opens this desk may do everything at it."))
    else:
        print_lines(*(_line(options, each) for each in found))


@staff.command()
@click.argument("name")
@_roles
@_languages
@desk_options
def add(options: DeskOptions, name: str, roles: Sequence[str], languages: Sequence[str]) -> None:
    """Write a colleague down. The first one is a supervisor with a PIN (DESK_NEW_PIN, or asked for)."""
    with open_desk(options, writing=True) as desk:
        _tell(options, desk.staff.add(_draft(name, roles, languages), _new_pin(options)))


@staff.command()
@click.argument("member")
@click.option("--name")
@_roles
@_languages
@desk_options
def change(options: DeskOptions, member: str, name: str | None, roles: Sequence[str], languages: Sequence[str]) -> None:
    """Give a colleague another name, other roles or languages; what is not given stays."""
    with open_desk(options, writing=True) as desk:
        before = _called(desk, member)
        draft = _draft(name if name is not None else before.name, roles or before.roles, languages or before.languages)
        _tell(options, desk.staff.change(before.id, draft))


@staff.command()
@click.argument("member")
@desk_options
def retire(options: DeskOptions, member: str) -> None:
    """A colleague does not work here any longer; the name stays for the journal."""
    with open_desk(options, writing=True) as desk:
        _tell(options, desk.staff.retire(_called(desk, member).id))


@staff.command()
@click.argument("member")
@desk_options
def pin(options: DeskOptions, member: str) -> None:
    """Give a colleague another PIN (DESK_NEW_PIN, or asked for)."""
    with open_desk(options, writing=True) as desk:
        _tell(options, desk.staff.set_pin(_called(desk, member).id, _new_pin(options)))


def _called(desk: Desk, member: str) -> Member:
    return member_called(desk.world.casebook, member)


def _new_pin(options: DeskOptions) -> str:
    given = os.environ.get(NEW_PIN)
    if given is not None or not sys.stdin.isatty():
        return given or ""
    return str(click.prompt(options.words.text("The new PIN"), hide_input=True, err=True))


def _draft(name: str, roles: Sequence[str], languages: Sequence[str]) -> MemberDraft:
    return MemberDraft(name, tuple(Role(role) for role in roles), tuple(Language(each) for each in languages))


def _tell(options: DeskOptions, member: Member) -> None:
    if options.json:
        print_json(_document(member))
    else:
        print_lines(_line(options, member))


def _document(member: Member) -> dict[str, object]:
    return {
        "id": member.id,
        "name": member.name,
        "roles": list(member.roles),
        "languages": list(member.languages),
        "has_pin": bool(member.pin),
        "retired": member.retired,
    }


def _line(options: DeskOptions, member: Member) -> str:
    words = options.words
    parts = [member.name, ", ".join(role_name(words, role) for role in member.roles)]
    parts += [", ".join(member.languages)] if member.languages else []
    if member.retired:
        parts.append(words.text("does not work here any longer"))
    elif not member.pin:
        parts.append(words.text("has no PIN yet"))
    return "; ".join(parts)
