"""The identifiers of the house, so that one kind is never handed over for another."""

from __future__ import annotations

import secrets
from typing import NewType
from uuid import UUID

VisitId = NewType("VisitId", str)
EventId = NewType("EventId", str)
DeviceId = NewType("DeviceId", str)
ErrandId = NewType("ErrandId", str)
StepId = NewType("StepId", str)
FactName = NewType("FactName", str)
SectionId = NewType("SectionId", str)
AgencyId = NewType("AgencyId", str)
DocumentId = NewType("DocumentId", str)
HintId = NewType("HintId", str)
CardId = NewType("CardId", str)
ParameterName = NewType("ParameterName", str)
PlanCode = NewType("PlanCode", str)
MemberId = NewType("MemberId", str)
PersonId = NewType("PersonId", str)
MandateId = NewType("MandateId", str)
MandateCode = NewType("MandateCode", str)
HandingId = NewType("HandingId", str)
"""A referral, a received document or a call-back: something of a visit that has a story of its own."""


def uuid7(milliseconds: int) -> str:
    """Return a UUID version 7 (RFC 9562): sortable by ``milliseconds`` since 1970, the rest random."""
    if not 0 <= milliseconds < 1 << 48:
        raise ValueError(f"not a time of UUID version 7: {milliseconds}")
    value = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return str(UUID(int=value))
