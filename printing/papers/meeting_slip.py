"""When and where an authority's expert is met by remote service, how the connection is opened, what to have in hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desk.model.channel_papers import MeetingSlip
from desk.model.expert_meeting import Connection
from desk.ports import PaperOptions
from i18n.translator import N_
from printing.document import (
    Block,
    Bullets,
    ByWhen,
    Checklist,
    Document,
    Fact,
    Facts,
    Heading,
    Note,
    NoteKind,
    Paragraph,
    inline,
)
from printing.papers.asking import ask_in_a_line
from printing.papers.channel_furniture import channel_furniture
from printing.papers.wording import Wording

_OPENED = {
    Connection.VIDEO: N_("We open the video connection for you. You need no device of your own."),
    Connection.PHONE: N_("The expert calls the service point. We bring you the phone."),
    Connection.OWN_DEVICE: N_("You open the connection on your own device. We are there to help."),
}


def meeting_slip_paper(slip: MeetingSlip, say: Wording, options: PaperOptions) -> Document:
    """The slip as a document; a discreet one names neither authority nor what to bring."""
    title = say.text("Your appointment is called off") if slip.called_off else say.text("Your appointment")
    return Document(
        title=title if slip.discreet or slip.called_off else say.text("Remote service: {agency}", agency=slip.agency),
        language=say.language,
        furniture=channel_furniture(slip, title, say),
        lead=inline(_lead(slip, say)),
        blocks=tuple(_blocks(slip, say)),
        large=options.large,
        easy=options.easy,
    )


def _lead(slip: MeetingSlip, say: Wording) -> str:
    if slip.called_off:
        return say.text("The meeting with an expert of the authority does not take place. You need not come for it.")
    return say.text("You talk with an expert of the authority. You come to the service point for it.")


def _blocks(slip: MeetingSlip, say: Wording) -> Iterator[Block]:
    if slip.called_off:
        whom = () if slip.discreet else (Fact(say.text("With whom"), inline(slip.agency)),)
        yield Facts((*whom, Fact(say.text("It was to be"), inline(_moment(slip.at, say))), _ask(slip, say)))
        yield from say.apology()
        return
    yield ByWhen(say.text("When"), _moment(slip.at, say))
    if slip.moved_from is not None:
        old = say.text("It was to be {day}. Throw the old slip away.", day=_moment(slip.moved_from, say))
        yield Note(NoteKind.ATTENTION, say.text("The time is another one now"), (Paragraph(inline(old)),))
    rows = [Fact(say.text("Room"), inline(slip.room))] if not slip.discreet else []
    rows.append(Fact(say.text("Connection"), inline(say.text(_OPENED[slip.connection]))))
    rows.append(_ask(slip, say))
    yield Facts(tuple(rows))
    if slip.bring and not slip.discreet:
        yield Heading(inline(say.text("Have these in hand")))
        yield Checklist(tuple(say.content(each) for each in slip.bring))
    yield Heading(inline(say.text("Good to know")))
    yield Bullets(
        (
            inline(say.text("Come ten minutes before.")),
            inline(say.text("If you must log in, you do it yourself. We look away.")),
            inline(say.text("Tell us if you cannot come.")),
        )
    )
    yield from say.apology()


def _ask(slip: MeetingSlip, say: Wording) -> Fact:
    return ask_in_a_line(slip.ask, say, slip.discreet)


def _moment(at: datetime, say: Wording) -> str:
    return say.text("{day}, {time}", day=say.long_day(at.date()), time=say.formats.time_of_day(at.time()))
