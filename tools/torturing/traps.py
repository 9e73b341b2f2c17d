"""File sets that are made to cost: small to write, and long to read for whoever reads them carelessly."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

from tools.torturing.mangling import Files

_HEAD = """
errand: trap
number: X66
group: persons
version: 1
valid_from: 2026-01-01
source: invented
checked: 2026-01-02
facts: [trap]
sections: [{id: all, facts: [trap.a]}]
steps:
"""
_AGENCY = b"agencies: [{id: office, names: {fi: Virasto}, kind: state}]"
_STEP = (
    "- {{id: {id}, agency: office, mode: visit, source: x, checked: 2026-01-02,"
    " channels: [{{id: d, kind: visit}}], {more}}}\n"
)
_GROUP = """
groups:
  - group: child
    counted_by: trap.n
    at_most: 12
    facts: [{fact: child.x, type: yes_no}]
"""
_FACTS = ("{fact: trap.a, type: yes_no}", "{fact: trap.n, type: whole_number, max: 12}", "{fact: trap.day, type: date}")


def _set(facts: Iterable[str] = (), steps: Iterable[str] = (), more: str = "") -> Files:
    listed = "".join(f"- {fact}\n" for fact in (*_FACTS, *facts))
    wanted = "".join(_STEP.format(id=f"s{number}", more=step) for number, step in enumerate(steps))
    return {
        "agencies.yaml": _AGENCY,
        "facts/trap.yaml": f"set: trap\nfacts:\n{listed}{more}".encode(),
        "errands/trap/errand.yaml": f"{_HEAD}{wanted or '  []'}".encode(),
    }


def _unknown_names(size: int) -> Files:
    return _set(
        (f"{{fact: trap.known{n}, type: yes_no}}" for n in range(size)),
        (f"applies: trap.wrong{n}, after: [no{n}]" for n in range(size)),
    )


def _long_names(size: int) -> Files:
    long = "a" * size * 40
    return _set([f"{{fact: trap.{long}, type: yes_no}}"], [f"applies: always, fee: {long}, after: [{long}x]"] * 3)


def _doubling(size: int) -> Files:
    """Each calculation looks at the one before it twice."""
    facts = [f"{{fact: trap.c{n + 1}, type: yes_no, value: trap.c{n} or not trap.c{n}}}" for n in range(min(size, 60))]
    return _set(["{fact: trap.c0, type: yes_no}", *facts], [f"applies: trap.c{len(facts)}"])


def _doubling_numbers(size: int) -> Files:
    facts = [f"{{fact: trap.c{n + 1}, type: whole_number, value: trap.c{n} + trap.c{n}}}" for n in range(size)]
    return _set(["{fact: trap.c0, type: whole_number}", *facts], [f"applies: trap.c{len(facts)} > 3"])


def _long_chain(size: int) -> Files:
    """Each question waits for the one before it."""
    facts = [f"{{fact: trap.c{n + 1}, type: yes_no, ask_when: trap.c{n}}}" for n in range(size)]
    return _set(["{fact: trap.c0, type: yes_no}", *facts], [f"applies: trap.c{len(facts)}"])


def _waiting_chain(size: int) -> Files:
    return _set((), [*(f"applies: always, after: [s{n + 1}]" for n in range(size * 4)), "applies: always"])


def _waiting_for_all(size: int) -> Files:
    return _set(
        (), (f"applies: always, after: [{', '.join(f's{other}' for other in range(n))}]" for n in range(size // 3))
    )


def _large_groups(size: int) -> Files:
    """Little to write, twelve times twelve times as much to read."""
    inner = " or ".join(["child.x"] * 90)
    return _set(
        (),
        (f'for_each: child, applies: "any_of(child, {inner}) or child.x"' for _ in range(max(1, size // 40))),
        _GROUP,
    )


def _large_group_of_facts(size: int) -> Files:
    calculated = "".join(f"      - {{fact: child.c{n}, type: yes_no, value: child.x}}\n" for n in range(size))
    group = _GROUP.replace(
        "facts: [{fact: child.x, type: yes_no}]", f"facts:\n      - {{fact: child.x, type: yes_no}}\n{calculated}"
    )
    return _set((), ["applies: 'any_of(child, child.x)'"], group)


def _far_deadlines(size: int) -> Files:
    def rule(count: str, unit: str, how: str, way: str) -> str:
        return f"deadline: {{rule: {how}, direction: {way}, base: today, count: {count}, unit: {unit}, nature: law}}"

    counts = ("999999999", "99999", "9999", "0", str(size))
    return _set(
        (),
        (
            f"applies: always, {rule(count, unit, how, way)}"
            for count in counts
            for unit, how, way in [
                ("day", "working_days", "after"),
                ("day", "working_days", "before"),
                ("year", "statutory", "after"),
                ("month", "calendar", "before"),
            ]
        ),
    )


def _large_numbers(size: int) -> Files:
    digits = "9" * min(size * 8, 1900)
    dated = "valid_from: 2026-01-01, source: x, checked: 2026-01-01"
    parameter = f"parameters:\n- name: number.x\n  values: [{{value: '{digits * 4}', {dated}}}]\n"
    made = _set(
        [f"{{fact: trap.sum, type: whole_number, value: trap.n + {digits}}}"],
        [
            f"applies: trap.sum > {digits}",
            "applies: trap.n > param(number.x)",
            f"applies: 'add_days(trap.day, {digits}) > today()'",
        ],
    )
    return {**made, "parameters/x.yaml": parameter.encode()}


def _large_scalar(size: int) -> Files:
    made = _set((), ["applies: always"])
    return {**made, "texts/fi.yaml": b"documents: {x: '" + b" a\\\n" * size * 10 + b"'}", "x.yaml": b"a" * size * 400}


def _deep(size: int) -> Files:
    return {
        "facts/a.yaml": b"[" * size * 100,
        "facts/b.yaml": b"{a: " * size * 100,
        "facts/c.yaml": b"- " * size * 100,
        "facts/d.yaml": b"? " * size * 100,
        "facts/e.yaml": b"".join(b" " * n + b"a:\n" for n in range(min(size, 300))),
    }


def _laughter(size: int) -> Files:
    lines = [b"a0: &a0 [x, x]"] + [b"a%d: &a%d [*a%d, *a%d]" % (n + 1, n + 1, n, n) for n in range(size)]
    return {"facts/a.yaml": b"\n".join(lines)}


def _same_keys(size: int) -> Files:
    return {"agencies.yaml": b"a: 1\n" * size, "facts/x.yaml": "".join(f"k{n}: 1\n" for n in range(size * 4)).encode()}


def _same_facts(size: int) -> Files:
    return _set(["{fact: trap.same, type: choice, options: [a, b, a]}"] * size, ["applies: trap.same = a"] * size)


def _many_options(size: int) -> Files:
    options = ", ".join(f"o{n}" for n in range(size * 4))
    return _set(
        [f"{{fact: trap.o, type: choices, options: [{options}]}}"],
        [f"applies: wrong{n} in trap.o" for n in range(size)],
    )


def _many_values(size: int) -> Files:
    values = "".join("  - {value: '1', valid_from: 2026-01-01, source: x, checked: 2026-01-01}\n" for _ in range(size))
    return {"parameters/x.yaml": f"parameters:\n- name: number.x\n  values:\n{values}".encode()}


def _many_merged(size: int) -> Files:
    return _set((), [f"applies: {'trap.a' if n % 2 else 'always'}, merge: same" for n in range(size)])


def _brackets(size: int) -> Files:
    rules = ("(" * size * 4, "not " * size, "-" * size, "[" * size, "known(" * size, "1 - " * size, "a." * size + "b")
    return _set((), (f"applies: '{rule}'" for rule in rules))


TRAPS: tuple[Callable[[int], Files], ...] = (
    *(_unknown_names, _long_names, _doubling, _doubling_numbers, _long_chain, _waiting_chain, _waiting_for_all),
    *(
        _large_groups,
        _large_group_of_facts,
        _far_deadlines,
        _large_numbers,
        _large_scalar,
        _deep,
        _laughter,
        _same_keys,
    ),
    *(_same_facts, _many_options, _many_values, _many_merged, _brackets),
)
"""Each makes a set of files of some size; the sets of 300 have up to about 100 kB."""


def trapped(chance: random.Random) -> tuple[str, Files]:
    """One trap, with its name."""
    trap = chance.choice(TRAPS)
    size = chance.choice((3, 30, 100, 300))
    return f"{trap.__name__.strip('_')} of {size}", trap(size)
