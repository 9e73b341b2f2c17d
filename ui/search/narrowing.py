"""Facets in words. Names of classes and authorities come with the catalogue; kinds and languages are ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desk.model.catalogue import ChannelKind
from desk.model.search import Facet, FacetCount, FacetKind
from i18n.language import Language
from i18n.translator import NP_, Translator
from ui.models.narrowing import NarrowGroup, Narrowing, NarrowValue

KINDS = {
    FacetKind.AGENCY: NP_("narrow by", "Authority"),
    FacetKind.LIFE_EVENT: NP_("narrow by", "Life event"),
    FacetKind.SERVICE_CLASS: NP_("narrow by", "Subject"),
    FacetKind.TARGET_GROUP: NP_("narrow by", "For whom"),
    FacetKind.CHANNEL_KIND: NP_("narrow by", "Way"),
    FacetKind.AREA: NP_("narrow by", "Area"),
    FacetKind.LANGUAGE: NP_("narrow by", "Language of service"),
}
WAYS = {
    ChannelKind.ONLINE_SERVICE.value: NP_("narrow by way", "Online service"),
    ChannelKind.WEB_PAGE.value: NP_("narrow by way", "Web page"),
    ChannelKind.FORM.value: NP_("narrow by way", "Form"),
    ChannelKind.PHONE.value: NP_("narrow by way", "Phone"),
    ChannelKind.PLACE.value: NP_("narrow by way", "Office"),
}
MOST_VALUES = 15
"""Of one kind: more would be a list to search in, not one to pick from."""


class NarrowingWords:
    """Remembers what values were called, so that a chosen one keeps its name when no result has it any more."""

    def __init__(self, translator: Translator) -> None:
        self._translator = translator
        self._seen: dict[Facet, FacetCount] = {}

    def state(self, counted: Sequence[FacetCount], chosen: frozenset[Facet], corrected: str | None) -> Narrowing:
        """What is offered and chosen, in the language of now."""
        self._seen.update({each.facet: each for each in counted})
        by_kind: dict[FacetKind, list[FacetCount]] = {}
        for each in counted:
            by_kind.setdefault(each.facet.kind, []).append(each)
        words = self._translator.words
        groups = tuple(
            NarrowGroup(words.ptext(*name), self._values(by_kind[kind]))
            for kind, name in KINDS.items()
            if len(by_kind.get(kind, ())) > 1
        )
        now = {each.facet: each.count for each in counted}
        return Narrowing(groups, tuple(self._chosen(facet, now) for facet in sorted(chosen)), corrected or "")

    def forget(self) -> None:
        """Another search begins."""
        self._seen.clear()

    def _chosen(self, facet: Facet, now: Mapping[Facet, int]) -> NarrowValue:
        known = self._seen.get(facet)
        label = self._label(known) if known is not None else facet.value
        return NarrowValue(facet, label, now.get(facet, 0))

    def _values(self, counted: Sequence[FacetCount]) -> tuple[NarrowValue, ...]:
        most = sorted(counted, key=lambda each: (-each.count, each.facet.value))[:MOST_VALUES]
        return tuple(NarrowValue(each.facet, self._label(each), each.count) for each in most)

    def _label(self, counted: FacetCount) -> str:
        words, value = self._translator.words, counted.facet.value
        if counted.facet.kind is FacetKind.CHANNEL_KIND and value in WAYS:
            return words.ptext(*WAYS[value])
        if counted.facet.kind is FacetKind.LANGUAGE:
            return Language(value).endonym if value in tuple(Language) else value
        if counted.facet.kind is FacetKind.AREA and not counted.names:
            return words.text("The whole country")
        return counted.names.pick(self._translator.language.value).text or value
