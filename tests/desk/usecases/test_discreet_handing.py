"""What a watched citizen takes along from documents and referrals tells of no danger, no authority and no matter."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings, strategies as st

from desk.errors import NotInTimeHere
from desk.model.agreement import PRINCIPAL_KINDS, Agreement, Task
from desk.model.handing import SentHow, ToldHow
from desk.model.ids import AgencyId
from desk.model.mandate import DataKind
from desk.model.visit import Accommodation, Profile
from desk.usecases.receive_document import GivenDocument
from desk.usecases.refer import Telling
from desk.usecases.send_document import Transfer
from i18n.language import Language
from printing.document import Document
from printing.papers.receipt import receipt_paper, transfer_paper
from printing.papers.referral import referral_copy
from printing.plain_text import as_text
from tests.desk.usecases.rooms import desk_over, opened, real_bundle
from tests.desk.usecases.test_discretion import LANGUAGES, STEMS, watched
from tests.printing.handed import wording
from tests.thorough import examples

TOLD = ("Turvakielto on voimassa.", "Pelkää kotona.")


def taken_along(desk, visit, agencies) -> list[Document]:
    """The receipt, the notice of the transfer and the copy of the referral."""
    given, right = agencies
    asked = desk.handing.receive.asked_for(visit.id, Language.FI)
    document = GivenDocument(given, what="Hakemus turvakiellosta", giver="Maija Mallikas")
    if asked:
        document = GivenDocument(given, errand=asked[0].errand, document=asked[0].document, giver="Maija Mallikas")
    try:
        state = desk.handing.receive(visit.id, document)
    except NotInTimeHere:
        state = desk.handing.receive(visit.id, document, told=True)
    id = list(state.documents)[-1]
    way = Transfer(right, SentHow.POST, ToldHow.AT_DESK)
    held = desk.handing.send.transfer(visit.id, id, way).documents[id]
    telling = Telling(right, frozenset({DataKind.CONTACT, DataKind.HEALTH}), TOLD, follow=True)
    code = desk.handing.refer.consent(visit.id, telling).code
    story = list(desk.handing.refer(visit.id, telling, code).referrals.values())[-1]
    assert held.receipt is not None
    assert held.notice is not None
    assert story.referral.code is None
    return [
        receipt_paper(held.receipt, wording),
        transfer_paper(held.notice, wording),
        referral_copy(story.paper, wording),
    ]


AGENCIES = [AgencyId(each.id) for each in real_bundle().definitions.agencies.values() if each.kind in PRINCIPAL_KINDS]


@settings(max_examples=examples(8), deadline=None)
@given(
    watched(),
    st.permutations(AGENCIES).map(lambda each: each[:2]),
    st.sampled_from(LANGUAGES),
    st.booleans(),
    st.booleans(),
)
def test_no_paper_of_what_changes_hands_tells(citizen, agencies, language, covered, ticked):
    errands, said = citizen
    desk = desk_over(real_bundle())
    if covered:
        desk.agreements.agree(Agreement(agencies[0], (Task.DOCUMENTS_IN,)))
    needs = frozenset({Accommodation.DISCREET}) if ticked else frozenset()
    visit = opened(desk, *errands, profile=Profile(citizen_language=language, accommodations=needs))
    for fact, answer in said.items():
        desk.answer_question.give(visit.id, fact, answer)
    names = [desk.visit_errands.shelf.wording(each).agency(agency) for each in LANGUAGES for agency in agencies]
    for document in taken_along(desk, visit, agencies):
        edges = document.furniture
        text = " ".join((document.title, edges.sender, edges.kind, edges.foot, as_text(document))).replace(
            "\u00a0", " "
        )
        for each in LANGUAGES:
            found = re.search(STEMS[each], text, re.IGNORECASE)
            assert found is None, text
        assert not [name for name in names if name in text]
        assert not [line for line in (*TOLD, "Mallikas") if line in text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_not_watched_gets_it_all_on_paper(language):
    desk = desk_over(real_bundle())
    visit = opened(desk, profile=Profile(citizen_language=language))
    kela, dvv = AgencyId("kela"), AgencyId("dvv")
    telling = Telling(dvv, frozenset({DataKind.HOUSING}), ("Muutti 1.11.2026.",))
    code = desk.handing.refer.consent(visit.id, telling).code
    story = list(desk.handing.refer(visit.id, telling, code).referrals.values())[-1]
    assert "Muutti 1.11.2026." in as_text(referral_copy(story.paper, wording))
    held = list(desk.handing.receive(visit.id, GivenDocument(kela, what="Kirje"), told=True).documents.values())[-1]
    assert held.receipt is not None
    told = as_text(receipt_paper(held.receipt, wording))
    assert desk.visit_errands.shelf.wording(language).agency(kela) in told


def test_no_document_is_offered_whose_name_tells_of_danger():
    desk = desk_over(real_bundle())
    for errand in real_bundle().errands:
        visit = opened(desk, errand)
        names = [each.name.text for each in desk.handing.receive.asked_for(visit.id, Language.FI)]
        assert not [name for name in names if re.search(STEMS[Language.FI], name, re.IGNORECASE)]
        assert "Paperi, josta näkyy, miksi osoite pitää salata" not in names
