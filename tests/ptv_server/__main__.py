"""The server as a process of its own: ``python -m tests.ptv_server --port 0 --seed 7``. Its first line is its address.

It runs until its standard input ends, or until it is ended.
"""

from __future__ import annotations

import argparse
import sys

from tests.ptv_server.faults import FaultPlan
from tests.ptv_server.sample import sample_catalogue
from tests.ptv_server.server import PtvServer


def main() -> None:
    """Serve a sample catalogue."""
    asked = argparse.ArgumentParser(prog="python -m tests.ptv_server")
    asked.add_argument("--port", type=int, default=0)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--services", type=int, default=120)
    asked.add_argument("--id-page", type=int, default=1000)
    asked.add_argument("--object-page", type=int, default=100)
    asked.add_argument("--fault-seed", type=int, default=None)
    asked.add_argument("--fault-share", type=float, default=0.2)
    given = asked.parse_args()
    faults = None if given.fault_seed is None else FaultPlan.seeded(given.fault_seed, share=given.fault_share)
    catalogue = sample_catalogue(given.seed, given.services)
    sizes = {"id_page_size": given.id_page, "object_page_size": given.object_page}
    with PtvServer(catalogue, faults=faults, port=given.port, **sizes) as server:
        sys.stdout.write(server.url + "\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
