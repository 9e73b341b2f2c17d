"""Free text on its way into the journal or the settings: every use case that takes some lets it through here."""

from __future__ import annotations

from desk.errors import SecretInText
from desk.model.free_text import secret_in


def without_secret(text: str) -> str:
    """Return a text as it is kept, without spaces around it. Raises ``SecretInText``, which does not repeat it."""
    kind = secret_in(text)
    if kind is not None:
        raise SecretInText(kind=kind)
    return text.strip()
