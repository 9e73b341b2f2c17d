"""Words that would tell of violence or of a secret address to whoever finds a paper.

They are no facts, and no author has to know them: a line that holds one is left off a discreet paper, and a step that
is named or described with one is left off whole. Each is the beginning of a word, or of several, as a pattern.
"""

from __future__ import annotations

import re
from functools import lru_cache

from i18n.language import Language

TELLING = {
    Language.FI: (
        *("väkival", "turvakiel", "turvakod", "turvakot", "lähestymiski", "nollalinj"),
        *("pelkää", "pelkäät", "pelko", "pelot", "pelätä", "pelkoa"),
        *("vaino", "uhkail", "uhataan", "salainen osoite", "salaisen osoitteen", "jos se on turvallista"),
        *("on turvallista kertoa", "turvallisuutesi", "rikosuhri"),
    ),
    Language.SV: (
        *("våld", "spärrmarkering", "skyddshem", "besöksförbud", "kontaktförbud", "nollinj", r"rädd\b", "rädsla"),
        *("förfölj", "hotas", "hotar dig", "hemlig adress", "om det är tryggt", "din säkerhet", "brottsoffer"),
    ),
    Language.EN: (
        *("violen", "non-disclosure", "shelter", "restraining", "nollalinja", "afraid", "fear", "stalk"),
        *("threaten", "secret address", "if it is safe", "your safety", "victim"),
    ),
}


@lru_cache(maxsize=len(TELLING))
def _pattern(language: Language) -> re.Pattern[str]:
    words = "|".join(TELLING.get(language, TELLING[Language.FI]))
    return re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)


def tells(text: str, language: Language) -> bool:
    """Tell whether a text would give a citizen away; Finnish is looked for too, as it stands in for what is missing."""
    spaced = text.replace("\N{NO-BREAK SPACE}", " ")
    return any(_pattern(each).search(spaced) for each in {language, Language.FI})
