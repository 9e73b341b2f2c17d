"""Errands that are being written: under ``drafts/``, laid out as the content itself. No citizen meets them.

A draft is checked and its examples are run on request, over the content that is published: what it adds is seen with
what is there, and a file of the same path takes the published one's place. To publish is to move it out of the folder.
"""

from __future__ import annotations

from collections.abc import Mapping

FOLDER = "drafts/"


def published(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files without the drafts."""
    return {path: content for path, content in files.items() if not path.startswith(FOLDER)}


def with_drafts(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files as if every draft were published."""
    drafts = {path.removeprefix(FOLDER): content for path, content in files.items() if path.startswith(FOLDER)}
    return {**published(files), **drafts}
