"""Easy language: a simpler wording of a language's texts, for people to whom plain words are too hard.

It stands beside the ordinary words (``texts/fi-easy.yaml``), and is no language of its own: where a text has no easy
wording, the ordinary one stands. Nobody has reviewed it, so nothing may call it selkokieli.
"""

from __future__ import annotations

ENDING = "-easy"
FILE_LANGUAGE = f"[a-z]+(?:{ENDING})?"
"""How a file of texts names its language, as a pattern."""


def easy_words(language: str) -> str:
    """Under which name the easy words of a language stand among all words."""
    return f"{language}{ENDING}"


def base_of(words: str) -> str:
    """The language whose words they are, easy or not."""
    return words.removesuffix(ENDING)


def is_easy(words: str) -> bool:
    """True for words that are the easy wording of another language's."""
    return words.endswith(ENDING)
