"""Files into the catalogue: one import, one transaction, and only what changed is indexed anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from desk.model.catalogue import CatalogueObject
from desk.model.intake import Intake, TakenIn, Withdrawn
from desk.model.refresh import ObjectKind
from offline_cache.catalogue import rows
from offline_cache.catalogue.changes import ChangeLog
from offline_cache.catalogue.codes import CodeLists
from offline_cache.catalogue.entries import EntryWriter, Written, few_collections
from offline_cache.catalogue.run_memory import REMEMBER, ask_again
from offline_cache.catalogue.tombstones import Graveyard
from offline_cache.catalogue.words import Forms
from offline_cache.connection import StoreConnection, transaction

OLD_STARTERS = f"""
    SELECT kind, id FROM entry WHERE kind IN ({", ".join(f"'{kind}'" for kind in rows.KINDS.values())})
        AND starter = 1 AND fetched <> ?
"""  # noqa: S608  put together from constants
MODIFIED_BEFORE = "SELECT kind, body FROM entry WHERE id = ? AND starter = 0"

AS_OF = "as_of"
MADE_WITH = "index_made_with"
PLAIN = "endings"
FULL = "dictionaries"
SOURCE = "source"


class TakingIn:
    """One import. Everything happens on the connection that it is given, which writes for nobody else meanwhile."""

    def __init__(self, connection: StoreConnection, forms: Forms) -> None:
        self._connection = connection
        self._forms = forms
        self._codes = CodeLists(connection)
        self._taken: Counter[str] = Counter()
        self._changed: list[tuple[ObjectKind, str]] = []
        self._unchanged = 0
        self._withdrawn = 0
        self._real = 0

    def run(self, batches: Iterable[Sequence[CatalogueObject | Withdrawn]], intake: Intake) -> TakenIn:
        """Take in all batches, or nothing if one of them cannot be read."""
        with transaction(self._connection), few_collections():
            entries = EntryWriter(self._connection, self._forms)
            graveyard = Graveyard(self._connection, entries, intake.at)
            for batch in batches:
                objects = [each for each in batch if not isinstance(each, Withdrawn)]
                written = entries.put(objects, intake.at.isoformat())
                graveyard.bring_back(entry.item.id for entry in written.new)
                self._note(objects, written)
                self._withdraw([each for each in batch if isinstance(each, Withdrawn)], intake, graveyard)
            if intake.starter:
                entries.remove(self._connection.execute(OLD_STARTERS, (intake.at.isoformat(),)).fetchall())
            entries.settle()
            self._codes.write(())
            ask_again(self._connection, self._changed)
            real = self._real > 0
            told_of(
                self._connection,
                self._forms,
                source=intake.source if real else None,
                as_of=intake.at if real else None,
            )
        return TakenIn(rows.counts_of(self._taken), self._unchanged, self._withdrawn)

    def _note(self, batch: Sequence[CatalogueObject], written: Written) -> None:
        """Learn codes from the objects, and count them."""
        self._codes.learn(batch)
        self._real += sum(not item.source.starter for item in batch)
        self._unchanged += written.unchanged
        other = [*written.new, *(entry for _, entry in written.changed)]
        self._taken.update(entry.kind for entry in other)
        self._changed += [(ObjectKind(each.kind), each.item.id) for each in other if not each.item.source.starter]

    def _withdraw(self, told: Iterable[Withdrawn], intake: Intake, graveyard: Graveyard) -> None:
        """What a file says is no longer published goes, unless what is here was changed after that."""
        ids = [each.id for each in told if self._is_older(each)]
        for buried in graveyard.bury(ids):
            self._withdrawn += len(buried)
            self._changed += [(ObjectKind(kind), identity) for kind, identity, _ in buried]
            ChangeLog(self._connection, intake.at).gone(buried)

    def _is_older(self, told: Withdrawn) -> bool:
        row = self._connection.execute(MODIFIED_BEFORE, (told.id,)).fetchone()
        here = rows.object_of(*row).source.modified if row else None
        return here is None or told.modified is None or here <= told.modified


def told_of(connection: StoreConnection, forms: Forms, *, source: str | None, as_of: datetime | None) -> None:
    """Write down what the catalogue is made of and how old it is; the starter catalogue makes nothing fresher."""
    told = {
        MADE_WITH: PLAIN if forms.is_plain else FULL,
        AS_OF: as_of.isoformat() if as_of else None,
        SOURCE: source,
    }
    connection.executemany(REMEMBER, [(name, value) for name, value in told.items() if value is not None])
