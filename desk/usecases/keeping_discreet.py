"""Papers that had to be discreet once stay so: the tick in the visit's details, which only the clerk takes away.

An answer that is changed back, by a citizen who is watched or by a slip, would otherwise print the address.
"""

from __future__ import annotations

from dataclasses import replace

from desk.events import ProfileSet, VisitEvent
from desk.model.visit import Accommodation, Profile, Visit
from desk.usecases.visit_errands import VisitErrands


def kept_discreet(errands: VisitErrands, before: Visit, after: Visit) -> tuple[VisitEvent, ...]:
    """Return what to record beside a change that makes the papers discreet, or that would end it."""
    profile = after.profile
    if profile.is_discreet:
        return ()
    return kept_when(profile, discreet=errands.path(before).discreet or errands.path(after).discreet)


def kept_when(profile: Profile, *, discreet: bool) -> tuple[VisitEvent, ...]:
    """Return the tick for a profile that lacks it, when a path before or after the change is discreet."""
    if profile.is_discreet or not discreet:
        return ()
    return (ProfileSet(replace(profile, accommodations=profile.accommodations | {Accommodation.DISCREET})),)
