"""``desk catalogue libraries``: fetch the hours of the libraries near the desk, and list them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

import click

from desk import bootstrap
from desk.cli.errors import told
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.errors import NetworkError
from desk.model.libraries import LibrariesReport, Town
from desk.usecases.desk_rooms import Desk
from desk.usecases.refresh_libraries import ListedLibrary, RefreshLibraries, directory_url
from i18n.formats import Formats
from i18n.translator import Words
from ui.opening import opening_words


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line."""

    municipalities: tuple[str, ...]
    url: str | None


@click.command()
@click.option(
    "--municipality", "codes", multiple=True, metavar="CODE", help="Of these municipalities, for example 297."
)
@click.option("--url", help="Another address of the library directory.")
@click.option("--stored", is_flag=True, help="Ask nobody: list what is on this desk.")
@desk_options
def libraries(options: DeskOptions, codes: tuple[str, ...], url: str | None, stored: bool) -> None:
    """Fetch the opening hours of the libraries of this desk's municipalities, and list all libraries it holds."""
    with open_desk(options, writing=not stored) as desk:
        report = None if stored else fetch_libraries(desk, Asked(codes, url))
        listed = desk.list_libraries()
        now = desk.world.clock.now()
        if options.json:
            print_json({"report": report, "libraries": [_document(each) for each in listed]})
            return
        formats = Formats(options.words.language)
        print_lines(
            *(_report_lines(report, options.words) if report is not None else ()),
            *(_line(each, opening_words(options.words, formats, each.status, now), options) for each in listed),
        )


def fetch_libraries(desk: Desk, asked: Asked) -> LibrariesReport:
    """Fetch and keep the libraries of the municipalities that are asked for, else of the desk's own."""
    towns = desk.library_towns(asked.municipalities)
    usual = directory_url(desk.world.bundle, desk.world.clock.today())
    url = usual if asked.url is None else desk.refresh_settings.known_url(asked.url)
    with closing(bootstrap.library_directory(url)) as directory:
        return RefreshLibraries(directory, desk.world.catalogue.libraries, desk.world.clock)(towns)


def refresh_libraries_too(desk: Desk, towns: Sequence[Town], url: str | None = None) -> None:
    """Beside a refresh of the catalogue: the libraries of these municipalities. They are no reason to fail."""
    if not towns:
        return
    try:
        fetch_libraries(desk, Asked(tuple(town.code for town in towns), url))
    except NetworkError as error:
        click.echo(told(error), err=True)


def _report_lines(report: LibrariesReport, words: Words) -> list[str]:
    if not report.towns:
        return [words.text("No municipality is chosen. Choose one: desk point --municipality CODE.")]
    lines = [
        words.ntext("{n} library was fetched.", "{n} libraries were fetched.", report.libraries),
        words.ntext(
            "{n} of the libraries on this desk is in the national catalogue too.",
            "{n} of the libraries on this desk are in the national catalogue too.",
            report.matched,
        ),
    ]
    return lines + [
        words.text(
            "Library {id} was left out, its {field} cannot be read: {reason}",
            id=each.id or "?",
            field=each.field or "?",
            reason=each.reason or "",
        )
        for each in report.problems
    ]


def _line(listed: ListedLibrary, opening: str, options: DeskOptions) -> str:
    library, language = listed.stored.library, options.words.language
    distance = "" if listed.distance is None else Formats(language).distance(listed.distance)
    known = listed.stored.channel or options.words.text("only in the library directory")
    parts = (library.town.name, library.names.pick(language.value).text, opening, distance, known)
    return " · ".join(part for part in parts if part)


def _document(listed: ListedLibrary) -> dict[str, object]:
    library, status = listed.stored.library, listed.status
    return {
        "id": library.id,
        "name": library.names.pick("fi").text,
        "municipality": library.town.code,
        "mobile": library.mobile,
        "channel": listed.stored.channel,
        "source": listed.stored.source,
        "fetched": listed.stored.fetched,
        "until": library.days[-1].day if library.days else None,
        "state": status.state,
        "open_until": status.until,
        "opens_at": status.opens_at,
        "distance": listed.distance,
    }
