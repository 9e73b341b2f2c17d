"""What stands on the plan, the guidance and the recovery sheet, and what never does."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, time
from itertools import pairwise
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
from desk.model.ids import StepId
from desk.model.local_text import LocalText
from desk.model.path import Nature
from desk.model.plan import Decision, Group, WhoToAsk, Words
from desk.model.service_hours import HoursKind, Opening, ServiceHours
from desk.model.service_sheet import ServiceSheet, SheetChannel, SheetKind, SheetText
from desk.ports import PaperMaker, PaperOptions
from i18n.language import Language
from i18n.translator import Lexicon
from printing.document import ByWhen, Document, Heading, Note, Paragraph, Steps, plain
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


def headings(document: Document) -> list[str]:
    lines = text(document).split("\n")
    return [line for line, below in pairwise(lines) if below and set(below) == {"-"}]


def steps(document: Document) -> dict[str, str]:
    """Each step's plain text under its title."""
    found = {}
    for block in document.blocks:
        if isinstance(block, Steps):
            for step in block.steps:
                alone = replace(document, blocks=(Steps((step,)),))
                found[plain(step.title)] = text(alone)
    return found


def test_the_papers_are_the_desks_paper_maker(papers: Papers) -> None:
    maker: PaperMaker = papers
    assert maker.plan(plans.plan(), ENGLISH).startswith(b"%PDF-1.7")


def test_the_parts_of_a_plan_come_in_their_order(papers: Papers) -> None:
    document = papers.plan_document(plans.plan(), ENGLISH)
    assert document.title == "When someone close to you has died"
    assert headings(document) == [
        "Whom to ask",
        "Now at this desk",
        "You do this",
        "This comes by itself",
        "This may apply to you",
        "This is done",
        "You decided not to do this",
        "Sources",
    ]


def test_a_deadline_that_has_passed_comes_first_and_says_what_can_still_be_done(papers: Papers) -> None:
    document = papers.plan_document(plans.plan(), ENGLISH)
    note = document.blocks[0]
    assert isinstance(note, Note)
    assert note.label == "A deadline has passed"
    lines = [plain(block.text) for block in note.blocks if isinstance(block, Paragraph)]
    assert lines == [
        "Make the estate inventory",
        "The last day was Tuesday 10\u00a0November\u00a02026.",
        "Do it now. Ask the tax office for more time.",
    ]


def test_a_passed_deadline_without_words_of_its_own_still_says_whom_to_turn_to(papers: Papers) -> None:
    late = replace(plans.ESTATE, deadline=plans.deadline(date(2026, 11, 10), passed=True))
    document = papers.plan_document(plans.plan(steps=(late,)), ENGLISH)
    assert "Contact the agency without delay and ask what can still be done." in text(document)


def test_a_passed_deadline_of_a_step_that_is_done_worries_nobody(papers: Papers) -> None:
    done = replace(plans.ESTATE, decision=Decision.HANDLED)
    document = papers.plan_document(plans.plan(steps=(done,)), ENGLISH)
    assert not any(isinstance(block, Note) for block in document.blocks)


def test_the_earlier_day_is_large_and_the_last_lawful_day_stands_only_where_it_differs(papers: Papers) -> None:
    document = papers.plan_document(plans.plan(steps=(plans.PENSION, plans.ESTATE)), ENGLISH)
    large = [
        block
        for part in document.blocks
        if isinstance(part, Steps)
        for step in part.steps
        for block in step.blocks
        if isinstance(block, ByWhen)
    ]
    assert [block.day for block in large] == [
        "Saturday 5\u00a0December\u00a02026",
        "Tuesday 10\u00a0November\u00a02026",
    ]
    assert "The last lawful day is Monday 7\u00a0December\u00a02026." in plain(large[0].remark)
    assert "last lawful day" not in plain(large[1].remark)
    same = replace(plans.PENSION, deadline=plans.deadline(date(2026, 12, 7), last_lawful_day=date(2026, 12, 7)))
    assert "last lawful day" not in text(papers.plan_document(plans.plan(steps=(same,)), ENGLISH))


def test_a_step_says_all_that_is_needed_to_do_it(papers: Papers) -> None:
    step = steps(papers.plan_document(plans.plan(), ENGLISH))["Apply for the survivors' pension"]
    for words in (
        "[ ] 1. Apply for the survivors' pension",
        "At the latest, or you may lose money: Saturday 5 December 2026",
        "- Sign it yourself.",
        "By phone: Kela's survivors' line",
        "Phone: 020 634 0000, Monday to Friday 9am to 4pm",
        "Price: free of charge",
        "[ ] ID card or passport",
        "Or in person: Kela's office, Torikatu 1, 00000 Mallila (check with the agency)",
        "On the web: www.kela.fi/omakela",
        "Always log in yourself.",
    ):
        assert words in step
    assert step.count("www.kela.fi/omakela") == 1
    assert "Only for those with an e-ID" not in step


def test_a_text_in_another_language_says_so(papers: Papers) -> None:
    step = steps(papers.plan_document(plans.plan(), ENGLISH))["Apply for the survivors' pension"]
    assert "[ ] Lääkärin lausunto (in Finnish)" in step


def test_what_nobody_could_check_says_so(papers: Papers) -> None:
    step = steps(papers.plan_document(plans.plan(), ENGLISH))["Make the estate inventory"]
    assert "Price: 37.21 euros\n" in step
    assert "We have not been able to check it." in step
    assert "We have not been able to check it." not in "".join(
        words for title, words in steps(papers.plan_document(plans.plan(), ENGLISH)).items() if "estate" not in title
    )


def test_one_unchecked_thing_in_a_checked_step_is_marked_by_itself(papers: Papers) -> None:
    checked = replace(plans.ESTATE, verified=True)
    step = steps(papers.plan_document(plans.plan(steps=(checked,)), ENGLISH))["Make the estate inventory"]
    assert "Price: 37.21 euros (check with the agency)" in step
    assert "We have not been able to check it." not in step


def test_many_steps_are_shown_at_a_glance_first(papers: Papers) -> None:
    many = tuple(
        replace(plans.BANK, id=StepId(f"s{number}"), title=Words(f"Thing {number}"), decision=None)
        for number in range(1, 4)
    )
    after = replace(plans.MAYBE, id=StepId("z"), group=Group.YOU, title=Words("Last"), after=(StepId("s2"),))
    document = papers.plan_document(plans.plan(steps=(plans.ESTATE, *many, after)), ENGLISH)
    assert headings(document)[:2] == ["All steps at a glance", "Whom to ask"]
    words = text(document)
    assert "Step: 1; What to do: Make the estate inventory; By when: Tuesday 10 November 2026" in words
    assert "Step: 2; What to do: Thing 1; By when: no set day" in words
    assert "Step: 5; What to do: Last; By when: after step 3" in words
    few = papers.plan_document(plans.plan(steps=(plans.ESTATE, *many)), ENGLISH)
    assert "at a glance" not in text(few)


def test_a_warning_of_many_steps_is_said_once(papers: Papers) -> None:
    own = replace(plans.BANK, warnings=(Words("Always log in yourself."), Words("Only the bank.")))
    words = text(papers.plan_document(plans.plan(steps=(plans.PENSION, own)), ENGLISH))
    assert words.count("Always log in yourself.") == 1
    assert words.index("Remember in all of this") < words.index("Always log in yourself.")
    assert "Remember: Only the bank." in words


def test_advice_that_has_passed_does_not_alarm(papers: Papers) -> None:
    advice = replace(plans.ESTATE, deadline=plans.deadline(date(2026, 11, 10), Nature.ADVICE, passed=True))
    document = papers.plan_document(plans.plan(steps=(advice,)), ENGLISH)
    assert not any(isinstance(block, Note) for block in document.blocks)
    assert "Do this as soon as you can. It was best to do it by: Tuesday 10 November 2026" in text(document)


def test_sources_stand_at_the_end_by_step(papers: Papers) -> None:
    words = text(papers.plan_document(plans.plan(), ENGLISH))
    assert "Step 1: Kela, kela.fi/survivors, checked 2 November 2026." in words


def test_a_step_names_those_that_come_before_it_by_their_numbers(papers: Papers) -> None:
    found = steps(papers.plan_document(plans.plan(), ENGLISH))
    assert "First do the step: 1" in found["Make the estate inventory"]
    waiting = replace(plans.BANK, decision=None)
    assert (
        "There is no set day for this."
        in steps(papers.plan_document(plans.plan(steps=(waiting,)), ENGLISH))["Tell the bank"]
    )
    first = replace(plans.PENSION, deadline=None)
    found = steps(papers.plan_document(plans.plan(steps=(first, plans.ESTATE)), ENGLISH))
    assert "Do this first." in found["Apply for the survivors' pension"]


def test_only_what_is_still_to_be_done_has_a_box_and_a_number(papers: Papers) -> None:
    lines = text(papers.plan_document(plans.plan(), ENGLISH)).splitlines()
    boxes = [line for line in lines if line.startswith("[ ]")]
    assert boxes == [
        "[ ] 1. Apply for the survivors' pension",
        "[ ] 2. Make the estate inventory",
        "[ ] 3. Tell the bank",
    ]
    assert "- Tell the housing company" in lines
    assert "- Apply for the burial grant" in lines


def test_the_reason_of_a_refusal_is_on_no_paper(papers: Papers) -> None:
    assert "a secret reason" not in papers.plan_text(plans.plan(), ENGLISH)


def test_a_plan_says_whom_to_ask_when_it_was_made_and_from_what(papers: Papers) -> None:
    words = text(papers.plan_document(plans.plan(), ENGLISH))
    assert "Phone: 020 000 0000" in words
    assert "Open: Monday to Friday 9am to 3pm" in words
    assert "Made at a service point on 21 November 2026. Content version 3f5a9c1be20d." in words


def test_only_a_kept_plan_has_a_code(papers: Papers) -> None:
    assert "Code of your plan: 7KXM-2QTD-R" in papers.plan_text(plans.plan(), ENGLISH)
    assert "Code of your plan" not in papers.plan_text(plans.plan(plan_code=None), ENGLISH)


def test_a_discreet_plan_names_no_matter_no_address_and_no_municipality(papers: Papers) -> None:
    pdf = papers.plan(plans.plan(discreet=True), ENGLISH)
    words = text_of(pdf)
    for secret in ("Mallila", "Torikatu", "someone close", "died"):
        assert secret not in words
    assert b"died" not in pdf
    assert "Your plan" in words
    assert "020 000 0000" in words


def test_a_plan_without_a_named_point_still_says_whom_to_ask(papers: Papers) -> None:
    words = text(papers.plan_document(plans.plan(ask=WhoToAsk("")), ENGLISH))
    assert "Ask at the service point." in words


@pytest.mark.parametrize("language", [Language.FI, Language.SV, Language.SE, Language.RU, Language.AR])
@pytest.mark.parametrize("large", [False, True])
def test_a_plan_comes_out_in_every_language_and_size(language: Language, large: bool) -> None:
    real = Papers(Lexicon(), lambda: printing.pdf)
    words = text_of(real.plan(plans.plan(language=language), PaperOptions(language, large=large, easy=large)))
    assert "[?]" not in words
    assert "020 634 0000" in words


def test_words_that_a_language_lacks_are_owned_up_to(papers: Papers) -> None:
    document = papers.plan_document(plans.plan(), PaperOptions(Language.RU))
    assert "Some words on this paper are in English." in text(document)
    assert "Some words on this paper" not in papers.plan_text(plans.plan(), ENGLISH)


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
        "Service point: Service point Mallila",
    ):
        assert line in words
    assert "020 000 2222" not in words
    assert words.index("Have your ID card.") < words.index("Where and how") < words.index("More about this")


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


def test_plan_titles_in_another_language_are_still_titles(papers: Papers) -> None:
    document = papers.plan_document(plans.plan(title=Words("Muutto", fallback=Language.FI)), ENGLISH)
    assert document.title == "Muutto"
