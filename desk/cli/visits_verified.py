"""``desk visits verify``: the whole journal, its head to write down, and what was written down once."""

from __future__ import annotations

import click

from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.errors import ChainBroken
from desk.ports import BrokenLink, ChainReport
from desk.usecases.head_codes import written


@click.command()
@click.option("--head", is_flag=True, help="Show the short code of the journal's end, to write down elsewhere.")
@click.option("--anchor", metavar="CODE", multiple=True, help="Look whether what was written down is still in it.")
@desk_options
def verify(options: DeskOptions, head: bool, anchor: tuple[str, ...]) -> None:
    """Read the whole journal and name the first broken link."""
    with open_desk(options) as desk:
        report = desk.verify_journal()
        codes = [written(each) for each in desk.world.keeper.heads()]
        missing = [code for code in anchor if not desk.find_anchor(code)]
    if options.json:
        whole = report.broken is None and not missing
        heads = {"heads": codes} if head else {}
        print_json({"ok": whole, "report": report, **heads, "missing": missing})
    if report.broken is not None:
        raise ChainBroken(where=_place(options, report.broken), reason=report.broken.reason)
    if missing:
        raise ChainBroken(where=missing[0], reason="not in the journal any more", kind="anchor")
    if not options.json:
        print_lines(*_lines(options, report, codes if head else []))


def _place(options: DeskOptions, broken: BrokenLink) -> str:
    words = options.words
    place = words.text("device {device}, event {sequence}", device=broken.device, sequence=broken.sequence)
    if not broken.kind:
        return place
    return words.text("{place}, {kind} of {at}", place=place, kind=broken.kind, at=broken.at)


def _lines(options: DeskOptions, report: ChainReport, codes: list[str]) -> list[str]:
    words = options.words
    told = words.ntext("The journal is whole: {n} event.", "The journal is whole: {n} events.", report.events)
    return [told, *(words.text("End of the journal: {code}", code=code) for code in codes)]
