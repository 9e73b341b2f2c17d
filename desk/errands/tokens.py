"""Cuts an expression into tokens, each with where it starts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from desk.errands.diagnostics import ExpressionFault

LONGEST = 2000
"""Characters that an expression may have."""
MOST_DIGITS = 12
"""Digits that a number may have, as in an answer."""


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
    r"|(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?!\w))"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?(?!\w))"
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
            found.append(_refused_when_foreign(Token(Kind(str(match.lastgroup)), match.group(), at)))
        at = match.end()
    found.append(Token(Kind.END, "", len(text)))
    return found


def _refused_when_foreign(token: Token) -> Token:
    """The token, unless it has a letter that only looks like one of ours, or more digits than any answer has."""
    if not token.text.isascii():
        index = next(index for index, letter in enumerate(token.text) if not letter.isascii())
        wrong = f"{_named(token.text[index])} is not a letter of names"
        raise ExpressionFault("E111", token.at + index, wrong, "names are written with a–z, digits and _")
    if token.kind is Kind.NUMBER and len(token.text) > MOST_DIGITS:
        wrong = f"the number has {len(token.text)} digits; at most {MOST_DIGITS} are read"
        raise ExpressionFault("E112", token.at, wrong, "no answer can be so large")
    return token


def _named(sign: str) -> str:
    """A sign with its name in Unicode, for it may look like another one or like nothing."""
    name = unicodedata.name(sign, "a sign without a name").lower()
    return f"{sign} ({name})" if sign.isprintable() else f"an invisible sign ({name})"


def _unreadable(text: str, at: int) -> ExpressionFault:
    if not text[at].isascii():
        wrong = f"the sign {_named(text[at])} is not part of the language"
        return ExpressionFault("E102", at, wrong, "remove it; see the list of signs in docs/authoring.md")
    if text[at].isdigit():
        return ExpressionFault("E102", at, "a number may not run into a word", "put a space between them")
    remedy = _FOREIGN.get(text[at], "remove it; see the list of signs in docs/authoring.md")
    return ExpressionFault("E102", at, f"the sign {text[at]} is not part of the language", remedy)
