"""``desk catalogue search`` with its options."""

from __future__ import annotations

import pytest

from desk.cli.catalogue_search import read_facet
from desk.errors import BadFacet
from desk.model.search import Facet, FacetKind


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("language=sv", Facet(FacetKind.LANGUAGE, "sv")),
        ("Channel-Kind=Phone", Facet(FacetKind.CHANNEL_KIND, "Phone")),
        ("service_class=P6.1=x", Facet(FacetKind.SERVICE_CLASS, "P6.1=x")),
    ],
)
def test_a_facet_is_read(text, facet):
    assert read_facet(text) == facet


@pytest.mark.parametrize("text", ["", "language", "language=", "colour=red", "=sv"])
def test_what_is_none_is_refused_with_the_kinds(text):
    with pytest.raises(BadFacet) as refused:
        read_facet(text)
    assert refused.value.details["facet"] == text
    assert "life_event" in refused.value.details["kinds"]


class TestCommand:
    def test_says_why_and_what_it_can_be_narrowed_by(self, call, folder):
        said = call("--json", "catalogue", "search", "leskeneläke").document
        assert said["hits"][0]["id"] == "death_of_close_one"
        assert {"why", "services", "in_area", "snippet"} <= set(said["hits"][0])
        assert {facet["kind"] for facet in said["facets"]} >= {"agency", "area", "language"}

    def test_narrows(self, call, folder):
        facets = call("--json", "catalogue", "search", "leskeneläke").document["facets"]
        kela = next(each for each in facets if each["kind"] == "agency" and "Kela" in each["names"].values())
        said = call("--json", "catalogue", "search", "leskeneläke", "--facet", f"agency={kela['value']}").document
        assert {hit["organization"] for hit in said["hits"]} == {"Kela"}
        assert len(said["hits"]) == kela["count"]

    def test_says_what_it_read_a_mistyped_word_as(self, call, folder):
        assert call("catalogue", "search", "asumistki").out.startswith("Searched for: asumistuki")

    def test_form_codes_and_said_words_of_the_content(self, call, folder):
        assert call("--json", "catalogue", "search", "AT", "1").document["hits"][0]["id"] == "tiski-c-form-at1"
        hits = call("--json", "catalogue", "search", "faija", "delas", "--area", "Municipality/297").document["hits"]
        assert hits[0]["id"] == "death_of_close_one"

    @pytest.mark.parametrize("given", [("--area", "Region/11"), ("--area", "Kuopio"), ("--facet", "colour=red")])
    def test_what_names_nothing_is_refused_in_one_line(self, call, folder, given):
        said = call("catalogue", "search", "passi", *given)
        assert said.code == 1
        assert said.one_line
