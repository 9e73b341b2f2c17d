"""Cuts an expression into tokens, each with where it starts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from desk.errands.diagnostics import ExpressionFault

LONGEST = 2000
"""Characters that an expression may have."""


class Kind(StrEnum):
    """The kinds of token."""

    WORD = "word"
    NUMBER = "number"
    DATE = "date"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its kind, its text as written and its offset."""

    kind: Kind
    text: str
    at: int


_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<date>\d{4}-\d{2}-\d{2}(?!\w))"
    r"|(?P<number>\d+(?:\.\d+)?(?!\w))"
    r"|(?P<word>[^\W\d]\w*(?:\.[^\W\d]\w*)*)"
    r"|(?P<sign><=|>=|!=|==|[=<>+\-()\[\],])"
)

_FOREIGN = {
    "&": "write the word and",
    "|": "write the word or",
    "!": "write the word not, or != for not equal",
    '"': "options are written without quotation marks",
    "'": "options are written without quotation marks",
    "*": "multiplication is not part of the language",
    "/": "division is not part of the language",
    "{": "lists are written [a, b]",
    ".": "a fact is written role.name, without spaces round the dot",
}


def tokens_of(text: str) -> list[Token]:
    """Cut ``text``; the last token is always of kind END."""
    if len(text) > LONGEST:
        raise ExpressionFault(
            "E101",
            LONGEST,
            f"the expression has {len(text)} characters; at most {LONGEST} are read",
            "name a part of it as a calculated fact (value: …)",
        )
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _unreadable(text, at)
        if match.lastgroup != "space":
            found.append(Token(Kind(str(match.lastgroup)), match.group(), at))
        at = match.end()
    found.append(Token(Kind.END, "", len(text)))
    return found


def _unreadable(text: str, at: int) -> ExpressionFault:
    if text[at].isdigit():
        return ExpressionFault("E102", at, "a number may not run into a word", "put a space between them")
    remedy = _FOREIGN.get(text[at], "remove it; see the list of signs in docs/authoring.md")
    return ExpressionFault("E102", at, f"the sign {text[at]} is not part of the language", remedy)
