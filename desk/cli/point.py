"""``desk point``: who this desk is, as its papers say it, where it is, and what was agreed with authorities."""

from __future__ import annotations

from collections.abc import Mapping

import click

from desk.cli.agreements import agree, agreements, end
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.cli.point_set_up import set_up
from desk.model.places import Whereabouts
from desk.model.plan import WhoToAsk
from desk.usecases.desk_rooms import Desk
from desk.usecases.point_details import NameInLanguage
from i18n.language import Language

DETAILS = ("name", "phone", "hours", "address")
"""What papers say of the desk, each an option of its own."""
_OPTIONS = {"place": "at"}


@click.group(invoke_without_command=True)
@click.option("--name", help="The service point's name; an empty one takes the details away.")
@click.option("--phone")
@click.option("--hours")
@click.option("--address")
@click.option("--name-sv", help="Its name in Swedish, for papers in Swedish.")
@click.option("--address-sv", help="Its address in Swedish.")
@click.option("--name-se", help="Its name in Northern Sámi.")
@click.option("--address-se", help="Its address in Northern Sámi.")
@click.option("--at", "place", metavar="CHANNEL-ID", help="The place of the catalogue that this desk is at.")
@click.option("--coordinates", metavar="N,E", help="Where this desk is: metres of ETRS-TM35FIN, or degrees.")
@click.option("--municipality", metavar="CODE", help="The municipality that a search begins in, for example 297.")
@desk_options
def point(options: DeskOptions, /, **given: str | None) -> None:
    """Show who and where this service point is, or change what is given. An empty text forgets."""
    if click.get_current_context().invoked_subcommand is not None:
        _refuse_beside_a_command(given)
        return
    with open_desk(options, writing=any(text is not None for text in given.values())) as desk:
        _move(desk, given["place"], given["coordinates"], given["municipality"])
        if any(given[name] is not None for name in DETAILS):
            desk.point_details.write(_with(desk.point_details.read() or WhoToAsk(""), given))
        _name_in_languages(desk, given)
        who, where = desk.point_details.read(), desk.point_place.read()
        names = desk.point_details.names()
        town = desk.point_place.name_of(where.municipality, options.words.language.value) if where.municipality else ""
    if options.json:
        print_json({"point": who, "place": where, "names": names})
    else:
        print_lines(*_who(options, who, names), *_where(options, where, town))


for command in (agreements, agree, end, set_up):
    point.add_command(command)


def _refuse_beside_a_command(given: dict[str, str | None]) -> None:
    """What is given before another command would be lost."""
    lost = next((name for name, text in given.items() if text is not None), None)
    if lost is not None:
        raise click.UsageError(f"--{_OPTIONS.get(lost, lost.replace('_', '-'))} belongs to “desk point” alone.")


def _move(desk: Desk, place: str | None, coordinates: str | None, municipality: str | None) -> None:
    """Take down where the desk is; a municipality that is given wins over the one of the place."""
    if place is not None:
        desk.point_place.at_channel(place)
    if coordinates is not None:
        desk.point_place.at_coordinates(coordinates)
    if municipality is not None:
        desk.point_place.in_municipality(municipality)


def _name_in_languages(desk: Desk, given: dict[str, str | None]) -> None:
    for language, called in desk.point_details.names().items():
        name, address = given[f"name_{language}"], given[f"address_{language}"]
        if name is not None or address is not None:
            told = NameInLanguage(called.name if name is None else name, called.address if address is None else address)
            desk.point_details.write_name(language, told)


def _who(options: DeskOptions, details: WhoToAsk | None, names: Mapping[Language, NameInLanguage]) -> list[str]:
    if details is None:
        return [options.words.text("This desk has not said who it is; papers name Public Service Info.")]
    lines = [details.name, details.phone, details.hours, details.address]
    for language, called in names.items():
        told = ", ".join(filter(None, (called.name, called.address)))
        lines.append(f"{language.endonym}: {told}" if told else "")
    return [line for line in lines if line]


def _where(options: DeskOptions, where: Whereabouts, town: str) -> list[str]:
    words, lines = options.words, []
    if where.municipality is not None:
        lines.append(words.text("Municipality: {name} ({code})", name=town, code=where.municipality))
    if where.spot is not None:
        north, east = f"{where.spot.northing:.0f}", f"{where.spot.easting:.0f}"
        lines.append(words.text("Place: {north}, {east} (ETRS-TM35FIN)", north=north, east=east))
    return lines


def _with(details: WhoToAsk, given: dict[str, str | None]) -> WhoToAsk:
    """The details with those that were given in the place of the old ones."""

    def now(name: str, before: str) -> str:
        text = given[name]
        return before if text is None else text

    return WhoToAsk(
        now("name", details.name),
        now("phone", details.phone),
        now("hours", details.hours),
        now("address", details.address),
    )
