"""Text as it may stand on a paper and in a file: whatever came in, no character that is no text."""

from __future__ import annotations

import re
import unicodedata

_ODD_SPACES = re.compile("[\u2000-\u2006\u2008-\u200a\u205f\u3000\x0b\x0c\x1c-\x1f\x85\u2028\u2029\r]")
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def clean(text: str) -> str:
    """The text without controls and half characters, with ordinary spaces, composed (NFC)."""
    text = _CONTROLS.sub("", text.replace("\r\n", "\n"))
    return unicodedata.normalize("NFC", _ODD_SPACES.sub(" ", text))
