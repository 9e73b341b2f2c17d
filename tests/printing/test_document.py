"""What a document refuses, and how it reads as plain text."""

from __future__ import annotations

import pytest

from i18n.language import Direction, Language
from printing.document import (
    Document,
    Heading,
    Note,
    NoteKind,
    Paragraph,
    QrCode,
    Table,
    inline,
    is_web_address,
)
from printing.plain_text import as_text
from tests.printing import samples


@pytest.mark.parametrize("address", ["https://www.kela.fi/asumistuki", "http://suomi.fi", "https://a.fi/ä?x=1#y"])
def test_a_web_address_can_be_opened(address: str) -> None:
    assert is_web_address(address)
    assert QrCode(address, "", "").shown == address.split("://")[1]


@pytest.mark.parametrize(
    "address",
    ["", "www.kela.fi", "mailto:a@b.fi", "tel:0200", "javascript:alert(1)", "https://", "https://a b.fi", "ftp://a.fi"],
)
def test_a_code_of_anything_else_is_refused(address: str) -> None:
    assert not is_web_address(address)
    with pytest.raises(ValueError, match="web address"):
        QrCode(address, "", "")


def test_a_table_with_a_missing_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="as many cells"):
        Table((inline("a"), inline("b")), ((inline("c"),),))


@pytest.mark.parametrize("levels", [(3,), (1,), (2, 4), (4,), (0,)])
def test_a_heading_that_skips_a_level_is_refused(levels: tuple[int, ...]) -> None:
    blocks = tuple(Heading(inline("x"), level) for level in levels)
    with pytest.raises(ValueError, match="skips a level"):
        Document("t", Language.FI, samples.furniture(), (Note(NoteKind.ADVICE, "n", blocks),))


def test_headings_may_go_down_one_and_up_any() -> None:
    blocks = tuple(Heading(inline("x"), level) for level in (2, 3, 3, 2, 2, 3))
    assert Document("t", Language.FI, samples.furniture(), blocks).blocks == blocks


def test_the_direction_is_that_of_the_language() -> None:
    assert samples.arabic_plan().direction is Direction.RIGHT_TO_LEFT
    assert samples.swedish_sheet().direction is Direction.LEFT_TO_RIGHT


def test_plain_text_says_everything_in_order() -> None:
    assert as_text(samples.swedish_sheet()) == (
        "Servicestället Mallila · Anvisning · 21.11.2026\n"
        "\n"
        "Sök allmänt bostadsbidrag\n"
        "=========================\n"
        "\n"
        "Du kan ha rätt till bostadsbidrag. FPA avgör saken. Ansökan är avgiftsfri.\n"
        "Telefon: 020 000 0000\n"
        "På finska: yleinen asumistuki\n"
        "Samma anvisning på nätet: www.fpa.fi/bostadsbidrag\n"
        "\n"
        "Gjord på servicestället 21.11.2026. Uppgifterna kontrollerade 2.11.2026.\n"
    )


def test_plain_text_of_steps_has_boxes_and_indents() -> None:
    lines = as_text(samples.finnish_plan(), width=60).splitlines()
    start = lines.index("[ ] 2. Hae yleistä asumistukea Kelasta")
    assert lines[start + 1] == "    Hae viimeistään: torstaina 31.12.2026"
    assert "    [ ] palkkakuitti tai eläkepäätös" in lines
    assert max(map(len, lines)) <= 60


def test_plain_text_wraps_under_the_first_letter() -> None:
    long = Document("t", Language.FI, samples.furniture(), (Paragraph(inline("sana " * 30)),))
    assert all(len(line) <= 40 for line in as_text(long, 40).splitlines() if line.startswith("sana"))
