"""`elite dev`, what `make run` starts: the whole shop from nothing, watched, and ended whole."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ELITE = Path(sys.executable).with_name("elite")


class Demonstration:
    """One `elite dev` in a folder of its own, and every line it said."""

    def __init__(self, instance: Path, port: int) -> None:
        self.port, self.lines = port, list[str]()
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        self.environment = {
            **kept,
            "ELITE_DEMO": "1",
            "ELITE_INSTANCE": str(instance),
            "PORT": str(port),
        }
        self.process = subprocess.Popen(
            [ELITE, "dev"], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def wait_for(self, pattern: str, seconds: float = 120) -> str:
        def found() -> str | None:
            return next((line for line in list(self.lines) if re.search(pattern, line)), None)

        until(lambda: found() is not None or self.process.poll() is not None, seconds)
        line = found()
        assert line is not None, "\n".join(self.lines[-30:])
        return line

    def children(self) -> list[int]:
        return [
            int(pid) for pid in Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        ]

    def child(self, words: str) -> int:
        """The process of this command; 0 while there is none."""
        for pid in self.children():
            if words in Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode():
                return pid
        return 0


@pytest.fixture
def demonstration(tmp_path: Path) -> Iterator[Demonstration]:
    running = Demonstration(tmp_path / "instance", two_free_ports())
    yield running
    if running.process.poll() is None:
        running.process.kill()
        running.process.wait()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_whole_shop_starts_survives_a_death_and_ends_whole(demonstration: Demonstration) -> None:
    demonstration.wait_for(f"is open: http://127.0.0.1:{demonstration.port}/")
    assert "@" in demonstration.wait_for(r"elite +\|  .*@")  # somebody can sign in
    assert b"</html>" in ask(demonstration.port, "/")
    assert b'"ready"' in ask(demonstration.port, "/readyz")

    # A second one in the same place is refused, and does no harm.
    second = subprocess.run([ELITE, "dev"], env=demonstration.environment, capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert "running already" in second.stderr

    # A program that dies comes back.
    worker = demonstration.child("elite worker")
    os.kill(worker, signal.SIGKILL)
    demonstration.wait_for(r"worker ended \(signal SIGKILL\); starting it again")
    until(lambda: demonstration.child("elite worker") not in (0, worker))
    assert b'"ready"' in ask(demonstration.port, "/readyz")

    # Ending ends everybody, and what others need last.
    children = demonstration.children()
    assert len(children) == 4
    demonstration.process.send_signal(signal.SIGTERM)
    assert demonstration.process.wait(60) == 0
    assert not any(Path(f"/proc/{pid}").exists() for pid in children)
    assert not listens(demonstration.port)


def test_a_taken_port_is_named_with_the_way_out(tmp_path: Path) -> None:
    with socket.socket() as squatter:
        squatter.bind(("127.0.0.1", 0))
        squatter.listen()
        demonstration = Demonstration(tmp_path, squatter.getsockname()[1])

        assert demonstration.process.wait(60) == 1
        assert "make run" in demonstration.wait_for(f"Port {demonstration.port} is taken")


def ask(port: int, path: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as answer:
        content: bytes = answer.read()
        return content


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def two_free_ports() -> int:
    """The first of two neighbours: the shop's, and the sandbox's beside it."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            try:
                second.bind(("127.0.0.1", first.getsockname()[1] + 1))
            except (OSError, OverflowError):
                continue
            return int(first.getsockname()[1])


def until(true: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)
