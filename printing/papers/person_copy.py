"""What we keep about you: everything of one visit in plain words, and who looked at it. For the person alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from desk.model.hours import HELSINKI
from desk.model.keeping import Category
from desk.model.person_copy import Happened, PersonCopy, Written
from desk.ports import PaperOptions
from i18n.data_kind_words import kind_names
from i18n.keeping_words import (
    CATEGORY_WORDS,
    CHANNEL_WORDS,
    CONTACT_WORDS,
    DECISION_WORDS,
    EVENT_WORDS,
    OTHER_EVENT,
)
from i18n.written_words import ID_WORDS, WRITTEN_WORDS
from printing.document import Block, Bullets, Document, Fact, Facts, Furniture, Heading, Paragraph, Span, inline
from printing.papers.asking import ask_in_a_line
from printing.papers.wording import Wording


def person_copy_paper(copy: PersonCopy, say: Wording, options: PaperOptions) -> Document:
    """The copy as a document, in the language of ``say``."""
    return Document(
        title=say.text("What we keep about you"),
        language=say.language,
        furniture=Furniture(
            sender=copy.ask.name or say.text("Service point"),
            kind=say.text("Copy of your data"),
            date=say.day(_day(copy.made_at)),
            foot=say.text("Made at a service point on {day}.", day=say.day(_day(copy.made_at))),
            page_of=say.text("{page} ({pages})", page="{page}", pages="{pages}"),
        ),
        lead=inline(say.text("This is everything that we keep of visit {number}.", number=copy.number)),
        blocks=tuple(_blocks(copy, say)),
        large=options.large,
        easy=options.easy,
    )


def _blocks(copy: PersonCopy, say: Wording) -> Iterator[Block]:
    if copy.erased:
        yield Paragraph(inline(say.text("What you told us has been erased. Nobody can bring it back.")))
    yield Facts(tuple(_visit(copy, say)))
    yield from _person(copy, say)
    if copy.answers:
        yield Heading(inline(say.text("What you told us")))
        yield Bullets(tuple(inline(f"{each.what} ", Span(each.said, strong=True)) for each in copy.answers))
    yield from _section(say.text("What was agreed"), _steps(copy, say))
    if copy.plan:
        yield Heading(inline(say.text("Your plan as it was agreed")))
        yield Bullets(tuple(inline(title) for title in copy.plan))
    yield from _acting(copy, say)
    yield from _sharing(copy, say)
    yield from _section(say.text("What else we wrote down"), (_written(each, say) for each in copy.written))
    yield from _log(copy, say)
    yield from _keeping(copy, say)
    if copy.ask.name:
        yield Facts((ask_in_a_line(copy.ask, say),))
    yield from say.apology()


def _visit(copy: PersonCopy, say: Wording) -> Iterator[Fact]:
    yield Fact(say.text("Visit"), inline(say.formats.number(copy.number)))
    yield Fact(say.text("Began"), inline(_moment(copy.opened_at, say)))
    if copy.ended_at is not None:
        yield Fact(say.text("Ended"), inline(_moment(copy.ended_at, say)))
    yield Fact(say.text("How we met"), inline(say.words.ptext(*CHANNEL_WORDS[copy.channel.value])))
    if copy.errands:
        yield Fact(say.text("About"), inline("; ".join(copy.errands)))
    if copy.plan_code:
        yield Fact(say.text("Code of your plan"), inline(Span(copy.plan_code, unbroken=True)))


def _person(copy: PersonCopy, say: Wording) -> Iterator[Block]:
    rows = [Fact(say.text("Name"), inline(copy.name))] if copy.name else []
    if copy.birth_date is not None:
        rows.append(Fact(say.text("Date of birth"), inline(say.day(copy.birth_date))))
    if copy.has_identity_code:
        told = say.text("We keep it. It is not printed here. You can see it with us at the desk.")
        rows.append(Fact(say.text("Identity code"), inline(told)))
    for way, where in copy.contact:
        rows.append(Fact(say.words.ptext(*CONTACT_WORDS[way]), inline(where or "–")))
    if rows:
        yield from _section(say.text("Who you are"), rows)
    else:
        yield Paragraph(inline(say.text("We do not know your name. The visit has a number only.")))


def _steps(copy: PersonCopy, say: Wording) -> Iterator[Fact]:
    for told in copy.steps:
        decided = say.words.ptext(*DECISION_WORDS[told.said]) if told.said else ""
        parts = [part for part in (decided, *told.notes) if part]
        yield Fact(told.what, inline("; ".join(parts) or "–"))


def _acting(copy: PersonCopy, say: Wording) -> Iterator[Block]:
    rows = [
        Fact(
            say.text("Mandate {code}", code=told.what),
            inline(say.text("{lines}. Last day {day}", lines="; ".join(told.notes), day=_iso(told.said, say))),
        )
        for told in copy.mandates
    ]
    yield from _section(say.text("Mandates"), rows)
    told = ((each.said, "; ".join([each.what, *kind_names(say.words, each.notes)])) for each in copy.acts)
    done = [Fact(_iso(day, say), inline(what)) for day, what in told]
    yield from _section(say.text("What was done in your name"), done)


def _written(each: Written, say: Wording) -> Fact:
    ids = (say.words.ptext(*ID_WORDS[each.kind][id]) for id in each.ids)
    day = (say.day(each.on),) if each.on is not None else ()
    return Fact(say.words.ptext(*WRITTEN_WORDS[each.kind]), inline("; ".join((*each.words, *ids, *day)) or "–"))


def _sharing(copy: PersonCopy, say: Wording) -> Iterator[Block]:
    rows = [
        Fact(
            say.text("{to}, {day}", to=each.to, day=say.day(each.on)),
            inline("; ".join([*kind_names(say.words, each.kinds), *each.sentences])),
        )
        for each in copy.shared
    ]
    for document in copy.documents:
        days = ", ".join(_iso(day, say) for day in document.notes)
        label = say.text("Document {number}", number=document.what)
        rows.append(Fact(label, inline(say.text("for {agency}: {days}", agency=document.said, days=days))))
    heading = say.text("Who got something from us")
    if rows:
        yield from _section(heading, rows)
    else:
        yield Heading(inline(heading))
        yield Paragraph(inline(say.text("Nobody. We gave nothing of this to anybody else.")))


def _log(copy: PersonCopy, say: Wording) -> Iterator[Block]:
    yield Heading(inline(say.text("Who looked at it, and what was done")))
    yield Bullets(tuple(inline(_line(each, say)) for each in copy.happened))


def _line(each: Happened, say: Wording) -> str:
    what = say.words.ptext(*EVENT_WORDS.get(each.kind, OTHER_EVENT))
    line = say.text("{moment}: {what}", moment=_moment(each.at, say), what=what)
    if each.gone:
        line = say.text("{line} (its content is erased)", line=line)
    return say.text("{line}, {who}", line=line, who=each.by) if each.by else line


def _keeping(copy: PersonCopy, say: Wording) -> Iterator[Block]:
    yield Heading(inline(say.text("How long we keep it")))
    rows = [
        Fact(say.words.ptext(*CATEGORY_WORDS[category]), inline(say.text("until {day}", day=say.day(day))))
        for category, day in copy.kept_until.items()
    ]
    if rows:
        yield Facts(tuple(rows))
    if Category.PLAN not in copy.kept_until and not copy.erased:
        yield Paragraph(inline(say.text("What you told us is erased when the visit ends, unless you want it kept.")))
    yield Paragraph(
        inline(
            say.text(
                "The number of the visit, its times and what kinds of things were done stay in the log. "
                "They tell nothing of you."
            )
        )
    )
    yield Paragraph(inline(say.text("Is something wrong? Do you want it erased? Tell us.")))


def _section(heading: str, rows: Iterable[Fact]) -> Iterator[Block]:
    found = tuple(rows)
    if found:
        yield Heading(inline(heading))
        yield Facts(found)


def _moment(at: datetime, say: Wording) -> str:
    local = at.astimezone(HELSINKI)
    return say.text("{day}, {time}", day=say.day(local.date()), time=say.formats.time_of_day(local.time()))


def _iso(day: str, say: Wording) -> str:
    return say.day(date.fromisoformat(day))


def _day(at: datetime) -> date:
    return at.astimezone(HELSINKI).date()
