"""What free text may not hold: identity codes, account and card numbers, passwords and codes.

Refused is only what is surely one of these. Years, postal codes, dates, amounts, phone numbers, reference numbers and
the codes of our own papers pass: a note that is refused for no reason teaches people to go round the check.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from stdnum import iban, luhn
from stdnum.fi import hetu

from desk.errors import MandateCodeMistyped, PlanCodeMistyped
from desk.model.mandate_code import read_mandate_code
from desk.model.plan_code import read_code


class Secret(StrEnum):
    """The kinds of secret that free text is refused for."""

    IDENTITY_CODE = "identity_code"
    ACCOUNT_NUMBER = "account_number"
    CARD_NUMBER = "card_number"
    CREDENTIAL = "credential"
    KEY_LIST = "key_list"


_IDENTITY_CODE = re.compile(
    r"(?<!\d)(?P<day>\d{6})\s?(?P<sign>[-+–−A-FU-Y])\s?(?P<end>\d{3}[0-9A-Y])(?![0-9A-Za-z])", re.IGNORECASE
)
_PHONE_WORD = re.compile(
    r"(?:puh|puhelin|p|gsm|tel|tfn|telefon|phone|call|soita|ring|numero|nro)[.: ]*$", re.IGNORECASE
)

_ACCOUNT_START = re.compile(r"(?<![0-9A-Za-z])[A-Z]{2}\d{2}(?=[\s0-9A-Z-])", re.IGNORECASE)
_ACCOUNT_LENGTHS = range(15, 35)
"""ISO 13616: the shortest account number in use has 15 characters, the longest possible has 34."""

_GROUPS = re.compile(r"(?<![\dA-Za-z+.,])\d+(?:[ \u00a0-]\d+)*(?![\dA-Za-z]|[.,]\d)")
_CARD = re.compile(
    r"4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"
    r"|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|6(?:011|5\d\d)\d{12}|(?:5018|5020|6304|6759)\d{12}"
)
"""Numbers that payment cards begin with, each with its length."""
_CARD_GROUPS = ((4, 4, 4, 4), (4, 6, 5), (4, 6, 4))
_REFERENCE_WORD = re.compile(
    r"(?:viit\w*|referen\w*|ref|laskun\w*|invoice|faktur\w*)[.: ]*(?:nro|no|nr)?[.: ]*$", re.IGNORECASE
)
_RF = re.compile(r"(?<![A-Za-z0-9])RF\d\d[ -]?$", re.IGNORECASE)
"""An international reference number (ISO 11649) is grouped in fours, as cards are."""
_REFERENCE_WEIGHTS = (7, 3, 1)

_NOT_A_CREDENTIAL = (
    *("postal", "post", "zip", "area", "country", "form", "plan", "mandate", "reference", "qr", "bar", "dress", "door"),
    *("lomakkeen", "suunnitelman", "valtakirjan", "palvelun", "oven", "tuotteen", "taudin", "maan"),
    *("blankettens", "planens", "fullmaktens", "landets", "the form's", "the plan's"),
)
_STRONG_WORD = (
    r"(?:salasana|tunnusluku|tunnusluvu|avainluku|avainluvu|pääsykoodi|lösenord|password|passcode|passphrase)\w*"
    r"|salis|pwd|passwd|lösen(?=\s*[:=])|pw(?=\s*[:=])|otp|puk|cv[cv]2?"
    r"|pin(?:[ -]?(?:koodi|luku|kod|code|number|nummer|tunnus)\w{0,3})?"
    r"|(?:turva|tunnus|vahvistus|varmistus|kirjautumis|avaus|lukitus|kertakäyttö|tekstiviesti|sms[ -]?)-?koodi\w*"
    r"|(?:säkerhets|bank|bekräftelse|inloggnings|engångs|sms[ -]?|kort)-?kod\w*"
    r"|(?:security|access|login|verification|unlock|one[ -]time|sms|bank|card) code"
)
_ANY_WORD = rf"{_STRONG_WORD}|(?<!{' )(?<!'.join(_NOT_A_CREDENTIAL)} )(?:koodi(?:a|ni|n|nsa|ksi)?|kod(?:en)?|code)"
_CREDENTIAL = re.compile(
    rf"(?<!\w)(?:{_ANY_WORD})(?!\w)(?P<link>\s*[:=]\s*|[ \t]+(?:on|är|is)\s*:?\s+|[ \t]+)(?P<token>[^\s,;]+)",
    re.IGNORECASE,
)
_CREDENTIAL_AFTER = re.compile(
    rf"(?<![\w.,-])(?!(?:19|20)\d\d\b)\d{{4,8}}\s+(?:on|är|is)\s+(?:hänen |hans |hennes |his |her |my |the )?"
    rf"(?:{_STRONG_WORD})(?!\w)",
    re.IGNORECASE,
)

_LINK = r"(?:\s{1,3}|\s{0,2}[:=.)–-]\s{0,3})"
_INDEX, _KEY = r"(?:\d{1,3}|0\d{3})", r"(?!(?:19|20)\d\d\b)(?:\d{6}|\d{4})(?<!00)"
_KEY_PAIR = rf"(?<![\d.,-]){_INDEX}{_LINK}{_KEY}(?![\d.]|,\d)"
_KEY_LIST = re.compile(rf"{_KEY_PAIR}(?:[\s,;/|]+{_KEY_PAIR}){{3,}}")
_KEY_INDEX = re.compile(rf"(?<![\d.,-])({_INDEX}){_LINK}{_KEY}(?![\d.]|,\d)")
_KEY_ROW = re.compile(r"^\s*(0\d{2,3})[ \t:.)|]+(?:\d{4}|\d{6})(?:[ \t,;|]+(?:\d{4}|\d{6}))+\s*$", re.MULTILINE)
"""A row of a printed list: its number, written with noughts before it, and several codes."""


def secret_in(text: str) -> Secret | None:
    """Return the first kind of secret that a free text surely holds, or ``None``."""
    if _has_identity_code(text):
        return Secret.IDENTITY_CODE
    if _has_account_number(text):
        return Secret.ACCOUNT_NUMBER
    if _has_key_list(text):
        return Secret.KEY_LIST
    if _has_card_number(text):
        return Secret.CARD_NUMBER
    if _has_credential(text):
        return Secret.CREDENTIAL
    return None


def _has_identity_code(text: str) -> bool:
    # Test persons (individual number 900-999) count: nobody should get used to writing codes here.
    return any(
        hetu.is_valid(_plain(found), allow_temporary=True) and not _is_phone(text, found)
        for found in _IDENTITY_CODE.finditer(text)
    )


def _plain(found: re.Match[str]) -> str:
    sign = "-" if found["sign"] in "–−" else found["sign"]
    return f"{found['day']}{sign}{found['end']}".upper()


def _is_phone(text: str, found: re.Match[str]) -> bool:
    """A mobile number written with one dash looks like the code of somebody born on the 4th or 5th."""
    begins = found["day"].startswith(("04", "050")) and found["sign"] not in "+" and found["end"].isdigit()
    return begins and _PHONE_WORD.search(text[: found.start()]) is not None


def _has_account_number(text: str) -> bool:
    for start in _ACCOUNT_START.finditer(text):
        run = re.match(r"[0-9A-Z\s-]+", text[start.start() :], re.IGNORECASE)
        compact = re.sub(r"[\s-]", "", run.group()) if run else ""
        if any(iban.is_valid(compact[:n]) for n in _ACCOUNT_LENGTHS if n <= len(compact)):
            return True
    return False


def _has_card_number(text: str) -> bool:
    for found in _GROUPS.finditer(text):
        groups, before = re.split(r"\D", found.group()), text[: found.start()]
        grouped = ("".join(each) for each in _like_a_card(groups) if not _RF.search(before))
        in_one = (each for each in groups if not _is_reference(each))
        if any(_is_card(digits) for digits in grouped):
            return True
        if any(_is_card(digits) for digits in in_one) and not _REFERENCE_WORD.search(before):
            return True
    return False


def _is_card(digits: str) -> bool:
    return _CARD.fullmatch(digits) is not None and luhn.is_valid(digits)


def _like_a_card(groups: Sequence[str]) -> Iterator[Sequence[str]]:
    """Parts of a row of numbers that are grouped as on a card; a reference number is grouped in fives."""
    sizes = [len(each) for each in groups]
    for shape in _CARD_GROUPS:
        for at in range(len(groups) - len(shape) + 1):
            if tuple(sizes[at : at + len(shape)]) == shape:
                yield groups[at : at + len(shape)]


def _is_reference(digits: str) -> bool:
    """Tell whether it is a Finnish reference number: the check digit comes of the weights 7, 3, 1 from the right."""
    weighed = sum(int(digit) * _REFERENCE_WEIGHTS[at % 3] for at, digit in enumerate(reversed(digits[:-1])))
    return (10 - weighed % 10) % 10 == int(digits[-1])


def _has_credential(text: str) -> bool:
    for found in _CREDENTIAL.finditer(text):
        token = found["token"].strip("\"'.!?()")
        named_outright = ":" in found["link"] or "=" in found["link"]
        telling = named_outright or re.search(r"\d", token) or re.search(r"\S[A-ZÅÄÖ]", token)
        if token and telling and not _is_our_own(token):
            return True
    return _CREDENTIAL_AFTER.search(text) is not None


def _is_our_own(token: str) -> bool:
    """Tell whether it is the code of a plan or a mandate, which is written down so that it can be found again."""
    return "-" in token and any(_reads(read, token) for read in (read_code, read_mandate_code))


def _reads(read: Callable[[str], object], token: str) -> bool:
    try:
        read(token)
    except (PlanCodeMistyped, MandateCodeMistyped):
        return False
    return True


def _has_key_list(text: str) -> bool:
    pairs = any(len(set(_KEY_INDEX.findall(found.group()))) >= 4 for found in _KEY_LIST.finditer(text))
    rows = [int(row) for row in _KEY_ROW.findall(text)]
    return pairs or (len(rows) >= 2 and rows == sorted(set(rows)))
