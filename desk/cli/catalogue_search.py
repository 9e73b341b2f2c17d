"""``desk catalogue search``: the same search as the window's, narrowed and counted by options."""

from __future__ import annotations

from collections.abc import Iterable

import click

from desk.cli.options import DeskOptions, desk_options, open_desk
from desk.cli.output import print_json, print_lines
from desk.errors import BadArea, BadFacet
from desk.model.refresh import AreaKind, read_area
from desk.model.search import Facet, FacetCount, FacetKind, SearchHit, SearchResult, Within


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--lang", default="fi", help="Language of the words and of the results.")
@click.option("--limit", default=20, type=click.IntRange(1, 200))
@click.option("--area", default=None, help="What is given there comes first: Municipality/297.")
@click.option("--for", "citizen", default=None, help="What is served in the citizen's language comes first: sv.")
@click.option("--facet", "facets", multiple=True, help="Only what has this value: agency=ID, language=sv …")
@desk_options
def search(
    options: DeskOptions,
    query: tuple[str, ...],
    lang: str,
    limit: int,
    area: str | None,
    citizen: str | None,
    facets: tuple[str, ...],
) -> None:
    """Find services and errands by what a person says."""
    within = Within(_municipality(area), citizen, frozenset(read_facet(each) for each in facets), options.json)
    with open_desk(options, anybody=True) as desk:
        result = desk.find_service(" ".join(query), lang, limit, within)
    if options.json:
        print_json(_document(result))
    else:
        print_lines(*_lines(result, options))


def read_facet(text: str) -> Facet:
    """Read ``language=sv``; raises ``BadFacet``."""
    kind, sign, value = text.partition("=")
    name = kind.strip().casefold().replace("-", "_")
    if not (sign and value.strip() and name in set(FacetKind)):
        raise BadFacet(facet=text, kinds=", ".join(FacetKind))
    return Facet(FacetKind(name), value.strip())


def _municipality(area: str | None) -> str | None:
    """The code of a municipality: a desk stands in one."""
    if area is None:
        return None
    read = read_area(area)
    if read.kind is not AreaKind.MUNICIPALITY:
        raise BadArea(area=area, kinds=AreaKind.MUNICIPALITY.value)
    return read.code


def _lines(result: SearchResult, options: DeskOptions) -> Iterable[str]:
    if result.corrected:
        yield options.words.text("Searched for: {words}", words=result.corrected)
    for hit in result.hits:
        yield f"{hit.kind:<20} {hit.id:<40} {hit.name} – {hit.organization}"


def _document(result: SearchResult) -> dict[str, object]:
    return {
        "query": result.query,
        "lang": result.language,
        "took_ms": round(result.took_ms, 2),
        "corrected": result.corrected,
        "hits": [_hit_document(hit) for hit in result.hits],
        "facets": [_facet_document(count) for count in result.facets],
    }


def _hit_document(hit: SearchHit) -> dict[str, object]:
    return {
        "kind": hit.kind,
        "id": hit.id,
        "name": hit.name,
        "organization": hit.organization,
        "snippet": hit.snippet,
        "why": [{"word": why.word, "field": why.field} for why in hit.why],
        "starter": hit.starter,
        "services": hit.services,
        "in_area": hit.in_area,
    }


def _facet_document(count: FacetCount) -> dict[str, object]:
    return {
        "kind": count.facet.kind,
        "value": count.facet.value,
        "names": dict(count.names.texts),
        "count": count.count,
    }
