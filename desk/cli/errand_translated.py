"""``desk errands translated``: says that translations are right, so that a later change of the Finnish shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from desk.cli.content_given import CONTENT, drafts_option, path_option
from desk.cli.errors import terminal_words
from desk.cli.output import print_lines
from desk.errands.diagnostics import did_you_mean
from desk.errands.drafts import FOLDER as DRAFTS, published, with_drafts
from desk.errands.fields import Report
from desk.errands.loader import load
from desk.errands.translations import Recorded, fresh_hashes, parts_of, record_file, records_in, written
from i18n.language import FALLBACK
from services.content_files import content_files
from services.given_files import write_paper

EVERYTHING = "all"


@click.command("translated")
@click.argument("part")
@click.argument("language", required=False)
@click.option("--only", multiple=True, metavar="KEY", help="Only this text, as the checker names it; may be repeated.")
@path_option
@drafts_option
def translated_command(part: str, language: str | None, only: Sequence[str], path: Path | None, drafts: bool) -> None:
    """Record that the translations of PART (an errand, facts/SET, texts, or all) are right, in LANGUAGE or in each."""
    root = path or CONTENT
    recording = _Recording(root, tuple(only), drafts)
    for each in recording.chosen(part):
        print_lines(*recording.record(each, language))


@dataclass(frozen=True, slots=True)
class _Change:
    language: str
    keys: tuple[str, ...]


class _Recording:
    """What one run writes, and where."""

    def __init__(self, root: Path, only: tuple[str, ...], drafts: bool) -> None:
        self._root = root
        self._only = only
        self._raw = content_files(root)
        files = with_drafts(self._raw) if drafts else published(self._raw)
        self._loaded = load(files)
        self._records = records_in(files, Report())
        self._parts = parts_of(self._loaded)
        self._drafts = drafts

    def chosen(self, part: str) -> tuple[str, ...]:
        """The parts that were named; ends as wrong usage when there is none such, or no such text in them."""
        if part != EVERYTHING and part not in self._parts:
            raise click.BadParameter(f"{part}: {did_you_mean(part, [*self._parts, EVERYTHING])}", param_hint="PART")
        parts = tuple(sorted(self._parts)) if part == EVERYTHING else (part,)
        known = {key for each in parts for key in self._parts[each]}
        for key in self._only:
            if key not in known:
                raise click.BadParameter(f"{key}: {did_you_mean(key, known)}", param_hint="--only")
        return parts

    def record(self, part: str, language: str | None) -> list[str]:
        """Write the hashes of a part, and tell what is new in them."""
        languages = sorted(self._loaded.words.words.keys() - {FALLBACK})
        if language is not None and language not in languages:
            raise click.BadParameter(f"{language}: {did_you_mean(language, languages)}", param_hint="LANGUAGE")
        before = self._records.get(part, Recorded())
        changes = [self._taken(part, each, before) for each in ([language] if language else languages)]
        write_paper(self._place(part), written(before))
        words = terminal_words()
        return [
            f"{part} {change.language}: "
            + words.ntext("{n} text recorded anew", "{n} texts recorded anew", len(change.keys))
            for change in changes
        ]

    def _taken(self, part: str, language: str, recorded: Recorded) -> _Change:
        known = recorded.hashes.get(language, {})
        fresh = fresh_hashes(self._loaded, self._parts[part], language)
        chosen = {key: told for key, told in fresh.items() if not self._only or key in self._only}
        kept = {key: told for key, told in known.items() if key in fresh}
        recorded.hashes[language] = {**kept, **chosen}
        return _Change(language, tuple(sorted(key for key, told in chosen.items() if known.get(key) != told)))

    def _place(self, part: str) -> Path:
        """Beside the texts: those of a draft lie among the drafts, and move out with it."""
        source = self._loaded.words.places[FALLBACK, self._parts[part][0]].file
        is_draft = self._drafts and f"{DRAFTS}{source}" in self._raw
        return self._root / (DRAFTS if is_draft else "") / record_file(part)
