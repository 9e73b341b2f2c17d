"""The picture of docs/architecture.md holds, and the contracts that say so can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = ("desk", "ui", "services", "printing", "offline_cache", "i18n")


def contracts_of(root: Path) -> subprocess.CompletedProcess[str]:
    lint = Path(sys.executable).parent / "lint-imports"
    return subprocess.run([lint, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)


@pytest.fixture
def copy_of_the_house(tmp_path):
    for folder in HOUSE:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=lambda _, names: [n for n in names if _is_data(n)])
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _is_data(name: str) -> bool:
    return name == "__pycache__" or ("." in name and not name.endswith(".py"))


def test_every_import_points_the_right_way():
    checked = contracts_of(ROOT)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_module_of_the_desk_without_a_layer_is_refused(copy_of_the_house):
    (copy_of_the_house / "desk" / "stray.py").write_text('"""A module that nobody placed."""\n')
    checked = contracts_of(copy_of_the_house)
    assert checked.returncode != 0
    assert "desk.stray" in checked.stdout


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("ui", "import services"),
        ("i18n", "import desk.errors"),
        ("desk/model", "import desk.usecases"),
        ("desk/usecases", "import offline_cache"),
        ("desk/errands", "import PySide6"),
        ("ui", "import sqlcipher3"),
        ("printing", "import requests"),
        ("services", "import reportlab"),
    ],
)
def test_an_import_that_points_the_wrong_way_is_refused(copy_of_the_house, where, line):
    (copy_of_the_house / where / "stray.py").write_text(f'"""Points the wrong way."""\n\n{line}\n')
    checked = contracts_of(copy_of_the_house)
    assert checked.returncode != 0
    assert f"{where.replace('/', '.')}.stray ->" in checked.stdout
