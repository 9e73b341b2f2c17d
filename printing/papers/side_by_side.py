"""Sentences in the citizen's language, with those of the point's language beside them where there are two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from i18n.language import Language
from printing.document import Block, Fact, Facts, Inline, Paragraph, Span, Table, inline
from printing.papers.wording import Wording

WordingOf = Callable[[Language], Wording]
Said = Callable[[Wording], Inline]
"""One sentence, as it is said in a language."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One or two languages of a paper; the first is the paper's own."""

    says: tuple[Wording, ...]
    headings: tuple[str, ...] = ()
    """What stands above each column besides the name of its language."""

    @classmethod
    def of(cls, languages: Sequence[Language], wording: WordingOf) -> SideBySide:
        """The words of these languages; one for which another stands in has no column of its own."""
        says: dict[Language, Wording] = {}
        for say in map(wording, languages):
            says.setdefault(say.language, say)
        return cls(tuple(says.values()))

    @property
    def own(self) -> Wording:
        """The words of the paper's own language."""
        return self.says[0]

    @property
    def is_alone(self) -> bool:
        """Whether there is one language."""
        return len(self.says) == 1

    def headed(self, headings: Sequence[str]) -> SideBySide:
        """The same languages, with a heading above each column."""
        return replace(self, headings=tuple(headings))

    @property
    def _header(self) -> tuple[str, ...]:
        names = tuple(say.language.endonym for say in self.says)
        return tuple(map(" · ".join, zip(names, self.headings, strict=True))) if self.headings else names

    def sentences(self, *sentences: Said) -> tuple[Block, ...]:
        """Each sentence as a paragraph, or as a row with a column for each language."""
        if self.is_alone:
            return tuple(Paragraph(sentence(self.own)) for sentence in sentences)
        header = tuple(_in(say, inline(text)) for say, text in zip(self.says, self._header, strict=True))
        rows = tuple(tuple(_in(say, sentence(say)) for say in self.says) for sentence in sentences)
        return (Table(header, rows),)

    def facts(self, *rows: tuple[Said, Said]) -> tuple[Block, ...]:
        """Labels with what stands behind them, under one another or beside one another."""
        if self.is_alone:
            told = tuple(Fact(_plain(label(self.own)), value(self.own)) for label, value in rows)
            return (Facts(told),)
        return self.sentences(*(_labelled(label, value) for label, value in rows))

    def both(self, said: Callable[[Wording], str]) -> str:
        """A label in both languages, with a stroke between them; once where they are the same."""
        return " / ".join(dict.fromkeys(said(say) for say in self.says))


def said_instead(wanted: Language, spoken: Language, wording: WordingOf) -> tuple[Block, ...]:
    """Where a citizen's language has no words for a mandate, its papers say in which they stand instead."""
    if wanted is spoken:
        return ()
    asked = wording(wanted)
    asked.stood_in.add(spoken)
    return asked.apology()


def _labelled(label: Said, value: Said) -> Said:
    return lambda say: (*(replace(span, strong=True) for span in label(say)), Span(": "), *value(say))


def _plain(text: Inline) -> str:
    return "".join(span.text for span in text)


def _in(say: Wording, text: Inline) -> Inline:
    return tuple(span if span.language is not None else replace(span, language=say.language) for span in text)
