"""``desk errands test``: the examples, the conditions that were never seen, and the kept made-up citizens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from desk.cli.content_given import drafts_option, given_content, path_argument, region_option, whole_bundle
from desk.cli.errors import terminal_words
from desk.cli.options import json_option, wants_json
from desk.cli.output import print_json, print_lines
from desk.errands.compiling import compile_bundle
from desk.errands.loader import place_of
from desk.errands.own_errands import own_part
from desk.errands.proving import Proof, prove
from desk.errands.witness_text import FILE
from i18n.translator import Words
from services.clock import HelsinkiClock
from services.content_files import errand_folders, kept_beside
from services.given_files import write_paper


@click.command("test")
@path_argument
@region_option
@drafts_option
@click.option("--covered", is_flag=True, help="Fail when a condition was never seen true, or never false.")
@click.option("--write", is_flag=True, help="Keep the made-up citizens beside their errands.")
@json_option
def test_command(path: Path | None, over: Path | None, drafts: bool, covered: bool, write: bool, as_json: bool) -> None:
    """Run the examples beside the errands, and say which conditions nobody has seen true and false."""
    given = given_content(path, over, drafts=drafts)
    compiled = own_part(compile_bundle(given.files), given.is_own)
    bundle = whole_bundle(compiled, wants_json(as_json), given)
    errands = [name for name in bundle.errands if given.is_own(f"errands/{name}/errand.yaml")]
    folders = errand_folders(given.root, errands, drafts=drafts)
    proof = prove(compiled, bundle, kept_beside(given.root, folders, FILE), HelsinkiClock().today(), errands)
    proof = replace(
        proof,
        seen=tuple(each for each in proof.seen if given.is_own(place_of(each.condition.at).file)),
        never=tuple(given.told_of(proof.never)),
    )
    if write:
        for snapshot in proof.snapshots:
            write_paper(given.root / folders[snapshot.errand] / FILE, snapshot.text.encode())
    if wants_json(as_json):
        print_json(_document(proof))
    else:
        print_lines(*_lines(proof, terminal_words(), written=write))
    failed = not (proof.cases.passed if write else proof.passed)
    if failed or (covered and not proof.is_covered):
        raise click.exceptions.Exit(1)


def _document(proof: Proof) -> dict[str, Any]:
    report = proof.cases
    return {
        "passed": len(report.results) - len(report.failed),
        "failed": len(report.failed),
        "failures": [str(each) for each in (*report.broken, *report.failed)],
        "conditions": {
            "all": len(proof.seen),
            "shown_by_examples": sum(each.is_shown for each in proof.seen),
            "seen": sum(each.is_seen for each in proof.seen),
            "never": [str(finding) for finding in proof.never],
        },
        "witnesses": [str(finding) for finding in proof.differences],
    }


def _lines(proof: Proof, words: Words, *, written: bool) -> list[str]:
    report = proof.cases
    failures = [str(each) for each in (*report.broken, *report.failed)]
    differences = [] if written else [str(each) for each in proof.differences]
    counted = words.text(
        "Of {all} conditions {seen} were seen both true and false, {shown} of them by the examples alone.",
        all=len(proof.seen),
        seen=sum(each.is_seen for each in proof.seen),
        shown=sum(each.is_shown for each in proof.seen),
    )
    passed = len(report.results) - len(report.failed)
    never = [str(each) for each in proof.never]
    return [*failures, *differences, *never, counted, f"{passed} passed, {len(report.failed)} failed"]
