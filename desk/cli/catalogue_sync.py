"""``desk catalogue sync``: the catalogue is fetched, or what changed of it since the last time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal

import click

from desk import bootstrap
from desk.cli.intake_lines import problem_line
from desk.cli.libraries import refresh_libraries_too
from desk.cli.options import DeskOptions, desk_options, opened_desk
from desk.cli.output import print_json, print_lines
from desk.model.refresh import RefreshMemory, RefreshPhase, RefreshProgress, RefreshReport
from desk.usecases.refresh_plan import RefreshAsk
from desk.usecases.refresh_settings import RefreshSettings
from i18n.formats import Formats
from i18n.translator import Words

WIDTH = 78
MEGABYTE = 1_000_000


@click.command()
@click.option("--url", help="Where the catalogue is read from; remembered. Without it, the one used before.")
@click.option(
    "--area", "areas", multiple=True, help="Such as Municipality/297; may be given more than once; remembered."
)
@click.option("--everything", is_flag=True, help="The whole country, whatever areas were chosen before; remembered.")
@click.option("--full", is_flag=True, help="Compare every id, which finds what vanished without a word.")
@desk_options
def sync(options: DeskOptions, url: str | None, areas: tuple[str, ...], everything: bool, full: bool) -> None:
    """Fetch the national catalogue, or what changed since the last time; goes on where it was cut off."""
    if everything and areas:
        raise click.UsageError(options.words.text("Choose either areas or everything."))
    with opened_desk(options, writing=True, anybody=True) as opened, bootstrap.refreshing(opened) as refresh:
        settings = opened.desk.refresh_settings
        asked = settings.asked(url, areas, everything=everything, full=full)
        with _Line(options.words) as line:
            report = refresh(asked, told=_remembering(settings, asked, line.tell))
        refresh_libraries_too(opened.desk, opened.desk.library_towns.after_refresh())
    if options.json:
        print_json(report)
    else:
        print_lines(*_report_lines(report, options.words))


def _remembering(
    settings: RefreshSettings, asked: RefreshAsk, told: Callable[[RefreshProgress], None]
) -> Callable[[RefreshProgress], None]:
    """Remember the choice once ids of the source were read: a mistyped address is not kept."""
    before: int | None = None
    remembered = False

    def tell(progress: RefreshProgress) -> None:
        nonlocal before, remembered
        if progress.kind is not None and not remembered:
            if before is None:
                before = progress.received
            elif progress.received > before:
                settings.write(asked)
                remembered = True
        told(progress)

    return tell


class _Line:
    """One line on standard error that is written over and over, where a person sees it."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._seen = sys.stderr.isatty()
        self._shown = ""

    def __enter__(self) -> _Line:
        return self

    def __exit__(self, *_ended: object) -> None:
        if self._shown:
            click.echo("\r" + " " * len(self._shown) + "\r", nl=False, err=True)

    def tell(self, progress: RefreshProgress) -> None:
        """Show how far it is."""
        if self._seen and (text := progress_line(progress, self._words)[:WIDTH]) != self._shown:
            click.echo("\r" + text.ljust(len(self._shown)), nl=False, err=True)
            self._shown = text


def progress_line(progress: RefreshProgress, words: Words) -> str:
    """Say how far a refresh is, in one line."""
    number = Formats(words.language).number
    size = number((Decimal(progress.received) / MEGABYTE).quantize(Decimal("0.1")))
    done, whole = number(progress.done), number(progress.whole)
    match progress.phase:
        case RefreshPhase.ASKING:
            return words.text("Asking what there is ({size} MB so far)", size=size)
        case RefreshPhase.FETCHING:
            return words.text("Fetching: {done} of {whole} objects, {size} MB", done=done, whole=whole, size=size)
        case RefreshPhase.TAKING_IN:
            return words.text("Taking in: {done} of {whole} objects", done=done, whole=whole)
        case RefreshPhase.DONE:
            return words.text("Done: {done} objects", done=done)


def _report_lines(report: RefreshReport, words: Words) -> list[str]:
    lines = [
        words.text("Source: {source}", source=report.source),
        words.ntext("{n} object is new.", "{n} objects are new.", report.new),
        words.ntext("{n} object has changed.", "{n} objects have changed.", report.changed),
        words.ntext(
            "{n} object is no longer in the catalogue.", "{n} objects are no longer in the catalogue.", report.gone
        ),
    ]
    return lines + [problem_line(problem, words) for problem in report.problems]


def memory_document(memory: RefreshMemory, chosen: RefreshAsk | None) -> dict[str, object]:
    """Return what ``status`` says of refreshes: what is kept, what was chosen, the last comparison, what is left."""
    return {
        "areas": [str(area) for area in memory.areas],
        "chosen": chosen and {"url": chosen.url, "areas": [str(area) for area in chosen.areas]},
        "swept": memory.swept,
        "unread": len(memory.unread),
    }


def memory_lines(memory: RefreshMemory, words: Words) -> list[str]:
    """Say the same for people."""
    if memory.watermark is None or memory.source is None:
        return []
    areas = ", ".join(map(str, memory.areas)) or words.text("the whole country")
    lines = [
        words.text("Source: {source}", source=memory.source),
        words.text("Kept here: {areas}", areas=areas),
    ]
    if memory.swept is not None:
        day = Formats(words.language).on_date(memory.swept.date())
        lines.append(words.text("All ids were compared {day}.", day=day))
    if memory.unread:
        unread = len(memory.unread)
        lines.append(
            words.ntext(
                "{n} object could not be read; it is asked for again next time.",
                "{n} objects could not be read; they are asked for again next time.",
                unread,
            )
        )
    return lines
