"""``desk mandates``: a citizen's mandates given, acted under, withdrawn, printed, and held against a paper.

What is personal (names, a witness, reference numbers) stands in a YAML file or on the standard input, never here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from desk.cli.given import language_named
from desk.cli.given_content import content_of
from desk.cli.mandate_documents import (
    given_document,
    given_lines,
    look_document,
    paper_document,
    paper_lines,
    view_document,
    view_lines,
)
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.cli.visits_given import READ_BY_COMMAND
from desk.errors import MandateCodeMistyped
from desk.model.ids import MandateId, StepId, VisitId
from desk.model.mandate import DataKind, GivenMandate, RegisterResult, Signing
from desk.model.mandate_code import read_mandate_code
from desk.model.mandate_papers import Copy
from desk.model.mandate_rules import Allowed, Refused
from desk.model.path import ChannelKind
from desk.ports import PaperOptions
from desk.usecases.act_for import refusal_of
from desk.usecases.desk_rooms import Desk
from desk.usecases.mandate_papers import ACTS, MANDATE, WITHDRAWAL
from desk.usecases.mandate_policy import LIMITS
from desk.usecases.mandate_script import (
    MandateScript,
    ScriptedReference,
    ScriptedSigning,
    ScriptedWish,
    run_mandate_script,
    wish_of,
)
from desk.usecases.scripts import shaped_file
from services.given_files import write_paper

_file = click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
_file_if_any = click.argument("file", type=click.Path(path_type=Path, allow_dash=True), required=False)
_kinds = click.option("--kind", "kinds", multiple=True, type=click.Choice([each.value for each in DataKind]))
_way = click.option("--by", type=click.Choice([each.value for each in ChannelKind]), help="The way that is used.")


@click.group()
def mandates() -> None:
    """Mandates of a visit. A mandate is named by its id or by the code on its paper."""


@mandates.command()
@click.argument("visit")
@click.option("--lang", default="fi")
@desk_options
def show(options: DeskOptions, visit: str, lang: str) -> None:
    """Show the mandates of a visit, how each line stands, and what was done under them."""
    with open_desk(options, writing=True) as desk:
        view = desk.mandates.show(desk.read_case(VisitId(visit), READ_BY_COMMAND).id, language_named(lang))
    if options.json:
        print_json(view_document(view))
    else:
        print_lines(*view_lines(view, options.words))


@mandates.command()
@click.argument("visit")
@_file
@desk_options
def draw(options: DeskOptions, visit: str, file: Path) -> None:
    """Draw a mandate as FILE says: capacity, reason, draw, and perhaps sign and acts."""
    script = shaped_file(str(file), content_of(file), MandateScript)
    with open_desk(options, writing=True) as desk:
        given = run_mandate_script(desk.mandates, VisitId(visit), script, lambda line: None)
    if given is not None:
        _tell(options, given)
    elif options.json:
        print_json({"mandate": None})


@mandates.command()
@click.argument("visit")
@click.argument("mandate")
@_file_if_any
@click.option("--read-back", is_flag=True, help="It was spoken: it was read aloud, and the citizen said it back.")
@desk_options
def sign(options: DeskOptions, visit: str, mandate: str, file: Path | None, read_back: bool) -> None:
    """Store that it was signed; FILE: {kept_where: …, witness: …}."""
    how = shaped_file(str(file), content_of(file), ScriptedSigning) if file is not None else ScriptedSigning()
    with open_desk(options, writing=True) as desk:
        id, give = _mandate_named(desk, visit, mandate), desk.mandates.give
        if read_back:
            given = give.read_back(VisitId(visit), id)
        else:
            given = give.sign(VisitId(visit), id, Signing(date.min, how.witness, how.kept_where))
    _tell(options, given)


@mandates.command()
@click.argument("visit")
@click.argument("mandate")
@_file_if_any
@desk_options
def renew(options: DeskOptions, visit: str, mandate: str, file: Path | None) -> None:
    """Draw it again with its scope; FILE: {form: …, lasting: …, last_day: …}. It has to be signed anew."""
    wish = shaped_file(str(file), content_of(file), ScriptedWish) if file is not None else ScriptedWish()
    with open_desk(options, writing=True) as desk:
        id, give = _mandate_named(desk, visit, mandate), desk.mandates.give
        given = give.renew(VisitId(visit), id, wish_of(give, VisitId(visit), wish))
    _tell(options, given)


@mandates.command()
@click.argument("visit")
@click.argument("mandate")
@click.option("--line", "lines", multiple=True, type=int, help="Its number on the paper; all lines when left out.")
@desk_options
def withdraw(options: DeskOptions, visit: str, mandate: str, lines: Sequence[int]) -> None:
    """Withdraw a mandate, or lines of it, at once."""
    with open_desk(options, writing=True) as desk:
        id = _mandate_named(desk, visit, mandate)
        given = desk.mandates.withdraw(VisitId(visit), id, [line - 1 for line in lines] or None)
    _tell(options, given)


@mandates.command()
@click.argument("visit")
@click.argument("step")
@_file_if_any
@_kinds
@_way
@click.option("--look", is_flag=True, help="Only tell whether it is allowed now.")
@desk_options
def act(
    options: DeskOptions, visit: str, step: str, file: Path | None, kinds: Sequence[str], by: str | None, look: bool
) -> None:
    """Do a step in the citizen's name; FILE: {reference: …}. Without --kind the data that the step needs."""
    given = tuple(DataKind(kind) for kind in kinds) or None
    way = ChannelKind(by) if by else None
    with open_desk(options, writing=not look) as desk:
        acting = desk.mandates.act
        wanted = frozenset(given) if given else acting.kinds_needed(VisitId(visit), StepId(step))
        if look:
            _tell_look(options, acting.may(VisitId(visit), StepId(step), wanted, way), StepId(step))
            return
        told = shaped_file(str(file), content_of(file), ScriptedReference) if file is not None else ScriptedReference()
        done = acting.do(VisitId(visit), StepId(step), wanted, told.reference, way).acts[-1]
    if options.json:
        print_json({"step": step, "mandate": done.mandate, "line": done.line + 1, "at": done.at})
    else:
        line, mandate = done.line + 1, done.mandate
        print_lines(options.words.text("Done under line {line} of the mandate {mandate}.", line=line, mandate=mandate))


@mandates.command()
@click.argument("visit")
@click.argument("mandate")
@click.option("--seen", type=click.Choice([RegisterResult.VALID.value, RegisterResult.NOT_FOUND.value]))
@desk_options
def register(options: DeskOptions, visit: str, mandate: str, seen: str | None) -> None:
    """Look a mandate up in the national register, or write down what somebody saw there."""
    with open_desk(options, writing=True) as desk:
        id = _mandate_named(desk, visit, mandate)
        given = desk.mandates.check_register(VisitId(visit), id, RegisterResult(seen) if seen else None)
    _tell(options, given)


@mandates.command()
@click.argument("code")
@click.option("--lang", help="In this language alone; in those of the paper when left out.")
@desk_options
def verify(options: DeskOptions, code: str, lang: str | None) -> None:
    """Say what the paper with this code must say, and whether its mandate still counts."""
    with open_desk(options, writing=True) as desk:
        paper = desk.mandates.verify(code, language_named(lang) if lang else None)
    if options.json:
        print_json(paper_document(paper))
    else:
        print_lines(*paper_lines(paper, options.words))


@mandates.command("print")
@click.argument("visit")
@click.option("--paper", type=click.Choice([MANDATE, WITHDRAWAL, ACTS]), default=MANDATE, show_default=True)
@click.option("--mandate", help="Its id or code; not needed for acts.")
@click.option("--copy", "whose", type=click.Choice([each.value for each in Copy]), default=Copy.CITIZEN.value)
@click.option("--large", is_flag=True, help="Large print.")
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False))
@desk_options
def print_command(
    options: DeskOptions, visit: str, paper: str, mandate: str | None, whose: str, large: bool, out: Path
) -> None:
    """Print a copy of a mandate, the certificate of a withdrawal, or what was done in the citizen's name."""
    if paper != ACTS and mandate is None:
        raise click.UsageError(options.words.text("Name the mandate: --mandate."))
    with open_desk(options, writing=True) as desk:
        language = desk.journal.load(VisitId(visit)).profile.citizen_language
        paper_options = PaperOptions(language, large=large)
        write_paper(out, _drawn(desk, VisitId(visit), paper, mandate, paper_options, Copy(whose)))
        desk.mandates.papers.made(VisitId(visit), paper, language)
    if options.json:
        print_json({"out": str(out), "bytes": out.stat().st_size})
    else:
        print_lines(options.words.text("The paper is in {path}.", path=out))


@mandates.command()
@click.argument("name", required=False, type=click.Choice(list(LIMITS)))
@click.argument("days", required=False, type=int)
@desk_options
def policy(options: DeskOptions, name: str | None, days: int | None) -> None:
    """Show how long mandates may last and are kept here, or set one of these numbers of days."""
    with open_desk(options, writing=name is not None and days is not None) as desk:
        policies = desk.mandates.policies
        found = policies.set_days(name, days) if name is not None and days is not None else policies.read()
    if options.json:
        print_json(found)
    else:
        print_lines(*(f"{each}: {getattr(found, each)}" for each in LIMITS))


def _drawn(desk: Desk, visit: VisitId, paper: str, named: str | None, options: PaperOptions, whose: Copy) -> bytes:
    papers = desk.mandates.papers
    if paper == ACTS or named is None:
        return papers.draw_acts(papers.acts(visit), options)
    mandate = _mandate_named(desk, visit, named)
    if paper == WITHDRAWAL:
        return papers.draw_certificate(papers.certificate(visit, mandate), options)
    return papers.draw_mandate(papers.paper(visit, mandate, whose), options)


def _mandate_named(desk: Desk, visit: str, named: str) -> MandateId:
    """By the code on its paper, else by its id; one that is not there is refused where it is used."""
    try:
        code = read_mandate_code(named)
    except MandateCodeMistyped:
        return MandateId(named)
    given = desk.journal.load(VisitId(visit)).mandates.values()
    return next((each.mandate.id for each in given if each.mandate.code == code), MandateId(named))


def _tell_look(options: DeskOptions, found: Allowed | Refused, step: StepId) -> None:
    if options.json:
        print_json(look_document(found))
    elif isinstance(found, Refused):
        raise refusal_of(found, step)
    else:
        line, mandate = found.line + 1, found.mandate
        print_lines(options.words.text("Line {line} of the mandate {mandate} allows it.", line=line, mandate=mandate))


def _tell(options: DeskOptions, given: GivenMandate) -> None:
    if options.json:
        print_json(given_document(given))
    else:
        print_lines(*given_lines(given, options.words))
