"""Free text is refused for secrets only: what is refused, and what must never be."""

from __future__ import annotations

import pytest

from desk.model.free_text import Secret, secret_in

REFUSED = {
    Secret.IDENTITY_CODE: ["hetu 010594Y9032 kirjattu", "010594-9021?", "syntynyt 010594 - 9021", "(131052-9107)"],
    Secret.ACCOUNT_NUMBER: [
        "tili FI21 1234 5600 0007 85 maksu tänään",
        "fi2112345600000785",
        "IBAN:DE89370400440532013000.",
    ],
    Secret.CARD_NUMBER: [
        "4111 1111 1111 1111",
        "kortti 5555555555554444 voimassa",
        "2 kpl 4111-1111-1111-1111 12/27",
        "Amex 3782 822463 10005",
    ],
    Secret.CREDENTIAL: [
        "4821 on PIN-koodi",
        "1985 3341 är hennes lösenord",
        "tekstiviestikoodi 381920",
        "engångskod: 77120",
        "PIN 1234",
        "pin-koodi: 4821",
        "salasana: kissa",
        "salasana on Kissa123",
        "lösenordet är Hemligt1",
        "code 4821",
        "koodi on 99213",
        "password hunter2",
        "turvakoodi=77",
    ],
    Secret.KEY_LIST: [
        "001 4821, 002 9913, 003 1234; 004 5678",
        "1: 4821\n2: 9913\n3: 1234\n4: 5678",
        "001\n4821\n002\n9913\n003\n1234\n004\n5678",
        "001 4821 9913 1234\n002 0134 7781 5523",
    ],
}

PASSES = [
    "vuodet 2023 2024 2025 2026 2027 2028 2029 2030",
    "postal code 00100",
    "Hämeenkatu 7 33100 Tampere, Kauppakatu 12 40100 Jyväskylä, Katu 3 00100 Helsinki, Tie 4 90100 Oulu",
    "salasana on unohtunut",
    "asiakas ei muista PIN-koodia",
    "plan code ABCD-1234",
    "viite 12345 67890 12345 67897",
    "0295 419 800, 020 692 201, 0295 000",
    "1.1.2026 2.2.2026 3.3.2026 4.4.2026 5.5.2026",
    "PIN vaihdettu 2026",
    "lomakkeen koodi SV15",
    "Pinta-ala 120, pino 12 laatikkoa",
    "code of conduct 2026",
    "Kela 2 5600 Vero 3 5601 DVV 4 5602 Posti 5 5603",
    "ei muista PIN-koodia\n0295 419 800",
    "puh. 040123-4567",
    "viite 4111111111111111",
    "RF90 2319 7619 1450 6240 57",
    "Y-tunnus 1234567-1, tilausnumero 4111 1111 1111",
    "",
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in REFUSED.items() for text in texts])
def test_a_secret_is_found_and_named(kind: Secret, text: str) -> None:
    assert secret_in(text) is kind


@pytest.mark.parametrize("text", PASSES)
def test_what_is_not_surely_a_secret_passes(text: str) -> None:
    assert secret_in(text) is None


def test_only_a_right_checksum_makes_an_identity_code_or_account() -> None:
    assert secret_in("010594-9022") is None
    assert secret_in("FI22 1234 5600 0007 85") is None
