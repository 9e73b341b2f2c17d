"""The words of a mandate in one language, as its template has them: on paper, and to hold a paper against them."""

from __future__ import annotations

from desk.model.mandate import DataKind, Mandate
from desk.model.mandate_papers import MandateClause, MandateText
from desk.model.mandate_template import RUNS_ON, TEMPLATES, Clause, clauses_of
from i18n.formats import Formats
from i18n.language import Language
from i18n.translator import Domain, Lexicon, Words


def mandate_text(mandate: Mandate, language: Language, lexicon: Lexicon) -> MandateText:
    """Return what a mandate says in a language; never half in one language and half in another."""
    texts = TEMPLATES[mandate.template].texts
    words = _speaking(lexicon.words(language, Domain.CITIZEN), tuple(texts.values()))
    filled = _Filling(mandate, words)
    return MandateText(
        language=words.language,
        title=words.ptext(*texts[Clause.TITLE]),
        clauses=tuple(
            MandateClause(
                words.ptext(*texts[clause], **filled.values(number)),
                number + 1 if clause is Clause.LINE else None,
                clause in RUNS_ON,
            )
            for clause, number in clauses_of(mandate)
        ),
    )


def _speaking(words: Words, texts: tuple[tuple[str, str], ...]) -> Words:
    """The words in the language that all of these texts are there in."""
    for context, msgid in texts:
        found = words.language_of(msgid, context)
        if found is not words.language:
            return words.speaking_as(msgid, context)
    return words


class _Filling:
    """What stands in the places of the sentences."""

    def __init__(self, mandate: Mandate, words: Words) -> None:
        self._mandate = mandate
        self._words = words
        self._texts = TEMPLATES[mandate.template].texts
        self._formats = Formats(words.language)

    def values(self, number: int) -> dict[str, str]:
        mandate = self._mandate
        told = {
            "giver": mandate.giver,
            "holder": self._named(mandate.holder),
            "drawn_on": self._formats.short_date(mandate.drawn_on),
            "last_day": self._formats.short_date(mandate.last_day),
        }
        if mandate.born is not None:
            told["born"] = self._formats.short_date(mandate.born)
        return told if number < 0 else {**told, **self._line(number)}

    def _line(self, number: int) -> dict[str, str]:
        line = self._mandate.lines[number]
        names = self._mandate.names_of(number)
        return {
            "errand": self._named(names.errand),
            "agency": self._named(names.agency),
            "kinds": ", ".join(
                self._words.ptext(*self._texts[f"kind_{kind}"]) for kind in DataKind if kind in line.kinds
            ),
        }

    def _named(self, names: dict[Language, str]) -> str:
        return names.get(self._words.language) or next(iter(names.values()), "")
