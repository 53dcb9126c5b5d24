"""The rules for what the shop is built with: pinned, reproducible, and the same on every machine."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "requirements-demo.txt", "requirements-dev.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())

# Put together from parts, so that this file does not find itself.
HOSTS = ["registry." + "npmjs", "pypi" + ".org", "files.python" + "hosted", "registry." + "yarnpkg", "npm" + "mirror"]
MACHINES = [
    "/wo" + "rk/main",
    "/wo" + "rk/shared",
    "/op" + "t/pypi",
    "/op" + "t/wheels",
    "/ro" + "ot/",
    "/Us" + "ers/",
    "file:///" + "opt",
    "host.docker" + ".internal",
]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_names_packages_and_hashes_and_no_place_to_get_them_from(name: str) -> None:
    text = (ROOT / name).read_text()

    assert not re.findall(r"https?://|file:|--(?:extra-)?index-url|--find-links|--trusted-host", text)
    pins = _pins(name)
    assert pins
    assert [pin for pin, entry in pins.items() if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_the_front_ends_lock_file_has_hashes_and_no_addresses() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}

    assert packages
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []


def test_the_front_ends_packages_are_pinned_to_one_version_and_locked_to_it() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    for kind in ("dependencies", "devDependencies"):
        for name, version in wanted.get(kind, {}).items():
            assert re.fullmatch(r"\d+\.\d+\.\d+", version), f"{name} is not pinned"
            assert locked[f"node_modules/{name}"]["version"] == version


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.txt", PROJECT["project"]["dependencies"]),
        ("requirements-demo.txt", PROJECT["dependency-groups"]["demo"]),
        ("requirements-dev.txt", PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_the_lock_files_hold_what_pyproject_asks_for(lock: str, wanted: list[str]) -> None:
    pins = _pins(lock)

    for line in wanted:
        requirement = Requirement(line)
        entry = pins.get(canonicalize_name(requirement.name))
        assert entry, f"{line} is not in {lock}"
        version = entry.partition("==")[2].split()[0]
        assert requirement.specifier.contains(version), f"{lock} holds {version}, pyproject asks for {line}"


def test_what_two_lock_files_share_they_pin_alike() -> None:
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, entry in _pins(lock).items():
            versions.setdefault(name, set()).add(entry.partition("==")[2].split()[0])

    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_every_setting_is_explained_and_every_explained_setting_is_read() -> None:
    explained = re.findall(r"^([A-Z][A-Z0-9_]*)=", (ROOT / "config" / "env.example").read_text(), re.MULTILINE)

    assert len(explained) == len(set(explained))
    assert set(explained) == _settings_read()


def test_the_whole_domain_is_kept_away_from_http() -> None:
    contracts = {contract["id"]: contract for contract in PROJECT["tool"]["importlinter"]["contracts"]}
    floors = [re.findall(r"\w+", layer) for layer in contracts["floors"]["layers"]]
    below_the_web = [name for names in floors[floors.index(["web", "verify"]) + 1 :] for name in names]
    built = {f"elite.{name}" for name in below_the_web if (ROOT / "elite" / name / "__init__.py").exists()}

    assert set(contracts["domain"]["source_modules"]) == built


def test_only_the_settings_read_the_environment() -> None:
    doors = {
        "elite/cli/__init__.py",  # hands it to the settings
        "elite/cli/development.py",  # hands it on to the programs of a demonstration
        "elite/kernel/crash.py",  # CRASH, for tests that kill
    }
    found = set()
    for folder in ("elite", "jobs"):
        for file in (ROOT / folder).rglob("*.py"):
            name = file.relative_to(ROOT).as_posix()
            if re.search(r"\bos\.(?:environ|getenv)\b", file.read_text()) and not name.startswith("elite/sandbox/"):
                found.add(name)

    assert found - doors == set()


def test_config_imports_only_the_standard_library() -> None:
    for file in (ROOT / "config").glob("*.py"):
        strangers = {name for name in _imports(file) if name not in sys.stdlib_module_names and name != "config"}
        assert strangers == set(), file.name


def test_the_sandbox_imports_nothing_of_the_shop() -> None:
    for file in (ROOT / "elite" / "sandbox").rglob("*.py"):
        shop = {name for name in _imported_modules(file) if re.match(r"(elite|jobs|config)\b(?!\.sandbox)", name)}
        assert shop == set(), file.name


def test_nobody_imports_the_door() -> None:
    for folder in ("config", "elite", "jobs"):
        for file in (ROOT / folder).rglob("*.py"):
            assert "wsgi" not in _imports(file), file


def test_an_old_python_can_read_the_bootstrap_and_say_what_is_missing() -> None:
    ast.parse((ROOT / "config" / "bootstrap.py").read_text(), feature_version=(3, 7))


def test_the_commands_a_newcomer_needs_exist() -> None:
    for target in ("run", "test", "check"):
        planned = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)
        assert planned.returncode == 0, planned.stderr


def test_ci_runs_the_check_and_lets_nothing_be_skipped() -> None:
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert "make check" in script.read_text()
    assert "ELITE_REQUIRE_ALL=1" in script.read_text()


def test_only_make_run_and_the_tests_switch_the_demonstration_on() -> None:
    switched = {
        file.relative_to(ROOT).as_posix()
        for file in _tracked()
        if file.suffix in {"", ".service", ".conf", ".cnf", ".toml", ".yml", ".yaml", ".sh", ".cfg"}
        if re.search(r"ELITE_DEMO\s*=\s*1", _text(file))
    }

    assert switched <= {"Makefile"}


def test_tracked_files_name_no_package_host_and_no_ones_machine() -> None:
    found = [
        f"{file.relative_to(ROOT)}: {word}"
        for file in _tracked()
        for word in [*HOSTS, *MACHINES]
        if word in _text(file)
    ]

    assert found == []


def _pins(lock: str) -> dict[str, str]:
    """Each pinned package with its whole entry, hashes included."""
    pins = {}
    for entry in re.split(r"\n(?=[A-Za-z0-9])", (ROOT / lock).read_text()):
        if found := re.match(r"([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*==", entry):
            pins[canonicalize_name(found[1])] = entry
    return pins


def _settings_read() -> set[str]:
    """The variables `Settings.from_env` asks for, whichever way it asks."""
    tree = ast.parse((ROOT / "config" / "settings.py").read_text())
    asked = [found for found in ast.walk(tree) if isinstance(found, ast.FunctionDef) and found.name == "from_env"]
    names = set()
    for node in ast.walk(asked[0]):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
        ):
            if node.func.value.id in ("env", "read") and node.args and isinstance(node.args[0], ast.Constant):
                names.add(node.args[0].value)
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "env":
            names |= {found.value for found in ast.walk(node.slice) if isinstance(found, ast.Constant)}
    return {name for name in names if isinstance(name, str)}


def _imports(file: Path) -> set[str]:
    return {name.partition(".")[0] for name in _imported_modules(file)}


def _imported_modules(file: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports by dots"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@cache
def _tracked() -> tuple[Path, ...]:
    return tuple(file for file in _listed() if file.is_file() and not file.is_symlink())


def _listed() -> Iterator[Path]:
    """The files of the repository; without git, everything that is not made by a machine."""
    if shutil.which("git") and (ROOT / ".git").exists():
        command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        yield from (ROOT / name for name in listed.split("\0") if name)
        return
    made = {".git", ".venv", "node_modules", "instance", "__pycache__", "dist"}
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in made and not name.endswith(("_cache", ".egg-info"))]
        yield from (Path(folder) / name for name in files)


@cache
def _text(file: Path) -> str:
    content = file.read_bytes()
    return "" if b"\0" in content[:8192] else content.decode("utf-8", "replace")
