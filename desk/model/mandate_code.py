"""The short code on a mandate: made from every field of it, so that a paper can be held against what was stored.

Of the SHA-256 of the canonical text 56 bits are spelled: three groups with a check symbol each, to be read aloud. It is
one group longer than the code of a plan, so that neither is ever taken for the other.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from desk.errors import MandateCodeMistyped
from desk.model.ids import MandateCode
from desk.model.mandate import Mandate, ScopeLine
from desk.model.spoken_code import SYMBOLS, SlipOfTheTongue, spelled, unspelled
from i18n.language import Language

_BYTES = 7
_GROUP = SYMBOLS + 1
_KIND = "palvelutiski mandate 1"


def canonical_text(mandate: Mandate) -> str:
    """Return every field of a mandate but its code, as one text that depends on no locale and no order of a set."""
    fields = {
        "kind": _KIND,
        "id": mandate.id,
        "template": mandate.template,
        "giver": mandate.giver,
        "born": mandate.born.isoformat() if mandate.born is not None else None,
        "holder": _sorted(mandate.holder),
        "form": mandate.form.value,
        "lasting": mandate.lasting.value,
        "drawn_on": mandate.drawn_on.isoformat(),
        "last_day": mandate.last_day.isoformat(),
        "languages": [language.value for language in mandate.languages],
        "lines": [_line(line) for line in mandate.lines],
        "names": [{"errand": _sorted(each.errand), "agency": _sorted(each.agency)} for each in mandate.names],
        "renews": mandate.renews,
    }
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, indent=1)


def code_of(mandate: Mandate) -> MandateCode:
    """Return the code that belongs to what a mandate says, whatever code it carries."""
    digest = hashlib.sha256(canonical_text(mandate).encode()).digest()
    return MandateCode(spelled(digest[:_BYTES]).replace(" ", ""))


def with_code(mandate: Mandate) -> Mandate:
    """Return a mandate with its own code."""
    return replace(mandate, code=code_of(mandate))


def is_unchanged(mandate: Mandate) -> bool:
    """Tell whether a mandate still says what its code was made from."""
    return mandate.code == code_of(mandate)


def read_mandate_code(typed: str) -> MandateCode:
    """Read a code as typed: any case, spaces and dashes, O for 0, I and L for 1. Raises ``MandateCodeMistyped``."""
    try:
        body = unspelled(typed.replace("–", "-"), _BYTES)
    except SlipOfTheTongue as slip:
        raise MandateCodeMistyped(typed=typed, group=slip.group) from None
    return MandateCode(spelled(body).replace(" ", ""))


def written_code(code: MandateCode) -> str:
    """Return the code as it is printed: ``0K7QM-4T2XB-9C3DE``."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def _line(line: ScopeLine) -> dict[str, object]:
    return {"errand": line.errand, "agency": line.agency, "kinds": sorted(kind.value for kind in line.kinds)}


def _sorted(names: Mapping[Language, str]) -> dict[str, str]:
    return {language.value: name for language, name in sorted(names.items())}
