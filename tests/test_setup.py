"""Set-up: the locks hold what pyproject.toml asks for, and every system has the same commands."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tools import artifacts, environment, refuse_old_python, system_packages
from tools.__main__ import COMMANDS, help_text

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def locked(name: str) -> dict[str, Version]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return {
        canonicalize_name(package): Version(version) for package, version in re.findall(r"^(\S+)==(\S+)", text, re.M)
    }


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [("run", PROJECT["dependencies"]), ("dev", [*PROJECT["dependencies"], *EXTRAS["dev"], *EXTRAS["hub"]])],
)
def test_the_lock_holds_what_is_asked_for(lock, wanted):
    pinned = locked(lock)
    requirements = [Requirement(text) for text in wanted]
    held = [
        each
        for each in requirements
        if (name := canonicalize_name(each.name)) in pinned and pinned[name] in each.specifier
    ]
    assert held == requirements


def test_the_makers_lock_agrees_with_the_programs():
    assert locked("run").items() <= locked("dev").items()


def test_every_locked_package_has_hashes():
    for path in (ROOT / "requirements").glob("*.txt"):
        entries = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip())
        assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_make_has_the_same_commands_on_every_system():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.search(r"^COMMANDS := (.+)$", makefile, re.M)
    assert named is not None
    assert set(named[1].split()) == set(COMMANDS)
    assert all(f"make {name}" in help_text() for name in COMMANDS)
    assert b"-m tools %*\r\n" in (ROOT / "make.cmd").read_bytes()


def test_a_package_with_two_names_is_missing_only_when_neither_is_installed(monkeypatch):
    class Told:
        stdout = "installed libnew\nnot-installed libgone\n"

    monkeypatch.setattr("subprocess.run", lambda *_, **__: Told())
    assert system_packages._missing(("libold|libnew", "libgone", "libother|libmore")) == ["libgone", "libother"]


def test_without_the_right_to_install_the_line_to_run_is_said(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/dpkg-query")
    monkeypatch.setattr(system_packages, "_missing", lambda _: ["libegl1"])
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit) as said:
        system_packages.ensure(tests=False)
    assert "apt-get install -y --no-install-recommends libegl1" in str(said.value)


def test_what_is_made_is_made_again_only_when_its_sources_change(tmp_path, monkeypatch):
    ran = []
    monkeypatch.setattr(artifacts, "ROOT", tmp_path)
    monkeypatch.setattr(artifacts, "STAMPS", tmp_path / "stamps")
    monkeypatch.setattr(environment, "run", lambda module: ran.append(module))
    source = tmp_path / "source.yaml"
    for content in ("a", "a", "b"):
        source.write_text(content)
        artifacts._once("errands", [source], "tools.build_bundle")
    assert ran == ["tools.build_bundle"] * 2


def test_what_is_made_is_made_again_when_it_is_gone(tmp_path, monkeypatch):
    ran = []
    monkeypatch.setattr(artifacts, "ROOT", tmp_path)
    monkeypatch.setattr(artifacts, "STAMPS", tmp_path / "stamps")
    monkeypatch.setattr(environment, "run", lambda module: ran.append(module))
    for _ in range(2):
        artifacts._once("errands", [], "tools.build_bundle", needs=[tmp_path / "bundle"])
    assert len(ran) == 2


def test_a_python_that_is_too_old_is_refused():
    with pytest.raises(SystemExit, match=r"3\.11 or newer is needed; this is 3\.9"):
        refuse_old_python((3, 9))
