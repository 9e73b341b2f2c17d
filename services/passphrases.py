"""A passphrase that is known without asking, as ``DESK_PASSPHRASE`` is."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class GivenPassphrase:
    """The port ``desk.ports.PassphraseGiver`` where nobody can be asked; ``None``: nothing was given either."""

    value: str | None = field(repr=False)

    def is_given(self) -> bool:
        """Tell whether there is one."""
        return self.value is not None

    def passphrase(self) -> str | None:
        """Return it."""
        return self.value

    def new_passphrase(self) -> tuple[str, str] | None:
        """Return it twice: whoever put it into the environment could check it there."""
        return None if self.value is None else (self.value, self.value)
