"""A new errand to begin with: small, whole, in three languages and with two examples, its words left to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from string import Template

from desk.errands.check_unwritten import BLANK
from desk.errands.fields import SLUG
from desk.errands.functions import add_months
from i18n.language import CLERK_LANGUAGES

_NUMBER = re.compile(rb"^number: *([A-Z])(\d+)", re.MULTILINE)

_ERRAND = """\
# A new errand. Fill in every ___ (also in texts/, facts/ and agencies/); "desk errands check" lists what is left.
errand: $id
number: $number
group: persons
version: 1
valid_from: $day
source: ___ the web page or law that this errand rests on
checked: $day                  # the day on which you looked at the source
facts: [$id]
sections:
  - id: start
    facts: [$id.happened_on, $id.needs_help]
steps:
  - id: ${id}_notify             # everybody does this
    agency: ${id}_office
    mode: self_service
    at_desk: yes
    applies: always
    when_to_do: now
    channels:
      - {id: call, kind: phone}  # a way for those who have no e-ID and no device
      - {id: online, kind: e_service}
    documents: [{id: proof}]
    deadline: {rule: calendar, direction: after, base: $id.happened_on, count: 1, unit: month, nature: advice}
    fee: free
    source: ___ where it stands that this has to be done
    checked: $day
    verified: no                 # yes only for what you saw on an authority's page or in the Statute Book

  - id: ${id}_get_help           # only for those who said yes
    agency: ${id}_office
    mode: assisted
    applies: $id.needs_help
    channels:
      - {id: visit, kind: visit}
      - {id: ask, kind: phone}   # a way for those who cannot come
    after: [${id}_notify]
    source: ___ where it stands that one gets help
    checked: $day
    verified: no
"""

_FACTS = """\
# The questions of this errand.
set: $id
facts:
  - fact: $id.happened_on
    type: date
    max: today
  - fact: $id.needs_help
    type: yes_no
"""

_AGENCY = """\
# Whom the errand has to do with. Use an agency of agencies.yaml instead where it is there, and remove this file.
agencies:
  - id: ${id}_office
    names:
      fi: ___ viranomaisen nimi
      sv: ___ myndighetens namn
      en: ___ the name of the office
    kind: other
"""

_CASE = """\
case: $case
as_of: $day
answers: {$id.happened_on: $day, $id.needs_help: $help}
expect:
  steps: [$steps]
  not_steps: [$out]
  deadlines: {${id}_notify: $due}
"""

_TEXTS = {
    "fi": (
        "asian nimi",
        "yksi lause siitä, mitä asia on",
        "miten ihmiset sanovat sen",
        "alku",
        "mitä tehdään",
        "mitä tässä tehdään, lyhyesti",
        "miksi tämä koskee asiakasta",
        "mihin mennessä",
        "paperi, joka tarvitaan",
    ),
    "sv": (
        "ärendets namn",
        "en mening om vad det handlar om",
        "som folk säger det",
        "början",
        "vad man gör",
        "vad man gör här, kort",
        "varför det här gäller kunden",
        "senast när",
        "ett papper som behövs",
    ),
    "en": (
        "the name of the errand",
        "one sentence about it",
        "as people say it",
        "the beginning",
        "what the citizen does",
        "what is done here, in short",
        "why it applies to the citizen",
        "by when",
        "a paper that is needed",
    ),
}
"""What is to be written into the blanks, in the order in which ``_WORDS`` has them."""

_WORDS = """\
title: ___ $b0
summary: ___ $b1.
triggers:
  - ___ $b2
sections:
  start: ___ $b3
steps:
  ${id}_notify:
    title: ___ $b4
    what: ___ $b5.
    because: ___ $b6.
    deadline: ___ $b7.
  ${id}_get_help:
    title: ___ $b4
    what: ___ $b5.
    because: ___ $b6.
documents:
  proof: ___ $b8
"""

_FACT_WORDS = """\
$id.happened_on:
  question: ___ $q0
  short: ___ $q2
$id.needs_help:
  question: ___ $q1
  short: ___ $q2
"""
_QUESTIONS = {
    "fi": ("Minä päivänä …?", "Tarvitsetko …?", "sama lyhyesti"),
    "sv": ("Vilken dag …?", "Behöver du …?", "samma sak i korthet"),
    "en": ("On what day …?", "Do you need …?", "the same in short"),
}


def can_be_called(name: str) -> bool:
    """Whether an errand may have this name."""
    return SLUG.match(name) is not None and len(name) <= 60


def next_number(contents: Iterable[bytes]) -> str:
    """The number after the last one that an errand has."""
    used = [int(found[2]) for content in contents for found in _NUMBER.finditer(content)]
    return f"E{max(used, default=0) + 1:02}"


def skeleton(errand: str, number: str, day: date) -> dict[str, str]:
    """The files of a new errand by their paths."""
    due = add_months(day, 1)
    names = {"id": errand, "number": number, "day": day.isoformat(), "due": due.isoformat()}
    notify, help_step = f"{errand}_notify", f"{errand}_get_help"
    both = {"case": "Somebody who needs help", "help": "yes", "steps": f"{notify}, {help_step}", "out": ""}
    alone = {"case": "Somebody who needs no help", "help": "no", "steps": notify, "out": help_step}
    files = {
        f"errands/{errand}/errand.yaml": Template(_ERRAND).substitute(names),
        f"errands/{errand}/cases/needs_help.yaml": Template(_CASE).substitute(names, **both),
        f"errands/{errand}/cases/needs_no_help.yaml": Template(_CASE).substitute(names, **alone),
        f"facts/{errand}.yaml": Template(_FACTS).substitute(names),
        f"agencies/{errand}.yaml": Template(_AGENCY).substitute(names),
    }
    for language in CLERK_LANGUAGES:
        blanks = {f"b{index}": text for index, text in enumerate(_TEXTS[language])}
        questions = {f"q{index}": text for index, text in enumerate(_QUESTIONS[language])}
        files[f"errands/{errand}/texts/{language}.yaml"] = Template(_WORDS).substitute(names, **blanks)
        files[f"facts/texts/{language}/{errand}.yaml"] = Template(_FACT_WORDS).substitute(names, **questions)
    return files


def blanks_in(files: Iterable[str]) -> int:
    """How many blanks there are to fill in."""
    return sum(line.count(BLANK) for text in files for line in text.splitlines() if not line.startswith("#"))
