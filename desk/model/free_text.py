"""What free text may not hold: identity codes, bank account numbers, passwords and codes.

Refused is only what is surely one of these. Years, postal codes, dates, phone and reference numbers pass: a note that
is refused for no reason teaches people to go round the check.
"""

from __future__ import annotations

import re
from enum import StrEnum

from stdnum import iban
from stdnum.fi import hetu


class Secret(StrEnum):
    """The kinds of secret that free text is refused for."""

    IDENTITY_CODE = "identity_code"
    ACCOUNT_NUMBER = "account_number"
    CREDENTIAL = "credential"
    KEY_LIST = "key_list"


_IDENTITY_CODE = re.compile(r"(?<!\d)\d{6} ?[-+A-FU-Y] ?\d{3}[0-9A-Y](?![0-9A-Za-z])", re.IGNORECASE)

_ACCOUNT_START = re.compile(r"(?<![0-9A-Za-z])[A-Z]{2}\d{2}(?=[ 0-9A-Z])", re.IGNORECASE)
_ACCOUNT_LENGTHS = range(15, 35)
"""ISO 13616: the shortest account number in use has 15 characters, the longest possible has 34."""

_NOT_A_CREDENTIAL = (
    "postal",
    "post",
    "zip",
    "area",
    "country",
    "form",
    "plan",
    "reference",
    "qr",
    "bar",
    "lomakkeen",
    "suunnitelman",
    "palvelun",
    "blankettens",
    "planens",
)
_CREDENTIAL_WORD = (
    r"(?:salasana|tunnusluku|tunnusluvu|avainluku|avainluvu|lösenord|password|passcode|passphrase)\w*"
    r"|pin(?:[ -]?(?:koodi|kod|code|tunnus)\w{0,3})?"
    r"|(?:turva|tunnus|vahvistus|kirjautumis|avaus|lukitus)-?koodi\w*"
    r"|(?:säkerhets|bank|bekräftelse|inloggnings)-?kod\w*"
    r"|(?:security|access|login|verification|unlock) code"
    rf"|(?<!{' )(?<!'.join(_NOT_A_CREDENTIAL)} )(?:koodi(?:a|ni|n|nsa|ksi)?|kod(?:en)?|code)"
)
_CREDENTIAL = re.compile(
    rf"(?<!\w)(?:{_CREDENTIAL_WORD})(?!\w)(?P<link>\s*[:=]\s*|\s+(?:on|är|is)\s*:?\s+|\s+)(?P<token>[^\s,;]+)",
    re.IGNORECASE,
)

_KEY_PAIR = r"(?<![\d.,])(?:\d{1,3}|0\d{3})[ \t]*[:=.)–-]?[ \t]*\d{4,6}(?![\d.])"
_KEY_LIST = re.compile(rf"{_KEY_PAIR}(?:[\s,;/|]+{_KEY_PAIR}){{3,}}")
_KEY_INDEX = re.compile(r"(?<![\d.,])(\d{1,4})[ \t]*[:=.)–-]?[ \t]*\d{4,6}(?![\d.])")


def secret_in(text: str) -> Secret | None:
    """Return the first kind of secret that a free text surely holds, or ``None``."""
    if _has_identity_code(text):
        return Secret.IDENTITY_CODE
    if _has_account_number(text):
        return Secret.ACCOUNT_NUMBER
    if _has_credential(text):
        return Secret.CREDENTIAL
    if _has_key_list(text):
        return Secret.KEY_LIST
    return None


def _has_identity_code(text: str) -> bool:
    codes = (found.group().replace(" ", "") for found in _IDENTITY_CODE.finditer(text))
    # Test persons (individual number 900-999) count: nobody should get used to writing codes here.
    return any(hetu.is_valid(code, allow_temporary=True) for code in codes)


def _has_account_number(text: str) -> bool:
    for start in _ACCOUNT_START.finditer(text):
        run = re.match(r"[0-9A-Z ]+", text[start.start() :], re.IGNORECASE)
        compact = run.group().replace(" ", "") if run else ""
        if any(iban.is_valid(compact[:n]) for n in _ACCOUNT_LENGTHS if n <= len(compact)):
            return True
    return False


def _has_credential(text: str) -> bool:
    for found in _CREDENTIAL.finditer(text):
        token = found["token"].strip("\"'.!?()")
        named_outright = ":" in found["link"] or "=" in found["link"]
        if token and (named_outright or re.search(r"\d", token) or re.search(r"\S[A-ZÅÄÖ]", token)):
            return True
    return False


def _has_key_list(text: str) -> bool:
    return any(len(set(_KEY_INDEX.findall(found.group()))) >= 4 for found in _KEY_LIST.finditer(text))
