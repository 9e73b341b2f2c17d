"""What a person types, and what must be found for it, in three languages and with all the ways to mistype."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from desk.model.local_text import LocalText
from desk.model.search import ErrandEntry, HitField, HitKind
from offline_cache.catalogue.language_forms import LanguageForms
from offline_cache.catalogue.store import SqlCatalogue
from tests.offline_cache.catalogue.made import channel, general_description, intake, read, service, texts

ERRANDS = (
    ErrandEntry(
        "death",
        LocalText({"fi": "Läheisen kuolema", "sv": "Då en närstående har dött", "en": "Death of a close one"}),
        words={"fi": ("mies kuoli", "vaimo kuoli", "jäin leskeksi"), "sv": ("min man dog",), "en": ("husband died",)},
    ),
    ErrandEntry(
        "unemployment",
        LocalText({"fi": "Työttömyys tai lomautus", "sv": "Arbetslöshet", "en": "Unemployment"}),
        words={"fi": ("jäin työttömäksi", "sain potkut"), "sv": ("jag blev arbetslös",), "en": ("lost my job",)},
    ),
    ErrandEntry(
        "moving",
        LocalText({"fi": "Muutto Suomessa", "sv": "Flytt inom Finland", "en": "Moving within Finland"}),
        words={"fi": ("muutan uuteen asuntoon",), "sv": ("jag flyttar",), "en": ("new address",)},
    ),
)
OBJECTS = (
    service(
        "housing",
        {"fi": "Yleinen asumistuki", "sv": "Allmänt bostadsbidrag", "en": "General housing allowance"},
        keywords=texts(None, fi="vuokra"),
        organizations=[{"organization": {"id": "kela", "name": "Kela"}, "roleType": "Responsible"}],
        serviceDescriptions=texts(
            "Description", fi="Tukea maksetaan pienituloiselle. Ilmoita muutoksista kahden viikon kuluessa."
        ),
    ),
    service("inventory", {"fi": "Perunkirjoitus", "sv": "Bouppteckning", "en": "Estate inventory"}),
    service("notice", {"fi": "Muuttoilmoitus", "sv": "Flyttanmälan", "en": "Notification of move"}),
    service("elake", {"fi": "Eläke", "sv": "Pension"}),
    service("saa", {"fi": "Saa"}),
    service("saa2", {"fi": "Sää"}),
    service("income", {"fi": "Toimeentulotuki"}),
    channel("line", "Phone", {"fi": "Asumistuen palvelunumero"}),
    general_description("gd", {"fi": "Asumisneuvonta"}),
    service("patient", {"fi": "Potilasasiamies"}),
    *(service(f"fill{n}", {"fi": f"Liikuntapalvelu {n}", "sv": f"Idrottstjänst {n}"}) for n in range(60)),
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, forms: LanguageForms):
    from tests.offline_cache.catalogue.made import empty_catalogue

    connection = empty_catalogue(tmp_path_factory.mktemp("search") / "catalogue.db")
    store = SqlCatalogue(connection, lambda: forms)
    store.take_in([read(*OBJECTS)], intake())
    store.know_errands(lambda: ERRANDS, "1")
    yield store
    connection.close()


def found(store, query, language="fi"):
    return [hit.id for hit in store.search(query, language).hits]


@pytest.mark.parametrize(
    ("query", "language", "wanted"),
    [
        ("asumistukea", "fi", "housing"),
        ("asumistuen", "fi", "housing"),
        ("asumistukihakemus", "fi", "housing"),
        ("perunkirjoituksen", "fi", "inventory"),
        ("flyttanmälan", "fi", "notice"),
        ("flyttanmälningar", "sv", "notice"),
        ("bostadsbidraget", "sv", "housing"),
        ("housing allowances", "en", "housing"),
        ("toimeentulotuesta", "fi", "income"),
        ("mies kuoli", "fi", "death"),
        ("mieheni kuoli eilen", "fi", "death"),
        ("min man dog", "sv", "death"),
        ("my husband has died", "en", "death"),
        ("jäin työttömäksi", "fi", "unemployment"),
        ("jag blev arbetslös", "sv", "unemployment"),
        ("muutan uuteen kotiin", "fi", "moving"),
    ],
)
def test_in_the_first_three(filled, query, language, wanted):
    assert wanted in found(filled, query, language)[:3]


class TestAsYouType:
    @pytest.mark.parametrize("letters", range(3, len("perunkirjoitus") + 1))
    def test_from_the_third_letter(self, filled, letters):
        assert found(filled, "perunkirjoitus"[:letters])[0] == "inventory"

    def test_the_second_part_of_a_compound_can_be_begun(self, filled):
        assert "housing" in found(filled, "tuki")[:4]
        assert "notice" in found(filled, "ilmoit")

    def test_one_letter_finds_errands_only(self, filled):
        assert {hit.kind for hit in filled.search("m", "fi").hits} == {HitKind.ERRAND}

    def test_what_finds_nothing_is_tried_by_its_beginning(self, filled):
        (first, *_) = filled.search("tyottomyysturvaa", "fi").hits
        assert first.id == "unemployment"
        assert first.why
        assert not found(filled, "zzzzzzzzz")

    def test_errands_come_before_parts_of_other_names(self, filled):
        assert found(filled, "mies")[0] == "death"

    def test_but_not_before_the_very_name(self, filled):
        assert found(filled, "muuttoilmoitus")[0] == "notice"

    def test_a_finished_word_is_no_beginning(self, filled):
        assert "notice" in found(filled, "ilmo")
        assert "notice" not in found(filled, "ilmo ")


class TestDots:
    def test_a_finds_ae_when_there_is_nothing_better(self, filled):
        assert found(filled, "elake")[0] == "elake"
        assert found(filled, "flyttanmalan")[0] == "notice"
        assert found(filled, "tyottomaksi")[0] == "unemployment"

    def test_but_they_are_different_letters(self, filled):
        assert found(filled, "saa")[0] == "saa"
        assert found(filled, "sää") == ["saa2"]


class TestReasons:
    def why(self, store, query, wanted):
        return next(hit.why for hit in store.search(query, "fi").hits if hit.id == wanted)

    def test_the_word_as_it_stands(self, filled):
        (why,) = self.why(filled, "asumistukea", "housing")
        assert (why.word, why.field) == ("asumistuki", HitField.NAME)

    def test_a_keyword(self, filled):
        (why,) = self.why(filled, "vuokraa", "housing")
        assert (why.word, why.field) == ("vuokra", HitField.WORDS)

    def test_an_organization(self, filled):
        assert [each.field for each in self.why(filled, "kelan asumistuki", "housing")] == [
            HitField.ORGANIZATION,
            HitField.NAME,
        ]

    def test_a_sentence_of_the_text(self, filled):
        hit = next(hit for hit in filled.search("pienituloinen", "fi").hits if hit.id == "housing")
        assert [(each.word, each.field) for each in hit.why] == [("pienituloiselle", HitField.TEXT)]
        assert hit.snippet == "Tukea maksetaan pienituloiselle."

    def test_a_trigger_word(self, filled):
        assert [each.field for each in self.why(filled, "leskeksi", "death")] == [HitField.WORDS]

    def test_organization_is_named(self, filled):
        assert next(hit.organization for hit in filled.search("asumistuki", "fi").hits if hit.id == "housing") == "Kela"


def test_names_come_in_the_language_asked_for(filled):
    (hit, *_) = filled.search("asumistuki", "sv").hits
    assert hit.name == "Allmänt bostadsbidrag"
    assert filled.search("toimeentulotuki", "en").hits[0].name == "Toimeentulotuki"


def test_no_more_than_asked(filled):
    assert len(filled.search("liikuntapalvelu", "fi", 7).hits) == 7


NASTY = [
    "", " ", '"', "'", "*", "NEAR(a b)", "a AND", "OR", "NOT x", "name:x", "x*", "(", ")", "a-b", "^a", "{a}:b",
    "; DROP TABLE search", "%", "_", "\x00", "😀", "👨‍👩‍👧", "مرحبا", "ё", "İstanbul", "ﬁ", "a" * 10_000,
    "ä " * 5_000, "1234567890" * 100, "\n\t", "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("query", NASTY, ids=range(len(NASTY)))
def test_no_text_is_an_error(filled, query):
    result = filled.search(query, "fi")
    assert result.query == query
    assert len(result.hits) <= 20


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60), st.sampled_from(["fi", "sv", "en", "ar", ""]))
def test_no_text_at_all_is_an_error(filled, query, language):
    result = filled.search(query, language)
    assert result.query == query
    assert len(result.hits) <= 20


class TestWithoutDictionaries:
    @pytest.fixture
    def plain(self, connection, tmp_path: Path):
        store = SqlCatalogue(connection, lambda: LanguageForms(tmp_path / "nowhere"))
        store.take_in([read(*OBJECTS)], intake())
        return store

    def test_it_says_so_and_still_finds(self, plain):
        from tests.offline_cache.catalogue.made import NOW

        result = plain.search("asumistukea", "fi")
        assert result.plain
        assert result.hits[0].id == "housing"
        assert plain.status(NOW).search_is_plain

    def test_a_broken_dictionary_is_like_none(self, tmp_path):
        (tmp_path / "fi.dic").write_bytes(b"no trie")
        assert LanguageForms(tmp_path).is_plain
