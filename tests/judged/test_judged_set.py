"""The judged set itself: large enough, whole, fairly split, and pointing at what is there."""

import json
from collections import Counter
from pathlib import Path

import pytest

from desk.model.search import HitKind, SearchHit, SearchResult
from services.wire.ptv_v11_reading import read_document
from tests.judged.judged_catalogue import JudgedCatalogue
from tests.judged.judging import QUERIES, Half, Judged, Query, judge, queries, score
from tests.judged.real_set import REAL, real_ids, real_queries

CONTENT = Path(__file__).resolve().parents[2] / "desk" / "content"


@pytest.fixture(scope="module")
def catalogue():
    return JudgedCatalogue()


@pytest.fixture(scope="module")
def asked(catalogue):
    return queries(catalogue)


def test_the_catalogue_reads_whole(catalogue):
    (document,) = catalogue.documents()
    read = list(read_document(*document))
    assert not [problem for each in read for problem in each.problems]
    assert sum(len(each.objects) for each in read) == len(list(catalogue.objects()))
    assert sum(1 for each in catalogue.objects() if "serviceNames" in each) >= 250


def test_the_set_is_large_in_every_language_and_kind(asked):
    languages = Counter(query.language for query in asked)
    assert languages["fi"] >= 150
    assert min(languages["sv"], languages["en"]) >= 70
    assert len(asked) >= 300
    assert min(Counter(query.kind for query in asked).values()) >= 12


def test_nothing_is_asked_twice_for_different_things(asked):
    by_words: dict[tuple, set] = {}
    for query in asked:
        by_words.setdefault((query.language, query.text, query.area), set()).add(query.right)
    assert not [words for words, rights in by_words.items() if len(rights) > 1]


def test_whatever_is_right_is_there(catalogue, asked):
    known = {each["id"] for each in catalogue.objects()}
    for content in (CONTENT, CONTENT / "drafts"):  # what is right once it is published is right
        for path in (content / "starter_catalogue").rglob("*.json"):
            known |= {each["id"] for each in json.loads(path.read_text(encoding="utf-8"))}
        known |= {path.name for path in content.glob("errands/*")}
    assert not {identity for query in asked for identity in query.right} - known


def test_every_service_of_the_catalogue_has_its_own_names(catalogue):
    for language in ("fi", "sv", "en"):
        names = Counter(written.names(0).get(language) for written in catalogue.written.values())
        del names[None]
        assert names.most_common(1)[0][1] == 1


def test_the_halves_are_halves_and_stay(asked):
    halves = Counter(query.half for query in asked)
    assert min(halves.values()) >= 0.4 * len(asked)
    assert Query("lapsilisä", "fi", "by_name", frozenset()).half is Half.DEVELOPMENT


def test_the_score_counts_places():
    query = Query("a", "fi", "by_name", frozenset("1"))
    told = score([Judged(query, 1), Judged(query, 2), Judged(query, 4), Judged(query, None)])
    assert (told.queries, told.success, told.reciprocal) == (4, 0.5, (1 + 0.5 + 0.25) / 4)


def test_the_files_say_in_which_language_they_are():
    assert {path.stem for path in QUERIES.glob("*.yaml")} == {"fi", "sv", "en", "se"}


@pytest.mark.skipif(not REAL.is_file(), reason=f"the real data is not here: {REAL}")
def test_the_real_set_points_at_real_descriptions():
    assert len(real_queries(real_ids())) >= 60


def test_a_query_is_judged_by_the_first_right_hit():
    hits = tuple(SearchHit(HitKind.SERVICE, identity, identity, "", "") for identity in ("other", "right"))
    areas = []

    def search(text, language, limit, within):
        areas.append(within.area)
        return SearchResult(text, language, hits[:limit], 0.0)

    query = Query("a", "fi", "by_name", frozenset({"right"}), area="297")
    (told,) = judge([query], search)
    assert (told.place, told.found, told.first, areas) == (2, True, ("other", "right"), ["297"])
