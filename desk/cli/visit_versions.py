"""``desk visits changes | take | stay``: what newer errands change for a visit, and whether it follows them."""

from __future__ import annotations

import click

from desk.cli.given import language_named
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.model.ids import VisitId
from desk.usecases.errands_news import ErrandsNews, Happened, StepNews
from i18n.translator import Words

_SIGNS = {Happened.NEW: "+", Happened.GONE: "-", Happened.CHANGED: "~"}


@click.command()
@click.argument("visit")
@click.option("--lang", default="fi")
@desk_options
def changes(options: DeskOptions, visit: str, lang: str) -> None:
    """Show what the newest errands would change for a visit, step by step."""
    with open_desk(options) as desk:
        state = desk.journal.load(VisitId(visit))
        news = desk.errands_news(state, language_named(lang))
        follows = {"follows": state.content, "newest": desk.world.bundle.content_hash}
    if options.json:
        print_json({**follows, "news": news})
    else:
        print_lines(*_lines(news, options.words))


@click.command()
@desk_options
def affected(options: DeskOptions) -> None:
    """List the open visits and kept plans that rest on something withdrawn: each is owed a correction."""
    with open_desk(options) as desk:
        found = desk.affected_visits()
    if options.json:
        print_json({"visits": found})
    else:
        lines = [f"{v.id} {v.number:>5} {v.state:<10} {','.join(v.withdrawals)}" for v in found]
        print_lines(*lines or [options.words.text("No open visit and no kept plan rests on anything withdrawn.")])


@click.command()
@click.argument("visit")
@desk_options
def take(options: DeskOptions, visit: str) -> None:
    """Let an open visit follow the newest errands; what was decided stays."""
    with open_desk(options, writing=True) as desk:
        state = desk.take_errands.take(VisitId(visit))
    _told(options, state.content)


@click.command()
@click.argument("visit")
@desk_options
def stay(options: DeskOptions, visit: str) -> None:
    """Let an open visit stay with the errands that it follows, until it is next opened."""
    with open_desk(options, writing=True) as desk:
        state = desk.take_errands.stay(VisitId(visit))
    _told(options, state.content)


def _told(options: DeskOptions, content: str) -> None:
    if options.json:
        print_json({"follows": content})
    else:
        print_lines(content)


def _lines(news: ErrandsNews | None, words: Words) -> list[str]:
    if news is None:
        return [words.text("The visit follows the newest errands.")]
    lines = [f"! {each.title}: {each.reason} {each.instead}" for each in news.withdrawn]
    if news.lost:
        told = words.text("The errands that this visit was made with can no longer be read. It follows today's.")
        return [told, *lines]
    lines += [line for step in news.steps for line in _step_lines(step)]
    return [*lines, *(f"? {label}" for label in (*news.questions, *news.asked_again))] or [
        words.text("Nothing changes for this citizen.")
    ]


def _step_lines(step: StepNews) -> list[str]:
    return [f"{_SIGNS[step.happened]} {step.title} ({step.agency})", *(f"    {line}" for line in step.lines)]
