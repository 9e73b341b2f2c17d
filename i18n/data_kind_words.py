"""The kinds of data that an agency is given or asked for: one short name and one full explanation for each.

The short name stands in sentences and rows: what a line allows, what was given, what is told on. The full one begins
with the short one and stands where somebody ticks what may be given. Screens, papers, errors and the command line all
take them from here.

A clerk's screen and a citizen's paper are different translation domains. This file is collected into both
(``tools/messages.py``), and each reader brings the ``Words`` of its own; a test holds the two alike. The text of a
mandate has its kinds in its dated template (``i18n.mandate_words``), which is never changed; the same test holds the
newest template to the short names, so that a clerk reads on the screen what the citizen reads on paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from i18n.translator import NP_, Words

SHORT: Mapping[str, tuple[str, str]] = {
    "contact": NP_("kind of data", "name and contact details"),
    "money": NP_("kind of data", "money and property"),
    "family": NP_("kind of data", "family"),
    "housing": NP_("kind of data", "housing"),
    "work": NP_("kind of data", "work and studies"),
    "health": NP_("kind of data", "health"),
}
FULL: Mapping[str, tuple[str, str]] = {
    "contact": NP_("kind of data in full", "Name and contact details: address, telephone, identity papers"),
    "money": NP_("kind of data in full", "Money and property: income, benefits, assets, debts"),
    "family": NP_("kind of data in full", "Family: marital status, children, other relatives"),
    "housing": NP_("kind of data in full", "Housing: home, rent, who lives there"),
    "work": NP_("kind of data in full", "Work and studies: employer, business, education"),
    "health": NP_("kind of data in full", "Health: illnesses, treatment, ability to function"),
}


def kind_names(words: Words, kinds: Iterable[str]) -> list[str]:
    """The short names of kinds, in the order in which they are always named."""
    found = set(kinds)
    return [words.ptext(*name) for kind, name in SHORT.items() if kind in found]


def kinds_named(words: Words, kinds: Iterable[str]) -> str:
    """Kinds of data in one line; none is said too."""
    return ", ".join(kind_names(words, kinds)) or words.ptext("kind of data", "no data")


def kind_in_full(words: Words, kind: str) -> str:
    """The full explanation of one kind."""
    return words.ptext(*FULL[kind])
