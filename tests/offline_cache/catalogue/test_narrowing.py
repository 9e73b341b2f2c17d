"""Where and for whom is searched, what results are narrowed by, and an index that another program made."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from desk.model.local_text import LocalText
from desk.model.search import ANYWHERE, ErrandEntry, Facet, FacetKind, HitKind, Within
from offline_cache.catalogue.gathering import CANDIDATES
from offline_cache.catalogue.language_forms import LanguageForms
from offline_cache.catalogue.searching import WordAids
from offline_cache.catalogue.spelling import Speller
from offline_cache.catalogue.store import SqlCatalogue
from offline_cache.connection import StoreKind, connect
from tests.offline_cache.catalogue.made import (
    KEY,
    NOW,
    channel,
    connected,
    empty_catalogue,
    general_description,
    intake,
    read,
    service,
    texts,
)
from tests.thorough import examples

KUOPIO, OULU = "297", "564"
ERRANDS = (ErrandEntry("moving", LocalText({"fi": "Muutto Suomessa"}), words={"fi": ("kirjasto",)}),)


def only_in(*codes):
    return {
        "areaType": "LimitedType",
        "areas": [{"type": "Municipality", "municipalities": [{"code": code} for code in codes]}],
    }


def given_by(identity, name):
    return {"organizations": [{"organization": {"id": identity, "name": name}, "roleType": "Responsible"}]}


OBJECTS = (
    *(service(f"far{n}", {"fi": "Kirjasto"}, **only_in(OULU), **given_by("oulu", "Oulu")) for n in range(250)),
    service("near", {"fi": "Kirjasto"}, **only_in(KUOPIO), **given_by("kuopio", "Kuopio"), languages=["fi"]),
    service("swedish", {"fi": "Kirjasto"}, **only_in(KUOPIO), **given_by("kuopio", "Kuopio"), languages=["fi", "sv"]),
    service(
        "everywhere",
        {"fi": "Verkkokirjasto"},
        areaType="Nationwide",
        serviceClasses=[{"code": "P6", "name": texts(None, fi="Kirjastot")}],
        serviceChannels=connected(["line"]),
    ),
    *(service(f"through{n}", {"fi": f"Neuvonta {n}"}, serviceChannels=connected(["line"])) for n in range(12)),
    channel("line", "Phone", {"fi": "Kirjaston palvelunumero"}, languages=["fi"]),
    channel("web", "WebPage", {"fi": "Kirjaston sivut"}, languages=["sv"]),
    general_description("gd", {"fi": "Uimahalli"}),
    service("pool", {"fi": "Uimahallipalvelut"}, generalDescriptionId="gd", **only_in(KUOPIO)),
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory, forms):
    connection = empty_catalogue(tmp_path_factory.mktemp("narrowing") / "catalogue.db")
    store = SqlCatalogue(connection, lambda: forms, None, WordAids(speller=Speller))
    store.take_in([read(*OBJECTS)], intake())
    store.know_errands(lambda: ERRANDS, "1")
    yield store
    connection.close()


def found(store, query, within=ANYWHERE, limit=20):
    return [hit.id for hit in store.search(query, "fi", limit, within).hits]


def narrowed(*facets, area=None):
    return Within(area, chosen=frozenset(facets))


class TestArea:
    def test_what_is_given_there_comes_before_what_is_not(self, filled):
        hits = found(filled, "kirjasto", Within(KUOPIO))
        assert set(hits[:6]) == {"moving", "near", "swedish", "everywhere", "line", "web"}
        assert any(hit.startswith("far") for hit in hits)

    def test_hits_say_so(self, filled):
        hits = {hit.id: hit.in_area for hit in filled.search("kirjasto", "fi", 20, Within(KUOPIO)).hits}
        assert (hits["near"], hits["everywhere"]) == (True, True)
        assert not any(inside for hit, inside in hits.items() if hit.startswith("far"))

    def test_what_a_citizen_is_served_in_comes_first(self, filled):
        hits = found(filled, "kirjasto", Within(KUOPIO, "sv"))
        assert hits.index("swedish") < hits.index("near")

    def test_an_area_that_nothing_names_hides_nothing(self, filled):
        assert len(found(filled, "kirjasto", Within("999"))) == 20

    def test_one_name_does_not_fill_the_list(self, filled):
        assert {"line", "web"} <= set(found(filled, "kirjasto"))


class TestChannels:
    def test_a_shared_one_is_shown_once_with_its_services(self, filled):
        (hit,) = [hit for hit in filled.search("kirjaston palvelunumero", "fi").hits if hit.id == "line"]
        assert hit.services == 13


class TestGeneralDescriptions:
    def test_stand_behind_the_services_that_share_them(self, filled):
        assert found(filled, "uimahalli")[:2] == ["pool", "gd"]


class TestFacets:
    def test_narrow(self, filled):
        assert found(filled, "kirjasto", narrowed(Facet(FacetKind.LANGUAGE, "sv"))) == ["swedish", "web"]
        assert set(found(filled, "kirjasto", narrowed(Facet(FacetKind.AGENCY, "kuopio")))) == {"near", "swedish"}
        assert found(filled, "kirjasto", narrowed(Facet(FacetKind.SERVICE_CLASS, "P6"))) == ["everywhere"]

    def test_of_a_rare_value_behind_hundreds_of_others(self, filled):
        assert found(filled, "kirj", narrowed(Facet(FacetKind.SERVICE_CLASS, "P6"))) == ["everywhere"]

    def test_the_area_takes_what_is_given_everywhere(self, filled):
        hits = found(filled, "kirjasto", narrowed(Facet(FacetKind.AREA, KUOPIO)))
        assert set(hits) == {"near", "swedish", "everywhere", "line", "web"}

    def test_a_service_has_the_kinds_of_its_channels(self, filled):
        phone = Facet(FacetKind.CHANNEL_KIND, "Phone")
        assert set(found(filled, "kirjasto", narrowed(phone))) == {"everywhere", "line"}

    def test_values_of_a_kind_are_alternatives_and_kinds_add_up(self, filled):
        both = (Facet(FacetKind.AGENCY, "kuopio"), Facet(FacetKind.AGENCY, "oulu"))
        assert len(found(filled, "kirjasto", narrowed(*both), 200)) == 200
        assert found(filled, "kirjasto", narrowed(*both, Facet(FacetKind.LANGUAGE, "sv"))) == ["swedish"]

    def test_what_nothing_has_finds_nothing(self, filled):
        assert found(filled, "kirjasto", narrowed(Facet(FacetKind.AGENCY, "nobody"))) == []

    def test_are_counted_when_asked(self, filled):
        assert not filled.search("kirjasto", "fi").facets
        within = Within(chosen=frozenset({Facet(FacetKind.AGENCY, "kuopio")}))
        counts = {
            each.facet: (each.count, dict(each.names.texts))
            for each in filled.search("kirjasto", "fi", 20, within).facets
        }
        assert counts[Facet(FacetKind.AGENCY, "kuopio")] == (2, {"fi": "Kuopio"})
        assert counts[Facet(FacetKind.LANGUAGE, "fi")][0] == 2
        asked = filled.search("verkkokirjasto", "fi", 20, Within(counted=True)).facets
        assert Facet(FacetKind.CHANNEL_KIND, "Phone") in {each.facet for each in asked}

    @settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.sampled_from(
            [
                "verkkokirjasto",
                "sivut",
                "kirjaston palvelu",
                "neuvonta ",
                "uimahalli kuopio",
                "palvelunumero",
                "kirjatso",
                "zzz",
            ]
        ),
        st.sets(
            st.sampled_from(
                [
                    Facet(FacetKind.LANGUAGE, "fi"),
                    Facet(FacetKind.LANGUAGE, "sv"),
                    Facet(FacetKind.AGENCY, "kuopio"),
                    Facet(FacetKind.AREA, KUOPIO),
                    Facet(FacetKind.CHANNEL_KIND, "Phone"),
                    Facet(FacetKind.SERVICE_CLASS, "P6"),
                ]
            ),
            max_size=3,
        ),
        st.sampled_from([None, KUOPIO]),
    )
    def test_never_add_hits(self, filled, query, chosen, area):
        whole = filled.search(query, "fi", 400, Within(area)).hits
        part = filled.search(query, "fi", 400, Within(area, chosen=frozenset(chosen))).hits
        assume(len(whole) < CANDIDATES)  # of more than that the first are shown, and narrowing shows others
        assert {hit.id for hit in part} <= {hit.id for hit in whole}


class TestAnIndexThatAnotherProgramMade:
    def test_is_made_anew_and_finds_the_same(self, tmp_path, forms):
        connection = empty_catalogue(tmp_path / "catalogue.db")
        store = SqlCatalogue(connection, lambda: forms, None, WordAids(dictionaries="1"))
        store.keep_index_current()
        store.take_in([read(*OBJECTS[-8:])], intake())
        store.know_errands(lambda: ERRANDS, "1")
        before = found(store, "uimahalli"), found(store, "neuvonta"), found(store, "muutto")
        assert store.index_is_current()
        newer = SqlCatalogue(connection, lambda: forms, None, WordAids(dictionaries="2"))
        assert not newer.index_is_current()
        newer.keep_index_current()
        assert newer.index_is_current()
        newer.know_errands(lambda: ERRANDS, "1")
        assert (found(newer, "uimahalli"), found(newer, "neuvonta"), found(newer, "muutto")) == before
        assert all(before)
        connection.close()

    def test_is_no_longer_called_plain_once_there_are_dictionaries(self, connection, forms, tmp_path):
        plain = SqlCatalogue(connection, lambda: LanguageForms(tmp_path / "nowhere"))
        plain.take_in([read(*OBJECTS[-8:])], intake())
        assert plain.status(NOW).search_is_plain
        SqlCatalogue(connection, lambda: forms, None, WordAids(dictionaries="1")).keep_index_current()
        assert not plain.status(NOW).search_is_plain

    def test_costs_nothing_when_it_is_the_same(self, connection, forms):
        store = SqlCatalogue(connection, lambda: forms)
        store.keep_index_current()
        before = connection.total_changes
        store.keep_index_current()
        assert connection.total_changes == before


def test_what_another_process_took_in_is_found_at_once(tmp_path, forms):
    file = tmp_path / "catalogue.db"
    connection = empty_catalogue(file)
    store = SqlCatalogue(connection, lambda: forms)
    assert found(store, "kirjasto") == []
    other = connect(file, KEY, kind=StoreKind.CATALOGUE)
    beside = SqlCatalogue(other, lambda: forms)
    beside.take_in([read(service("new", {"fi": "Kirjasto"}, languages=["fi"]))], intake())
    beside.know_errands(lambda: ERRANDS, "1")
    assert set(found(store, "kirjasto")) == {"new", "moving"}
    assert store.search("m", "fi").hits[0].kind is HitKind.ERRAND
    assert found(store, "kirjasto", narrowed(Facet(FacetKind.LANGUAGE, "fi"))) == ["new"]
    other.close()
    connection.close()
