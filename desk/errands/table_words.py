"""The row of a table that decided, in words."""

from __future__ import annotations

from desk.errands import nodes
from desk.errands.rule_words import RuleWords
from desk.errands.table_rows import DecidingRow
from desk.errands.worth_words import WorthWords
from i18n.translator import Words


class RowWords:
    """Says rows in one language."""

    def __init__(self, rules: RuleWords, worths: WorthWords, words: Words) -> None:
        self._rules = rules
        self._worths = worths
        self._words = words

    def of(self, row: DecidingRow) -> str:
        """What the conditions of the row are, and what it gives."""
        value = self._given(row)
        if not row.number:
            return self._words.text("No row of the table holds. It then gives: {value}.", value=value)
        return self._words.text(
            "Row {number} of the table decides. Its conditions: {conditions}. It gives: {value}.",
            number=row.number,
            conditions=self._rules.line(row.when),
            value=value,
        )

    def _given(self, row: DecidingRow) -> str:
        if isinstance(row.rule, nodes.Truth):
            return self._words.text("Yes") if row.rule.value else self._words.text("No")
        if row.worth is not None:
            return self._worths.said(row.worth, beside=nodes.FactValue(row.fact))
        return ", ".join(self._worths.option(row.fact, option) for option in row.options)
