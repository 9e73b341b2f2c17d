"""``desk catalogue policy | changes | links``: how fresh the catalogue is to be, what is new, which links work."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, time

import click

from desk import bootstrap
from desk.cli.given import day_named
from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.errors import BadDate
from desk.model.freshness import REFRESH_HOURS, FreshnessPolicy
from desk.model.hours import HELSINKI
from desk.model.link_check import LinkCheck, LinkOutcome
from desk.usecases.check_links import LinkLine, LinkReport, LinkRound, probe_all
from desk.usecases.what_changed import ChangeLine, ChangesView
from i18n.formats import Formats
from i18n.translator import NP_, Words

_OFTEN = {"every-day": REFRESH_HOURS, "twice-a-day": 12, "every-week": 7 * 24, "off": 0}
_OUTCOMES = {
    LinkOutcome.FINE: NP_("what was found of a link", "works"),
    LinkOutcome.NEEDS_LOGIN: NP_("what was found of a link", "works, and asks to log in"),
    LinkOutcome.MOVED: NP_("what was found of a link", "works, and has moved to {detail}"),
    LinkOutcome.GONE: NP_("what was found of a link", "the page is gone ({detail})"),
    LinkOutcome.SERVER_ERROR: NP_("what was found of a link", "the server has a fault ({detail})"),
    LinkOutcome.CERTIFICATE: NP_("what was found of a link", "its certificate is not trusted ({detail})"),
    LinkOutcome.NO_ANSWER: NP_("what was found of a link", "no answer ({detail})"),
    LinkOutcome.UNSURE: NP_("what was found of a link", "does not tell a program ({detail})"),
}


@click.command()
@click.option("--stale-days", type=int, help="After how many days what was fetched counts as old.")
@click.option("--refresh", type=click.Choice(list(_OFTEN)), help="How often the desk refreshes it by itself.")
@desk_options
def policy(options: DeskOptions, stale_days: int | None, refresh: str | None) -> None:
    """Show how fresh the catalogue is to be, or change what is given."""
    changed = stale_days is not None or refresh is not None
    with open_desk(options, writing=changed) as desk:
        if changed:
            old = desk.catalogue_policy.read()
            days = old.stale_days if stale_days is None else stale_days
            hours = old.refresh_hours if refresh is None else _OFTEN[refresh]
            desk.catalogue_policy.write(FreshnessPolicy(days, hours))
        found = desk.catalogue_policy.read()
    if options.json:
        print_json(found)
    else:
        print_lines(*_policy_lines(found, options.words))


def _policy_lines(found: FreshnessPolicy, words: Words) -> list[str]:
    old = words.ntext("Counts as old after {n} day.", "Counts as old after {n} days.", found.stale_days)
    if not found.refreshes_itself:
        return [old, words.text("Refreshed only when somebody asks for it.")]
    hours = found.refresh_hours
    return [old, words.ntext("Refreshed by itself every hour.", "Refreshed by itself every {n} hours.", hours)]


@click.command()
@click.option("--since", help="From the beginning of this day on; else since the last shift.")
@click.option("--all", "everything", is_flag=True, help="Also what this desk does not use.")
@desk_options
def changes(options: DeskOptions, since: str | None, everything: bool) -> None:
    """Say what changed in the catalogue, in what this desk uses."""
    start = _start_of(since) if since else None
    with open_desk(options) as desk:
        found = desk.what_changed(options.words.language, since=start, everything=everything)
    if options.json:
        print_json(found)
    else:
        print_lines(*_changes_lines(found, options.words))


def _start_of(text: str) -> datetime:
    """When a day begins; raises ``BadDate`` also for the first days of all, which begin before there is any time."""
    start = datetime.combine(day_named(text), time.min, HELSINKI)
    try:
        start.astimezone(UTC)
    except OverflowError:
        raise BadDate(text=text) from None
    return start


def _changes_lines(found: ChangesView, words: Words) -> list[str]:
    lines = [found.rules_text] if found.rules_changed else []
    if found.since is None:
        return [*lines, words.text("This is the first shift of this desk: there is nothing to compare with yet.")]
    if not found.lines:
        day = Formats(words.language).short_date(found.since.date())
        return [*lines, words.text("Nothing that this desk uses has changed since {day}.", day=day)]
    return [*lines, *(_change_line(line, words) for line in found.lines)]


def _change_line(line: ChangeLine, words: Words) -> str:
    day = Formats(words.language).short_date(line.day)
    for_errands = f" ({', '.join(line.errands)})" if line.errands else ""
    return f"{day}  {line.name}: {line.text}{for_errands}"


@click.command()
@click.option("--check", is_flag=True, help="Ask for those that were not asked for lately; needs a network.")
@desk_options
def links(options: DeskOptions, check: bool) -> None:
    """List the links that the errands use, with what is known of them."""
    asked = _asked(options) if check else None
    with open_desk(options, writing=check) as desk:
        report = desk.check_links.keep(asked) if asked is not None else None
        found = desk.list_links(options.words.language)
    if options.json:
        print_json({"report": report, "links": found})
    else:
        print_lines(*_report_lines(report, options.words), *(_link_line(line, options.words) for line in found))


def _asked(options: DeskOptions) -> LinkRound:
    """One round; the data folder is not held while the others are waited for."""
    with open_desk(options, writing=True) as desk:  # a desk that is busy says so before anybody is asked
        due = desk.check_links.due()
    with closing(bootstrap.link_prober()) as prober:
        return probe_all(due, prober)


def _report_lines(report: LinkReport | None, words: Words) -> list[str]:
    if report is None:
        return []
    if report.offline:
        return [words.text("Nobody answered: this computer has no network. Nothing was marked.")]
    return [words.ntext("{n} link was checked.", "{n} links were checked.", report.checked)]


def _link_line(line: LinkLine, words: Words) -> str:
    if line.check is None:
        unknown = words.text("not checked yet")
        return f"?  {line.url}  {unknown}"
    mark = "!" if line.check.is_failing else " "
    return f"{mark}  {line.url}  {_told(line.check, words)}"


def _told(check: LinkCheck, words: Words) -> str:
    day = Formats(words.language).short_date(check.checked.date())
    context, msgid = _OUTCOMES[check.outcome]
    return f"{day}: {words.ptext(context, msgid, detail=check.detail or '–')}"
