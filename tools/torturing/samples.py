"""Whole errands to spoil: the invented library card, a household with a table, and one of the program's own."""

from __future__ import annotations

from functools import cache

from tools.torturing.mangling import Files
from tools.torturing.victim import ROOT

CARD = ROOT / "tests" / "fixtures" / "errands"
CONTENT = ROOT / "desk" / "content"
_OWN = "unemployment"
_FACTS = """
set: family
facts:
  - {fact: family.children, type: whole_number, min: 0, max: 3}
  - {fact: family.home, type: choice, options: [own, rented, none]}
  - {fact: family.pay, type: money, ask_when: family.home != none}
  - fact: family.help
    type: choice
    options: [little, much]
    table:
      policy: first
      columns: [family.home, family.children]
      rows:
        - [own, "-", little]
        - [rented, ">= 2", much]
      otherwise: little
  - fact: family.costs
    type: money
    table: {policy: unique, columns: [family.home], rows: [[own, "10.00"], [not own, "20.00"]]}
groups:
  - group: child
    counted_by: family.children
    at_most: 3
    facts:
      - {fact: child.born_on, type: date, min: today-30y, max: today}
      - {fact: child.age, type: whole_number, value: "age_at(child.born_on, today())"}
      - {fact: child.studies, type: yes_no, ask_when: child.age >= 16}
      - {fact: child.minor, type: yes_no, value: child.age < 18}
"""
_ERRAND = """
errand: family
number: X09
group: persons
version: 1
valid_from: 2026-01-01
source: invented
checked: 2026-01-02
facts: [family]
sections:
  - {id: all, facts: [family.children, family.home, family.pay, child.born_on, child.studies]}
steps:
  - {id: any_minor, STEP, merge: same, applies: "any_of(child, child.minor)"}
  - {id: all_minors, STEP, applies: "all_of(child, child.age < 18) and family.help = much"}
  - {id: two_minors, STEP, merge: same, applies: "count(child, child.minor) >= 2 or family.costs > 15.00"}
  - {id: student, for_each: child, whose: child, STEP, applies: child.studies}
  - id: after_student
    for_each: child
    after: [student]
    STEP_LINES
    applies: child.studies or known(family.pay)
    deadline: {rule: statutory, direction: after, base: child.born_on, count: 18, unit: year, nature: law}
    documents: [{id: paper, when: child.minor}]
"""
_STEP = "agency: office, mode: visit, channels: [{id: desk, kind: visit}], source: invented, checked: 2026-01-02"
_TEXTS = (
    "title: Perhe\nsteps:\n  student: {title: Opiskelija, what: Lapsi opiskelee., because: 'Hän on {child.age}.'}\n"
)
_HINTS = """
hints:
  - {id: help, kind: benefit, agency: office, when: family.help = much and not child_1.studies, covered_by: [student],
     begins: agency, source: invented, checked: 2026-01-02}
  - id: grown
    kind: coming
    agency: office
    when: any_of(child, child.minor)
    on: add_years(child_1.born_on, 18)
    source: invented
    checked: 2026-01-02
"""
_HINT_CASES = """
cases:
  - case: A child of 17
    errands: [family]
    as_of: 2026-11-22
    answers: {family.children: 1, child_1.born_on: 2009-11-02}
    expect: {hints: [grown], no_hints: [help], hint_days: {grown: 2027-11-02}}
"""


def _files_in(folder: str) -> Files:
    root = CONTENT if folder else CARD
    found = sorted((root / folder).rglob("*.yaml"))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def _household() -> Files:
    lines = _STEP.replace(", mode", "\n    mode").replace(", channels", "\n    channels")
    lines = lines.replace(", source", "\n    source").replace(", checked", "\n    checked")
    return {
        "agencies/office.yaml": b"agencies: [{id: office, names: {fi: Virasto, sv: Verk, en: Office}, kind: state}]",
        "facts/family.yaml": _FACTS.encode(),
        "errands/family/errand.yaml": _ERRAND.replace("STEP_LINES", lines).replace("STEP", _STEP).encode(),
        "errands/family/texts/fi.yaml": _TEXTS.encode(),
        "hints/family.yaml": _HINTS.encode(),
        "hints/texts/fi.yaml": b"grown: {title: 18, what: Kysy., because: Kerroit.}",
        "hints/cases/family.yaml": _HINT_CASES.encode(),
        "texts/fi.yaml": b"persons: {child: '{person.number}. lapsi'}",
    }


def _own() -> Files:
    parts = (f"errands/{_OWN}", "facts", "parameters", "agencies", "texts", "plain_words")
    found = {path: content for part in parts for path, content in _files_in(part).items()}
    return {**found, "agencies.yaml": (CONTENT / "agencies.yaml").read_bytes()}


@cache
def samples() -> tuple[tuple[str, Files], ...]:
    """Each with its name; the small ones more than once, because most is said of them."""
    card = ("the library card", _files_in(""))
    household = ("a household", _household())
    both = {**card[1], **household[1], "texts/fi.yaml": card[1]["texts/fi.yaml"]}
    plain = {**both, "plain_words/fi.yaml": (CONTENT / "plain_words" / "fi.yaml").read_bytes()}
    some = [card, household, card, household, card, household, ("both", plain)]
    return (*some, *some, *some, *some, ("an errand of the program", _own()))
