"""No picture of the program's memory is left on disk when it falls: it would hold what citizens said, in clear.

Where the system hands such pictures to a service of its own, that service sees the same limit and keeps nothing.
Windows writes none of other programs unless an administrator asked it to.
"""

from __future__ import annotations

import sys

if sys.platform != "win32":
    import resource


def forbid_core_dumps() -> None:
    """Forbid them for this process and all that it starts."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
