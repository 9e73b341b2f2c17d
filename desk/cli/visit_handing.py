"""``desk visits refer | referral | hand-over | take-over | waiting``: to an agency, and to a colleague."""

from __future__ import annotations

from pathlib import Path

import click

from desk.cli.given_content import content_of
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.errors import ReferralUnknown
from desk.model.handed import ReferralStory
from desk.model.handing import Break, ReferralEnd
from desk.model.ids import VisitId
from desk.model.plan_code import written
from desk.usecases.handing_script import read_telling, read_words
from desk.usecases.staff_list import member_called
from i18n.formats import Formats
from i18n.handing_words import BREAKS, ENDS, named
from services.given_files import write_paper


@click.command()
@click.argument("visit")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--consented", default="", metavar="CODE", help="The code of the words that the citizen agreed to.")
@click.option("--ask", is_flag=True, help="Only show the words to read to the citizen, and their code.")
@click.option("--letter", type=click.Path(path_type=Path, dir_okay=False), help="Where the letter goes.")
@click.option("--copy", type=click.Path(path_type=Path, dir_okay=False), help="Where the citizen's copy goes.")
@desk_options
def refer(
    options: DeskOptions, visit: str, file: Path, consented: str, ask: bool, letter: Path | None, copy: Path | None
) -> None:
    """Refer the citizen to an agency: exactly what FILE says is told, on its ground.

    FILE is YAML, "-" is the standard input: {agency: dvv, kinds: [housing], sentences: [...], ground: consent}.
    """
    telling = read_telling(str(file), content_of(file))
    with open_desk(options, writing=not ask) as desk:
        if ask:
            asked = desk.handing.refer.consent(VisitId(visit), telling)
            return print_json(asked) if options.json else print_lines(asked.words, asked.code)
        state = desk.handing.refer(VisitId(visit), telling, consented)
        story = list(state.referrals.values())[-1]
        for out, draw in ((letter, desk.handing.papers.referral_letter), (copy, desk.handing.papers.referral_copy)):
            if out is not None:
                write_paper(out, draw(story.paper))
    return _told(options, story)


@click.command()
@click.argument("code")
@click.option("--result", type=click.Choice([each.value for each in ReferralEnd]), help="What became of it.")
@click.option("--broke", type=click.Choice([each.value for each in Break]), help="Where it broke off.")
@desk_options
def referral(options: DeskOptions, code: str, result: str | None, broke: str | None) -> None:
    """Open a referral by the code on the citizen's copy, and tell what became of it."""
    with open_desk(options, writing=True) as desk:
        state = desk.open_plan(code)
        story = desk.handing.refer.by_code(state, code)
        if story is None:
            raise ReferralUnknown
        id = story.referral.id
        if broke is not None:
            state = desk.handing.refer.broke(state.id, id, Break(broke))
        if result is not None:
            state = desk.handing.refer.told(state.id, id, ReferralEnd(result))
    _told(options, state.referrals[id])


@click.command("hand-over")
@click.argument("visit")
@click.option("--to", "to", help="Who goes on, by name or id; whoever is next when left out.")
@click.option("--words", "file", type=click.Path(path_type=Path, allow_dash=True), help="YAML {words: ...} or '-'.")
@desk_options
def hand_over(options: DeskOptions, visit: str, to: str | None, file: Path | None) -> None:
    """Hand a visit over to a colleague."""
    words = read_words(str(file), content_of(file)) if file is not None else ""
    with open_desk(options, writing=True) as desk:
        member = member_called(desk.world.casebook, to).id if to else None
        state = desk.handing.hand_over.give(VisitId(visit), member, words)
    if options.json:
        print_json({"visit": state.id, "number": state.number, "handed_to": state.handed_to})
    else:
        print_lines(options.words.text("Visit {number} waits for the one who takes it.", number=state.number))


@click.command("take-over")
@click.argument("visit")
@click.option("--instead", is_flag=True, help="Also when it waits for somebody else: it is written down.")
@desk_options
def take_over(options: DeskOptions, visit: str, instead: bool) -> None:
    """Take a visit that was handed over."""
    with open_desk(options, writing=True) as desk:
        words = given.words if (given := desk.journal.load(VisitId(visit)).handed_to) is not None else ""
        state = desk.handing.hand_over.take(VisitId(visit), instead=instead)
    if options.json:
        print_json({"visit": state.id, "number": state.number, "taken_over": state.taken_over, "words": words})
    else:
        print_lines(*(line for line in (f"{state.id} {state.number}", words) if line))


@click.command()
@desk_options
def waiting(options: DeskOptions) -> None:
    """List the visits that wait for me, or for whoever is next, and what became of those that I handed over."""
    with open_desk(options) as desk:
        found, taken = desk.handing.hand_over.waiting(), desk.handing.hand_over.taken()
    if options.json:
        print_json({"waiting": found, "taken": taken})
    elif not found and not taken:
        print_lines(options.words.text("No visit waits for anybody."))
    else:
        print_lines(*(f"{each.visit} {each.number:>5} {each.on} {each.to or '-'}" for each in found))
        print_lines(*(f"{each.visit} {each.number:>5} {each.at:%Y-%m-%d %H:%M} {each.by or '-'} ✓" for each in taken))


def _told(options: DeskOptions, story: ReferralStory) -> None:
    words, referral = options.words, story.referral
    if options.json:
        code = written(referral.code) if referral.code is not None else None
        print_json({"referral": referral, "code": code, "end": story.end, "breaks": story.breaks})
        return
    lines = [f"{story.paper.number} {story.paper.agency.ours.text} {story.paper.code}".rstrip()]
    lines += [named(words, BREAKS, each) for each in story.breaks]
    if story.end is not None and story.ended_on is not None:
        day = Formats(words.language).short_date(story.ended_on)
        lines.append(f"{named(words, ENDS, story.end)} ({day})")
    print_lines(*lines)
