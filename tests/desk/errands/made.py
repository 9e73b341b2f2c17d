"""Makes up whole definitions: facts that wait for one another, calculations, a household, errands that share steps.

Every fact has few answers, so that all that a citizen could say can be tried.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import product

from hypothesis import strategies as st

from tests.desk.errands.conftest import bundle_of, path_for

TODAY = date(2026, 11, 22)
ERRANDS = ("one", "two")
MEMBERS = 2
NUMBER = "m.number"

KINDS = {
    "yes_no": ("yes", "no"),
    "choice": ("p", "q", "r"),
    "whole_number": ("0", "1", "2"),
    "choices": ((), ("k",), ("k", "l")),
    "date": ("2026-11-01", "2026-12-15"),
    "money": ("0", "10.50"),
}
LEAVES = {
    "yes_no": ("{0}", "{0} = no"),
    "choice": ("{0} = p", "{0} != q", "{0} in [p, r]", "{0} not in [p]"),
    "whole_number": ("{0} > 0", "{0} = 1", "{0} + 1 < 3", "{0} in [0, 2]", "2 <= {0}"),
    "choices": ("k in {0}", "all_of({0}, [k, l])", "count({0}) >= 1", "l not in {0}"),
    "date": ("{0} > today()", "add_days({0}, 21) <= today()", "days_between({0}, today()) > 0"),
    "money": ("{0} > 5", "{0} = 0", "{0} + 0.50 > 10.50"),
}
"""What can be said of a fact of each kind; each can be true, and false."""


@dataclass
class Made:
    """What was made up: the files, the answers to try of each fact that is asked, and the rules by what they are of."""

    files: dict[str, bytes]
    values: dict[str, tuple[object, ...]]
    rules: dict[str, str]
    alike: list[tuple[str, str]] = field(default_factory=list)
    """Steps whose rules say the same in two ways."""

    def bundle(self):
        return bundle_of(self.files)

    def completions(self, answers):
        """Every way to answer what is not said; *unknown* is kept."""
        choices = [(answers[name],) if name in answers else values for name, values in self.values.items()]
        return (dict(zip(self.values, chosen, strict=True)) for chosen in product(*choices))


@dataclass
class _Written:
    """A fact that was made up: how it is called, what it is, and the asked facts it hangs on."""

    name: str
    kind: str
    behind: frozenset[str]


class _Making:
    def __init__(self, draw, *, once: bool) -> None:
        self.draw = draw
        self.once = once
        self.facts: list[_Written] = []
        self.values: dict[str, tuple[object, ...]] = {}
        self.rules: dict[str, str] = {}

    def rule(self, most=4, of=None):
        """A rule over some facts. ``once``: no answer counts in it twice, so that what is possible is told exactly."""
        pool = list(self.facts if of is None else of)
        used: frozenset[str] = frozenset()
        leaves = []
        for _ in range(self.draw(st.sampled_from((most, most, max(1, most - 1), 1)))):
            free = [fact for fact in pool if not (self.once and fact.behind & used)]
            if not free:
                break
            fact = self.draw(st.sampled_from(free))
            used |= fact.behind
            leaves.append(self.draw(st.sampled_from(LEAVES[fact.kind])).format(fact.name))
        while len(leaves) > 1:
            sign = self.draw(st.sampled_from(("and", "or")))
            joined = f"({leaves.pop()}) {sign} ({leaves.pop()})"
            leaves.insert(0, f"not ({joined})" if self.draw(st.booleans()) else joined)
        return leaves[0], used

    def asked(self, number):
        kind = self.draw(st.sampled_from(sorted(KINDS)))
        name = f"m.f{number}"
        written, behind = f"fact: {name}, type: {kind}", frozenset({name})
        if kind in ("choice", "choices"):
            written += f", options: [{', '.join('pqr' if kind == 'choice' else 'kl')}]"
        if self.facts and self.draw(st.booleans()):
            rule, used = self.rule(2)
            written += f', ask_when: "{rule}"'
            self.rules[f"ask {name}"] = rule
            behind |= used
        self.values[name] = KINDS[kind]
        self.facts.append(_Written(name, kind, behind))
        return written

    def calculated(self, number):
        rule, used = self.rule(2)
        name = f"m.c{number}"
        written = f'fact: {name}, type: yes_no, value: "{rule}"'
        if not self.once and self.draw(st.booleans()):
            asked_when, more = self.rule(1)
            written += f', ask_when: "{asked_when}"'
            used |= more
        self.facts.append(_Written(name, "yes_no", used))
        return written

    def household(self):
        """A group of two, of whom each says something."""
        kind = self.draw(st.sampled_from(("yes_no", "whole_number")))
        self.values[NUMBER] = ("0", "1", "2")
        for member in range(1, MEMBERS + 1):
            self.values[f"child_{member}.x"] = KINDS[kind][:2]
        return kind

    def group_rules(self, kind):
        """The same said of a group, and of its members by name."""
        leaf = self.draw(st.sampled_from([leaf for leaf in LEAVES[kind] if not {"2", "3"} & set(leaf)]))
        each = [leaf.format(f"child_{member}.x") for member in range(1, MEMBERS + 1)]
        there = [f"{NUMBER} >= {member}" for member in range(1, MEMBERS + 1)]
        said = leaf.format("child.x")
        either = " or ".join(f"({n} and ({x}))" for n, x in zip(there, each, strict=True))
        every = " and ".join(f"(not ({n}) or ({x}))" for n, x in zip(there, each, strict=True))
        both = " and ".join(f"({n} and ({x}))" for n, x in zip(there, each, strict=True))
        return [
            (f"any_of(child, {said})", either),
            (f"all_of(child, {said})", every),
            (f"count(child, {said}) >= 2", both),
            (f"count(child, {said}) > 0", either),
        ]


def _step(making, name, rule, others, keys):
    draw = making.draw
    making.rules[f"step {name}"] = rule
    lines = [f'{{id: {name}, agency: office, mode: visit, source: x, checked: 2026-01-01, applies: "{rule}"']
    lines.append("channels: [{id: desk, kind: visit}]")
    if keys and draw(st.sampled_from((True, True, True, False))):
        lines.append(f"merge: {draw(st.sampled_from(keys))}")
    elif others and draw(st.booleans()):  # only what is not merged waits, so that nothing can wait for itself
        lines.append(f"after: [{draw(st.sampled_from(others))}]")
    if draw(st.booleans()):
        when, _ = making.rule(2)
        making.rules[f"document of {name}"] = when
        lines.append(f'documents: [{{id: paper, when: "{when}"}}]')
    if keys or draw(st.booleans()):
        bases = [fact.name for fact in making.facts if fact.kind == "date"]
        base = draw(st.sampled_from([*bases, "today"]))
        count = draw(st.integers(0, 40))
        lines.append(f"deadline: {{rule: calendar, base: {base}, count: {count}, unit: day, nature: law}}")
    return ", ".join(lines) + "}"


def _errand(name, steps):
    head = f"errand: {name}\nnumber: X{ERRANDS.index(name)}\ngroup: persons\nvalid_from: 2026-01-01\n"
    listed = "".join(f"\n- {step}" for step in steps)
    return f"{head}source: x\nchecked: 2026-01-01\nfacts: [m]\nsections: []\nsteps:{listed}".encode()


@st.composite
def definitions(draw, *, once=False, group=False, merge=False):
    """Whole definitions. ``once``: no answer counts twice in a rule; ``group``: a household; ``merge``: shared ones."""
    making = _Making(draw, once=once)
    written = [making.asked(number) for number in range(draw(st.integers(2, 3 if group else 5)))]
    written += [making.calculated(number) for number in range(draw(st.integers(0, 2)))]
    facts = "".join(f"\n- {{{fact}}}" for fact in written)
    kind = making.household() if group else ""
    if group:
        facts += f"\n- {{fact: {NUMBER}, type: whole_number, min: 0, max: {MEMBERS}}}"
        facts += f"\ngroups:\n- {{group: child, counted_by: {NUMBER}, at_most: {MEMBERS}, "
        facts += f"facts: [{{fact: child.x, type: {kind}}}]}}"
    files = {
        "agencies.yaml": b"agencies: [{id: office, names: {fi: Virasto}, kind: state}]",
        "facts/m.yaml": f"set: m\nfacts:{facts}".encode(),
    }
    alike = []
    names: list[str] = []
    for errand in ERRANDS:
        steps = []
        for number in range(draw(st.integers(1, 3))):
            name = f"{errand}_{number}"
            own = [other for other in names if other.startswith(errand)]
            steps.append(
                _step(
                    making,
                    name,
                    "always" if merge and draw(st.booleans()) else making.rule()[0],
                    own,
                    ("k1", "k1", "k2") if merge else (),
                )
            )
            names.append(name)
        if group:
            for number, (of_group, by_name) in enumerate(making.group_rules(kind) if errand == "one" else ()):
                pair = (f"{errand}_group{number}", f"{errand}_named{number}")
                steps += [
                    _step(making, name, rule, (), ()) for name, rule in zip(pair, (of_group, by_name), strict=True)
                ]
                alike.append(pair)
        files[f"errands/{errand}/errand.yaml"] = _errand(errand, steps)
    return Made(files, making.values, making.rules, alike)


def partly(made):
    """Some of the answers, each a value, *unknown* or *declined*."""
    tried = {
        name: st.sampled_from((None, None, "unknown", "declined", *values)) for name, values in made.values.items()
    }
    return st.fixed_dictionaries(tried).map(
        lambda said: {name: value for name, value in said.items() if value is not None}
    )


def path(bundle, answers, errands=ERRANDS):
    return path_for(bundle, errands, answers, TODAY)
