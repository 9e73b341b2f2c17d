"""``desk print guidance | plan | calendar | correction``: the papers as PDF files, and the days of a plan."""

from __future__ import annotations

import secrets
from datetime import date, datetime, time
from pathlib import Path

import click

from desk import bootstrap
from desk.cli.given import answers_in, day_named, known_errands, language_named
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.errands.bundle import Bundle
from desk.model.facts import Answers
from desk.model.ids import ErrandId, VisitId
from desk.model.plan import Plan
from desk.model.visit import Profile, Visit, VisitChannel
from desk.ports import PaperOptions
from desk.ports.calendars import CalendarOptions
from desk.usecases.make_calendar import calendar_of
from desk.usecases.make_plan import plan_of, public_service_info
from desk.usecases.shelf import Shelf
from i18n.language import Language
from i18n.translator import Lexicon
from services.clock import HELSINKI, DayClock, HelsinkiClock
from services.given_files import write_paper


@click.group("print")
def print_group() -> None:
    """Papers in the citizen's language."""


@print_group.command()
@click.argument("service")
@click.option("--lang", default="fi")
@click.option("--large", is_flag=True, help="Large print.")
@click.option("--easy", is_flag=True, help="Easy language where it exists.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@desk_options
def guidance(options: DeskOptions, service: str, lang: str, large: bool, easy: bool, out: Path) -> None:
    """Print the guidance of one service."""
    paper = PaperOptions(language_named(lang), large=large, easy=easy)
    with open_desk(options) as desk:
        write_paper(out, desk.print_paper.guidance(desk.show_service(service), paper))
    _told(options, out)


@print_group.command()
@click.option("--errand", "errands", multiple=True, help="An errand; may stand more than once.")
@click.option("--answers", type=click.Path(path_type=Path), help="YAML: fact name to answer.")
@click.option("--as-of", help="The day to count from; today when left out.")
@click.option("--visit", help="The plan of a visit instead.")
@click.option("--lang", default="fi")
@click.option("--large", is_flag=True, help="Large print.")
@click.option("--easy", is_flag=True, help="Easy language where it exists.")
@click.option("--short", is_flag=True, help="All steps at a glance, without their details.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@desk_options
def plan(
    options: DeskOptions,
    errands: tuple[str, ...],
    answers: Path | None,
    as_of: str | None,
    visit: str | None,
    lang: str,
    large: bool,
    easy: bool,
    short: bool,
    out: Path,
) -> None:
    """Print the plan of an answers file, or of a visit."""
    _either(options, errands, visit)
    paper = PaperOptions(language_named(lang), large=large, easy=easy, short=short)
    if visit:
        with open_desk(options, writing=True) as desk:
            made = desk.make_plan.preview(VisitId(visit), paper.language, easy=paper.easy)
            write_paper(out, desk.print_paper.plan(made, paper))
            desk.print_paper.made(VisitId(visit), "summary" if short else "plan", paper)
    else:
        bundle, day = bootstrap.content(), day_named(as_of)
        made = plan_from_answers(bundle, known_errands(bundle, errands), answers_in(bundle, answers, day), day, paper)
        write_paper(out, bootstrap.papers().plan(made, paper))
    _told(options, out)


@print_group.command()
@click.option("--errand", "errands", multiple=True, help="An errand; may stand more than once.")
@click.option("--answers", type=click.Path(path_type=Path), help="YAML: fact name to answer.")
@click.option("--as-of", help="The day to count from; today when left out.")
@click.option("--visit", help="The days of a visit's plan instead.")
@click.option("--lang", default="fi")
@click.option("--named", is_flag=True, help="With the names of the steps; a discreet plan's are left out all the same.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@desk_options
def calendar(
    options: DeskOptions,
    errands: tuple[str, ...],
    answers: Path | None,
    as_of: str | None,
    visit: str | None,
    lang: str,
    named: bool,
    out: Path,
) -> None:
    """Save the days of a plan as a calendar file (.ics)."""
    _either(options, errands, visit)
    language = language_named(lang)
    if visit:
        with open_desk(options, writing=True) as desk:
            identity = VisitId(visit)
            made = desk.make_plan.preview(identity, language)
            write_paper(out, desk.make_calendar.file(identity, made, named=named))
            desk.make_calendar.made(identity, language)
    else:
        bundle, day = bootstrap.content(), day_named(as_of)
        chosen, said = known_errands(bundle, errands), answers_in(bundle, answers, day)
        made = plan_from_answers(bundle, chosen, said, day, PaperOptions(language))
        nobody = CalendarOptions(secrets.token_hex(), HelsinkiClock().now(), named)
        write_paper(out, calendar_of(made, bootstrap.calendars(), nobody))
    _told(options, out)


@print_group.command()
@click.option("--visit", required=True, help="An open visit or a kept plan that rests on something withdrawn.")
@click.option("--lang", help="The plan's own language when left out.")
@click.option("--large", is_flag=True, help="Large print.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@desk_options
def correction(options: DeskOptions, visit: str, lang: str | None, large: bool, out: Path) -> None:
    """Print what was wrong in a visit and what is right; the visit is marked no longer."""
    with open_desk(options, writing=True) as desk:
        made = desk.correct_advice.paper(VisitId(visit), language_named(lang) if lang else None)
        write_paper(out, desk.print_paper.correction(made, PaperOptions(made.language, large=large)))
        desk.correct_advice.given(VisitId(visit), made.language)
    _told(options, out)


def plan_from_answers(
    bundle: Bundle, errands: tuple[ErrandId, ...], answers: Answers, day: date, paper: PaperOptions
) -> Plan:
    """Return the plan of answers that belong to no visit."""
    shelf = Shelf(bundle, Lexicon(), DayClock(day))
    profile = Profile(citizen_language=Language(paper.language))
    visit = Visit(
        id=VisitId(""),
        number=0,
        channel=VisitChannel.DESK,
        content=bundle.content_hash,
        opened_at=datetime.combine(day, time(12), HELSINKI),
        profile=profile.with_easy_words() if paper.easy else profile,
        errands=errands,
        answers=answers,
    )
    return plan_of(shelf, visit, paper.language, public_service_info(shelf, paper.language))


def _either(options: DeskOptions, errands: tuple[str, ...], visit: str | None) -> None:
    if bool(errands) is bool(visit):
        raise click.UsageError(options.words.text("Name either --errand or --visit."))


def _told(options: DeskOptions, out: Path) -> None:
    if options.json:
        print_json({"out": str(out), "bytes": out.stat().st_size})
    else:
        print_lines(options.words.text("The paper is in {path}.", path=out))
