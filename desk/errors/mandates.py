"""Mandates: what stands against giving one, and against acting under one."""

from __future__ import annotations

from desk.errors.known import DeskError


class MandateError(DeskError):
    """A mandate does not allow what was asked, or cannot be given."""

    id = "mandate"


class MandateUnknown(MandateError):
    id = "mandate.unknown"


class MandateDoesNotAllow(MandateError):
    """An act was stopped at the moment of acting; ``kind`` says what stands against it."""

    id = "mandate.does_not_allow"


class CannotGiveMandate(MandateError):
    """The citizen cannot give one now: a minor, a guardian, doubt or pressure. Stop, and call."""

    id = "mandate.cannot_give"


class BadMandate(MandateError):
    """It cannot be drawn or signed like this."""

    id = "mandate.bad"


class NotActingFor(MandateError):
    """The visit is held in another way of helping."""

    id = "mandate.not_acting_for"


class MandateCodeMistyped(MandateError):
    id = "mandate.code_mistyped"


class MandateCodeUnknown(MandateError):
    id = "mandate.code_unknown"


class NothingDoneInName(MandateError):
    """There is nothing for a paper of what was done in the citizen's name."""

    id = "mandate.nothing_done"
