"""``desk errands list | show | check | test | graph`` and ``desk path``. None of them opens a data folder."""

from __future__ import annotations

from pathlib import Path as FilePath

import click

from desk import bootstrap
from desk.cli.errand_catalogue import catalogue
from desk.cli.errand_check import check_command
from desk.cli.errand_coverage import coverage
from desk.cli.errand_document import errand_document
from desk.cli.errand_graph import graph
from desk.cli.errand_new import new
from desk.cli.errand_own import own
from desk.cli.errand_phrases import phrases
from desk.cli.errand_tables import table
from desk.cli.errand_tests import test_command
from desk.cli.errand_translated import translated_command
from desk.cli.errand_withdrawn import withdrawn
from desk.cli.errors import terminal_words
from desk.cli.given import answers_in, day_named, known_errands, language_named, wording_in
from desk.cli.options import json_option, wants_json
from desk.cli.output import print_json, print_lines
from desk.cli.path_document import path_document, path_lines
from desk.cli.trying import try_command
from desk.cli.why_document import Explained, tell_why
from desk.errands.path import path_of
from desk.model.ids import ErrandId
from desk.model.path import Mode
from services.clock import HelsinkiClock


@click.group()
def errands() -> None:
    """The errands: what they ask, and what follows."""


@errands.command("list")
@click.option("--lang", default="fi")
@json_option
def list_command(lang: str, as_json: bool) -> None:
    """List the errands."""
    bundle = bootstrap.content()
    wording = wording_in(bundle, language_named(lang), HelsinkiClock().today())
    found = [
        {
            "id": errand.id,
            "number": errand.number,
            "title": wording.errand_title(ErrandId(errand.id)).text,
            "steps": len(errand.steps),
            "facts": sum(len(section.facts) for section in errand.sections),
            "cases": errand.cases,
        }
        for errand in (bundle.definitions.errands[name] for name in bundle.errands)
    ]
    if wants_json(as_json):
        print_json({"errands": found})
    else:
        print_lines(
            *(f"{e['number']} {e['id']:<24} {e['title']} ({e['steps']}, {e['facts']}, {e['cases']})" for e in found)
        )


@errands.command()
@click.argument("errand")
@click.option("--mode", type=click.Choice([each.value for each in Mode]), help="Only the steps that are done so.")
@click.option("--lang", default="fi")
@json_option
def show(errand: str, mode: str | None, lang: str, as_json: bool) -> None:
    """Show the facts of an errand with types, options and conditions, and its steps."""
    bundle = bootstrap.content()
    document = errand_document(bundle, known_errands(bundle, [errand])[0], language_named(lang))
    if mode is not None:
        document["steps"] = [step for step in document["steps"] if step["mode"] == mode]
    if wants_json(as_json):
        print_json(document)
        return
    print_lines(f"{document['number']} {document['id']}: {document['title']}", "")
    print_lines(
        *(f"{f['fact']} ({f['type']}) {', '.join(f['options'])}  {f['question']}" for f in document["facts"]), ""
    )
    print_lines(*(f"{s['id']}: {s['title']} – {s['agency']} – {s['mode']} – {s['applies']}" for s in document["steps"]))


@click.command()
@click.argument("errand", nargs=-1, required=True)
@click.option("--answers", "answers_file", type=click.Path(path_type=FilePath), help="YAML: fact name to answer.")
@click.option("--as-of", "as_of_text", help="The day to count from, 2026-11-21; today when left out.")
@click.option("--why", metavar="STEP|FACT", help="Explain this step or question, and what would change it.")
@click.option("--lang", default="fi")
@json_option
def path(
    errand: tuple[str, ...],
    answers_file: FilePath | None,
    as_of_text: str | None,
    why: str | None,
    lang: str,
    as_json: bool,
) -> None:
    """Give the path of one or more errands for an answers file, with reasons."""
    bundle = bootstrap.content()
    as_of = day_named(as_of_text)
    wording = wording_in(bundle, language_named(lang), as_of)
    answers = answers_in(bundle, answers_file, as_of)
    found = path_of(bundle, known_errands(bundle, errand), answers, as_of)
    if why is not None:
        tell_why(Explained(bundle, found, answers, language_named(lang)), why, as_json=wants_json(as_json))
    elif wants_json(as_json):
        print_json(path_document(found, wording, answers))
    else:
        print_lines(*path_lines(found, wording, answers, terminal_words()))


errands.add_command(check_command)
errands.add_command(test_command)
errands.add_command(translated_command)
errands.add_command(graph)
errands.add_command(try_command)
errands.add_command(catalogue)
errands.add_command(new)
errands.add_command(own)
errands.add_command(phrases)
errands.add_command(coverage)
errands.add_command(table)
errands.add_command(withdrawn)
