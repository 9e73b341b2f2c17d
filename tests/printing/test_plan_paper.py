"""What stands on the plan, on its first page and on those after it, and what never does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

import printing.pdf
from desk.model.ids import StepId
from desk.model.path import ChannelKind, Nature
from desk.model.plan import Contact, Decision, Group, PlanChannel, WhoToAsk, Words
from desk.ports import PaperOptions
from i18n.language import Language
from i18n.translator import Lexicon
from printing.document import Document, Note, PageBreak, Paragraph, QrCode, Steps, plain
from printing.paper_maker import Papers
from printing.pdf import compose
from printing.plain_text import as_text
from tests.printing import plans
from tests.printing.reading import text_of

ENGLISH = PaperOptions(Language.EN)
SHORT = PaperOptions(Language.EN, short=True)


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


def test_the_parts_of_a_plan_come_in_their_order(papers: Papers) -> None:
    document = papers.plan_document(plans.plan(), ENGLISH)
    assert document.title == "When someone close to you has died"
    assert headings(document) == [
        "Now at this desk",
        "You do this",
        "You do this later",
        "This comes by itself",
        "This may apply to you",
        "This is done",
        "You decided not to do this",
    ]


def test_a_deadline_that_has_passed_comes_first_and_says_what_can_still_be_done(papers: Papers) -> None:
    document = papers.plan_document(plans.plan(), ENGLISH)
    note = document.blocks[0]
    assert isinstance(note, Note)
    assert note.label == "A deadline has passed"
    lines = [plain(block.text) for block in note.blocks if isinstance(block, Paragraph)]
    assert lines == [
        "Make the estate inventory. The last day was Tuesday 10\u00a0November\u00a02026. "
        "Do it now. Ask the tax office for more time."
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
    found = steps(papers.plan_document(plans.plan(), ENGLISH))
    pension = found["Apply for the survivors' pension"]
    assert "At the latest: Saturday 5 December 2026\n    The last lawful day is Monday 7 December 2026." in pension
    estate = found["Make the estate inventory"]
    assert "The last day was: Tuesday 10 November 2026" in estate
    assert "last lawful day" not in estate
    same = replace(plans.PENSION, deadline=plans.deadline(date(2026, 12, 7), last_lawful_day=date(2026, 12, 7)))
    words = text(papers.plan_document(plans.plan(steps=(same,)), ENGLISH))
    assert "By law, at the latest: Monday 7 December 2026" in words
    assert "last lawful day" not in words


def test_a_day_for_the_sake_of_money_says_so_unless_its_rule_does(papers: Papers) -> None:
    unsaid = replace(plans.PENSION, deadline=plans.deadline(date(2026, 12, 5), Nature.MONEY, text=None))
    words = text(papers.plan_document(plans.plan(steps=(unsaid,)), ENGLISH))
    assert "At the latest, so that you lose no money: Saturday 5 December 2026" in words


def test_a_step_says_all_that_is_needed_to_do_it(papers: Papers) -> None:
    step = steps(papers.plan_document(plans.plan(), ENGLISH))["Apply for the survivors' pension"]
    for words in (
        "[ ] 1. Apply for the survivors' pension",
        "Kela · free of charge · check the contact details · Three months from the day of death.",
        "- Sign it yourself.",
        "Phone: Kela's survivors' line, 020 634 0000, Monday to Friday 9am to 4pm",
        "Have these with you:",
        "[ ] ID card or passport",
        "Or visit: Kela's office, Torikatu 1, 00000 Mallila",
        "Or web: OmaKela, www.kela.fi/omakela",
        "Always log in yourself.",
    ):
        assert words in step
    assert step.count("www.kela.fi/omakela") == 1
    assert "Only for those with an e-ID" not in step


def test_only_a_public_page_that_is_no_front_page_has_a_code(papers: Papers) -> None:
    def codes(kind: ChannelKind, address: str) -> list[QrCode]:
        way = PlanChannel(kind, Words("Read the guide."), True, True, url=Contact(address, verified=True))
        document = papers.plan_document(
            plans.plan(steps=(replace(plans.BANK, decision=None, channels=(way,)),)), ENGLISH
        )
        assert address.removeprefix("https://") in text(document)
        steps = next(block for block in document.blocks if isinstance(block, Steps))
        return [block for block in steps.steps[0].blocks if isinstance(block, QrCode)]

    assert codes(ChannelKind.PAPER, "https://kela.fi/soita-kelaan")
    assert not codes(ChannelKind.PAPER, "https://vero.fi")
    assert not codes(ChannelKind.E_SERVICE, "https://kela.fi/omakela")


def test_a_price_of_nothing_is_said_only_where_something_else_costs(papers: Papers) -> None:
    alone = papers.plan_document(plans.plan(steps=(plans.PENSION,)), ENGLISH)
    assert "free of charge" not in text(alone)


def test_a_text_in_another_language_says_so(papers: Papers) -> None:
    step = steps(papers.plan_document(plans.plan(), ENGLISH))["Apply for the survivors' pension"]
    assert "[ ] Lääkärin lausunto (in Finnish)" in step


def test_what_nobody_could_check_says_so_once(papers: Papers) -> None:
    document = papers.plan_document(plans.plan(), ENGLISH)
    step = steps(document)["Make the estate inventory"]
    assert "price 37.21 euros · after step 1 · check this with them" in step
    assert step.count("check") == 1
    assert "means that we have not been able to check it ourselves" in text(document)
    sure = replace(plans.BANK, decision=None)
    assert "not been able to check" not in text(papers.plan_document(plans.plan(steps=(sure,)), ENGLISH))


def test_one_unchecked_thing_in_a_checked_step_is_marked_as_such(papers: Papers) -> None:
    checked = replace(plans.ESTATE, verified=True)
    step = steps(papers.plan_document(plans.plan(steps=(checked,)), ENGLISH))["Make the estate inventory"]
    assert "price 37.21 euros · check the contact details" in step


def many(count: int):
    return tuple(
        replace(plans.BANK, id=StepId(f"s{number}"), title=Words(f"Thing {number}"), decision=None)
        for number in range(1, count + 1)
    )


def test_many_steps_are_shown_at_a_glance_first(papers: Papers) -> None:
    after = replace(plans.MAYBE, id=StepId("z"), group=Group.YOU, title=Words("Last"), after=(StepId("s2"),))
    best = replace(plans.ESTATE, id=StepId("e"), deadline=plans.deadline(date(2026, 12, 10), Nature.ADVICE))
    document = papers.plan_document(plans.plan(steps=(plans.PENSION, best, *many(2), after)), ENGLISH)
    lines = text(document).splitlines()
    start = lines.index("You do this")
    assert lines[start + 2 : start + 6] == [
        "[ ] 2. Make the estate inventory (Thursday 10 December 2026)",
        "[ ] 3. Thing 1",
        "[ ] 4. Thing 2",
        "[ ] 5. Last (after step 4)",
    ]
    assert "[ ] 1. Apply for the survivors' pension (Saturday 5 December 2026)" in lines
    assert "Days in bold matter by law" in text(document)
    few = papers.plan_document(plans.plan(steps=many(4)), ENGLISH)
    assert text(few).count("Thing 1\n") == 1


def test_the_short_plan_is_its_first_page_alone(papers: Papers) -> None:
    whole = plans.plan(steps=(*plans.plan().steps, *many(20)))
    document = papers.plan_document(whole, SHORT)
    words = text(document)
    for line in (
        "A deadline has passed",
        "[ ] 1. Apply for the survivors' pension (Saturday 5 December 2026)",
        "[ ] 2. Make the estate inventory (as soon as you can)",
        "[ ] 3. Tell the bank (later)",
        "[ ] 23. Thing 20",
        "Comes by itself: The death is registered",
        "May apply to you: Ask about life insurance",
        "Ask if something is unclear: Service point Mallila, 020 000 0000",
        "Code of your plan: 7KXM-2QTD-R",
    ):
        assert line in words
    assert "Kela's survivors' line" not in words
    assert compose(document).page_count == 1
    few = text(papers.plan_document(plans.plan(), SHORT))
    assert "[ ] 3. Tell the bank (later)" in few


def test_the_details_of_a_long_plan_begin_on_a_page_of_their_own(papers: Papers) -> None:
    long = papers.plan_document(plans.plan(steps=many(20)), ENGLISH)
    assert any(isinstance(block, PageBreak) for block in long.blocks)
    assert not any(isinstance(block, PageBreak) for block in papers.plan_document(plans.plan(), ENGLISH).blocks)


def test_a_warning_of_many_steps_is_said_once(papers: Papers) -> None:
    own = replace(plans.BANK, warnings=(Words("Always log in yourself."), Words("Only the bank.")))
    words = text(papers.plan_document(plans.plan(steps=(plans.PENSION, own)), ENGLISH))
    assert words.count("Always log in yourself.") == 1
    assert words.index("Remember in all of this") < words.index("Always log in yourself.")
    assert "Remember: Only the bank." in text(
        papers.plan_document(plans.plan(steps=(plans.PENSION, replace(own, decision=None))), ENGLISH)
    )


def test_advice_that_has_passed_does_not_alarm(papers: Papers) -> None:
    advice = replace(plans.ESTATE, deadline=plans.deadline(date(2026, 11, 10), Nature.ADVICE, passed=True))
    document = papers.plan_document(plans.plan(steps=(advice,)), ENGLISH)
    assert not any(isinstance(block, Note) for block in document.blocks)
    assert "    As soon as you can\n" in text(document)
    assert "10 November" not in text(document)


def test_sources_stand_at_the_end_by_step(papers: Papers) -> None:
    words = text(papers.plan_document(plans.plan(), ENGLISH))
    assert "Sources of the steps: checked 2 November 2026: 1 Kela, kela.fi/survivors." in words


def test_a_step_names_those_that_come_before_it_by_their_numbers(papers: Papers) -> None:
    found = steps(papers.plan_document(plans.plan(), ENGLISH))
    assert "after step 1 ·" in found["Make the estate inventory"]


def test_a_step_without_a_day_does_not_say_so(papers: Papers) -> None:
    free = replace(plans.BANK, decision=None)
    step = steps(papers.plan_document(plans.plan(steps=(free,)), ENGLISH))["Tell the bank"]
    assert "    Your bank\n\n    Tell the bank: this is what it means in one sentence." in step


def test_a_step_that_waits_is_a_line_with_its_reason(papers: Papers) -> None:
    later = replace(plans.ESTATE, decision=Decision.POSTPONED, reason="After the funeral.")
    document = papers.plan_document(plans.plan(steps=(later,)), ENGLISH)
    step = steps(document)["Make the estate inventory"]
    assert "Finnish Tax Administration · Tuesday 10 November 2026 · After the funeral." in step
    assert "this is what it means" not in step


def test_what_comes_by_itself_says_when_to_see_that_it_did(papers: Papers) -> None:
    checked = replace(plans.ITSELF, deadline=plans.deadline(date(2026, 12, 1), Nature.CHECK))
    words = text(papers.plan_document(plans.plan(steps=(checked,)), ENGLISH))
    assert "in one sentence. Check it on Tuesday 1 December 2026." in words


def test_what_may_apply_says_whom_to_ask_and_what_decides_it(papers: Papers) -> None:
    step = steps(papers.plan_document(plans.plan(), ENGLISH))["Ask about life insurance"]
    assert "Kela · It depends on this: whether there was insurance" in step


def test_only_what_is_still_to_be_done_has_a_box_and_a_number(papers: Papers) -> None:
    lines = text(papers.plan_document(plans.plan(), ENGLISH)).splitlines()
    boxes = [line for line in lines if line.startswith("[ ]")]
    assert boxes == [
        "[ ] 1. Apply for the survivors' pension",
        "[ ] 2. Make the estate inventory",
        "[ ] 3. Tell the bank",
    ]
    assert "- Tell the housing company" in lines
    assert "- Apply for the burial grant (a secret reason)" in lines


def test_the_reason_of_a_refusal_is_on_no_discreet_paper(papers: Papers) -> None:
    later = replace(plans.BANK, reason="another secret")
    words = papers.plan_text(plans.plan(steps=(*plans.plan().steps, later), discreet=True), ENGLISH)
    assert "secret" not in words


def test_a_plan_says_whom_to_ask_when_it_was_made_and_from_what(papers: Papers) -> None:
    words = text(papers.plan_document(plans.plan(), ENGLISH))
    assert (
        "Ask if something is unclear: Service point Mallila, 020 000 0000, Monday to Friday 9am to 3pm, "
        "Torikatu 1, Mallila" in words
    )
    assert "Made at a service point on 21 November 2026. Content 3f5a9c1be20d." in words


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


def test_a_discreet_plan_asks_to_come_back_before_a_step_whose_first_half_it_does_not_name(papers: Papers) -> None:
    unnamed = replace(plans.BANK, decision=None, after=(StepId("not_on_this_paper"),))
    discreet = papers.plan_document(plans.plan(steps=(unnamed, plans.PENSION), discreet=True), ENGLISH)
    found = steps(discreet)
    assert "ask us before you do this" in found["Tell the bank"]
    assert "ask us before" not in found["Apply for the survivors' pension"]
    assert "Sources" not in text(discreet)
    assert "ask us before" not in text(papers.plan_document(plans.plan(steps=(unnamed,)), ENGLISH))


def test_a_discreet_plan_says_so_at_a_glance_too_and_no_day_before_it(papers: Papers) -> None:
    unnamed = replace(plans.PENSION, decision=None, after=(StepId("not_on_this_paper"),))
    few = plans.plan(steps=(unnamed, plans.BANK), discreet=True)
    glance = text(papers.plan_document(few, replace(ENGLISH, short=True)))
    assert "ask us first" in glance
    assert "ask us first" not in text(papers.plan_document(replace(few, discreet=False), replace(ENGLISH, short=True)))


def test_a_plan_without_a_named_point_still_says_whom_to_ask(papers: Papers) -> None:
    words = text(papers.plan_document(plans.plan(ask=WhoToAsk("")), ENGLISH))
    assert "Ask if something is unclear: at the service point" in words


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


def test_plan_titles_in_another_language_are_still_titles(papers: Papers) -> None:
    document = papers.plan_document(plans.plan(title=Words("Muutto", fallback=Language.FI)), ENGLISH)
    assert document.title == "Muutto"


def test_at_a_glance_the_steps_of_three_children_are_told_apart(papers: Papers) -> None:
    orphans = tuple(replace(plans.PENSION, id=StepId(f"pension_{n}"), whose=Words(f"Child {n}")) for n in (1, 2, 3))
    words = text(papers.plan_document(plans.plan(steps=orphans), SHORT))
    assert [n for n in (1, 2, 3) if f"Apply for the survivors' pension (Child {n})" in words] == [1, 2, 3]


def test_what_is_best_done_today_says_so_in_its_own_words(papers: Papers) -> None:
    plan = plans.plan()
    today = plans.deadline(plan.made_on, Nature.ADVICE, text=Words("Today."))
    words = text(papers.plan_document(replace(plan, steps=(replace(plans.PENSION, deadline=today),)), ENGLISH))
    assert "\n    Today\n" in words
    assert "It is best to do this by" not in words
    later = replace(today, day=plan.made_on + timedelta(1))
    words = text(papers.plan_document(replace(plan, steps=(replace(plans.PENSION, deadline=later),)), ENGLISH))
    assert "It is best to do this by" in words


def test_a_form_begins_its_own_sentence_or_goes_on_in_the_one_before(papers: Papers) -> None:
    way = replace(
        plans.PENSION.channels[0], text=Words("Send it."), form=Contact("LL 1", verified=True), address=None, url=None
    )
    way = replace(way, kind=ChannelKind.MAIL, phone=None)
    step = replace(plans.PENSION, channels=(way,))
    assert "Send it. Form LL 1" in text(papers.plan_document(plans.plan(steps=(step,)), ENGLISH))
    at_home = replace(step, channels=(replace(way, address=Contact("Kela, PL 10", verified=True)),))
    assert "Send it. Kela, PL 10, form LL 1" in text(papers.plan_document(plans.plan(steps=(at_home,)), ENGLISH))


def test_what_may_be_for_any_of_several_children_is_said_once(papers: Papers) -> None:
    may = replace(plans.PENSION, group=Group.MAYBE, undecided=("Children",))
    orphans = tuple(replace(may, id=StepId(f"pension_{n}"), whose=Words(f"Child {n}")) for n in (1, 2, 3))
    words = text(papers.plan_document(plans.plan(steps=orphans), SHORT))
    assert words.count("Apply for the survivors' pension") == 1
    assert "Child" not in words
    alone = text(papers.plan_document(plans.plan(steps=orphans[:1]), SHORT))
    assert "Apply for the survivors' pension (Child 1)" in alone
