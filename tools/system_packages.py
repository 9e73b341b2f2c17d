"""What the operating system must bring: Qt's libraries, and for the tests a screen, a bus and a keyring.

On Debian and Ubuntu missing packages are installed when we are root; else the one line to run is said.
Elsewhere nothing is done: macOS and Windows need nothing, other Linuxes have their own names for these.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys

TO_RUN = (
    # Qt without a screen
    *("libegl1", "libgl1", "libglib2.0-0|libglib2.0-0t64", "libdbus-1-3", "libfontconfig1", "libfreetype6"),
    *("libxkbcommon0", "libx11-6", "libzstd1"),
    # Qt on an X11 screen
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0"),
    *("libxcb-shape0", "libxcb-sync1", "libxcb-util1", "libxcb-xfixes0", "libxcb-xkb1", "libxkbcommon-x11-0"),
    *("libx11-xcb1", "ca-certificates"),
    # printing: the commands that speak with the print queues
    "cups-client",
)
TO_TEST = (
    # a screen with a window manager, a keyboard and a bus with the accessibility tree
    *("xvfb", "xauth", "openbox", "xdotool", "dbus-x11", "dbus-daemon", "at-spi2-core"),
    # a real keyring, real print queues, and readers of the papers
    *("gnome-keyring", "cups", "poppler-utils"),
)


def ensure(*, tests: bool) -> None:
    """Install what is missing, or end with the line that installs it."""
    if not sys.platform.startswith("linux") or not shutil.which("dpkg-query"):
        return
    missing = _missing((*_for_python(), *TO_RUN, *(TO_TEST if tests else ())))
    if not missing:
        return
    if os.geteuid() != 0:
        line = f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(missing)}"
        sys.exit(f"Some packages of the operating system are missing. Run this line and try again:\n\n    {line}\n")
    print(f"Installing {len(missing)} packages of the operating system: {' '.join(missing)}", flush=True)
    _apt("update", "-qq")
    _apt("install", "-y", "-qq", "--no-install-recommends", *missing)


def _for_python() -> tuple[str, ...]:
    """Debian ships Python without what makes a virtual environment."""
    return () if importlib.util.find_spec("ensurepip") else ("python3-venv",)


def _missing(packages: tuple[str, ...]) -> list[str]:
    """The first name of each package of which no name is installed."""
    names = [name for package in packages for name in package.split("|")]
    command = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n", *names]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    installed = {line.partition(" ")[2] for line in told.splitlines() if line.startswith("installed ")}
    return [package.split("|")[0] for package in packages if not installed.intersection(package.split("|"))]


def _apt(*words: str) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(["apt-get", *words], env=quiet, check=False, stdout=subprocess.DEVNULL)
    if done.returncode:
        sys.exit(f"apt-get {words[0]} did not work (see above).")
