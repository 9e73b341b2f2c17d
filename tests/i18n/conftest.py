"""Small catalogues made on the spot, so that these tests need no compiled translations."""

from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from i18n.language import Language
from i18n.translator import Domain, Lexicon

TRANSLATIONS: dict[Language, dict[Any, Any]] = {
    Language.FI: {
        "Good day": "Hyvää päivää",
        "Only in Finnish here": "Vain suomeksi",
        "Hello, {name}": "Hei, {name}",
        "Until {day}": "{paiva} asti",
        "Broken {place}": "Rikki {place",
        ("{n} day", "{n} days"): ("yksi päivä", "{n} päivää"),
        ("state", "Open"): "Auki",
        ("verb", "Open"): "Avaa",
    },
    Language.SV: {
        "Good day": "God dag",
        "Hello, {name}": "Hej, {name}",
        ("{n} day", "{n} days"): ("{n} dag", "{n} dagar"),
        ("{n} visit is open", "{n} visits are open"): ("{n} besök är öppet", "{antal} besök är öppna"),
    },
}


@pytest.fixture
def locale_dir(tmp_path: Path) -> Path:
    for language, texts in TRANSLATIONS.items():
        catalogue = Catalog(locale=language.value)
        for key, translation in texts.items():
            if isinstance(key, tuple) and isinstance(translation, str):
                catalogue.add(key[1], translation, context=key[0])
            else:
                catalogue.add(key, translation)
        path = tmp_path / language.value / "LC_MESSAGES" / f"{Domain.DESK.value}.mo"
        path.parent.mkdir(parents=True)
        with path.open("wb") as stream:
            write_mo(stream, catalogue)
    return tmp_path


@pytest.fixture
def lexicon(locale_dir) -> Lexicon:
    return Lexicon(locale_dir)
