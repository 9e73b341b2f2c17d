"""When and where an authority's expert is met by remote service, how the connection is opened, what to have in hand."""

from __future__ import annotations

from collections.abc import Iterator

from desk.model.channel_papers import MeetingSlip
from desk.model.expert_meeting import Connection
from desk.ports import PaperOptions
from i18n.translator import N_
from printing.document import Block, Bullets, ByWhen, Checklist, Document, Fact, Facts, Heading, inline
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
    title = say.text("Your appointment")
    return Document(
        title=title if slip.discreet else say.text("Remote service: {agency}", agency=slip.agency),
        language=say.language,
        furniture=channel_furniture(slip, title, say),
        lead=inline(say.text("You talk with an expert of the authority. You come to the service point for it.")),
        blocks=tuple(_blocks(slip, say)),
        large=options.large,
        easy=options.easy,
    )


def _blocks(slip: MeetingSlip, say: Wording) -> Iterator[Block]:
    yield ByWhen(say.text("When"), _moment(slip, say))
    rows = [Fact(say.text("Room"), inline(slip.room))] if not slip.discreet else []
    rows.append(Fact(say.text("Connection"), inline(say.text(_OPENED[slip.connection]))))
    rows.append(ask_in_a_line(slip.ask, say, slip.discreet))
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


def _moment(slip: MeetingSlip, say: Wording) -> str:
    time = say.formats.time_of_day(slip.at.time())
    return say.text("{day}, {time}", day=say.long_day(slip.at.date()), time=time)
