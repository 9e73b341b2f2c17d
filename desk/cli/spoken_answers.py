"""Answers as they are typed: the number of an option, a day as people write it, the name of a municipality."""

from __future__ import annotations

import re

from desk.errands.definition import Fact
from desk.errands.wording import Wording
from desk.model.facts import FactType, Said
from desk.model.ids import FactName

_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YES_NO = ("yes", "no")
_NOTHING = "0"


class NotUnderstood(Exception):
    """What was typed is none of the answers."""


def options_of(fact: Fact) -> tuple[str, ...]:
    """The answers that are chosen by their number; none where a value is typed."""
    return _YES_NO if fact.type is FactType.YES_NO else fact.options


def choices_of(fact: Fact, wording: Wording) -> tuple[str, ...]:
    """The same in words."""
    name = FactName(fact.name)
    if fact.type is FactType.YES_NO:
        return tuple(wording.said(name, option) for option in _YES_NO)
    return tuple(wording.option(name, option) for option in fact.options)


def said_by(fact: Fact, line: str, wording: Wording) -> Said:
    """The answer that was typed; raises ``NotUnderstood``. Whether the fact allows it is not looked at."""
    if fact.type is FactType.CHOICES:
        return _several(fact, line, wording)
    if options_of(fact):
        return _one_of(fact, line, wording)
    if fact.type is FactType.DATE and (day := _DAY.fullmatch(line)):
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    if fact.type is FactType.MUNICIPALITY:
        return _municipality(line, wording)
    if fact.type is FactType.MONEY:
        return line.replace(",", ".").removesuffix("€").strip()
    return line


def _one_of(fact: Fact, typed: str, wording: Wording) -> str:
    options = options_of(fact)
    if typed.isdecimal():
        if 1 <= int(typed[:6]) <= len(options):
            return options[int(typed) - 1]
        raise NotUnderstood
    for option, name in zip(options, choices_of(fact, wording), strict=True):
        if typed.casefold() in (option, name.casefold()):
            return option
    raise NotUnderstood


def _several(fact: Fact, line: str, wording: Wording) -> tuple[str, ...]:
    """Numbers or ids with commas or spaces between them; nothing of it all is 0."""
    if line == _NOTHING:
        return ()
    return tuple(sorted({_one_of(fact, part, wording) for part in re.split(r"[,\s]+", line) if part}))


def _municipality(line: str, wording: Wording) -> str:
    by_name = {name.casefold(): code for code, name in wording.municipalities()}
    code = by_name.get(line.casefold(), line)
    if code not in by_name.values():
        raise NotUnderstood
    return code
