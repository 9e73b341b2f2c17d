"""Inflected words and compounds lead to the same terms as their base forms."""

from __future__ import annotations

import pytest

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
    assert forms.terms_of(["giella", "davvi"], "se") == {"giella", "davvi"}
    assert forms.beginnings_of(["giella"], "se") == {"giella"}
    assert forms.terms("giella", "se") == forms.parts("giella", "se") == ()
