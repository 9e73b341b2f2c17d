"""Whose packs this desk takes in, and the key that it signs its own with: settings in the encrypted casebook."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from desk.errors import PublisherKeyRefused
from desk.model.pack import PublisherKey, TrustedPublisher, read_publisher_key
from desk.model.role import Function
from desk.model.spoken_code import bare
from desk.ports import Casebook, Clock
from desk.ports.packs import PublisherKeys
from desk.usecases.duty import Duty
from desk.usecases.point_details import PointDetails

OWN_KEY = "publisher.key"
TRUSTED = "publishers.trusted"


@dataclass(frozen=True, slots=True)
class OwnPublisher:
    """This desk as a publisher. The secret is for signing and is never shown."""

    key: PublisherKey
    name: str
    secret: str

    def __repr__(self) -> str:
        return f"OwnPublisher({self.key.fingerprint})"


class TrustPublishers:
    """The list of trusted publishers, and this desk's own key."""

    def __init__(self, casebook: Casebook, keys: PublisherKeys, clock: Clock, duty: Duty) -> None:
        self._casebook = casebook
        self._keys = keys
        self._clock = clock
        self._duty = duty
        self._point = PointDetails(casebook)

    def has_own_key(self) -> bool:
        """Tell whether the key was drawn already: it is drawn once, and that writes."""
        return bool(self._casebook.setting(OWN_KEY))

    def own(self) -> OwnPublisher:
        """Return this desk's key; it is drawn when it is asked for the first time."""
        secret = self._casebook.setting(OWN_KEY)
        if not secret:
            secret = self._keys.new_secret()
            self._casebook.set_setting(OWN_KEY, secret)
        details = self._point.read()
        return OwnPublisher(self._keys.public(secret), details.name if details else "", secret)

    def all(self) -> tuple[TrustedPublisher, ...]:
        """Return all trusted publishers, by name."""
        stored = self._casebook.setting(TRUSTED)
        publishers = msgspec.json.decode(stored, type=tuple[TrustedPublisher, ...]) if stored else ()
        return tuple(sorted(publishers, key=lambda publisher: (publisher.name.casefold(), publisher.key)))

    def name_of(self, key: PublisherKey) -> str | None:
        """Return the desk's own name for a publisher; ``None`` for one that it does not trust."""
        for publisher in self.all():
            if publisher.key == key:
                return publisher.name
        if self.is_own(key):
            details = self._point.read()
            return details.name if details else key.fingerprint
        return None

    def is_own(self, key: PublisherKey) -> bool:
        """Tell whether this desk itself signs with this key."""
        secret = self._casebook.setting(OWN_KEY)
        return bool(secret) and self._keys.public(secret or "") == key

    def trust(self, typed: str, name: str) -> TrustedPublisher:
        """Trust the publisher whose key was read out and typed; a known key gets the new name.

        Raises ``PublisherKeyRefused`` and names the group with the slip.
        """
        key = read_publisher_key(typed)
        publisher = TrustedPublisher(key, name.strip() or key.fingerprint, self._clock.now())
        self._store([*(each for each in self.all() if each.key != key), publisher])
        return publisher

    def distrust(self, typed: str) -> TrustedPublisher:
        """Take a publisher from the list, by key, fingerprint or name; raises ``PublisherKeyRefused``."""
        known = self.all()
        found = [each for each in known if _means(typed, each)]
        if len(found) != 1:
            raise PublisherKeyRefused(kind="unknown", key=typed)
        self._store([each for each in known if each != found[0]])
        return found[0]

    def require(self) -> None:
        """Raise ``NotYourRole`` for who does not keep the desk's content."""
        self._duty.require(Function.KEEP_CONTENT)

    def _store(self, publishers: list[TrustedPublisher]) -> None:
        self.require()
        self._casebook.set_setting(TRUSTED, msgspec.json.encode(publishers).decode())


def _means(typed: str, publisher: TrustedPublisher) -> bool:
    """Whether somebody may have meant this publisher."""
    if typed.strip().casefold() == publisher.name.casefold():
        return True
    return bare(typed) in (bare(publisher.key.spoken()), bare(publisher.key.fingerprint))
