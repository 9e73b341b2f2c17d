"""The national register of mandates, from a desk that has no connection to it: nothing is asked, nothing is guessed.

Access to the register is granted to organisations that take part in Suomi.fi e-Authorizations. Until a point has it,
each mandate of the register is *not checked*, and somebody looks it up by a day.
"""

from __future__ import annotations

from desk.model.mandate import RegisterResult
from desk.model.mandate_register import RegisterCheck


class RegisterNotConnected:
    """Says honestly that it has not looked."""

    def look_up(self, check: RegisterCheck) -> RegisterResult:
        """Nothing was asked; what was to be asked goes nowhere."""
        del check
        return RegisterResult.NOT_CHECKED
