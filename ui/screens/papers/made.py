"""A paper that its own use case makes, shown and printed as every other: a mandate, a receipt, a certificate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk.model.visit import Visit
from desk.ports import PaperOptions
from i18n.translator import Words
from ui.screens.papers.state import Paper


@dataclass(frozen=True, slots=True)
class MadePaper:
    """How it is drawn, what is noted once it was handed over, and what is said beside it."""

    paper: Paper
    visit: Visit
    """Whose language and size it has at first."""
    draw: Callable[[PaperOptions], bytes]
    """Called on the store lane."""
    given: Callable[[PaperOptions], object] | None = None
    """Called on the store lane when it was printed or saved."""
    told: Callable[[Words], tuple[str, ...]] | None = None
    """What will not be on it, or how it is handed over: a sentence each."""
    beside: Callable[[PaperOptions], bytes] | None = None
    """A second copy that is printed and saved with it. Called on the store lane."""
    own_language: bool = False
    """Its language was settled when it was written: there is nothing to choose."""
    discreet: Callable[[], bool] | None = None
    """Whether the visit is discreet, and the paper names its matters. Called on the store lane."""
