"""A referral: the letter to the agency, and the citizen's copy that says what was told to whom, and why.

The letter holds the sentences that were shown to the citizen, and nothing that the desk knows besides them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desk.model.handing import ReferralGround
from desk.model.handing_papers import REFERRAL_BEFORE, ReferralPaper
from desk.model.mandate import DataKind
from i18n.data_kind_words import SHORT, kinds_named
from i18n.handing_words import MONEY_IN_H3_1
from i18n.language import Language
from printing.document import Block, Bullets, Document, Fact, Facts, Field, Fields, Heading, Paragraph, inline
from printing.papers.asking import ask_in_a_line
from printing.papers.two_languages import TwoLanguages, edges_of, said
from printing.papers.wording import Wording

WordingOf = Callable[[Language], Wording]


def referral_letter(paper: ReferralPaper, wording: WordingOf) -> Document:
    """The letter, in the language of the service point."""
    edges, say = paper.edges, wording(paper.edges.ours).beside()
    ask = edges.ask
    answer = ", ".join(part for part in (ask.name, ask.phone, ask.address) if part) if ask.is_maker else ""
    facts = [
        Fact(say.text("To"), said(paper.agency)(say)),
        Fact(say.text("Number"), inline(paper.number)),
        Fact(say.text("It is about"), inline(_kinds(paper, say))),
        Fact(say.text("On what ground"), inline(_ground(paper, say))),
    ]
    if answer and not edges.discreet:
        facts.append(Fact(say.text("From"), inline(answer)))
    if paper.by and not edges.discreet:
        facts.append(Fact(say.text("Written by"), inline(paper.by)))
    return Document(
        title=say.text("Referral from a service point"),
        language=say.language,
        furniture=edges_of(edges, say.text("Referral"), say.day(paper.on), say),
        lead=inline(say.text("A citizen whom we helped has this matter with you.")),
        blocks=(
            Facts(tuple(facts)),
            Heading(inline(say.text("Who it is"))),
            *_who(paper, say),
            Heading(inline(say.text("What we were asked to tell you"))),
            Bullets(tuple(inline(each) for each in paper.sentences)),
            Paragraph(inline(say.text("We tell nothing else. Please ask the citizen for anything more."))),
            *say.apology(),
        ),
    )


def referral_copy(paper: ReferralPaper, wording: WordingOf) -> Document:
    """The citizen's copy, in their language with the service point's beside it; a discreet one tells nothing."""
    edges = paper.edges
    both = TwoLanguages.of(edges, wording)
    say = both.theirs
    quiet = edges.discreet
    return Document(
        title=say.text("Palvelutiski") if quiet else say.text("What we tell of you to an agency"),
        language=say.language,
        furniture=edges_of(edges, say.text("Copy of a referral"), say.day(paper.on), say),
        lead=inline(
            say.text("We have written a letter for you. Ask us what it says.")
            if quiet
            else say.text("This was told, on this ground, and nothing else.")
        ),
        blocks=(
            *(() if quiet else _told(paper, both)),
            Facts((*_code(paper, say), ask_in_a_line(edges.ask, say, quiet))),
            *say.apology(),
        ),
        large=edges.large,
    )


def _who(paper: ReferralPaper, say: Wording) -> Iterator[Block]:
    """Name and contact as the citizen let them be told; else lines that they fill in themselves."""
    if paper.name:
        facts = [Fact(say.text("Name"), inline(paper.name))]
        if paper.contact:
            facts.append(Fact(say.text("Contact"), inline(paper.contact)))
        yield Facts(tuple(facts))
    else:
        yield Paragraph(inline(say.text("The citizen writes this by hand, if they want to.")))
        yield Fields((Field(say.text("Name")), Field(say.text("Phone or address"))))


def _told(paper: ReferralPaper, both: TwoLanguages) -> Iterator[Block]:
    say = both.theirs
    yield both.rows(
        (
            (lambda say: say.text("To"), said(paper.agency)),
            (lambda say: say.text("Number"), lambda say: inline(paper.number)),
            (lambda say: say.text("It is about"), lambda say: inline(_kinds(paper, say))),
            (lambda say: say.text("On what ground"), lambda say: inline(_ground(paper, say))),
        )
    )
    yield Heading(inline(say.text("What was told")))
    yield Bullets(tuple(inline(each) for each in paper.sentences))
    if paper.name:
        told = ", ".join(part for part in (paper.name, paper.contact) if part)
        yield Facts((Fact(say.text("Your name and contact"), inline(told)),))
    if paper.ground is ReferralGround.CONSENT:
        yield Paragraph(
            inline(say.text("You agreed to these words on this day. We ask again each time we tell something."))
        )


def _code(paper: ReferralPaper, say: Wording) -> Iterator[Fact]:
    if paper.code and not paper.edges.discreet:
        yield Fact(
            say.text("Code of this referral"),
            inline(
                say.text("{code}. With it we find this again, if your plan is kept here.", code=paper.code),
            ),
        )


def _kinds(paper: ReferralPaper, say: Wording) -> str:
    if paper.edges.template != REFERRAL_BEFORE:
        return kinds_named(say.words, paper.kinds)
    names = {**SHORT, DataKind.MONEY.value: MONEY_IN_H3_1}
    return ", ".join(say.words.ptext(*name) for kind, name in names.items() if kind in paper.kinds)


def _ground(paper: ReferralPaper, say: Wording) -> str:
    match paper.ground:
        case ReferralGround.CONSENT:
            return say.text("the citizen's consent to these words, on {day}", day=say.day(paper.on))
        case ReferralGround.MANDATE:
            return say.text("a mandate, code {code}", code=paper.mandate)
        case ReferralGround.LAW:
            return say.text("the law: {law}", law=paper.law)
