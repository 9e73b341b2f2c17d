"""What was done in the citizen's name: each act with its moment, agency, data and who did it. Theirs to keep."""

from __future__ import annotations

from collections.abc import Iterator

from desk.model.hours import HELSINKI
from desk.model.mandate_papers import ActsPaper, ToldAct
from desk.model.role import Role
from desk.ports import PaperOptions
from i18n.data_kind_words import kind_names
from i18n.language import Language
from i18n.translator import N_
from printing.document import Block, Document, Facts, Furniture, Span, Together, inline
from printing.papers.asking import ask_in_a_line
from printing.papers.side_by_side import Said, SideBySide, WordingOf
from printing.papers.wording import Wording

_ROLES = {
    Role.SERVICE_ADVISER: N_("a service adviser"),
    Role.OUTREACH: N_("an outreach worker"),
    Role.SUPERVISOR: N_("a supervisor"),
    Role.DIGITAL_SUPPORT: N_("a digital supporter"),
    Role.CONTENT_KEEPER: N_("a keeper of content"),
}


def acts_paper(paper: ActsPaper, wording: WordingOf, options: PaperOptions) -> Document:
    """The list as a document, in the languages of the mandate."""
    both = SideBySide.of(paper.languages, wording)
    say = both.own
    return Document(
        title=say.text("What was done in your name"),
        language=say.language,
        furniture=_furniture(paper, say),
        lead=inline(say.text("{giver}, this is all that the service point has done for you.", giver=paper.giver)),
        blocks=tuple(_blocks(paper, both)),
        large=options.large,
        easy=options.easy,
    )


def _blocks(paper: ActsPaper, both: SideBySide) -> Iterator[Block]:
    for act in paper.acts:
        yield Together(both.facts(*_rows(act)))
    yield from both.sentences(
        lambda say: inline(
            say.ntext(
                "The service point keeps this list and your mandate for {n} day after the end of the mandate. "
                "Then they are erased.",
                "The service point keeps this list and your mandate for {n} days after the end of the mandate. "
                "Then they are erased.",
                paper.kept_days,
            )
        ),
        lambda say: inline(
            say.text("Is something here wrong, or did you not want it? Tell us. You can withdraw the mandate.")
        ),
    )
    yield Together((Facts((ask_in_a_line(paper.ask, both.own),)),))
    yield from both.own.apology()


def _rows(act: ToldAct) -> Iterator[tuple[Said, Said]]:
    yield _label(N_("Done")), lambda say: inline(_named(act.titles, say))
    yield _label(N_("When")), lambda say: inline(_moment(act, say))
    yield _label(N_("With")), lambda say: inline(_named(act.agencies, say))
    yield _label(N_("Data that were given")), lambda say: inline(_kinds(act, say))
    if act.reference:
        yield _label(N_("Reference number")), lambda say: inline(Span(act.reference, unbroken=True))
    role = _ROLES.get(act.role) if act.role is not None else None
    if role is not None:
        yield _label(N_("Done by")), lambda say: inline(say.text(role))
    yield (
        _label(N_("Allowed by")),
        lambda say: inline(say.text("line {line}, mandate", line=act.line), " ", Span(act.code, unbroken=True)),
    )


def _label(msgid: str) -> Said:
    return lambda say: inline(say.text(msgid))


def _kinds(act: ToldAct, say: Wording) -> str:
    return ", ".join(kind_names(say.words, act.kinds)) or say.text("none")


def _named(names: dict[Language, str], say: Wording) -> str:
    return names.get(say.language) or next(iter(names.values()), "")


def _moment(act: ToldAct, say: Wording) -> str:
    local = act.at.astimezone(HELSINKI)
    return say.text("{day}, {time}", day=say.day(local.date()), time=say.formats.time_of_day(local.time()))


def _furniture(paper: ActsPaper, say: Wording) -> Furniture:
    day = say.day(paper.made_on)
    return Furniture(
        sender=(paper.ask.name if paper.ask.is_maker else "") or say.text("Service point"),
        kind=say.text("Acts in your name"),
        date=day,
        foot=say.text("Made at a service point on {day}. Form {form}.", day=day, form="acts 2026-11"),
        page_of=say.text("{page} ({pages})", page="{page}", pages="{pages}"),
    )
