"""Ask the judged queries and tell how well they are answered: ``make judge``.

The queries and what is right stand in ``tests/judged``; half of them, drawn once by their letters, is held out: its
failures are counted and never shown, so that nobody tunes the search on them.

    python -m tools.judge [--services 1500] [--report docs/search-report.md] [--no-real]
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from tests.judged.judged_catalogue import JudgedCatalogue
from tests.judged.judging import Half, Judged, Query, Score, grouped, judge, queries, score
from tests.judged.real_set import REAL, judge_real
from tests.judged.searched import searched_desk
from tests.national_catalogue.drawing import Sizes

NOISE = 1_500
AIM, AIM_OF_A_KIND = 0.9, 0.8
HEAD = "| {} | queries | success@3 | MRR | development | held out |\n|---|---|---|---|---|---|"


def judged_set(services: int) -> list[Judged]:
    """Every query of our own set, asked in a new desk with so many made-up services as noise."""
    catalogue = JudgedCatalogue()
    with (
        tempfile.TemporaryDirectory() as folder,
        searched_desk(Path(folder) / "desk", catalogue, Sizes(services)) as opened,
    ):
        return list(judge(queries(catalogue), opened.desk.find_service))


def page(judged: Sequence[Judged], services: int) -> str:
    """The report: totals by language and kind, and the development half's failures."""
    whole = score(judged)
    kinds = {kind: score(each) for kind, each in grouped(judged, lambda query: query.kind).items()}
    low = sorted(kind for kind, each in kinds.items() if each.success < AIM_OF_A_KIND)
    noise = Sizes(services)
    return "\n\n".join(
        (
            f"{whole.queries} queries over the judged catalogue, the starter catalogue, the errands and a made-up "
            f"nation of {noise.services:,} services and {noise.channels:,} channels; {date.today().isoformat()}.",
            f"success@3 **{whole.success:.3f}** (aim {AIM}), MRR **{whole.reciprocal:.3f}**. "
            f"Kinds below {AIM_OF_A_KIND}: {', '.join(low) or 'none'}.",
            _table("kind", judged, lambda query: query.kind),
            _table("language", judged, lambda query: query.language),
            _table("half", judged, lambda query: query.half),
            _failures(judged),
        )
    )


def _table(title: str, judged: Sequence[Judged], by: Callable[[Query], str]) -> str:
    rows = [HEAD.format(title)]
    for name, group in sorted(grouped(judged, by).items()):
        halves = {half: score([each for each in group if each.query.half is half]) for half in Half}
        told = " | ".join(_of_half(halves[half]) for half in Half)
        all_of_it = score(group)
        rows.append(f"| {name} | {all_of_it.queries} | {all_of_it.success:.3f} | {all_of_it.reciprocal:.3f} | {told} |")
    return "\n".join(rows)


def _of_half(reached: Score) -> str:
    return f"{reached.success:.2f} of {reached.queries}" if reached.queries else "—"


def _failures(judged: Sequence[Judged]) -> str:
    missed = [each for each in judged if not each.found and each.query.half is Half.DEVELOPMENT]
    rows = [f"Not among the first three, of the development half ({len(missed)}):", ""]
    for each in missed:
        place = f"place {each.place}" if each.place else "not found"
        query = each.query
        rows.append(
            f"- {query.language} {query.kind}: “{query.text}” ({place}); first: {'; '.join(each.first) or 'nothing'}"
        )
    return "\n".join(rows)


def main() -> None:
    """Judge and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--services", type=int, default=NOISE, help="how many made-up services are the noise")
    parser.add_argument("--report", type=Path, help="write the report there too")
    parser.add_argument("--no-real", action="store_true", help="leave out the real general descriptions")
    asked = parser.parse_args()
    told = ["# How well the search finds what people say", page(judged_set(asked.services), asked.services)]
    real = judge_real() if REAL.is_file() and not asked.no_real else []
    if real:
        told += ["## Over real general descriptions", _table("kind", real, lambda query: query.kind)]
    text = "\n\n".join(told)
    print(text)
    print(_failures(real))  # not in the report: the names are not ours
    if asked.report:
        asked.report.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
