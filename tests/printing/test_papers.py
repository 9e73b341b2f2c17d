"""What stands on the plan, the guidance and the recovery sheet, and what never does."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

import printing.pdf
from desk.model.catalogue import (
    Address,
    ChannelId,
    ChannelKind,
    Charge,
    Contacts,
    Email,
    FormFile,
    Phone,
    Source,
    WebLink,
)
from desk.model.guidance import Guidance
from desk.model.local_text import LocalText
from desk.model.plan import WhoToAsk
from desk.model.service_hours import HoursKind, Opening, ServiceHours
from desk.model.service_sheet import ServiceSheet, SheetChannel, SheetKind, SheetText
from desk.ports import PaperMaker, PaperOptions
from i18n.language import Language
from i18n.translator import Lexicon
from printing.document import Document, Heading, QrCode, Together, plain
from printing.paper_maker import Papers
from printing.plain_text import as_text
from tests.printing import plans
from tests.printing.reading import text_of

ENGLISH = PaperOptions(Language.EN)
MOMENT = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/Helsinki"))


@pytest.fixture
def papers(tmp_path) -> Papers:
    """Papers whose only words are the English ones, whatever the translators have done."""
    return Papers(Lexicon(tmp_path), lambda: printing.pdf)


def text(document: Document) -> str:
    return as_text(document).replace("\u00a0", " ")


def test_the_papers_are_the_desks_paper_maker(papers: Papers) -> None:
    maker: PaperMaker = papers
    assert maker.plan(plans.plan(), ENGLISH).startswith(b"%PDF-1.7")


def local(**texts: str) -> LocalText:
    return LocalText(texts)


WEEK = ServiceHours(HoursKind.WEEKLY, (Opening(time(9), time(15), 0, 4), Opening(time(10), time(14), 5)))
BOOKED = ServiceHours(HoursKind.WEEKLY, (Opening(time(9), time(16), 1),), by_reservation=True)
CLOSED = ServiceHours(HoursKind.EXCEPTIONAL, valid_from=date(2026, 11, 18), valid_to=date(2026, 11, 18), is_closed=True)

PLACE = SheetChannel(
    ChannelId("a"),
    ChannelKind.PLACE,
    local(en="Office", fi="Toimisto"),
    summary=local(en="Come here."),
    contacts=Contacts(
        phones=(Phone("020 000 1111", "en", charge_note="0 euros a minute"), Phone("020 000 2222", "fi")),
        emails=(Email("office@example.fi"),),
        addresses=(
            Address(
                "Single",
                street=local(fi="Torikatu"),
                street_number="1",
                postal_code="00000",
                post_office=local(fi="MALLILA"),
            ),
        ),
    ),
    hours=(WEEK, CLOSED),
)
ONLINE = SheetChannel(
    ChannelId("b"),
    ChannelKind.ONLINE_SERVICE,
    local(fi="Verkkopalvelu"),
    contacts=Contacts(
        links=(WebLink("https://www.example.fi/fi", language="fi"), WebLink("https://www.example.fi/en", language="en"))
    ),
    requires_authentication=True,
)
FORM = SheetChannel(
    ChannelId("c"),
    ChannelKind.FORM,
    local(en="Form for moving"),
    forms=(FormFile("https://www.example.fi/form.pdf", language="en"),),
    form_identifier=local(en="DVV 1"),
    hours=(BOOKED,),
)
SHEET = ServiceSheet(
    SheetKind.SERVICE,
    "x",
    names=local(en="Notification of move", fi="Muuttoilmoitus"),
    summary=local(en="Tell your new address once."),
    about=(SheetText(local(en="Long text.\n\n* first\n* second\nMore.")),),
    for_whom=(SheetText(local(fi="Kaikille.")),),
    instruction=(SheetText(local(en="Have your ID card.")),),
    charge=Charge.FREE,
    channels=(PLACE, ONLINE, FORM),
    source=Source(starter=True, checked=date(2026, 11, 2)),
)
ASK = WhoToAsk("Service point Mallila", "020 000 0000")


def guidance(sheet: ServiceSheet = SHEET, ask: WhoToAsk = ASK) -> Guidance:
    return Guidance(sheet, (), MOMENT, ask)


def test_guidance_says_what_where_and_what_it_costs(papers: Papers) -> None:
    document = papers.guidance_document(guidance(), ENGLISH)
    assert document.title == "Notification of move"
    assert plain(document.lead) == "Tell your new address once."
    words = text(document)
    for line in (
        "Kaikille.",
        "(in Finnish)",
        "Have your ID card.",
        "This is free of charge.",
        "Phone: 020 000 1111 (0 euros a minute)",
        "Address: Torikatu 1, 00000 MALLILA",
        "E-mail: office@example.fi",
        "Form: DVV 1",
        "On the web: www.example.fi/en",
        "On the web: www.example.fi/form.pdf",
        "Verkkopalvelu (in Finnish)",
        "- first",
        "Facts checked on 2 November 2026.",
        "Ask if something is unclear: Service point Mallila, 020 000 0000",
    ):
        assert line in words
    assert "020 000 2222" not in words
    assert words.index("Have your ID card.") < words.index("Where and how") < words.index("More about this")


def test_a_service_that_asks_who_you_are_has_its_address_but_no_code(papers: Papers) -> None:
    public = replace(ONLINE, requires_authentication=False)
    codes = [
        [block for part in document.blocks if isinstance(part, Together) for block in part.blocks]
        for document in (
            papers.guidance_document(guidance(replace(SHEET, channels=(channel,))), ENGLISH)
            for channel in (ONLINE, public)
        )
    ]
    assert [any(isinstance(block, QrCode) for block in blocks) for blocks in codes] == [False, True]
    words = text(papers.guidance_document(guidance(replace(SHEET, channels=(ONLINE,))), ENGLISH))
    assert "On the web: www.example.fi/en" in words


def test_opening_hours_take_few_lines_and_name_the_day_that_is_not_as_usual(papers: Papers) -> None:
    words = text(papers.guidance_document(guidance(), ENGLISH)).splitlines()
    start = words.index("Open: ")
    assert words[start + 1 : start + 6] == [
        "Monday to Tuesday 9am to 3pm",
        "18 November 2026 closed",
        "Thursday to Friday 9am to 3pm",
        "Saturday 10am to 2pm",
        "Sunday closed",
    ]
    assert "Tuesday 9am to 4pm (by appointment)" in words


def test_guidance_from_the_national_catalogue_tells_its_age(papers: Papers) -> None:
    fetched = replace(SHEET, source=Source(), fetched=MOMENT)
    words = text(papers.guidance_document(guidance(fetched), ENGLISH))
    assert "From the national service catalogue as it was on 21 November 2026." in words


def test_guidance_with_nothing_but_a_name_is_a_paper_too(papers: Papers) -> None:
    bare = ServiceSheet(SheetKind.GENERAL_DESCRIPTION, "x", local(sv="Namn"))
    document = papers.guidance_document(guidance(bare, WhoToAsk("")), ENGLISH)
    assert [plain(block.text) for block in document.blocks if isinstance(block, Heading)] == []
    assert "Namn" in text_of(papers.guidance(guidance(bare, WhoToAsk("")), ENGLISH))


def test_guidance_is_drawn_with_codes_and_headings(papers: Papers) -> None:
    words = text_of(papers.guidance(guidance(), ENGLISH))
    assert "Notification of move" in words
    assert "www.example.fi/en" in words


def test_the_recovery_sheet_holds_the_key_and_fits_on_one_page(papers: Papers) -> None:
    groups = [f"AB{number:02}X" for number in range(13)]
    pdf = papers.recovery_sheet(" ".join(groups), "f3a1", Language.EN)
    words = text_of(pdf)
    for number, group in enumerate(groups, start=1):
        assert f"Group {number}: {group}" in words
    assert "1 (1)" in words
    assert "Data folder f3a1" in words


def test_papers_are_ready_before_anything_that_draws_is_loaded() -> None:
    heavy = "reportlab", "pikepdf", "segno", "arabic_reshaper", "bidi"
    command = f"import sys, printing.paper_maker, printing.spool; print([e for e in {heavy} if e in sys.modules])"
    told = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
