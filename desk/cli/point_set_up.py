"""``desk point set-up``: the purpose of the desk, its languages and its printer, without the window's first start."""

from __future__ import annotations

import click

from desk.cli.given import language_named
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.model.role import Role
from desk.usecases.point_language import POINT_LANGUAGES
from desk.usecases.set_up import POINT_ROLES
from i18n.language import Language
from i18n.role_words import role_name


@click.command("set-up")
@click.option("--for", "purpose", type=click.Choice([role.value for role in POINT_ROLES]), help="What the desk is for.")
@click.option("--languages", metavar="CODE,CODE", help="In which citizens are served here, for example fi,sv,se.")
@click.option(
    "--work-in", type=click.Choice([each.value for each in POINT_LANGUAGES]), help="For papers to authorities."
)
@click.option("--printer", metavar="QUEUE", help="The printer that papers go to; an empty one: the computer's default.")
@click.option("--lock-after", type=int, metavar="MINUTES", help="Lock the window when nobody is there for so long.")
@desk_options
def set_up(
    options: DeskOptions,
    purpose: str | None,
    languages: str | None,
    work_in: str | None,
    printer: str | None,
    lock_after: int | None,
) -> None:
    """Show how the desk is set up, or change what is given; then the first start is not shown."""
    changes = any(given is not None for given in (purpose, languages, work_in, printer, lock_after))
    with open_desk(options, writing=changes) as desk:
        if purpose is not None:
            desk.set_up.work_as(Role(purpose))
        if languages is not None:
            desk.set_up.serve_in([language_named(code.strip()) for code in languages.split(",") if code.strip()])
        if work_in is not None:
            desk.set_up.work_in(Language(work_in))
        if printer is not None:
            desk.set_up.print_on(printer)
        if lock_after is not None:
            desk.idle_time.set(lock_after)
        if changes:
            desk.set_up.finish()
        made, minutes = desk.set_up.read(), desk.idle_time.minutes()
    if options.json:
        print_json({"set_up": made, "lock_after": minutes})
    else:
        purpose_told = role_name(options.words, made.role) if made.role is not None else ""
        lines = [purpose_told, ", ".join(language.endonym for language in made.languages), made.printer]
        print_lines(*filter(None, lines))
