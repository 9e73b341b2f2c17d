"""A region's own errands as a desk keeps them: their files, and what they became together with the shipped ones.

They are compiled when they are taken, and once more when the shipped content has changed since; a start only reads.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol

import msgspec

from desk.errands.bundle import Bundle
from desk.errands.case_tests import run_loaded
from desk.errands.check_texts import TextCheck
from desk.errands.compiling import Compiled, compile_bundle
from desk.errands.diagnostics import Diagnostic
from desk.errands.fields import Report
from desk.errands.layers import Layers, as_in_folder, laid_over
from desk.errands.loader import Loaded, Read, place_of
from desk.errands.yaml_text import read_yaml
from desk.errors import ErrandsBroken

FORMAT = 1
"""Changes when what is kept can no longer be read."""


class OwnThing(msgspec.Struct, frozen=True):
    """Something of the region's: its kind, its name, and whether it stands in a shipped one's place."""

    kind: str
    name: str
    replaces: bool


class _Placed(Protocol):
    @property
    def at(self) -> str: ...


class KeptErrands(msgspec.Struct, frozen=True):
    """What lies on disk."""

    format: int
    folder: str
    """Where it was taken from."""
    taken: datetime
    shipped: str
    """Hash of the shipped content that it was compiled with."""
    things: tuple[OwnThing, ...]
    files: dict[str, bytes]
    bundle: bytes | None
    """Nothing when it no longer fits the shipped content."""
    found: tuple[str, ...] = ()
    """What does not fit, a line each."""


def read_kept(content: bytes) -> KeptErrands:
    """Return what was kept; raises ``ErrandsBroken`` when this program cannot read it."""
    try:
        kept = msgspec.msgpack.decode(content, type=KeptErrands)
    except msgspec.MsgspecError as fault:
        raise ErrandsBroken(reason=fault) from None
    if kept.format != FORMAT:
        raise ErrandsBroken(reason=f"format {kept.format}, not {FORMAT}")
    return kept


def written(kept: KeptErrands) -> bytes:
    """The file."""
    return msgspec.msgpack.encode(kept)


def compiled_over(
    shipped: Mapping[str, bytes], own: Mapping[str, bytes], read: Read = read_yaml
) -> tuple[Compiled, Layers]:
    """Compile a region's files together with the shipped ones."""
    layers = laid_over(shipped, own)
    return compile_bundle(layers.files, read), layers


def compiled_anew(kept: KeptErrands, shipped: Mapping[str, bytes], shipped_hash: str) -> KeptErrands:
    """Return the same over a shipped content that has changed: with a bundle, or with what no longer fits."""
    compiled, layers = compiled_over(shipped, kept.files)
    found = [str(each) for each in layers.said_of_own(compiled.diagnostics) if each.is_error]
    bundle = None
    if compiled.bundle is not None:
        found += failed_examples(compiled, layers)
        bundle = compiled.bundle.to_bytes() if not found else None
    return msgspec.structs.replace(kept, shipped=shipped_hash, bundle=bundle, found=tuple(found))


def quick_faults(compiled: Compiled, layers: Layers) -> list[Diagnostic]:
    """The errors that can be told at once: of all rules, and of the region's texts."""
    report = Report()
    if compiled.bundle is not None:
        TextCheck(compiled.loaded, report).run()
    of_texts = [each for each in report.found if each.place.file in layers.own]
    return [each for each in layers.said_of_own([*compiled.diagnostics, *of_texts]) if each.is_error]


def failed_examples(compiled: Compiled, layers: Layers) -> list[str]:
    """What came out of the region's own examples otherwise than they say."""
    if compiled.bundle is None:
        return []
    report = run_loaded(compiled.bundle, own_part(compiled, layers.own.__contains__).loaded)
    return [str(each) for each in (*report.broken, *report.failed)]


def own_part(compiled: Compiled, is_own: Callable[[str], bool]) -> Compiled:
    """The same with the region's examples, and what was found in its files, alone."""
    cases = [case for case in compiled.cases if is_own(case.place.file)]
    found = [each for each in compiled.loaded.found if is_own(each.place.file)]
    return replace(compiled, cases=tuple(cases), loaded=replace(compiled.loaded, cases=cases, found=found))


def own_things(loaded: Loaded, layers: Layers, shipped: Bundle) -> tuple[OwnThing, ...]:
    """What the region has, and what of it lies over something shipped."""
    own, theirs = loaded.definitions, shipped.definitions
    sets = {fact.fact_set: fact for fact in own.facts.values()}
    kinds: tuple[tuple[str, Mapping[str, _Placed], Collection[str]], ...] = (
        ("errand", own.errands, theirs.errands),
        ("facts", sets, {fact.fact_set for fact in theirs.facts.values()}),
        ("agency", own.agencies, theirs.agencies),
        ("parameter", own.parameters, theirs.parameters),
        ("hint", own.hints, theirs.hints),
        ("phrases", own.phrases, theirs.phrases),
        ("withdrawal", own.withdrawals, theirs.withdrawals),
    )
    things = {
        OwnThing(kind, name, name in known)
        for kind, named, known in kinds
        for name, thing in named.items()
        if place_of(thing.at).file in layers.own
    }
    things |= {
        OwnThing("text", key, key in shipped.words(language))
        for (language, key), place in loaded.words.places.items()
        if place.file in layers.own and place.file.startswith(("texts/", "hints/", "phrases/", "withdrawals/"))
    }
    things |= {OwnThing("file", path, path in layers.hidden) for path in _alone(layers)}
    return tuple(sorted(things, key=lambda thing: (thing.kind, thing.name)))


def _alone(layers: Layers) -> Iterator[str]:
    """Files that came without the errand or the facts that they belong to, and lists that are a whole."""
    for path in layers.own:
        match path.split("/"):
            case ["errands", errand, "texts", _] if f"errands/{errand}/errand.yaml" not in layers.own:
                yield path
            case ["facts", "texts", _, words] if f"facts/{words}" not in layers.own:
                yield path
            case ["municipalities.yaml"] | ["plain_words" | "starter_catalogue" | "synonyms", *_]:
                yield as_in_folder(path)
