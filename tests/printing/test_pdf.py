"""Finished papers: their words, their place on the page, their fonts, and that they never vary."""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from desk.errors import GlyphMissing
from i18n.language import Language
from printing.document import Block, Document, Missing, Paragraph, Step, Steps, Table, inline
from printing.pdf import compose, draw
from printing.plain_text import as_text
from printing.qr_drawing import picture_of
from tests.printing import samples
from tests.printing.reading import MM, opened, poppler, text_of, words_of

SAMPLES = pytest.mark.parametrize("sample", samples.ALL, ids=lambda sample: sample.__name__)


def paper(*blocks: Block, language: Language = Language.FI, large: bool = False, title: str = "Ohje") -> Document:
    return Document(title, language, samples.furniture(), blocks, large=large)


def bare(text: str) -> str:
    """Only letters and digits, as papers and plain text differ in everything else."""
    return re.sub(r"[\W_]+", "", text)


@SAMPLES
def test_every_word_is_on_the_paper(sample) -> None:
    document = sample()
    on_paper = bare(text_of(draw(document)))
    for line in as_text(document).splitlines():
        for word in line.split():
            assert bare(word) in on_paper, word


def test_the_words_come_in_reading_order() -> None:
    text = text_of(draw(samples.finnish_plan()))
    order = [
        "Suunnitelma sinulle: muutto Suomessa",
        "Määräaika on mennyt",
        "Sinä teet",
        "Tee muuttoilmoitus",
        "Tee heti, viimeistään maanantaina 23.11.2026",
        "Puhelin: 0295 536 000, arkisin klo 9–15",
        "Hae yleistä asumistukea Kelasta",
        "Voit ehkä saada muuttoapua. Hyvinvointialue päättää siitä.",
        "Leikkaa tästä",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_arabic_is_read_from_right_to_left_with_its_numbers_whole() -> None:
    text = text_of(draw(samples.arabic_plan()), raw=False)
    bare_text = re.sub("[\u202a-\u202e]", "", text)
    assert "قدم إشعار الانتقال" in bare_text
    assert "يمكنك حجز موعد" in bare_text
    assert "+358 295 536 000" in bare_text
    assert "Digi- ja väestötietovirasto" in bare_text


def test_sami_letters_are_drawn() -> None:
    drawn = compose(samples.sami_sheet())
    assert drawn.unwritable == ()
    assert "Č č Đ đ Ŋ ŋ Š š Ŧ ŧ Ž ž Á á" in text_of(drawn.pdf)


@SAMPLES
def test_nothing_leaves_the_margins(sample) -> None:
    right_to_left = sample().language is Language.AR
    start, end = (15 * MM, 20 * MM) if right_to_left else (20 * MM, 15 * MM)
    for word in words_of(draw(sample())):
        assert word.left >= start - 1, word
        assert word.right <= 210 * MM - end + 1, word
        assert word.top >= 12 * MM, word
        assert word.bottom <= (297 - 11) * MM, word


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
def test_lines_do_not_run_into_one_another(large) -> None:
    rows: dict[tuple[int, float], list] = {}
    words = words_of(draw(samples.finnish_plan(large)))
    for word in words:
        rows.setdefault((word.page, round(word.top)), []).append(word)
    for row in rows.values():
        row.sort(key=lambda word: word.left)
        assert all(left.right <= right.left + 0.5 for left, right in itertools.pairwise(row))


@SAMPLES
def test_only_our_own_fonts_and_all_of_them_embedded(sample) -> None:
    lines = poppler("pdffonts", draw(sample())).splitlines()[2:]
    assert lines
    for line in lines:
        assert re.match(r"[A-Z]{6}\+Noto(Sans|NaskhArabic)-(Regular|Bold) ", line), line
        assert re.search(r"yes yes yes", line), line


@SAMPLES
def test_the_same_document_gives_the_same_bytes(sample) -> None:
    assert draw(sample()) == draw(sample())


@SAMPLES
def test_the_file_names_nobody_and_no_time(sample) -> None:
    with opened(draw(sample())) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title"}
        xmp = pdf.Root.Metadata.read_bytes().decode()
    for word in ("creator", "Author", "CreateDate", "ModifyDate", "Producer"):
        assert word not in xmp


def test_large_print_is_large() -> None:
    heights = {}
    for large in (False, True):
        words = words_of(draw(paper(Paragraph(inline("Mitta")), large=large)))
        heights[large] = next(word.bottom - word.top for word in words if word.text == "Mitta")
    assert heights[True] / heights[False] == pytest.approx(18 / 14, rel=0.02)


def test_no_type_is_smaller_than_twelve_points() -> None:
    for sample in (*samples.ALL, lambda: samples.finnish_plan(large=True)):
        document = sample()
        floor = 16 if document.large else 12
        with opened(draw(document)) as pdf:
            for page in pdf.pages:
                sizes = re.findall(rb"/F\d+\+\d+ ([\d.]+) Tf", page.Contents.read_bytes())
                assert min(map(float, sizes)) >= floor


def test_a_long_compound_stays_in_its_narrow_cell() -> None:
    table = Table(
        tuple(inline(name) for name in ("Ammatti", "Paikka", "Aika", "Puhelin")),
        ((inline(samples.COMPOUND), inline(samples.COMPOUND), inline("ma–pe 9–15"), inline("020 000 0000")),),
    )
    pdf = draw(paper(table))
    words = words_of(pdf)
    assert max(word.right for word in words) <= 195 * MM + 1
    pieces = [word for word in words if bare(word.text) in samples.COMPOUND and len(word.text) > 3]
    columns = {round(word.left) for word in pieces}
    assert len(columns) == 2
    assert bare("".join(word.text for word in pieces if round(word.left) == min(columns))) == samples.COMPOUND
    first, second = sorted(columns)
    assert max(word.right for word in pieces if round(word.left) == first) < second


def test_a_long_address_is_cut_without_a_hyphen() -> None:
    address = "https://www.example.fi/" + "palvelu/" * 4 + "asuminen" * 12
    text = text_of(draw(paper(samples.qr(address))))
    assert address.removeprefix("https://") in text.replace(" ", "")


def test_a_step_is_not_split_from_its_heading() -> None:
    steps = Steps(
        tuple(
            Step(inline(f"Kohta {number}"), (Paragraph(inline("Selitys jatkuu. " * (number % 5 + 1) * 6)),), number)
            for number in range(1, 30)
        )
    )
    words = words_of(draw(paper(steps)))
    titles = [index for index, word in enumerate(words) if word.text == "Kohta"]
    assert len(titles) == 29
    for index in titles:
        following = words[index + 2]
        assert following.text == "Selitys"
        assert following.page == words[index].page


def test_a_step_longer_than_a_page_goes_on_over_it() -> None:
    drawn = compose(paper(Steps((Step(inline("Pitkä"), (Paragraph(inline("sana " * 2000)),), 1),))))
    assert drawn.page_count >= 3
    assert text_of(drawn.pdf).count("sana") == 2000


def test_the_page_says_which_of_how_many() -> None:
    drawn = compose(samples.finnish_plan())
    text = text_of(drawn.pdf)
    assert drawn.page_count == 2
    assert "1 (2)" in text
    assert "2 (2)" in text


def test_a_letter_that_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(GlyphMissing) as refused:
        draw(paper(Paragraph(inline("kieli: 中文"))))
    assert refused.value.details["characters"] == "中 文"


def test_a_letter_that_cannot_be_drawn_is_marked_if_that_was_agreed() -> None:
    drawn = compose(paper(Paragraph(inline("kieli: 中文"))), Missing.MARK)
    assert drawn.unwritable == ("中", "文")
    assert "kieli: [?][?]" in text_of(drawn.pdf)


def test_a_pictogram_is_left_out_and_reported() -> None:
    drawn = compose(paper(Paragraph(inline("Soita ☎ heti 😀 → nyt"))))
    assert drawn.unwritable == ("☎", "😀")
    assert "Soita heti > nyt" in text_of(drawn.pdf)


@SAMPLES
def test_every_letter_of_a_font_means_what_people_write(sample) -> None:
    with opened(draw(sample())) as pdf:
        for page in pdf.pages:
            for _, font in page.obj.Resources.Font.items():
                letters = font.ToUnicode.read_bytes().decode("ascii")
                for count, table in re.findall(r"(\d+) beginbfchar(.*?)endbfchar", letters, re.DOTALL):
                    entries = re.findall(r"<(\w\w)> <(\w+)>", table)
                    assert len(entries) == int(count) <= 100
                    assert all(int(letter, 16) for _, letter in entries)


def test_arabic_can_be_copied_and_searched() -> None:
    text = re.sub("[\u202a-\u202e]", "", poppler("pdftotext", draw(samples.arabic_plan())))
    assert "يمكنك حجز موعد" in text


def test_a_code_leads_a_camera_to_its_address(tmp_path) -> None:
    """Drawn at 300 dots an inch, the picture has exactly the modules of the code, quiet zone included."""
    address = "https://www.kela.fi/asumistuki"
    picture = picture_of(address)
    page = poppler_picture(draw(paper(samples.qr(address))), tmp_path)
    dark = page.point(lambda value: 255 if value < 128 else 0)
    column = dark.crop((int(page.width * 0.6), int(page.height * 0.09), page.width, int(page.height * 0.3)))
    box = column.getbbox()
    assert box is not None
    side = (box[2] - box[0]) / 300 * 25.4
    assert side == pytest.approx(30, abs=0.3)
    module = (box[2] - box[0]) / picture.modules
    seen = {
        (x, y)
        for x in range(picture.modules)
        for y in range(picture.modules)
        if column.getpixel((int(box[0] + (x + 0.5) * module), int(box[1] + (y + 0.5) * module)))
    }
    drawn = {(x - 4, y - 4) for start, y, length in picture.bars for x in range(start, start + length)}
    assert seen == drawn


@pytest.fixture
def hasty_threads() -> Iterator[None]:
    """Threads take turns as often as they can, so that what they share shows."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def poppler_picture(pdf: bytes, folder: Path) -> Image.Image:
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm (poppler-utils) is not installed")
    (folder / "paper.pdf").write_bytes(pdf)
    command: list[str | Path] = [
        "pdftoppm",
        "-r",
        "300",
        "-gray",
        "-singlefile",
        "-png",
        folder / "paper.pdf",
        folder / "paper",
    ]
    subprocess.run(command, check=True)
    with Image.open(folder / "paper.png") as picture:
        return picture.convert("L")


def test_papers_can_be_drawn_at_the_same_time(hasty_threads: None) -> None:
    """A preview and a print in two worker threads share the typefaces."""
    expected = [draw(sample()) for sample in samples.ALL]
    with ThreadPoolExecutor(4) as workers:
        drawn = list(workers.map(draw, [sample() for _ in range(8) for sample in samples.ALL]))
    assert drawn == expected * 8
