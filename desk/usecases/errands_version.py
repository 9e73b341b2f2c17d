"""What tells this desk's errands from older and newer ones."""

from __future__ import annotations

from desk.errands.brought_errands import content_date
from desk.errands.bundle import FORMAT, Bundle
from desk.model.pack import ErrandsVersion


def errands_version(bundle: Bundle) -> ErrandsVersion:
    """Return the version of a bundle."""
    return ErrandsVersion(bundle.content_hash, content_date(bundle), FORMAT)
