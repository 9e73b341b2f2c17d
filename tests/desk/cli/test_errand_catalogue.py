"""``desk errands catalogue``: the rules of the program or of a folder, as a page or a paper."""

from __future__ import annotations

from pathlib import Path

FIXTURE = Path(__file__).parents[2] / "fixtures" / "errands"


def test_all_errands_of_the_program_are_one_page(call, nowhere, tmp_path):
    out = tmp_path / "rules.html"
    told = call("errands", "catalogue", "--lang", "sv", "--out", out)
    assert (told.code, told.err) == (0, "")
    assert str(out) in told.out
    text = out.read_text(encoding="utf-8")
    hints = 1  # they belong to no errand alone
    assert text.count("<section>") == len(call("errands", "list", "--json").document["errands"]) + hints
    assert 'lang="sv"' in text


def test_one_errand_of_a_folder_is_a_paper(call, nowhere, tmp_path):
    out = tmp_path / "rules.pdf"
    assert call("errands", "catalogue", "X01", "--content", FIXTURE, "--lang", "en", "--out", out).code == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_what_cannot_be_made_is_told(call, nowhere, tmp_path):
    assert call("errands", "catalogue", "--out", tmp_path / "rules.txt").code == 2
    assert call("errands", "catalogue").code == 2
    assert call("errands", "catalogue", "nothing", "--out", tmp_path / "x.html").one_line
    (tmp_path / "file").write_text("")
    assert call("errands", "catalogue", "E01", "--out", tmp_path / "file" / "x.html").one_line
