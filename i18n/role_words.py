"""What the roles at a service point are called."""

from __future__ import annotations

from i18n.translator import NP_, Words

ROLES = {
    "service_adviser": NP_("role", "Service adviser"),
    "digital_support": NP_("role", "Digital support"),
    "outreach": NP_("role", "Outreach work"),
    "supervisor": NP_("role", "Supervisor"),
    "content_keeper": NP_("role", "Content keeper"),
}
TOLD = {
    "service_adviser": NP_("role", "Helps under the point's agreements, keeps plans and follows them up."),
    "digital_support": NP_("role", "Helps with devices and e-services. Stores nothing about anyone."),
    "outreach": NP_("role", "Meets people where they are. Receives no documents."),
    "supervisor": NP_("role", "Does everything, and keeps staff, set-up and casebook."),
    "content_keeper": NP_("role", "Keeps errands, notes and the catalogue. Sees no visits."),
}


def role_name(words: Words, role: str) -> str:
    """The name of a role (its value) in the reader's language."""
    return words.ptext(*ROLES[role])


def role_told(words: Words, role: str) -> str:
    """What the role does, in one line."""
    return words.ptext(*TOLD[role])
