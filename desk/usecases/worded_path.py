"""The path of a visit under one version of the errands, with its steps in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.model.ids import StepId
from desk.model.path import Path
from desk.model.plan import PlanStep
from desk.usecases.visit_errands import VisitRules
from desk.usecases.visit_path import path_of_visit
from desk.usecases.word_path import PathWords
from i18n.language import Language


@dataclass(frozen=True, slots=True)
class WordedPath:
    """A path, and its steps by their ids."""

    path: Path
    steps: Mapping[StepId, PlanStep]


def worded_path(rules: VisitRules, language: Language) -> WordedPath:
    """Return the path of a visit today, with its steps in a language."""
    shelf, visit = rules.shelf, rules.visit
    path = path_of_visit(shelf.bundle, visit, shelf.clock.today())
    steps = PathWords(shelf.wording(language), visit, path).steps(path)
    return WordedPath(path, {step.id: step for step in steps})
