"""A desk that is killed while it makes its folder: the next start finishes the work, and nothing has to be cleared."""

from __future__ import annotations

import pytest

from offline_cache.casebook.journal import casebook_in
from offline_cache.connection import StoreKind
from offline_cache.store import STEPS
from tests.offline_cache.opening import in_another_process, opened, tools

FOUNDER = """
import importlib, os, sys
from pathlib import Path
from tests.offline_cache.opening import opened, tools
module, name, calls = sys.argv[2], sys.argv[3], int(sys.argv[4])
package, _, last = module.rpartition(".")
module = getattr(importlib.import_module(package), last) if last[0].isupper() else importlib.import_module(module)
real = getattr(module, name)
def killed(*arguments, **named):
    global calls
    calls -= 1
    if calls < 0:
        os._exit(0)
    return real(*arguments, **named)
setattr(module, name, killed)
opened(Path(sys.argv[1]), tools(typed="koivu ja tähti"))
raise SystemExit("was not killed")
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "name", "calls"),
    [
        ("offline_cache.store", "found", 0),
        ("offline_cache.folder", "write_description", 0),
        ("offline_cache.description", "write_whole", 1),
        ("offline_cache.files", "settle_folder", 0),
        ("offline_cache.store", "create_file", 0),
        ("offline_cache.store", "create_file", 1),
        ("offline_cache.migrate", "upgrade", 0),
        ("offline_cache.migrate", "upgrade", 1),
        ("sqlalchemy.engine.default.DefaultDialect", "do_commit", 0),
        ("offline_cache.store", "completed", 0),
        ("os", "replace", 0),
        ("os", "replace", 2),
    ],
)
def test_a_founding_that_was_killed_is_finished_and_its_recovery_key_given(tmp_path, module, name, calls):
    path = tmp_path / "folder"
    in_another_process(FOUNDER, path, module, name, calls)
    folder = opened(path, tools(typed="koivu ja tähti"))
    assert folder.recovery_key is not None
    assert casebook_in(folder).visits() == ()
    for kind, connection in ((StoreKind.CASEBOOK, folder.casebook), (StoreKind.CATALOGUE, folder.catalogue)):
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (STEPS[kind][-1],)
    folder.close()
    again = opened(path, tools(typed="koivu ja tähti"))
    assert again.recovery_key is None
    again.close()
