"""Carry texts between the code and the translators: ``collect``, ``compile`` and ``check``.

``collect`` writes every msgid of the code into ``i18n/locale``: a template (.pot) and one .po a language and
domain. A text whose English changed is a new text: nothing is guessed. ``check`` says whether that is done.
The files hold no line numbers and no changing dates, so they change only when texts do.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "i18n" / "locale"
FIRST_DAY = datetime(2026, 11, 21, tzinfo=UTC)
KEYWORDS = {
    "text": None,
    "ptext": ((1, "c"), 2),
    "ntext": (1, 2),
    "nptext": ((1, "c"), 2, 3),
    "N_": None,
    "NP_": ((1, "c"), 2),
}
SOURCES = {
    "desk": ("desk", "ui", "services", "offline_cache", "i18n"),
    "citizen": (
        "printing",
        "ui/citizen",
        "i18n/data_kind_words.py",
        "i18n/days.py",
        "i18n/handing_words.py",
        "i18n/keeping_words.py",
        "i18n/mandate_words.py",
        "i18n/telephone_words.py",
        "i18n/written_words.py",
    ),
}
"""Where the words of each domain stand: the clerk's program, and what a citizen reads."""
CITIZENS_ROOM = "ui/citizen"
"""The one room of the window that speaks to the citizen: none of its words are the clerk's."""
NO_WORDS = "errands/load_*.py"
"""Readers of the authors' files: their ``fields.text("key")`` reads a field and shows nobody a word."""
LANGUAGES = {"desk": ("fi", "sv"), "citizen": ("fi", "sv", "se")}


def collected(domain: str) -> Catalog:
    """Every msgid of a domain, as the code has it now."""
    catalogue = Catalog(project="Palvelutiski", version="1", creation_date=FIRST_DAY)
    _head(catalogue, domain)
    others = () if CITIZENS_ROOM in SOURCES[domain] else (ROOT / CITIZENS_ROOM).glob("*.py")
    for path in sorted({*_python_files(SOURCES[domain])} - {*others}):
        place = [(path.relative_to(ROOT).as_posix(), 0)]
        for _, message, comments, context in extract_from_file(
            "python", path, keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
        ):
            catalogue.add(message, None, place, auto_comments=comments, context=context)
    return catalogue


def wanted_files() -> Iterator[tuple[Path, bytes]]:
    """Every template and .po file as it should be: the code's msgids with the translations there are."""
    for domain, languages in LANGUAGES.items():
        template = collected(domain)
        yield LOCALE / f"{domain}.pot", _rendered(template)
        for language in languages:
            path = LOCALE / language / "LC_MESSAGES" / f"{domain}.po"
            catalogue = read(path) if path.exists() else Catalog(locale=language, revision_date=FIRST_DAY)
            catalogue.update(template, no_fuzzy_matching=True)
            _head(catalogue, domain)
            yield path, _rendered(catalogue)


def read(path: Path) -> Catalog:
    """A .po file; its language is its folder's."""
    with path.open("rb") as stream:
        return read_po(stream, locale=path.parent.parent.name, domain=path.stem)


def collect() -> int:
    """Write the templates and the .po files anew."""
    for path, content in wanted_files():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return compile_all()


def compile_all() -> int:
    """Make a .mo file beside each .po file."""
    for path in sorted(LOCALE.rglob("*.po")):
        with path.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, _translated(read(path)))
    return 0


def _translated(catalogue: Catalog) -> Catalog:
    """Without the plurals that have no translation: Babel would write the English words in their place."""
    for message in list(catalogue):
        if message.pluralizable and not all(message.string or ()):
            catalogue.delete(message.id, message.context)
    return catalogue


def check() -> int:
    """Name each file that is not what ``collect`` would write, and each text that it cannot see."""
    stale = [path for path, content in wanted_files() if not path.exists() or path.read_bytes() != content]
    for path in stale:
        print(f"{path.relative_to(ROOT)}: texts in the code have changed; run “make messages”")
    unseen = sorted({place for sources in SOURCES.values() for place in _unseen(sources)})
    for path, line in unseen:
        print(f"{path.relative_to(ROOT)}:{line}: a text inside an f-string is not collected; give it a name first")
    return 1 if stale or unseen else 0


def _unseen(sources: tuple[str, ...]) -> Iterator[tuple[Path, int]]:
    """Texts written inside f-strings: the extractor takes an f-string for one string and looks no further."""
    for path in _python_files(sources):
        tree = ast.parse(path.read_bytes())
        inside = (each for string in ast.walk(tree) if isinstance(string, ast.JoinedStr) for each in ast.walk(string))
        yield from ((path, each.lineno) for each in inside if isinstance(each, ast.Call) and _says(each))


def _says(call: ast.Call) -> bool:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    return name in KEYWORDS and any(isinstance(each, ast.Constant) for each in call.args)


def _head(catalogue: Catalog, domain: str) -> None:
    catalogue.header_comment = f"# The words of Palvelutiski, domain “{domain}”. EUPL-1.2."
    catalogue.project, catalogue.version = "Palvelutiski", "1"
    catalogue.msgid_bugs_address = catalogue.last_translator = catalogue.language_team = "Palvelutiski"
    catalogue.fuzzy = False


def _python_files(sources: tuple[str, ...]) -> list[Path]:
    paths = [ROOT / source for source in sources]
    files = {file for path in paths for file in ([path] if path.is_file() else path.rglob("*.py"))}
    return sorted(files - set((ROOT / "desk").glob(NO_WORDS)))


def _rendered(catalogue: Catalog) -> bytes:
    stream = io.BytesIO()
    write_po(stream, catalogue, width=110, include_lineno=False, sort_output=True, ignore_obsolete=True)
    return stream.getvalue()


COMMANDS = {"collect": collect, "compile": compile_all, "check": check}

if __name__ == "__main__":
    sys.exit(COMMANDS[sys.argv[1]]())
