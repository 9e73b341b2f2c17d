"""The one place that knows everyone: builds the desk from its parts, and nothing else.

``window`` shows the program without a store; ``open_desk`` opens the data folder and hands over the use cases. Imports
inside functions are allowed here alone: what is heavy is imported when it is first needed, on the store lane.
"""

from __future__ import annotations

from desk.bootstrap.building import (
    STARTER_VERSION,
    calendars,
    content,
    drawn_rules,
    finnish_base_form,
    own_errands,
    papers,
    read_workbook,
    workbook_of,
)
from desk.bootstrap.catalogue_work import (
    library_directory,
    link_prober,
    packs,
    refresh_libraries,
    refresh_memory,
    refresh_worker,
    refreshing,
    refreshing_alone,
)
from desk.bootstrap.installation import ROOT, Installation, OpenedDesk, WorkerStart, default_data_dir
from desk.bootstrap.opening import (
    check_key,
    copies_of,
    folder_tools,
    let_in_again,
    open_desk,
    opened_desk,
    restore_casebook,
)
from desk.bootstrap.practice import PracticeAsk, practice_parts, practice_window
from desk.bootstrap.windows import window, window_parts
from services.core_dumps import forbid_core_dumps

__all__ = [
    "ROOT",
    "STARTER_VERSION",
    "Installation",
    "OpenedDesk",
    "PracticeAsk",
    "WorkerStart",
    "calendars",
    "check_key",
    "content",
    "copies_of",
    "default_data_dir",
    "drawn_rules",
    "finnish_base_form",
    "folder_tools",
    "forbid_core_dumps",
    "let_in_again",
    "library_directory",
    "link_prober",
    "open_desk",
    "opened_desk",
    "own_errands",
    "packs",
    "papers",
    "practice_parts",
    "practice_window",
    "read_workbook",
    "refresh_libraries",
    "refresh_memory",
    "refresh_worker",
    "refreshing",
    "refreshing_alone",
    "restore_casebook",
    "window",
    "window_parts",
    "workbook_of",
]
