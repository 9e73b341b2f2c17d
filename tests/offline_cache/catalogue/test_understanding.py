"""What people say, mistype and write apart, and what must be found for it, with the reason."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from desk.model.local_text import LocalText
from desk.model.search import ErrandEntry, HitField, HitKind
from desk.model.vernacular import SaidWords, Vernacular
from offline_cache.catalogue.searching import WordAids
from offline_cache.catalogue.spelling import Speller
from offline_cache.catalogue.store import SqlCatalogue
from tests.offline_cache.catalogue.made import channel, empty_catalogue, intake, read, service, texts
from tests.thorough import examples

VERNACULAR = Vernacular(
    rows=(
        SaidWords({"fi": ("työkkäri", "te-toimisto"), "en": ("dole office",)}, {"fi": ("työllisyyspalvelut",)}),
        SaidWords({"fi": ("mutsi",), "sv": ("morsan",)}, {"fi": ("äiti",), "en": ("mother",)}),
        SaidWords({"fi": ("rahat ei riitä",)}, {"fi": ("toimeentulotuki",)}),
        SaidWords({"fi": ("maistraatti",)}, {"fi": ("Digi- ja väestötietovirasto",)}),
        SaidWords({"fi": ("pyörä vietiin",)}, {"fi": ("rikosilmoitus",)}),
        SaidWords({"fi": ("konsa",)}, {"fi": ("musiikkiopisto",)}),
        SaidWords({"fi": ("sv", "evättiin")}, {"fi": ("rikosilmoitus",)}),
    ),
    fillers={"fi": ("mistä", "saan", "mitä", "ei", "enää", "kun", "mun"), "en": ("to", "at", "where")},
)
ERRANDS = (
    ErrandEntry("death", LocalText({"fi": "Läheisen kuolema"}), words={"fi": ("äiti kuoli", "mies kuoli")}),
    ErrandEntry("work", LocalText({"fi": "Työttömyys"}), words={"fi": ("sain potkut",)}),
)
UUID = "3668d250-cd80-45c4-abcc-9b2d3a2b3e42"
DVV = {"id": "dvv", "name": "Digi- ja väestötietovirasto"}
KELA = {
    "id": "fpa",
    "organizationNames": [
        *texts(fi="Kansaneläkelaitos", sv="Folkpensionsanstalten"),
        *texts("AlternativeName", fi="Kela", sv="FPA"),
    ],
}
OBJECTS = (
    KELA,
    service("housing", {"fi": "Asumistuki", "sv": "Bostadsbidrag", "en": "Housing allowance"}),
    service("income", {"fi": "Toimeentulotuki", "sv": "Utkomststöd"}),
    service("jobs", {"fi": "Työllisyyspalvelut", "sv": "Sysselsättningstjänster"}),
    service("register", {"fi": "Muuttoilmoitus"}, organizations=[{"organization": DVV, "roleType": "Responsible"}]),
    service(UUID, {"fi": "Henkilökortti"}),
    service("apart", {"fi": "Asumisen neuvonta ja tuki"}),
    service("pension", {"fi": "Eläke"}, organizations=[{"organization": {"id": "fpa"}, "roleType": "Responsible"}]),
    service("report", {"fi": "Rikosilmoitus"}),
    service("music", {"fi": "Musiikkiopisto"}),
    service("sami", {"fi": "Koulu", "se": "Skuvla"}),
    channel("form", "PrintableForm", {"fi": "Vanhempainpäivärahahakemus"}, formIdentifier=texts(None, fi="SV 15")),
    channel("other", "PrintableForm", {"fi": "Hakemus TO 1"}),
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory, forms):
    connection = empty_catalogue(tmp_path_factory.mktemp("understanding") / "catalogue.db")
    store = SqlCatalogue(connection, lambda: forms, None, WordAids(lambda: VERNACULAR, Speller))
    store.take_in([read(*OBJECTS)], intake())
    store.know_errands(lambda: ERRANDS, "1")
    yield store
    connection.close()


def found(store, query, language="fi"):
    return [hit.id for hit in store.search(query, language).hits]


def why(store, query, wanted):
    return [(each.word, each.field) for hit in store.search(query, "fi").hits if hit.id == wanted for each in hit.why]


class TestSaidWords:
    @pytest.mark.parametrize(
        ("query", "wanted"),
        [
            ("työkkäri", "jobs"),
            ("työkkäriin", "jobs"),
            ("TE-toimisto", "jobs"),
            ("dole office", "jobs"),
            ("maistraatin", "register"),
            ("mutsi kuoli", "death"),
            ("mutsis kuoli", "death"),
            ("mutsini kuoli", "death"),
            ("morsan kuoli", "death"),
        ],
    )
    def test_finds_what_is_meant(self, filled, query, wanted):
        assert found(filled, query)[0] == wanted

    def test_says_the_word_that_was_found(self, filled):
        assert why(filled, "työkkäri", "jobs") == [("Työllisyyspalvelut", HitField.SYNONYM)]

    def test_before_its_last_letter(self, filled):
        assert found(filled, "työkkä")[0] == "jobs"

    def test_other_names_of_organizations_find_their_services(self, filled):
        assert "pension" in found(filled, "kela")
        assert "pension" in found(filled, "FPA")

    @pytest.mark.parametrize(
        "query",
        [
            "rahat ei riitä",
            "mitä saan kun rahat ei riitä",
            "mun rahat ei enää riitä",
            "kissa söi eilen illalla leivän kun rahat ei riitä mihinkään",
        ],
    )
    def test_a_phrase_is_found_in_a_sentence(self, filled, query):
        assert found(filled, query)[0] == "income"

    @pytest.mark.parametrize(
        "query",
        [
            "vietiin pyörä",
            "pyöräni vietiin",
            "pyörä koululla vietiin",
            "vietiin lapsen uusi pyörä",
            "mun vietiin pyörä kun",
        ],
    )
    def test_a_phrase_in_another_order_or_with_other_words_between(self, filled, query):
        assert found(filled, query)[0] == "report"

    def test_words_far_apart_are_no_phrase(self, filled):
        assert "report" not in found(filled, "pyörä kissa koulu leipä ilta vietiin")

    def test_a_short_stem_that_looks_otherwise_is_another_word(self, filled):
        assert found(filled, "konsa") == ["music"]
        assert "music" not in found(filled, "kunta ")

    def test_words_that_say_nothing_are_left_out(self, filled):
        assert found(filled, "mistä saan asumistuki ")[0] == "housing"
        assert found(filled, "mitä")[:1] == found(filled, "mitä ")[:1]


class TestMistyped:
    @pytest.mark.parametrize(
        ("query", "wanted"),
        [
            ("asumistki", "housing"),
            ("asumsituki", "housing"),
            ("asuumistuki", "housing"),
            ("toimentulotuki", "income"),
            ("työkäri", "jobs"),
            ("henkilökrotti", UUID),
        ],
    )
    def test_finds_the_word_that_is_near(self, filled, query, wanted):
        assert wanted in found(filled, query)[:3]
        assert filled.search(query, "fi").corrected

    def test_says_so(self, filled):
        assert filled.search("asumistki ", "fi").corrected == "asumistuki"
        assert why(filled, "asumistki", "housing") == [("Asumistuki", HitField.SPELLING)]

    @pytest.mark.parametrize("query", ["asumistuki", "asumistukea", "asumi", "tuki", "eläke", "elake", "sv 15", "sv16"])
    def test_right_words_and_codes_are_left_as_they_are(self, filled, query):
        assert filled.search(query, "fi").corrected is None

    @pytest.mark.parametrize(("query", "wanted"), [("toimeen tulotuki", "income"), ("asumis tuki", "housing")])
    def test_words_written_apart(self, filled, query, wanted):
        assert found(filled, query)[0] == wanted

    def test_words_written_together(self, filled):
        assert "apart" in found(filled, "asumisneuvonta")

    @settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.integers(1, 13), st.sampled_from(("leave", "double", "swap")))
    def test_one_slip_in_a_long_word_still_finds(self, filled, place, slip):
        word = "toimeentulotuki"
        match slip:
            case "leave":
                typed = word[:place] + word[place + 1 :]
            case "double":
                typed = word[:place] + word[place] + word[place:]
            case _:
                typed = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        assume(typed != word)
        assert "income" in found(filled, typed)[:3]


class TestCodes:
    @pytest.mark.parametrize("query", ["SV 15", "sv15", "SV15", "sv-15", "lomake sv 15"])
    def test_of_forms(self, filled, query):
        assert found(filled, query)[0] == "form"
        assert ("SV 15", HitField.CODE) in why(filled, query, "form")

    @pytest.mark.parametrize("query", ["SV 15", "EV 256"])
    def test_are_no_words_that_people_say(self, filled, query):
        assert "report" not in found(filled, query)

    def test_of_which_one_part_says_nothing(self, filled):
        assert found(filled, "TO 1")[0] == "other"

    @pytest.mark.parametrize("query", [UUID, UUID[:8], UUID.upper(), UUID[:20]])
    def test_ids(self, filled, query):
        assert found(filled, query)[0] == UUID
        assert why(filled, query, UUID) == [(UUID, HitField.CODE)]


def test_a_compound_is_found_by_its_last_part(filled):
    assert UUID in found(filled, "kortti")
    assert found(filled, "tuki")[0] in {"housing", "income", "apart"}


def test_northern_sami(filled):
    assert found(filled, "skuvllas", "se")[0] == "sami"


def test_every_hit_says_why(filled):
    for query in ("työkkäri", "asumistki", "sv 15", "tuki", "mutsi kuoli"):
        assert all(hit.why for hit in filled.search(query, "fi").hits[:3]), query


@settings(max_examples=examples(120), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["mutsi", "sv", "15", "asumis", "tuki", "työkk", "ö", "a.", "kela", "zzzz", "mitä"])))
def test_no_mixture_is_an_error(filled, words):
    result = filled.search(" ".join(words), "fi")
    assert len(result.hits) <= 20


@settings(max_examples=examples(80), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_no_text_is_an_error(filled, query):
    assert all(hit.kind in HitKind for hit in filled.search(query, "sv").hits)
