"""What a screen reader finds: a true structure, every mark owned, pictures in words, right languages."""

from __future__ import annotations

import pytest

from i18n.language import Language
from printing.document import Checklist, Document, Heading, Overview, OverviewRow, Paragraph, Span, Table, inline
from printing.pdf import draw
from tests.printing import samples
from tests.printing.reading import MM, drawn_marks, opened, owned_marks, structure, words_of

SAMPLES = pytest.mark.parametrize("sample", samples.ALL, ids=lambda sample: sample.__name__)


@SAMPLES
def test_everything_drawn_is_content_of_the_structure_or_an_artifact(sample) -> None:
    with opened(draw(sample())) as pdf:
        drawn, loose = drawn_marks(pdf)
        assert loose == 0
        owned = owned_marks(pdf)
        assert sorted(owned) == sorted(drawn)
        assert len(set(owned)) == len(owned)


@SAMPLES
def test_each_mark_leads_back_to_its_element(sample) -> None:
    with opened(draw(sample())) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        tree = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        for page in pdf.pages:
            assert page.obj.Tabs == "/S"
            for number, parent in enumerate(tree[int(page.obj.StructParents)]):
                own = [kid for kid in parent.K if kid.get("/MCID") == number and kid.Pg.objgen == page.obj.objgen]
                assert len(own) == 1
            for annotation in page.obj.get("/Annots", []):
                assert tree[int(annotation.StructParent)].S == "/Link"
                assert str(annotation.Contents)


def test_steps_are_a_list_with_labels_and_bodies() -> None:
    with opened(draw(samples.finnish_plan())) as pdf:
        lists = [node for node in structure(pdf).walk() if node.tag == "L"]
    steps = lists[0]
    assert steps.element.A.ListNumbering == "/Decimal"
    assert [item.tag for item in steps.kids] == ["LI", "LI", "LI"]
    assert all([part.tag for part in item.kids] == ["Lbl", "LBody"] for item in steps.kids)
    assert steps.kids[2].shape() == "LI(Lbl LBody(P P))"
    papers = lists[1]
    assert papers.shape() == "L(LI(LBody(P)) LI(LBody(P)) LI(LBody(P)))"


def test_the_notice_comes_before_the_steps_and_the_title_before_all() -> None:
    with opened(draw(samples.finnish_plan())) as pdf:
        body = structure(pdf).kids[1]
    assert [kid.tag for kid in body.kids][:5] == ["H1", "P", "Div", "H2", "L"]
    assert [node.tag for node in structure(pdf_of(samples.finnish_plan())).walk()].count("H1") == 1


def pdf_of(document: Document):
    return opened(draw(document))


def test_headings_are_bookmarks_under_the_title() -> None:
    with pdf_of(samples.finnish_plan()) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Suunnitelma sinulle: muutto Suomessa"]
        titles = [item.title for item in outline.root[0].children]
    assert titles == ["Sinä teet", "Tulee itsestään", "Voi koskea sinua", "Aukioloajat", "Kysy"]


def test_a_deeper_heading_is_a_bookmark_below_its_own() -> None:
    blocks = tuple(Heading(inline(text), level) for text, level in (("a", 2), ("b", 3), ("c", 2), ("d", 3)))
    with pdf_of(Document("Ohje", Language.FI, samples.furniture(), blocks)) as pdf, pdf.open_outline() as outline:
        branches = outline.root[0].children
        assert [(item.title, [kid.title for kid in item.children]) for item in branches] == [("a", ["b"]), ("c", ["d"])]


def test_a_table_has_headings_for_columns_and_rows() -> None:
    with pdf_of(samples.finnish_plan()) as pdf:
        table = next(node for node in structure(pdf).walk() if node.tag == "Table")
        assert table.shape() == "Table(TR(TH TH TH) TR(TH TD TD) TR(TH TD TD))"
        assert [str(cell.element.A.Scope) for cell in table.kids[0].kids] == ["/Column"] * 3
        assert str(table.kids[1].kids[0].element.A.Scope) == "/Row"


def test_a_header_stands_on_each_page_of_its_table_and_is_heard_once() -> None:
    table = Table((inline("Asia"), inline("Päivä")), tuple((inline(f"{row}"), inline("1.1.2027")) for row in range(60)))
    pdf = draw(Document("Ohje", Language.FI, samples.furniture(), (table,)))
    heads = [word.page for word in words_of(pdf) if word.text == "Päivä"]
    assert len(heads) == len(set(heads)) >= 2
    with opened(pdf) as file:
        assert len([node for node in structure(file).walk() if node.tag == "TH"]) == 2
        drawn, loose = drawn_marks(file)
        assert loose == 0
        assert sorted(owned_marks(file)) == sorted(drawn)


def test_all_steps_at_a_glance_are_a_numbered_list_under_a_heading() -> None:
    rows = (OverviewRow(1, inline("Soita"), inline(Span("ma 3.5.2027", strong=True))), OverviewRow(12, inline("Hae")))
    for dense in (False, True):
        overview = Overview(inline("Sinä teet"), rows, dense)
        with pdf_of(Document("Ohje", Language.FI, samples.furniture(), (overview,))) as pdf:
            nodes = list(structure(pdf).walk())
            assert [node.shape() for node in nodes if node.tag == "L"] == ["L(LI(Lbl LBody(P P)) LI(Lbl LBody(P)))"]
            assert len([node for node in nodes if node.tag == "H2"]) == 1


def test_what_to_bring_is_a_list_whose_short_things_share_a_line() -> None:
    things = ("Passi", "Perukirja", "Todistus, josta näkyvät kuolema ja sukulaisuus ja vielä paljon muuta sellaista")
    checklist = Checklist(tuple(inline(thing) for thing in things), "Ota mukaan")
    pdf = draw(Document("Ohje", Language.FI, samples.furniture(), (checklist,)))
    tops = {word.text: round(word.top) for word in words_of(pdf)}
    assert tops["mukaan:"] == tops["Passi"] == tops["Perukirja"] < tops["Todistus,"]
    with opened(pdf) as file:
        shape = "L(LI(LBody(P)) LI(LBody(P)) LI(LBody(P)))"
        assert shape in [node.shape() for node in structure(file).walk() if node.tag == "L"]


def test_a_code_is_a_picture_said_in_words_and_its_address_a_link() -> None:
    with pdf_of(samples.swedish_sheet()) as pdf:
        nodes = list(structure(pdf).walk())
        figure = next(node for node in nodes if node.tag == "Figure")
        assert str(figure.element.Alt) == "QR-koodi. Avaa osoitteen www.fpa.fi/bostadsbidrag."
        left, bottom, right, top = (float(side) for side in figure.element.A.BBox)
        assert right - left == pytest.approx(top - bottom) == pytest.approx(38.3 * MM, abs=1)
        assert sum(node.tag == "Link" for node in nodes) == 1
        assert str(pdf.pages[0].Annots[0].A.URI) == "https://www.fpa.fi/bostadsbidrag"


@SAMPLES
def test_the_language_is_said_for_the_paper_and_where_it_changes(sample) -> None:
    tags = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB", "se": "se-FI", "ar": "ar"}
    with pdf_of(sample()) as pdf:
        assert str(pdf.Root.Lang) == tags[sample().language]
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == sample().title
        assert pdf.Root.MarkInfo.Marked
        switched = [str(node.element.Lang) for node in structure(pdf).walk() if "/Lang" in node.element]
    assert switched == (["fi-FI"] if sample().language in ("sv", "se", "ar") else [])


def test_what_is_spoken_stands_in_the_structure_and_not_in_the_text() -> None:
    hours = Span("klo 9–15", spoken="kello yhdeksästä viiteentoista")
    document = Document("Ohje", Language.FI, samples.furniture(), (Paragraph(inline("Avoinna ", hours)),))
    with pdf_of(document) as pdf:
        spans = [node for node in structure(pdf).walk() if node.tag == "Span"]
        assert [str(span.element.ActualText) for span in spans] == ["kello yhdeksästä viiteentoista"]


def test_arabic_is_heard_as_it_was_written() -> None:
    with pdf_of(samples.arabic_plan()) as pdf:
        said = [str(node.element.ActualText) for node in structure(pdf).walk() if "/ActualText" in node.element]
    assert samples.ARABIC_SENTENCE in said


def test_the_head_is_read_once_and_repeated_in_silence() -> None:
    with pdf_of(samples.finnish_plan(large=True)) as pdf:
        assert len(pdf.pages) == 3
        head, _, foot = structure(pdf).kids
        assert head.shape() == "Part(P P)"
        assert foot.shape() == "Part(P)"
        first = {kid.Pg.objgen for part in head.kids for kid in part.element.K}
        last = {kid.Pg.objgen for part in foot.kids for kid in part.element.K}
        assert first == {pdf.pages[0].obj.objgen}
        assert last == {pdf.pages[2].obj.objgen}


def test_an_empty_cell_does_not_lose_its_place() -> None:
    table = Table((inline("a"), inline("b")), ((inline(""), inline("c")),))
    with pdf_of(Document("Ohje", Language.FI, samples.furniture(), (table,))) as pdf:
        found = next(node for node in structure(pdf).walk() if node.tag == "Table")
    assert found.shape() == "Table(TR(TH TH) TR(TD TD))"
