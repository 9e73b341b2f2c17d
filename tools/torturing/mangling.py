"""Spoils files of the errand language: bytes, lines, structures, names, expressions. Everything follows the seed."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from typing import Any

from desk.errands.yaml_text import YamlFault, plain, read_yaml

Files = dict[str, bytes]

HOSTILE = (
    *("", " ", "~", "null", "yes", "no", "-1", "0", "007", "1e309", "NaN", "0x1f", "9" * 19, "9" * 400, "-" * 300),
    *("0.1", "12345678901234.00", "²", "٣٤", "Ⅷ", "1_000", "2026-02-30", "0000-01-01", "9999-12-31", "2026-W01-1"),
    *("today+9999y", "today-9999y", "today+9999m", "step:", "step: step:", "free", "always", "never", "<<", "&a", "*a"),
    *("{0.__class__}", "%s%n", "${x}", "__class__", "a.__class__", "аge", "a.b.c.d", ".", "..", "a..b", "(", "[", "(?"),
    *("(a+)+$", "\\", "\x00", "\ufeff", "\u202e", "\u2028", "\u00a0", "\ud7ff", "\U0010ffff", "ä" * 50, "e\u0301", "İ"),
    *("reader.age", "any_of(", "a = b = c", "not " * 30, "x" * 3000, "child.x", "1 + " * 99 + "1", "date(9999-12-31)"),
)
_TOKENS = re.compile(r"\w+(?:\.\w+)*|[^\w\s]|\s+")
_SIGNS = (
    "and",
    "or",
    "not",
    "in",
    "=",
    "!=",
    "<",
    ">=",
    "+",
    "-",
    "(",
    ")",
    "[",
    "]",
    ",",
    "known(",
    "count(",
    "date(",
)
_EXPRESSIONS = ("applies", "when", "ask_when", "value", "discreet_when")
_KEYS = (
    *(
        "fact",
        "type",
        "options",
        "min",
        "max",
        "group",
        "counted_by",
        "at_most",
        "facts",
        "set",
        "steps",
        "id",
        "after",
    ),
    *(
        "deadline",
        "base",
        "count",
        "unit",
        "rule",
        "earliest",
        "for_each",
        "merge",
        "fee",
        "channels",
        "needs",
        "table",
    ),
    *(
        "policy",
        "columns",
        "rows",
        "otherwise",
        "values",
        "valid_from",
        "valid_to",
        "name",
        "names",
        "sections",
        "cases",
    ),
)


class Mangler:
    """One seeded spoiler of file sets."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._ways: tuple[Callable[[Files, str], None], ...] = (
            self._flip_bytes,
            self._insert_bytes,
            self._cut_lines,
            self._repeat_lines,
            self._indent,
            self._truncate,
            self._swap_trees,
            self._swap_trees,
            self._rename_key,
            self._rename_key,
            self._spoil_scalar,
            self._spoil_scalar,
            self._spoil_expression,
            self._spoil_expression,
            self._wrap,
            self._move_file,
        )

    def mangled(self, files: Files) -> Files:
        """The files with one to six things spoilt."""
        spoilt = dict(files)
        for _ in range(self._chance.choice((1, 1, 1, 2, 3, 6))):
            if not spoilt:
                break
            self._chance.choice(self._ways)(spoilt, self._chance.choice(sorted(spoilt)))
        return spoilt

    # ── bytes and lines ──────────────────────────────────────────────────────────────────────────

    def _flip_bytes(self, files: Files, path: str) -> None:
        content = bytearray(files[path])
        for _ in range(self._chance.randint(1, 8) if content else 0):
            content[self._chance.randrange(len(content))] = self._chance.randrange(256)
        files[path] = bytes(content)

    def _insert_bytes(self, files: Files, path: str) -> None:
        at = self._chance.randint(0, len(files[path]))
        more = self._chance.choice(
            [
                *(
                    b"\x00",
                    b"\xff\xfe",
                    b"\xef\xbb\xbf",
                    b"\t",
                    b"\r",
                    b"[" * 60,
                    b"{" * 3000,
                    b"- " * 900,
                    b"? ",
                    b": ",
                ),
                *(
                    b"\n---\n",
                    b"&a ",
                    b"*a",
                    b"!!python/object:x ",
                    b"\xc3",
                    b"|\n",
                    b"'",
                    b'"',
                    b"#" * 9,
                    b"a: " * 400,
                ),
                *(self._chance.choice(HOSTILE).encode(), self._chance.randbytes(self._chance.randint(1, 40))),
            ]
        )
        files[path] = files[path][:at] + more + files[path][at:]

    def _cut_lines(self, files: Files, path: str) -> None:
        lines = files[path].splitlines(keepends=True)
        first = self._chance.randint(0, len(lines))
        files[path] = b"".join(lines[:first] + lines[first + self._chance.randint(1, 4) :])

    def _repeat_lines(self, files: Files, path: str) -> None:
        lines = files[path].splitlines(keepends=True)
        first, last = self._chance.randint(0, len(lines)), self._chance.randint(1, 6)
        part = lines[first : first + last]
        at = self._chance.randint(0, len(lines))
        files[path] = b"".join(lines[:at] + part * self._chance.choice((1, 1, 2, 40)) + lines[at:])

    def _indent(self, files: Files, path: str) -> None:
        lines = files[path].splitlines(keepends=True)
        for number in self._chance.sample(range(len(lines)), min(len(lines), 2)):
            lines[number] = b" " * self._chance.randint(1, 5) + lines[number].lstrip()
        files[path] = b"".join(lines)

    def _truncate(self, files: Files, path: str) -> None:
        files[path] = files[path][: self._chance.randint(0, len(files[path]))]

    def _move_file(self, files: Files, path: str) -> None:
        other = self._chance.choice(
            [
                *(*sorted(files), "errands/x/errand.yaml", "errands/library_card/texts/xx.yaml", "facts/äö.yaml"),
                *(
                    "municipalities.yaml",
                    "synonyms.yaml",
                    "agencies/a:1:2.yaml",
                    "parameters/a b.yaml",
                    "facts/x\n.yaml",
                ),
                *("plain_words/fi.yaml", "errands/../errand.yaml", "errands/library_card/cases/x.yaml", "no.txt"),
            ]
        )
        files[other] = files[path]
        if self._chance.random() < 0.5:
            files.pop(path)

    # ── structures ───────────────────────────────────────────────────────────────────────────────

    def _changed(self, files: Files, path: str, change: Callable[[object], object]) -> None:
        """Change a file as a tree. What is no YAML any more stays as it is."""
        try:
            tree = plain(read_yaml(path, files[path]))
        except YamlFault:
            return
        files[path] = json.dumps(change(tree), ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")

    def _spots(self, tree: object) -> list[tuple[Any, Any]]:
        """Every place in a tree that holds something."""
        found: list[tuple[Any, Any]] = []
        left = [tree]
        while left:
            node = left.pop()
            if isinstance(node, dict):
                found += [(node, key) for key in node]
                left += node.values()
            elif isinstance(node, list):
                found += [(node, index) for index in range(len(node))]
                left += node
        return found

    def _at_a_spot(self, files: Files, path: str, change: Callable[[object], object]) -> None:
        def changed(tree: object) -> object:
            spots = self._spots(tree)
            if spots:
                held, key = self._chance.choice(spots)
                held[key] = change(held[key])
            return tree

        self._changed(files, path, changed)

    def _swap_trees(self, files: Files, path: str) -> None:
        try:
            other = plain(read_yaml("x", files[self._chance.choice(sorted(files))]))
        except YamlFault:
            return
        spots = self._spots(other)
        held, key = self._chance.choice(spots) if spots else ({"x": other}, "x")
        put = held[key]
        self._at_a_spot(files, path, lambda _: put)

    def _wrap(self, files: Files, path: str) -> None:
        depth = self._chance.choice((1, 1, 2, 30, 45))
        key = self._chance.choice(_KEYS)

        def wrapped(inner: object) -> object:
            for _ in range(depth):
                inner = [inner] if self._chance.random() < 0.5 else {key: inner}
            return inner

        self._at_a_spot(files, path, wrapped)

    def _rename_key(self, files: Files, path: str) -> None:
        def renamed(tree: object) -> object:
            maps = [held for held, key in self._spots(tree) if isinstance(held, dict) and isinstance(key, str)]
            if maps:
                held = self._chance.choice(maps)
                old = self._chance.choice(sorted(held))
                held[self._chance.choice((*_KEYS, *HOSTILE[:12], f"{old}x", "äö"))] = held.pop(old)
            return tree

        self._changed(files, path, renamed)

    # ── words ────────────────────────────────────────────────────────────────────────────────────

    def _spoil_scalar(self, files: Files, path: str) -> None:
        def spoilt(held: object) -> object:
            hostile = self._chance.choice(HOSTILE)
            if not isinstance(held, str) or self._chance.random() < 0.6:
                return hostile
            at = self._chance.randint(0, len(held))
            return held[:at] + hostile + held[at:]

        self._at_a_spot(files, path, spoilt)

    def _spoil_expression(self, files: Files, path: str) -> None:
        def spoilt(tree: object) -> object:
            rules = [(held, key) for held, key in self._spots(tree) if key in _EXPRESSIONS]
            if rules:
                held, key = self._chance.choice(rules)
                held[key] = self._expression(str(held[key]))
            return tree

        self._changed(files, path, spoilt)

    def _expression(self, written: str) -> str:
        tokens = _TOKENS.findall(written) or [""]
        for _ in range(self._chance.randint(1, 4)):
            at = self._chance.randrange(len(tokens))
            match self._chance.randrange(5):
                case 0:
                    tokens[at] = f" {self._chance.choice(_SIGNS)} "
                case 1:
                    tokens.insert(at, f" {self._chance.choice((*_SIGNS, *HOSTILE))} ")
                case 2:
                    tokens.insert(at, tokens[self._chance.randrange(len(tokens))])
                case 3 if len(tokens) > 1:
                    tokens.pop(at)
                case _:
                    tokens = tokens[: at + 1] * self._chance.randint(2, 4) + tokens[at:]
        return "".join(tokens)[:6000]
