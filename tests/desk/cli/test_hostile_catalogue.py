"""A catalogue whose texts mean harm: they are shown as the texts they are, and lead nowhere."""

from __future__ import annotations

import json
import unicodedata

import pikepdf
import pytest

ESCAPE = "\x1b]0;owned\x07\x1b[2J"
OVERRIDE = "\u202emoc.live\u202c\u2066"
MARKUP = "<img src='file:///etc/passwd'><script>alert(1)</script><a href='https://evil.example'>Kela</a>"
NAME = f"Hautauspalvelu {ESCAPE}{OVERRIDE}{MARKUP}"
LINKS = ("javascript:alert(1)", "file:///etc/passwd", 'https://evil.example" onclick="x', "\\\\evil\\share")
ID = "0f000000-0000-4000-8000-000000000001"


def _texts(kind: str, text: str) -> list[dict[str, str]]:
    return [{"language": language, "value": text, "type": kind} for language in ("fi", "sv", "en")]


@pytest.fixture
def told(folder, call, tmp_path):
    """A desk that has taken the catalogue in."""
    channels = [
        {
            "id": f"0f000000-0000-4000-8000-0000000001{at:02}",
            "serviceChannelType": "EChannel",
            "serviceChannelNames": _texts("Name", f"Verkkopalvelu {at} {MARKUP}"),
            "webPages": [{"url": link, "value": MARKUP, "language": "fi"}],
            "supportPhones": [{"number": f"0100\x1b[31m{at}", "prefixNumber": "+358", "language": "fi"}],
            "publishingStatus": "Published",
        }
        for at, link in enumerate(LINKS)
    ]
    service = {
        "id": ID,
        "type": "Service",
        "serviceNames": _texts("Name", NAME),
        "serviceDescriptions": [*_texts("Summary", MARKUP), *_texts("Description", f"{ESCAPE}{OVERRIDE}\n{MARKUP}")],
        "serviceChannels": [{"serviceChannel": {"id": channel["id"], "name": "x"}} for channel in channels],
        "publishingStatus": "Published",
    }
    for name, objects in (("services.json", [service]), ("channels.json", channels)):
        (tmp_path / name).write_text(json.dumps(objects), encoding="utf-8")
    taken = call("catalogue", "import", tmp_path / "services.json", tmp_path / "channels.json", "--json")
    assert taken.code == 0, taken.err
    return call


def _harmless(text: str) -> None:
    controls = {sign for sign in text if unicodedata.category(sign) in ("Cc", "Cf") and sign not in "\n\t\u00ad\u200b"}
    assert controls == set(), f"{controls!r} reach the terminal"


@pytest.mark.parametrize("words", [("catalogue", "show", ID), ("catalogue", "search", "hautauspalvelu")])
def test_the_terminal_is_not_played_with(told, words):
    said = told(*words)
    assert said.code == 0
    assert "Hautauspalvelu" in said.out
    _harmless(said.out + said.err)


def test_the_paper_holds_text_and_no_action(told, tmp_path):
    paper = tmp_path / "paper.pdf"
    assert told("print", "guidance", ID, "--lang", "fi", "--out", paper).code == 0
    with pikepdf.open(paper) as pdf:
        assert {"/JavaScript", "/EmbeddedFiles"}.isdisjoint(pdf.Root.get("/Names", {}))
        assert "/OpenAction" not in pdf.Root
        assert "/AA" not in pdf.Root
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                assert str(note.A.S) == "/URI"
                assert str(note.A.URI).startswith(("https://", "http://", "tel:", "mailto:"))
                assert '"' not in str(note.A.URI)
