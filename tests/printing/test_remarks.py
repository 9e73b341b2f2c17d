"""What papers remark: old information, pages that do not open, and what the service point adds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

import printing.pdf
from desk.model.catalogue import Contacts, Source, WebLink
from desk.model.guidance import Guidance
from desk.model.path import ChannelKind
from desk.model.plan import Contact, Decision, Group, Plan, PlanChannel, Words
from desk.model.point_note import NoteId, NoteKind, PointNote, Subject, SubjectKind
from desk.ports import PaperOptions
from i18n.language import Language
from i18n.translator import Lexicon
from printing.document import Document, QrCode, Steps
from printing.paper_maker import Papers
from printing.plain_text import as_text
from tests.printing import plans
from tests.printing.reading import text_of
from tests.printing.test_papers import ASK, MOMENT, SHEET

ENGLISH = PaperOptions(Language.EN)
OLD = date(2026, 9, 1)
PAGE = "https://www.suomi.fi/guides/death"
WEB = PlanChannel(ChannelKind.REMOTE, Words("The guide"), recommended=False, usable=True, url=Contact(PAGE, True))
NOTE = PointNote(
    NoteId("n"),
    NoteKind.OWN,
    Subject(SubjectKind.SERVICE, SHEET.id),
    "name",
    "Ovi on takana.",
    datetime(2026, 11, 1, tzinfo=UTC),
    language=Language.FI,
    on_paper=True,
)


@pytest.fixture
def papers(tmp_path) -> Papers:
    """Papers whose only words are the English ones, whatever the translators have done."""
    return Papers(Lexicon(tmp_path), lambda: printing.pdf)


def text(document: Document) -> str:
    return as_text(document).replace("\u00a0", " ")


def plan_of(**changes) -> Plan:
    base = plans.plan()
    return replace(base, steps=(plans.step("one", "Tell Kela", channels=(plans.PHONE, WEB), **changes),))


def codes(document: Document) -> list[str]:
    steps = (step for each in document.blocks if isinstance(each, Steps) for step in each.steps)
    blocks = [block for step in steps for block in step.blocks]
    return [block.address for block in blocks if isinstance(block, QrCode)]


def test_an_old_step_says_of_which_day_and_what_to_do(papers):
    old = text(papers.plan_document(plan_of(stale_since=OLD), ENGLISH))
    assert "The details of this service are from 1 September 2026: check them before you rely on them" in old
    assert "check them before" not in text(papers.plan_document(plan_of(), ENGLISH))


def test_what_is_old_is_not_told_to_be_doubtful_a_second_time(papers):
    assert "check this with them" in text(papers.plan_document(plan_of(verified=False), ENGLISH))
    both = text(papers.plan_document(plan_of(verified=False, stale_since=OLD), ENGLISH))
    assert "· check this with them" not in both


@pytest.mark.parametrize("changes", [{"group": Group.MAYBE}, {"decision": Decision.POSTPONED}])
def test_a_step_that_waits_or_may_apply_says_it_too(papers, changes):
    assert "check them before you rely on them" in text(
        papers.plan_document(plan_of(stale_since=OLD, **changes), ENGLISH)
    )


@pytest.mark.parametrize("language", Language)
def test_it_is_said_on_a_real_paper_in_every_language(language):
    papers = Papers(Lexicon(), lambda: printing.pdf)
    plan = replace(plan_of(stale_since=OLD), language=language)
    drawn = text_of(papers.plan(plan, PaperOptions(language)))
    fresh = text_of(papers.plan(replace(plan_of(), language=language), PaperOptions(language)))
    assert "2026" in drawn
    assert len(drawn) > len(fresh) + 20


def test_a_page_that_does_not_open_gets_no_code_and_is_named(papers):
    working = papers.plan_document(plan_of(), ENGLISH)
    broken = papers.plan_document(plan_of(broken_links=(PAGE,)), ENGLISH)
    assert codes(working) == [PAGE]
    assert codes(broken) == []
    assert "The page www.suomi.fi/guides/death did not open when we last tried it." in text(broken)


def test_a_note_in_another_language_is_marked(papers):
    told = text(papers.plan_document(plan_of(point_notes=(Words("Ovi on takana.", Language.FI),)), ENGLISH))
    assert "From the service point" in told
    assert "Ovi on takana. (in Finnish)" in told


def guidance(**changes) -> Guidance:
    return replace(Guidance(SHEET, (), MOMENT, ASK), **changes)


def test_old_guidance_says_so_at_the_top_once(papers):
    fetched = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
    old = replace(SHEET, source=Source(), fetched=fetched, stale=True)
    old = replace(old, channels=tuple(replace(each, stale=True, fetched=fetched) for each in old.channels))
    told = text(papers.guidance_document(guidance(sheet=old), ENGLISH))
    warning = "This information is from 1 September 2026. Check it before you rely on it."
    assert told.count(warning) == 1
    assert told.index(warning) < told.index("Where and how")


def test_an_old_channel_of_a_fresh_sheet_says_so_itself(papers):
    fetched = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
    first, *rest = SHEET.channels
    sheet = replace(SHEET, stale=False, channels=(replace(first, stale=True, fetched=fetched), *rest))
    told = text(papers.guidance_document(guidance(sheet=sheet), ENGLISH))
    assert told.count("Check it before you rely on it.") == 1
    assert told.index("Where and how") < told.index("Check it before")


def test_guidance_names_a_form_that_does_not_open_once_and_gives_the_page_that_does(papers):
    form, page = "https://www.example.fi/form.pdf", "https://www.example.fi/forms"
    links = tuple(WebLink(url, "en") for url in (form, page))
    channels = tuple(replace(each, contacts=Contacts(links=links)) for each in SHEET.channels if each.forms)
    sheet = replace(SHEET, channels=channels)
    told = text(papers.guidance_document(guidance(sheet=sheet, broken_links=frozenset({form})), ENGLISH))
    assert told.count("The page www.example.fi/form.pdf did not open when we last tried it.") == 1
    assert "www.example.fi/forms" in told
    assert "On the web: www.example.fi/form.pdf" not in told


def test_guidance_holds_the_notes_for_citizens_where_they_belong(papers):
    channel = SHEET.channels[0]
    of_channel = replace(NOTE, about=Subject(SubjectKind.CHANNEL, channel.id), text="Soita kelloa.")
    ours = replace(NOTE, on_paper=False, text="Vain meille.")
    told = text(papers.guidance_document(guidance(notes=(NOTE, of_channel, ours)), ENGLISH))
    assert "Ovi on takana. (in Finnish)" in told
    assert told.index("Ovi on takana.") < told.index("Where and how") < told.index("Soita kelloa.")
    assert "Vain meille." not in told
