"""Work in the background steps back for whoever works in the window."""

from __future__ import annotations

import ctypes
import os
import sys

STEP_BACK = 10
BELOW_NORMAL = 0x4000


def step_back() -> None:
    """Give this process less of the processor than others get."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), BELOW_NORMAL)
    else:
        os.nice(STEP_BACK)
