"""The tasks that an authority can give a service point (act 223/2007, section 6), by their ids, in short words."""

from __future__ import annotations

from i18n.translator import NP_, Words

TASKS = {
    "identity": NP_("task of a service point", "Checking who the customer is"),
    "e_services": NP_("task of a service point", "Help with online and telephone services"),
    "remote_service": NP_("task of a service point", "Booking and opening remote service"),
    "documents_in": NP_("task of a service point", "Taking in applications and documents"),
    "documents_out": NP_("task of a service point", "Handing out documents and decisions"),
    "payments": NP_("task of a service point", "Taking payments"),
    "support": NP_("task of a service point", "Support and information"),
    "sales": NP_("task of a service point", "Selling products"),
    "other": NP_("task of a service point", "Other tasks laid down by law"),
}


def task_name(words: Words, task: str) -> str:
    """The name of one task."""
    return words.ptext(*TASKS[task])
