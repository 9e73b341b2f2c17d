"""Inflected words and compounds lead to the same terms as their base forms."""

from __future__ import annotations

import pytest

from desk.bootstrap import Installation
from offline_cache.catalogue.language_forms import SAID_FORMS, LanguageForms, written_forms

PAIRS = {
    "fi": {
        "asumistuki": "asumistukea asumistuen asumistuesta asumistukeen asumistuet asumistukeni asumistukiko",
        "toimeentulotuki": "toimeentulotukea toimeentulotuesta toimeentulotuen",
        "perunkirjoitus": "perunkirjoituksen perunkirjoitusta perunkirjoituksesta",
        "muuttoilmoitus": "muuttoilmoituksen muuttoilmoitusta muuttoilmoitukset",
        "päiväkoti": "päiväkodin päiväkodeissa päiväkotiin päiväkodeissaan",
        "kouluterveydenhuolto": "kouluterveydenhuollon kouluterveydenhuollossa",
        "työtön": "työttömän työttömäksi työttömänä",
        "mies": "miehen miestä mieheni",
        "kuolla": "kuoli kuollut",
        "eläke": "eläkkeen eläkettä eläkkeelle",
        "oppivelvollisuus": "oppivelvollisuuden oppivelvollisuudesta",
        "viivästyminen": "viivästymisen viivästymistä viivästymisestä",
    },
    "sv": {
        "flyttanmälan": "flyttanmälans",
        "bostadsbidrag": "bostadsbidraget bostadsbidragen",
        "bouppteckning": "bouppteckningen bouppteckningar",
        "arbetslös": "arbetslösa arbetslöst",
    },
    "en": {"allowance": "allowances", "move": "moving moved moves", "die": "died dies"},
}
CASES = [
    (language, base, form)
    for language, pairs in PAIRS.items()
    for base, forms in pairs.items()
    for form in forms.split()
]


@pytest.mark.parametrize(("language", "base", "form"), CASES)
def test_a_form_meets_its_base(forms, language, base, form):
    typed = {form, *forms.terms(form, language), *forms.parts(form, language)[:1]}
    assert typed & forms.beginnings_of([base], language)


@pytest.mark.parametrize(
    ("compound", "part"),
    [("asumistuki", "tuki"), ("leskeneläke", "eläke"), ("päiväkoti", "koti"), ("muuttoilmoitus", "ilmoitus")],
)
def test_a_compound_is_found_by_its_last_part(forms, compound, part):
    assert forms.beginnings_of([compound], "fi") & {part, *forms.terms(part, "fi")}


def test_a_short_word_is_no_compound(forms):
    assert not forms.parts("mieheni", "fi")


def test_a_language_that_is_not_analysed_keeps_its_words(forms):
    assert forms.terms_of(["kielâ", "anarâš"], "smn") == {"kielâ", "anarâš"}
    assert forms.beginnings_of(["kielâ"], "smn") == {"kielâ"}
    assert forms.terms("kielâ", "smn") == forms.parts("kielâ", "smn") == ()


@pytest.mark.parametrize(("word", "base"), [("bargguid", "bargu"), ("doarjaga", "doarjja"), ("skuvllas", "skuvla")])
def test_northern_sami_is_found_by_its_base_form_where_its_dictionary_has_one(forms, word, base):
    assert base in forms.terms(word, "se")


def test_the_two_parts_of_a_compound_each_find_it(forms):
    left, right = forms.halves("asumistuki", "fi")
    assert set(left) & set(forms.terms("asumisen", "fi"))
    assert set(right) & set(forms.terms("tukea", "fi"))
    assert forms.halves("tuki", "fi") is None


class TestFormsWorkedOutAtSetUp:
    WORDS = (("päiväkodista", "fi"), ("barnens", "sv"), ("children", "en"))

    @pytest.fixture
    def folder(self, tmp_path):
        made = Installation().dictionaries
        for path in made.glob("*.dic"):
            (tmp_path / path.name).symlink_to(path)
        return tmp_path

    def test_are_the_same(self, folder):
        asked = LanguageForms(folder)
        told = [asked.terms(*word) for word in self.WORDS]
        (folder / SAID_FORMS).write_bytes(written_forms(asked))
        known = LanguageForms(folder)
        assert {word: known.known_terms[language][word] for word, language in self.WORDS} == dict(
            zip([word for word, _ in self.WORDS], told, strict=True)
        )
        assert [known.terms(*word) for word in self.WORDS] == told

    @pytest.mark.parametrize("broken", [b"", b"not packed", b"\x81\xa2fi\x01"])
    def test_a_broken_file_only_costs_time(self, folder, broken):
        (folder / SAID_FORMS).write_bytes(broken)
        assert LanguageForms(folder).terms("lapsille", "fi") == LanguageForms(Installation().dictionaries).terms(
            "lapsille", "fi"
        )
