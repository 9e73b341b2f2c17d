"""What the commands for service designers share: the content they look at, in words, and one of its examples."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import click

from desk import bootstrap
from desk.cli.content_given import GivenContent, drafts_option, given_content, region_option, whole_bundle
from desk.cli.given import wording_in
from desk.errands.bundle import Bundle
from desk.errands.case_tests import said_in_case
from desk.errands.compiling import Compiled, compile_bundle
from desk.errands.path import path_of
from desk.errands.rule_words import RuleWords
from desk.errands.wording import Wording
from desk.errands.worth_words import WorthWords
from desk.errors import CaseUnknown
from desk.model.ids import ErrandId
from desk.model.path import Path as CitizenPath
from i18n.language import Language
from i18n.translator import Lexicon
from services.clock import HelsinkiClock

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class CompiledContent:
    """Content that was compiled anew."""

    given: GivenContent
    compiled: Compiled
    bundle: Bundle


@dataclass(frozen=True, slots=True)
class Designed:
    """The content that was named: compiled anew from its files, or the program's own as it is."""

    content: Path | None
    drafts: bool
    over: Path | None = None

    def bundle(self) -> Bundle:
        """Return the compiled content."""
        if self.content is None and not self.drafts and self.over is None:
            return bootstrap.content()
        return self.compiled().bundle

    def compiled(self) -> CompiledContent:
        """Return the content compiled anew, with the files that it was made from."""
        given = given_content(self.content, self.over, drafts=self.drafts)
        compiled = compile_bundle(given.files)
        return CompiledContent(given, compiled, whole_bundle(compiled, as_json=False, given=given))

    def own_errands(self) -> frozenset[str]:
        """Return the errands that a region has as its own."""
        if self.over is None:
            return frozenset()
        return frozenset(path.parent.name for path in self.over.glob("errands/*/errand.yaml"))

    def example(self, errand: ErrandId, name: str) -> CitizenPath:
        """Return the path of an example, which is named as its file is; raises ``CaseUnknown``."""
        whole = self.compiled()
        bundle, cases = whole.bundle, whole.compiled.cases
        by_name = {Path(case.place.file).stem: case for case in cases if case.errands == (errand,)}
        case = by_name.get(name)
        answers = said_in_case(bundle, case) if case else None
        if case is None or answers is None:
            raise CaseUnknown(errand=errand, case=name, known=", ".join(sorted(by_name)))
        return path_of(bundle, [errand], answers, case.as_of)


def content_options(
    command: Callable[Concatenate[Designed, _Given], _Result],
) -> Callable[..., _Result]:
    """Give a command ``--content``, ``--errands`` and ``--drafts``."""

    @functools.wraps(command)
    def with_content(
        content: Path | None, over: Path | None, drafts: bool, *args: _Given.args, **kwargs: _Given.kwargs
    ) -> _Result:
        return command(Designed(content, drafts, over), *args, **kwargs)

    folder = click.option("--content", type=click.Path(path_type=Path), help="Another folder with errands.")
    return folder(region_option(drafts_option(with_content)))


def rule_words(bundle: Bundle, language: Language, day: date | None = None) -> tuple[Wording, RuleWords]:
    """Return what says the content, and its rules, in a language."""
    on = day or HelsinkiClock().today()
    wording, words = wording_in(bundle, language, on), Lexicon().words(language)
    return wording, RuleWords(bundle.definitions, WorthWords(bundle.definitions, wording, words, on), words)
