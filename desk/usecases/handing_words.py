"""What the papers of what changes hands have in common: two languages, who makes them, how quiet they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk.errands.definition import Agency
from desk.errors import BadDocument
from desk.model.handing_papers import Edges, Twice, WhereToTake
from desk.model.ids import AgencyId, DocumentId, ErrandId, MemberId
from desk.model.plan import WhoToAsk, Words
from desk.model.visit import Accommodation, Visit
from desk.ports import Casebook
from desk.usecases.kept_text import without_secret
from desk.usecases.point_language import point_language
from desk.usecases.visit_errands import VisitErrands, VisitRules
from i18n.language import Language

LONGEST_WORDS = 300

MemberName = Callable[[MemberId | None], str]
"""Gives the name of somebody who works here; empty for nobody."""


def free_words(text: str, longest: int = LONGEST_WORDS) -> str:
    """Return a free text as it is kept. Raises ``SecretInText`` and ``BadDocument`` when it is too long."""
    tidy = " ".join(without_secret(text).split())
    if len(tidy) > longest:
        raise BadDocument(kind="long", most=longest)
    return tidy


@dataclass(frozen=True, slots=True)
class HandingWords:
    """Says agencies and documents in the citizen's language and in the point's."""

    casebook: Casebook
    errands: VisitErrands
    ask: Callable[[Language], WhoToAsk]
    member_name: MemberName

    @property
    def ours(self) -> Language:
        """Return the language of the service point."""
        return point_language(self.casebook)

    def edges(self, visit: Visit, template: str) -> Edges:
        """Return what every paper of this visit needs; quiet when the visit is."""
        theirs = visit.profile.citizen_language
        return Edges(
            template=template,
            theirs=theirs,
            ours=self.ours,
            ask=self.ask(theirs),
            discreet=visit.profile.is_discreet or self.errands.path(visit).discreet,
            large=Accommodation.LARGE_PRINT in visit.profile.accommodations,
        )

    def agency(self, edges: Edges, agency: AgencyId) -> Twice:
        """Return the name of an agency."""
        shelf = self.errands.shelf
        return Twice(Words(shelf.wording(edges.theirs).agency(agency)), Words(shelf.wording(edges.ours).agency(agency)))

    def document(self, rules: VisitRules, edges: Edges, errand: ErrandId, document: DocumentId) -> Twice:
        """Return the name of a document of the visit's errands."""
        theirs, ours = (rules.shelf.wording(language) for language in (edges.theirs, edges.ours))
        return Twice(theirs.document(errand, document), ours.document(errand, document))

    def defined(self, agency: AgencyId) -> Agency:
        """Return what is known of an agency. Raises ``BadDocument``."""
        found = self.errands.newest.definitions.agencies.get(agency)
        if found is None:
            raise BadDocument(kind="agency", agency=agency)
        return found

    def where_to_take(self, agency: AgencyId, language: Language) -> WhereToTake:
        """Return where a citizen takes what belongs to an agency, as far as the content knows it."""
        wording, defined = self.errands.shelf.wording(language), self.defined(agency)
        phone, url, address = (wording.contact(each) for each in (defined.phone, defined.url, defined.address))
        return WhereToTake(
            agency=wording.agency(agency),
            guidance=None,
            address=address.text if address is not None else "",
            phone=phone.text if phone is not None else "",
            url=url.text if url is not None else "",
        )
