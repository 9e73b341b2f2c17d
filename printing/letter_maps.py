"""What the letters of an embedded font mean, for copying and searching in the finished file.

reportlab's maps give the joined forms of Arabic letters, unused codes that mean nothing, and longer
tables than the format allows; they are written anew here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pikepdf import Object, Pdf

_ENTRY = re.compile(r"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4,})>")
_TABLE = re.compile(r"\d+ beginbfchar.*endbfchar", re.DOTALL)
_LONGEST_TABLE = 100


def rewrite_letter_maps(pdf: Pdf) -> None:
    """Give every font of the file a map of the letters that people write."""
    for stream in _maps(pdf):
        old = stream.read_bytes().decode("ascii")
        entries = [
            f"<{code}> <{_written(letter)}>"
            for code, letter in _ENTRY.findall(_TABLE.findall(old)[0])
            if int(letter, 16)
        ]
        tables = (entries[start : start + _LONGEST_TABLE] for start in range(0, len(entries), _LONGEST_TABLE))
        text = "\n".join(f"{len(table)} beginbfchar\n" + "\n".join(table) + "\nendbfchar" for table in tables)
        stream.write(_TABLE.sub(text, old, count=1).encode("ascii"))


def _maps(pdf: Pdf) -> Iterator[Object]:
    seen = set()
    for page in pdf.pages:
        for _, font in page.obj.Resources.Font.items():
            if "/ToUnicode" in font and font.ToUnicode.objgen not in seen:
                seen.add(font.ToUnicode.objgen)
                yield font.ToUnicode


def _written(letter: str) -> str:
    """The letter without its joined form. A ligature keeps it: readers turn its two letters round."""
    drawn = bytes.fromhex(letter).decode("utf-16-be")
    if not "\ufb50" <= drawn <= "\ufeff":
        return letter
    written = unicodedata.normalize("NFKC", drawn)
    return letter if len(written) != 1 else written.encode("utf-16-be").hex().upper()
