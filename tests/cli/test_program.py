"""`elite` as a program of its own: settings that are wrong, a database that is not there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ELITE = Path(sys.executable).with_name("elite")


def elite(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run([ELITE, *words], env={**kept, **environment}, capture_output=True, text=True, check=False)


@pytest.fixture
def demonstration(tmp_path: Path) -> dict[str, str]:
    return {"ELITE_DEMO": "1", "ELITE_INSTANCE": str(tmp_path)}


def test_help_needs_no_settings() -> None:
    said = elite("--help")

    assert said.returncode == 0
    for command in ("run", "dev", "migrate", "seed", "staff", "import", "worker"):
        assert f"  {command} " in said.stdout


def test_a_command_that_does_not_exist_ends_with_two() -> None:
    assert elite("dance", "--help").returncode == 2


def test_every_wrong_setting_is_named_at_once_and_nothing_starts() -> None:
    said = elite("run", SECRET_KEY="secret", PORT="none")

    assert said.returncode == 2
    for name in ("SECRET_KEY", "BASE_URL", "DATABASE_URL", "MAIL_URL", "PORT"):
        assert name in said.stderr
    assert "Traceback" not in said.stderr


def test_migrating_twice_changes_nothing_and_keeps_one_key(demonstration: dict[str, str], tmp_path: Path) -> None:
    first = elite("migrate", **demonstration)
    secret = (tmp_path / "secret_key").read_text()
    second = elite("migrate", **demonstration)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert (tmp_path / "secret_key").read_text() == secret
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_database_that_is_away_is_said_in_one_sentence(demonstration: dict[str, str]) -> None:
    said = elite("migrate", **demonstration, DATABASE_URL="mysql+pymysql://root@127.0.0.1:1/elite")

    assert said.returncode == 1
    assert "The database says no" in said.stderr
    assert "Traceback" not in said.stderr


def test_demonstration_goods_stay_out_of_a_real_shop(tmp_path: Path) -> None:
    real = {
        "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz",
        "BASE_URL": "https://shop.example",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'shop.sqlite'}",
        "MAIL_URL": "smtp://127.0.0.1:25",
        "STORE_ADDRESS": "Elite Events; 1 Long Lane; London; GB",
        "ELITE_INSTANCE": str(tmp_path),
    }
    assert elite("migrate", **real).returncode == 0

    for command in ("seed", "dev"):
        said = elite(command, **real)
        assert said.returncode == 2, said.stderr
        assert "ELITE_DEMO" in said.stderr
