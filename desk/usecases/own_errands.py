"""Take in a region's own errands: judged with the shipped ones, all of them or none; show them, remove them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec

from desk.errands.brought_errands import judged
from desk.errands.bundle import Bundle, read_bundle
from desk.errands.checker import check
from desk.errands.compiling import Compiled
from desk.errands.diagnostics import Diagnostic
from desk.errands.loader import is_read
from desk.errands.own_errands import (
    FORMAT,
    KeptErrands,
    OwnThing,
    compiled_anew,
    compiled_over,
    failed_examples,
    own_things,
    read_kept,
    written,
)
from desk.errands.wiio import BaseForm
from desk.errors import ErrandsBroken, NothingOwn
from desk.model.own_errands import OwnErrandsState
from desk.model.role import Function
from desk.ports import Clock
from desk.ports.own_errands import OwnErrandsShelf
from desk.usecases.duty import Duty

_STARTER = "starter_catalogue/"


@dataclass(frozen=True, slots=True)
class Shipped:
    """The program's own content: compiled, and on demand as the files that it was compiled from."""

    bundle: Bundle
    files: Callable[[], Mapping[str, bytes]]
    starter: Callable[[], Mapping[str, bytes]]
    base_form: Callable[[], BaseForm | None]


def _reason(broken: ErrandsBroken | msgspec.MsgspecError) -> str:
    return broken.details["reason"] if isinstance(broken, ErrandsBroken) else str(broken)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of a region's folder. Without a bundle it cannot be taken."""

    things: tuple[OwnThing, ...]
    found: tuple[Diagnostic, ...]
    failed: tuple[str, ...]
    """Examples that come out otherwise than they say."""
    bundle: Bundle | None

    @property
    def fits(self) -> bool:
        """True when it can be taken."""
        return self.bundle is not None


class OwnErrands:
    """What is done with a region's own errands."""

    def __init__(self, shelf: OwnErrandsShelf, shipped: Shipped, clock: Clock) -> None:
        self._shelf = shelf
        self._shipped = shipped
        self._clock = clock

    def judge(self, own: Mapping[str, bytes], folder: str) -> Judgement:
        """Check a folder as the publish gate does, together with the shipped content; raises ``NothingOwn``."""
        if not any(is_read(path) for path in own):
            raise NothingOwn(path=folder)
        compiled, layers = compiled_over(self._shipped.files(), own)
        things = own_things(compiled.loaded, layers, self._shipped.bundle)
        gate = check(layers.files, self._clock.today(), self._shipped.base_form())
        found = tuple(layers.said_of_own(gate))
        failed = tuple(failed_examples(compiled, layers))
        fits = not failed and not any(each.is_error for each in found)
        return Judgement(things, found, failed, self._usable(compiled, own) if fits else None)

    def take(self, own: Mapping[str, bytes], folder: str, duty: Duty) -> Judgement:
        """Take a folder in when it fits, in the place of one that was taken before; the next opening uses it.

        Raises ``NotYourRole`` for who does not keep the content.
        """
        duty.require(Function.KEEP_CONTENT)
        judgement = self.judge(own, folder)
        if judgement.bundle is not None:
            self._shelf.write(
                written(
                    KeptErrands(
                        format=FORMAT,
                        folder=folder,
                        taken=self._clock.now(),
                        shipped=self._shipped.bundle.content_hash,
                        things=judgement.things,
                        files=dict(own),
                        bundle=judgement.bundle.to_bytes(),
                    )
                )
            )
        return judgement

    def remove(self, duty: Duty) -> bool:
        """Use the shipped errands again from the next opening; false when nothing was taken. Raises ``NotYourRole``."""
        duty.require(Function.KEEP_CONTENT)
        return self._shelf.remove()

    @property
    def are_there(self) -> bool:
        """Tell whether anything was taken, whatever became of it since."""
        return self._shelf.read() is not None

    def kept(self) -> KeptErrands | None:
        """Return what was taken, compiled with the content that this program ships; raises ``ErrandsBroken``."""
        content = self._shelf.read()
        if content is None:
            return None
        kept = read_kept(content)
        if kept.shipped != self._shipped.bundle.content_hash:
            kept = self._anew(kept)
            self._shelf.write(written(kept))
        return kept

    def _anew(self, kept: KeptErrands) -> KeptErrands:
        anew = compiled_anew(kept, self._shipped.files(), self._shipped.bundle.content_hash)
        if anew.bundle is None:
            return anew
        try:
            judged(anew.bundle, self.starter(kept.files), self._clock.today())
        except ErrandsBroken as broken:
            return msgspec.structs.replace(anew, bundle=None, found=(_reason(broken),))
        return anew

    def starter(self, own: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the starter catalogue with a region's services: a file of the same name takes the other's place."""
        mine = {path: content for path, content in own.items() if path.startswith(_STARTER)}
        return {**self._shipped.starter(), **{path.removeprefix(_STARTER): body for path, body in mine.items()}}

    def opened(self) -> tuple[Bundle | None, OwnErrandsState | None]:
        """Return the content that an opening desk uses, and how it stands; no bundle: the shipped one."""
        try:
            kept = self.kept()
            if kept is None:
                return None, None
            errands = tuple(thing.name for thing in kept.things if thing.kind == "errand")
            if kept.bundle is None:
                return None, OwnErrandsState(kept.folder, errands, fits=False, first_fault=kept.found[0])
            bundle = read_bundle(kept.bundle)  # it was judged when it was made: a start only reads
            bundle.definitions  # noqa: B018  decodes them
        except (ErrandsBroken, msgspec.MsgspecError) as broken:
            return None, OwnErrandsState("", (), fits=False, first_fault=_reason(broken))
        return bundle, OwnErrandsState(kept.folder, errands, fits=True)

    def _usable(self, compiled: Compiled, own: Mapping[str, bytes]) -> Bundle | None:
        """The bundle, after everything that an opening desk does with it; raises ``ErrandsBroken``."""
        if compiled.bundle is None:
            return None
        return judged(compiled.bundle.to_bytes(), self.starter(own), self._clock.today())
