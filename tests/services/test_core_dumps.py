"""The program's memory holds what citizens said: no picture of it may be left on disk."""

import subprocess
import sys

import pytest

CALLED = """
import resource
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
from desk.__main__ import main
import sys
sys.argv = ["desk", "errands", "list"]
main()
ended = __import__("subprocess").run(
    [sys.executable, "-c", "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"],
    capture_output=True, text=True, check=True,
)
print(resource.getrlimit(resource.RLIMIT_CORE), ended.stdout.strip())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no core dumps")
def test_the_program_and_all_that_it_starts_leave_no_core_dump():
    told = subprocess.run([sys.executable, "-c", CALLED], capture_output=True, text=True, check=True).stdout
    assert told.splitlines()[-1] == "(0, 0) (0, 0)"
