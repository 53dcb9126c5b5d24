"""What `make` says and does on a machine that lacks something."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTHING = "nothing-of-this-name==1.0 --hash=sha256:" + "0" * 64 + "\n"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A checkout with nothing in it but the bootstrap and a package nobody can install."""
    (tmp_path / "config").mkdir()
    shutil.copy(ROOT / "config" / "bootstrap.py", tmp_path / "config")
    (tmp_path / "config" / "__init__.py").touch()
    (tmp_path / "requirements.txt").write_text(NOTHING)
    (tmp_path / "requirements-demo.txt").touch()
    return tmp_path


def prepare(clone: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ""}
    command = [sys.executable, *(words or ("-m", "config.bootstrap", "run"))]
    return subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)


def test_a_wrong_call_is_answered_with_the_right_one(clone: Path) -> None:
    said = prepare(clone, "-m", "config.bootstrap", "dance")

    assert said.returncode == 2
    assert "usage: python3 -m config.bootstrap run|test|check" in said.stderr


def test_without_venv_it_names_the_line_that_installs_it(clone: Path) -> None:
    debian = "import sys; sys.modules['ensurepip'] = None; from config.bootstrap import main; sys.exit(main(['run']))"

    said = prepare(clone, "-c", debian)

    assert said.returncode == 1
    assert "apt-get install -y python3" in said.stderr
    assert "-venv" in said.stderr
    assert "Traceback" not in said.stderr
    assert not (clone / ".venv").exists()


def test_a_step_that_fails_shows_why_and_is_taken_again_while_finished_steps_are_not(clone: Path) -> None:
    first = prepare(clone)
    made = (clone / ".venv" / "pyvenv.cfg").stat().st_mtime_ns
    second = prepare(clone)

    for said in (first, second):
        assert said.returncode == 1
        assert "nothing-of-this-name" in said.stderr
        assert "The Python packages could not be installed" in said.stderr
    assert "Python environment" in first.stdout
    assert "Python environment" not in second.stdout
    assert (clone / ".venv" / "pyvenv.cfg").stat().st_mtime_ns == made


def test_an_environment_that_was_moved_with_its_folder_is_made_again(clone: Path) -> None:
    prepare(clone)
    moved = clone.rename(clone.with_name("moved"))

    assert "Python environment" in prepare(moved).stdout
