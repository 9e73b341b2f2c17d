"""What puts a visit into words: the content, the words of the program, and the day."""

from __future__ import annotations

from dataclasses import dataclass

from desk.errands.bundle import Bundle
from desk.errands.wording import Wording
from desk.ports import Clock
from i18n.language import Language
from i18n.translator import Lexicon


@dataclass(frozen=True, slots=True)
class Shelf:
    """What showing needs besides the visit."""

    bundle: Bundle
    lexicon: Lexicon
    clock: Clock

    def wording(self, language: Language, *, easy: bool = False) -> Wording:
        """Return the content in a language, as it is today; in easy words where there are some."""
        return Wording(self.bundle, self.lexicon.words(language), self.clock.today(), easy=easy)
