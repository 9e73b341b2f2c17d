"""The papers of mandates. What a template says is held to the letter: a signed paper is always drawn as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from pikepdf import Dictionary

import printing.pdf
from desk.model.mandate import Lasting, MandateForm, Signing
from desk.model.mandate_papers import Copy
from desk.model.mandate_template import NEWEST, TEMPLATES
from desk.ports import PaperOptions
from i18n.language import Language
from i18n.translator import LOCALE_DIR, Domain, Lexicon
from printing.document import Document, Drawn, Fields
from printing.paper_maker import Papers
from printing.plain_text import as_text
from tests.printing import mandate_samples as samples
from tests.printing.reading import opened, text_of, words_of

GOLDEN = Path(__file__).parent / "golden"
FINNISH = PaperOptions(Language.FI)
LARGE, EASY = PaperOptions(Language.FI, large=True), PaperOptions(Language.FI, easy=True)
LEXICON = Lexicon()
PAPERS = Papers(LEXICON, lambda: printing.pdf)
BOTH = (Language.SV, Language.FI)


def text(document: Document) -> str:
    return as_text(document).replace("\u00a0", " ")


SIGNED = {
    "fi": samples.paper(samples.MANDATE, LEXICON, Copy.DESK, samples.SIGNING),
    "sv-fi": samples.paper(samples.mandate(languages=BOTH), LEXICON, Copy.CITIZEN, samples.SIGNING),
    "visit": samples.paper(samples.mandate(lasting=Lasting.THIS_VISIT, born=None), LEXICON, Copy.CITIZEN),
    "spoken": samples.paper(
        samples.mandate(form=MandateForm.SPOKEN, lasting=Lasting.UNTIL_DAY, languages=BOTH),
        LEXICON,
        Copy.DESK,
        Signing(samples.DRAWN_ON, read_back=True),
    ),
    "register": samples.paper(samples.mandate(form=MandateForm.REGISTER), LEXICON, Copy.CITIZEN),
}


@pytest.mark.parametrize("name", SIGNED)
def test_a_mandate_of_a_template_is_drawn_again_word_for_word(name):
    """A golden file that differs means: another text under an old name. Write a new template instead."""
    template = SIGNED[name].given.mandate.template
    golden = GOLDEN / f"{template.replace(' ', '-')}-{name}.txt"
    assert text(PAPERS.mandate_document(SIGNED[name], FINNISH)) + "\n" == golden.read_text(encoding="utf-8")


def test_every_template_has_its_golden_files_and_the_newest_is_one_of_them():
    kept = {name.replace(" ", "-") for name in TEMPLATES}
    found = {"-".join(path.stem.split("-")[:3]) for path in GOLDEN.glob("mandate-*.txt")}
    assert kept == found
    assert NEWEST in TEMPLATES


def test_a_template_is_whole_in_finnish_and_swedish():
    for template in TEMPLATES.values():
        for context, msgid in template.texts.values():
            for language in (Language.FI, Language.SV):
                words = LEXICON.words(language, Domain.CITIZEN)
                assert not words.is_missing(msgid, context), (language, msgid)


@pytest.mark.parametrize("copy", list(Copy))
def test_each_copy_says_whose_it_is_and_where_ours_is_kept_stands_on_ours_alone(copy):
    told = text(PAPERS.mandate_document(samples.paper(samples.MANDATE, LEXICON, copy, samples.SIGNING), FINNISH))
    assert ("Asiakkaan kappale" in told) is (copy is Copy.CITIZEN)
    assert ("Asiointipisteen kappale" in told) is (copy is Copy.DESK)
    assert ("Binder 3, number 14" in told) is (copy is Copy.DESK)
    assert samples.paper(samples.MANDATE, LEXICON).code in told


def test_what_is_still_to_be_signed_has_lines_to_sign_and_what_was_signed_has_none():
    unsigned = PAPERS.mandate_document(samples.paper(samples.MANDATE, LEXICON), FINNISH)
    assert _blocks(unsigned, Fields)
    assert not _blocks(PAPERS.mandate_document(SIGNED["fi"], FINNISH), Fields)
    for name in ("spoken", "register"):
        assert not _blocks(PAPERS.mandate_document(SIGNED[name], FINNISH), Fields), name


def test_a_signature_drawn_on_the_screen_is_on_its_own_mandate_and_is_told_to_who_cannot_see_it():
    made = samples.mandate(form=MandateForm.SCREEN)
    shown = samples.paper(made, LEXICON, Copy.CITIZEN, Signing(samples.DRAWN_ON, strokes=samples.STROKES))
    document = PAPERS.mandate_document(shown, FINNISH)
    (drawn,) = _blocks(document, Drawn)
    assert isinstance(drawn, Drawn)
    assert drawn.strokes == samples.STROKES
    pdf = PAPERS.mandate(shown, FINNISH)
    assert "Allekirjoitettu näytöllä omalla kädellä" in _alternatives(pdf)
    assert not _blocks(PAPERS.withdrawal_document(samples.certificate(made, LEXICON, 0), FINNISH), Drawn)


@pytest.mark.parametrize("options", [FINNISH, LARGE, EASY])
@pytest.mark.parametrize("languages", [(Language.FI,), (Language.SV,), BOTH, (Language.EN, Language.FI)])
def test_every_word_of_a_mandate_is_on_the_paper_in_any_size_and_language(languages, options):
    shown = samples.paper(samples.mandate(languages=languages), LEXICON, Copy.CITIZEN)
    drawn = text_of(PAPERS.mandate(shown, options))
    for found in shown.texts:
        for clause in found.clauses:
            for word in clause.text.split():
                assert word in drawn or len(word) > 14, (found.language, word)


def test_an_ordinary_mandate_is_one_page():
    shown = samples.paper(samples.MANDATE, LEXICON, Copy.CITIZEN)
    assert len(opened(PAPERS.mandate(shown, FINNISH)).pages) == 1
    assert len(opened(PAPERS.mandate(SIGNED["fi"], FINNISH)).pages) == 1


def test_the_certificate_says_what_ended_when_and_what_is_left():
    part = text(PAPERS.withdrawal_document(samples.certificate(samples.MANDATE, LEXICON, 0, acts=2), FINNISH))
    for needed in (
        "Olet perunut osan valtakirjasta",
        "Maija Mallikas on antanut valtakirjan 23.11.2026.",
        "1. Asumistuki.",
        "Peruttu 1.12.2026 klo 10.05.",
        "Yhä voimassa",
        "2. Työttömyys.",
        "2 tointa",
        "730 päivää",
    ):
        assert needed in part, needed
    whole = text(PAPERS.withdrawal_document(samples.certificate(samples.MANDATE, LEXICON, 0, 1), FINNISH))
    assert "Olet perunut valtakirjan" in whole
    assert "Yhä voimassa" not in whole
    assert "Valtakirjalla ei ollut tehty mitään." in whole


def test_what_was_done_in_a_name_stands_on_paper_with_everything_that_proves_it():
    told = text(PAPERS.acts_document(samples.acts(samples.MANDATE), FINNISH))
    for needed in (
        "Mitä nimissäsi on tehty",
        "Maija Mallikas, tässä on kaikki",
        "Tehty: Hae asumistukea",
        "Milloin: 1.12.2026 klo 10.05",
        "Kenen kanssa: Kela",
        "nimi ja yhteystiedot, raha ja omaisuus",
        "KELA/12/2026",
        "Tekijä: palveluneuvoja",
        samples.paper(samples.MANDATE, LEXICON).code,
    ):
        assert needed in told, needed
    assert "Gjort" in text(PAPERS.acts_document(samples.acts(samples.mandate(languages=BOTH)), FINNISH))


def test_a_language_without_words_for_a_mandate_gives_the_other_whole_and_says_so():
    shown = samples.paper(samples.mandate(languages=(Language.RU, Language.FI)), LEXICON, Copy.CITIZEN)
    assert [found.language for found in shown.texts] == [Language.FI]
    document = PAPERS.mandate_document(shown, PaperOptions(Language.RU))
    assert document.language is Language.FI
    assert "suomeksi" in text(document)


def test_beside_arabic_everything_is_mirrored_and_the_code_and_the_days_stay_whole(tmp_path):
    lexicon = _arabic(tmp_path)
    made = samples.mandate(languages=(Language.AR, Language.FI))
    shown = samples.paper(made, lexicon, Copy.CITIZEN)
    assert [found.language for found in shown.texts] == [Language.AR, Language.FI]
    pdf = Papers(lexicon, lambda: printing.pdf).mandate(shown, PaperOptions(Language.AR))
    drawn = text_of(pdf, raw=False)
    for whole in (shown.code, "31.5.2027", "Maija", "Mallikas", "Asumistuki."):
        assert whole in drawn, whole
    words = words_of(pdf)
    middle = 297.6
    assert next(word for word in words if word.text == "Suomi").left < middle, "Finnish stands at the left"
    assert next(word for word in words if word.text == "Asumistuki.").left < middle


def _arabic(folder: Path) -> Lexicon:
    """The words of the template in something like Arabic: the layout is tried, not the translation."""
    catalogue = Catalog(locale="ar")
    for context, msgid in TEMPLATES[NEWEST].texts.values():
        places = " ".join(part.split("}")[0].join("{}") for part in msgid.split("{")[1:])
        catalogue.add(msgid, f"هذا نص عربي للتجربة {places}", context=context)
    place = folder / "ar" / "LC_MESSAGES"
    place.mkdir(parents=True)
    shutil.copytree(LOCALE_DIR / "fi", folder / "fi")
    with (place / "citizen.mo").open("wb") as stream:
        write_mo(stream, catalogue)
    return Lexicon(folder)


def _blocks(document: Document, kind: type) -> list[object]:
    found = [block for block in document.blocks if isinstance(block, kind)]
    inner = [each for block in document.blocks for each in getattr(block, "blocks", ()) if isinstance(each, kind)]
    return [*found, *inner]


def _alternatives(pdf: bytes) -> list[str]:
    with opened(pdf) as file:
        return [str(each["/Alt"]) for each in file.objects if isinstance(each, Dictionary) and "/Alt" in each]
