"""What changes hands: documents, referrals, visits."""

from __future__ import annotations

from desk.errors.known import DeskError


class HandingError(DeskError):
    """Something cannot change hands in this way."""

    id = "handing"


class NotInTimeHere(HandingError):
    """No agreement: the day is not kept by leaving it here, and nobody has said so to the citizen yet."""

    id = "handing.not_in_time_here"


class BadDocument(HandingError):
    """What was said of a document cannot be."""

    id = "handing.bad_document"


class DocumentUnknown(HandingError):
    id = "handing.document_unknown"


class DocumentGone(HandingError):
    """It went on already."""

    id = "handing.document_gone"


class SameAuthority(HandingError):
    """A transfer goes to another authority than the one it was given for."""

    id = "handing.same_authority"


class NotSafeToTell(HandingError):
    """A discreet visit, and no way to reach the citizen that they called safe."""

    id = "handing.not_safe_to_tell"


class ConsentMissing(HandingError):
    """Nobody said yes to these very words."""

    id = "handing.consent_missing"


class GroundMissing(HandingError):
    """No mandate line and no provision lets the desk tell this."""

    id = "handing.ground_missing"


class NothingToTell(HandingError):
    """A referral without kinds of data or without a sentence."""

    id = "handing.nothing_to_tell"


class ReferralUnknown(HandingError):
    id = "handing.referral_unknown"


class NotHandedOver(HandingError):
    """Nobody handed the visit over, or to somebody else."""

    id = "handing.not_handed_over"


class WaitsToBeTaken(HandingError):
    """The visit was handed over: it is gone on with by taking it over, not by opening it."""

    id = "handing.waits_to_be_taken"


class PaperErased(HandingError):
    """The paper went with the visit."""

    id = "handing.paper_erased"
