"""Words of one language, their fallback that is never silent, and the live switch."""

import pytest

from i18n.language import Language
from i18n.translator import N_, NP_, Domain, Lexicon, Translator


@pytest.mark.parametrize(
    ("language", "said"), [(Language.FI, "Hyvää päivää"), (Language.SV, "God dag"), (Language.EN, "Good day")]
)
def test_a_text_is_said_in_the_language(lexicon, language, said):
    assert lexicon.words(language).text("Good day") == said


def test_places_are_filled_by_name_and_what_fills_them_is_never_read_as_a_place(lexicon):
    assert lexicon.words(Language.SV).text("Hello, {name}", name="{n} & {x.y}") == "Hej, {n} & {x.y}"


def test_a_place_that_is_not_filled_is_a_bug(lexicon):
    with pytest.raises(KeyError):
        lexicon.words(Language.FI).text("Hello, {name}")


@pytest.mark.parametrize(("n", "said"), [(1, "yksi päivä"), (2, "2 päivää"), (0, "0 päivää")])
def test_a_number_decides_the_form(lexicon, n, said):
    assert lexicon.words(Language.FI).ntext("{n} day", "{n} days", n) == said


@pytest.mark.parametrize(("n", "said"), [(1, "1 day"), (2, "2 days"), (0, "0 days")])
def test_a_number_decides_the_form_of_an_untranslated_text(lexicon, n, said):
    assert lexicon.words(Language.EN).ntext("{n} day", "{n} days", n) == said


def test_a_context_tells_two_meanings_apart(lexicon):
    words = lexicon.words(Language.FI)
    assert words.ptext("state", "Open") == "Auki"
    assert words.ptext("verb", "Open") == "Avaa"
    assert words.text("Open") == "Open"


def test_a_marked_text_of_a_table_is_shown_where_it_is_needed(lexicon):
    words = lexicon.words(Language.FI)
    assert words.text(N_("Good day")) == "Hyvää päivää"
    assert words.ptext(*NP_("verb", "Open")) == "Avaa"


def test_what_is_missing_is_said_in_finnish_and_can_be_marked(lexicon):
    words = lexicon.words(Language.SV)
    assert words.text("Only in Finnish here") == "Vain suomeksi"
    assert words.is_missing("Only in Finnish here")
    assert words.language_of("Only in Finnish here") is Language.FI


def test_what_is_missing_everywhere_is_said_in_english_and_can_be_marked(lexicon):
    words = lexicon.words(Language.FI)
    assert words.text("Nowhere") == "Nowhere"
    assert words.is_missing("Nowhere")
    assert words.language_of("Nowhere") is Language.EN


def test_what_is_there_is_not_missing(lexicon):
    assert not lexicon.words(Language.SV).is_missing("Good day")
    assert not lexicon.words(Language.SV).is_missing("{n} day", plural="{n} days")
    assert not lexicon.words(Language.FI).is_missing("Open", "verb")


def test_english_is_the_language_of_the_msgids_and_never_missing_nor_finnish(lexicon):
    words = lexicon.words(Language.EN)
    assert words.text("Only in Finnish here") == "Only in Finnish here"
    assert not words.is_missing("Only in Finnish here")


def test_a_translation_with_other_places_counts_as_missing(lexicon):
    words = lexicon.words(Language.FI)
    assert words.text("Until {day}", day="2.12.2026") == "Until 2.12.2026"
    assert words.text("Broken {place}", place="x") == "Broken x"
    assert words.is_missing("Until {day}")


def test_a_plural_form_with_other_places_counts_as_missing(lexicon):
    words = lexicon.words(Language.SV)
    assert words.ntext("{n} visit is open", "{n} visits are open", 1) == "1 besök är öppet"
    assert words.ntext("{n} visit is open", "{n} visits are open", 2) == "2 visits are open"


def test_a_language_without_catalogues_speaks_finnish_and_says_so(lexicon):
    words = lexicon.words(Language.SE)
    assert words.text("Good day") == "Hyvää päivää"
    assert words.is_missing("Good day")


def test_domains_do_not_mix(lexicon):
    assert lexicon.words(Language.FI, Domain.CITIZEN).text("Good day") == "Good day"


def test_a_switch_changes_the_words_and_tells_those_who_asked_in_their_order(lexicon):
    translator = Translator(lexicon, Language.FI)
    told = []
    translator.subscribe(lambda: told.append(("first", translator.words.text("Good day"))))
    translator.subscribe(lambda: told.append(("second", translator.language)))
    translator.switch(Language.SV)
    assert told == [("first", "God dag"), ("second", Language.SV)]
    assert translator.formats.language is Language.SV


def test_words_that_were_handed_out_keep_their_language(lexicon):
    translator = Translator(lexicon, Language.FI)
    words = translator.words
    translator.switch(Language.SV)
    assert words.text("Good day") == "Hyvää päivää"


def test_a_switch_to_the_same_language_tells_nobody(lexicon):
    translator = Translator(lexicon, Language.FI)
    told = []
    translator.subscribe(lambda: told.append(1))
    translator.switch(Language.FI)
    assert not told


def test_who_has_left_is_told_no_more(lexicon):
    translator = Translator(lexicon, Language.FI)
    told = []
    leave = translator.subscribe(lambda: told.append(1))
    leave()
    leave()
    translator.switch(Language.SV)
    assert not told


def test_a_listener_may_leave_while_it_is_told(lexicon):
    translator = Translator(lexicon, Language.FI)
    told = []

    def once() -> None:
        told.append("once")
        translator.unsubscribe(once)

    translator.subscribe(once)
    translator.subscribe(lambda: told.append("always"))
    translator.switch(Language.SV)
    translator.switch(Language.FI)
    assert told == ["once", "always", "always"]


def test_catalogues_are_read_only_when_they_are_asked_for(tmp_path):
    words = Lexicon(tmp_path / "nothing").words(Language.FI)
    assert words.text("Good day") == "Good day"


def test_a_sentence_and_what_is_put_into_it_are_of_one_language(lexicon):
    words = lexicon.words(Language.SE)
    assert words.speaking_as("Good day").language is Language.FI
    assert words.speaking_as("Good day").text("Good day") == "Hyvää päivää"
    assert words.speaking_as("Never translated").language is Language.EN
    assert lexicon.words(Language.FI).speaking_as("Good day").language is Language.FI


def test_who_has_nothing_at_all_to_say_lets_another_language_speak_whole(lexicon, tmp_path):
    arabic = lexicon.words(Language.AR)
    assert arabic.is_empty
    assert arabic.spoken().language is Language.FI
    assert arabic.spoken().text("Good day") == "Hyvää päivää"
    for language in (Language.FI, Language.SV, Language.EN):
        words = lexicon.words(language)
        assert words.spoken() is words
    nothing = Lexicon(tmp_path / "nowhere").words(Language.AR)
    assert nothing.spoken().language is Language.EN
    assert nothing.spoken().text("Good day") == "Good day"
