"""Reads phrase cards: what a clerk may say when a talk is hard."""

from __future__ import annotations

from desk.errands.definition import PhraseCard
from desk.errands.fields import Fields, Report
from desk.errands.load_facts import read_rule
from desk.errands.vocabulary import Vocabulary
from desk.errands.yaml_text import YNode

_KEYS = ("id", "errands", "when", "source", "checked")


def read_phrase_card(node: YNode, vocabulary: Vocabulary, report: Report) -> PhraseCard:
    """Read one card. Without errands and rule it is for any visit."""
    fields = Fields(node, "a phrase card", _KEYS, report)
    when = fields.scalar("when")
    return PhraseCard(
        id=fields.slug("id"),
        errands=fields.words("errands"),
        source=fields.text("source", required=True) or "",
        checked=fields.day("checked", required=True),
        at=fields.at,
        when=read_rule(when, vocabulary, report) if when else None,
    )
