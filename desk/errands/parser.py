"""Reads an expression into a tree: a Pratt parser with limits, so that no text can hurt the program."""

from __future__ import annotations

from desk.errands.diagnostics import ExpressionFault
from desk.errands.syntax import CallOf, DateText, ListOf, Negation, Number, Pair, Word, Written
from desk.errands.tokens import Kind, Token, tokens_of

MOST_NODES = 200
"""Nodes that an expression may have."""
DEEPEST = 20
"""Brackets, functions and negations that may stand inside one another."""

RESERVED = frozenset({"and", "or", "not", "in"})
COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">=", "in", "not in"})

_STRENGTH = {"or": 1, "and": 2, **dict.fromkeys(COMPARISONS, 4), "+": 5, "-": 5}
_OF_NOT = 3
_OF_MINUS = 6


def parse(text: str) -> Written:
    """Read a whole expression, or raise the first ``ExpressionFault``."""
    return _Reading(text).whole()


class _Reading:
    """One pass over the tokens of one expression."""

    def __init__(self, text: str) -> None:
        self._tokens = tokens_of(text)
        self._next = 0
        self._nodes = 0
        self._depth = 0

    def whole(self) -> Written:
        if self._at_end():
            raise ExpressionFault("E103", 0, "the expression is empty", "write always, or leave the key out")
        tree = self._expression(0)
        if not self._at_end():
            raise _left_over(self._now)
        return tree

    def _at_end(self) -> bool:
        return self._now.kind is Kind.END

    @property
    def _now(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        token = self._tokens[self._next]
        self._next += 1
        return token

    def _counted(self, node: Written) -> Written:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise ExpressionFault(
                "E104",
                node.at,
                f"the expression has more than {MOST_NODES} parts",
                "name a part of it as a calculated fact (value: …)",
            )
        return node

    def _expression(self, floor: int) -> Written:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ExpressionFault(
                "E105",
                self._now.at,
                f"more than {DEEPEST} brackets inside one another",
                "name a part as a calculated fact",
            )
        left = self._first()
        while (sign := self._sign()) is not None and _STRENGTH[sign] > floor:
            left = self._pair(left, sign)
        self._depth -= 1
        return left

    def _pair(self, left: Written, sign: str) -> Written:
        at = self._now.at
        if sign in COMPARISONS and isinstance(left, Pair) and left.sign in COMPARISONS:
            raise ExpressionFault(
                "E106", at, "comparisons cannot be chained", "write a < b and b < c, or put one in brackets"
            )
        self._next += 2 if sign == "not in" else 1
        return self._counted(Pair(sign, left, self._expression(_STRENGTH[sign]), at))

    def _sign(self) -> str | None:
        token = self._now
        if token.text == "==":
            raise ExpressionFault("E107", token.at, "== is not part of the language", "write one equality sign: =")
        if token.text == "not" and self._tokens[self._next + 1].text == "in":
            return "not in"
        return token.text if token.text in _STRENGTH else None

    def _first(self) -> Written:
        token = self._take()
        if token.kind is Kind.NUMBER:
            return self._counted(Number(token.text, token.at))
        if token.kind is Kind.DATE:
            return self._counted(DateText(token.text, token.at))
        if token.kind is Kind.WORD and token.text not in RESERVED:
            return self._word(token)
        match token.text:
            case "not":
                return self._counted(Negation("not", self._expression(_OF_NOT), token.at))
            case "-":
                return self._counted(Negation("-", self._expression(_OF_MINUS), token.at))
            case "(":
                return self._bracketed(token)
            case "[":
                return self._counted(ListOf(self._items("]", token), token.at))
        raise _missing(token)

    def _word(self, token: Token) -> Written:
        if self._now.text == "(":
            opening = self._take()
            return self._counted(CallOf(token.text, self._items(")", opening), token.at))
        return self._counted(Word(token.text, token.at))

    def _bracketed(self, opening: Token) -> Written:
        inner = self._expression(0)
        self._close(")", opening)
        return inner

    def _items(self, closing: str, opening: Token) -> tuple[Written, ...]:
        items: list[Written] = []
        while self._now.text != closing:
            items.append(self._expression(0))
            if self._now.text != ",":
                break
            self._take()
        self._close(closing, opening)
        return tuple(items)

    def _close(self, closing: str, opening: Token) -> None:
        token = self._take()
        if token.text != closing:
            raise ExpressionFault(
                "E108",
                token.at,
                f"the bracket {opening.text} opened at character {opening.at + 1} is not closed",
                f"put {closing} before {token.text}" if token.text else f"end with {closing}",
            )


def _missing(token: Token) -> ExpressionFault:
    if token.kind is Kind.END:
        return ExpressionFault(
            "E109", token.at, "the expression ends too early", "write what comes after the last word"
        )
    return ExpressionFault(
        "E109", token.at, f"a fact, a value or a bracket should stand where {token.text} is", "remove it or complete it"
    )


def _left_over(token: Token) -> ExpressionFault:
    if token.text in (")", "]"):
        return ExpressionFault("E108", token.at, f"the bracket {token.text} was never opened", "remove it")
    return ExpressionFault(
        "E110", token.at, f"nothing joins {token.text} to what stands before it", "put and, or, = or in between them"
    )
