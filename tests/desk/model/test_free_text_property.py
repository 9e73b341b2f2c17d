"""Thousands of made-up notes: a secret is found wherever it stands, and nothing harmless is ever taken for one."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings, strategies as st
from stdnum import iso11649, luhn
from stdnum.fi import hetu, ytunnus

from desk.model.free_text import Secret, secret_in
from desk.model.plan_code import draw_code, written
from tests.thorough import examples

CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
WORDS = [
    *(
        "asiakas",
        "tulee",
        "uudestaan",
        "Kela",
        "OmaVero",
        "soittaa",
        "huomenna",
        "ilman lähetettä",
        "ei muista PIN-koodia",
    ),
    *("salasana on unohtunut", "kunden ringer", "i morgon", "har glömt lösenordet", "comes back", "the code is lost"),
    *("pankkitunnukset puuttuvat", "koodi unohtunut", "avainlukulista hukassa", "hakemus", "liite", "viite", "lasku"),
]
TOWNS = ["Helsinki", "Tampere", "Oulu", "Utsjoki", "Ekenäs", "Rovaniemi"]
STREETS = ["Hämeenkatu", "Kauppakatu", "Storgatan", "Koulutie", "Rantatie"]
JOINTS = [" – ", ", ", "\n", "; ", ". ", " / ", "\n\n"]


def _digits(dice: random.Random, count: int) -> str:
    return "".join(dice.choice("0123456789") for _ in range(count))


def reference(dice: random.Random, length: int = 0) -> str:
    """A Finnish reference number with a right check digit, in fives from the right or in one."""
    body = str(dice.randint(1, 9)) + _digits(dice, (length or dice.randint(4, 20)) - 2)
    weighed = sum(int(digit) * (7, 3, 1)[at % 3] for at, digit in enumerate(reversed(body)))
    number = body + str(-weighed % 10)
    if dice.random() < 0.5:
        return number
    first = len(number) % 5
    return " ".join(filter(None, [number[:first], *(number[at : at + 5] for at in range(first, len(number), 5))]))


def international_reference(dice: random.Random) -> str:
    body = _digits(dice, dice.randint(4, 18))
    number = f"RF{98 - int(body + '271500') % 97:02}{body}"
    assert iso11649.is_valid(number)
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4)) if dice.random() < 0.5 else number


def phone(dice: random.Random) -> str:
    shapes = ["0295 ### ###", "020 ### ###", "040 ### ####", "+358 50 ### ####", "050-#######", "09 #### ####"]
    shapes += ["puh. 040###-####", "tel. 050 ####### ", "0800 # ####", "116 117", "112", "+46 8 ### ## ##"]
    return "".join(dice.choice("0123456789") if sign == "#" else sign for sign in dice.choice(shapes))


def business_id(dice: random.Random) -> str:
    while True:
        body = _digits(dice, 7)
        check = sum(int(digit) * weight for digit, weight in zip(body, (7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
        if check != 1:
            number = f"{body}-{0 if check == 0 else 11 - check}"
            assert ytunnus.is_valid(number)
            return number


def day(dice: random.Random) -> str:
    when = date(1930, 1, 1) + timedelta(days=dice.randint(0, 40000))
    shapes = ("{0.day}.{0.month}.{0.year}", "{0:%d.%m.%Y}", "{0.isoformat}", "{0:%Y-%m-%d}", "{0.day}.{0.month}.")
    shape = dice.choice([shapes[0], shapes[1], shapes[3], shapes[4]])
    return shape.format(when)


def amount(dice: random.Random) -> str:
    euros = dice.randint(1, 99999)
    cents = f"{dice.randint(0, 99):02}"
    return dice.choice(
        [f"{euros} €", f"{euros},{cents} €", f"{euros:,}".replace(",", " ") + " euroa", f"{euros}.{cents}"]
    )


HARMLESS: list[Callable[[random.Random], str]] = [
    *(reference, international_reference, phone, business_id, day, amount),
    lambda dice: str(dice.randint(1900, 2099)),
    lambda dice: f"{dice.randint(1, 9999):04}0 {dice.choice(TOWNS)}",
    lambda dice: f"{dice.choice(STREETS)} {dice.randint(1, 99)} {dice.choice('ABC')} {dice.randint(1, 60)}",
    lambda dice: f"klo {dice.randint(7, 20)}.{dice.choice(('00', '15', '30'))}",
    lambda dice: f"lomakkeen koodi {dice.choice(('SV', 'KU', 'TO'))}{dice.randint(1, 140)}",
    lambda _dice: f"koodi {written(draw_code())}",
    lambda _dice: f"plan code {written(draw_code())}",
    lambda dice: f"{dice.randint(1, 12)} kk, {dice.randint(1, 90)} päivää",
    lambda dice: f"vuodet {', '.join(str(dice.randint(1990, 2030)) for _ in range(dice.randint(2, 9)))}",
    lambda dice: dice.choice(WORDS),
]


def identity_code(dice: random.Random) -> str:
    born = date(1900, 1, 1) + timedelta(days=dice.randint(0, 45000))
    sign = dice.choice("-YXWVU") if born.year < 2000 else dice.choice("ABCDEF")
    number = f"{born:%d%m%y}", f"{dice.randint(2, 999):03}"
    check = CHECKS[int("".join(number)) % 31]
    code = f"{number[0]}{sign}{number[1]}{check}"
    assert hetu.is_valid(code, allow_temporary=True)
    return dice.choice(
        [code, code.lower(), f"{code[:6]} {code[6:]}", f"{code[:6]}\n{code[6:]}", f"({code})", f"{code}."]
    )


def account(dice: random.Random) -> str:
    bank = _digits(dice, 14)
    number = f"FI{98 - int(bank + '151800') % 97:02}{bank}"
    grouped = " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    return dice.choice([number, number.lower(), grouped, f"tili {grouped}", f"IBAN:{number}"])


def card(dice: random.Random) -> str:
    start = dice.choice(("4", "51", "55", "2221", "2720", "34", "37"))
    body = start + _digits(dice, (14 if start in ("34", "37") else 15) - len(start))
    number = body + luhn.calc_check_digit(body)
    cuts = (4, 10) if len(number) == 15 else (4, 8, 12)
    edges = (0, *cuts, len(number))
    groups = [number[a:b] for a, b in pairwise(edges)]
    return dice.choice([" ".join(groups), "-".join(groups), f"{' '.join(groups)} 12/28"])


def bare_card(dice: random.Random) -> str:
    """A card number in one, unless it is a right reference number too: then nobody could tell."""
    while True:
        number = card(dice).split(" 12/")[0].replace(" ", "").replace("-", "")
        weighed = sum(int(digit) * (7, 3, 1)[at % 3] for at, digit in enumerate(reversed(number[:-1])))
        if -weighed % 10 != int(number[-1]):
            return f"kortti {number}"


def credential(dice: random.Random) -> str:
    word = dice.choice(
        [
            *("PIN", "pin-koodi", "PIN-luku", "salasana", "tunnusluku", "turvakoodi", "tekstiviestikoodi", "salis"),
            *("lösenord", "lösenordet", "PIN-kod", "säkerhetskoden", "engångskod", "password", "security code", "CVV"),
        ]
    )
    token = dice.choice(
        [_digits(dice, dice.choice((3, 4, 6))), f"Kissa{_digits(dice, 3)}", f"Sala-{_digits(dice, 2)}x"]
    )
    return f"{word}{dice.choice((': ', ' ', ' on ', ' är ', ' is ', '='))}{token}"


def key_list(dice: random.Random) -> str:
    length, count = dice.choice((4, 6)), dice.randint(6, 20)
    keys = [_telling(dice, length) for _ in range(count)]
    link = dice.choice((" ", ": ", ". ", "=", "\n"))
    joint = dice.choice((", ", "\n", "; ", "   "))
    if link == "\n":
        joint = "\n"
    return joint.join(f"{at:03}{link}{key}" for at, key in enumerate(keys, dice.randint(1, 80)))


def _telling(dice: random.Random, length: int) -> str:
    while True:
        key = _digits(dice, length)
        if not key.endswith("00") and not (length == 4 and key.startswith(("19", "20"))):
            return key


def key_table(dice: random.Random) -> str:
    rows = [" ".join([f"{at:03}", *(_digits(dice, 4) for _ in range(5))]) for at in range(1, dice.randint(3, 9))]
    return "\n" + "\n".join(rows) + "\n"


HARMFUL: dict[Callable[[random.Random], str], Secret] = {
    identity_code: Secret.IDENTITY_CODE,
    account: Secret.ACCOUNT_NUMBER,
    card: Secret.CARD_NUMBER,
    bare_card: Secret.CARD_NUMBER,
    credential: Secret.CREDENTIAL,
    key_list: Secret.KEY_LIST,
    key_table: Secret.KEY_LIST,
}


def _note(dice: random.Random) -> list[str]:
    return [dice.choice(HARMLESS)(dice) for _ in range(dice.randint(1, 5))]


@settings(max_examples=examples(2000), deadline=None)
@given(st.integers(0, 2**63))
def test_nothing_harmless_is_refused(seed: int) -> None:
    dice = random.Random(seed)
    joint = dice.choice(JOINTS)
    note = joint.join(_note(dice))
    assert secret_in(note) is None, note


@settings(max_examples=examples(2000), deadline=None)
@given(st.integers(0, 2**63))
def test_a_secret_is_found_between_harmless_words(seed: int) -> None:
    dice = random.Random(seed)
    make, kind = dice.choice(list(HARMFUL.items()))
    secret = make(dice)
    before, after = dice.choice(WORDS[:8]), dice.choice(WORDS[:8])
    joint = dice.choice((" ", ", ", "\n"))
    note = f"{before}{joint}{secret}{joint}{after}"
    assert secret_in(note) is kind, note
