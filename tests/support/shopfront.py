"""A shop that runs as it does on a machine of its own: web server, worker, database, Redis; nothing of it in this process.

`window.py` fills it before it opens. Everything it says goes into `shop.log`; letters lie in its instance folder.
"""

from __future__ import annotations

import email
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
import uuid
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import redis

from config.settings import ROOT
from tests.support import servers
from tests.support.sandbox import KEY, SECRET, Sandbox, free_port, until

ELITE = str(Path(sys.executable).with_name("elite"))


class Shopfront:
    """One running shop, and the payment sandbox it is paid through."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self.instance = folder / "instance"
        self.log = folder / "shop.log"
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.sandbox = Sandbox(folder, f"{self.origin}/webhooks/stripe")
        self._running: list[subprocess.Popen[bytes]] = []
        self._env = dict(os.environ) | {
            "ELITE_DEMO": "1",
            "ELITE_INSTANCE": str(self.instance),
            "DATABASE_URL": database_url,
            "REDIS_URL": servers.redis_url(),
            "REDIS_PREFIX": f"front-{uuid.uuid4().hex[:8]}:",
            "SECRET_KEY": uuid.uuid4().hex + uuid.uuid4().hex,
            "BASE_URL": self.origin,
            "PORT": str(self.port),
            "WEB_THREADS": "8",
            "LOG_LEVEL": "WARNING",
            "MAIL_URL": "",
            "STRIPE_SECRET_KEY": KEY,
            "STRIPE_WEBHOOK_SECRET": SECRET,
            "STRIPE_API_BASE": self.sandbox.origin,
            "STRIPE_CHECKOUT_ORIGIN": self.sandbox.origin,
            "OPEN_ORDERS_PER_NETWORK": "1000",  # every shopper of these tests lives in the same house
        }

    def open(self) -> Shopfront:
        """Tables, goods, sandbox, web server, worker; answers when /readyz does."""
        self.instance.mkdir(parents=True)
        self._run(ELITE, "migrate")
        self._run(sys.executable, "-m", "tests.support.window")
        self.sandbox.start()
        self._start(sys.executable, "-m", "gunicorn", "--config", str(ROOT / "config" / "gunicorn.py"), "wsgi:app")
        self._start(ELITE, "worker")
        until(self._is_ready, "the shop is ready", seconds=60)
        return self

    def close(self) -> None:
        """End what was started here, by its own process id, the worker first."""
        for process in reversed(self._running):
            if process.poll() is None:
                os.kill(process.pid, signal.SIGTERM)
        for process in self._running:
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                os.kill(process.pid, signal.SIGKILL)
                process.wait(10)
        self._running.clear()
        self.sandbox.stop()
        with redis.Redis.from_url(self._env["REDIS_URL"]) as client:
            for key in client.scan_iter(match=f"{self._env['REDIS_PREFIX']}*", count=500):
                client.delete(key)

    def letters(self, to: str) -> list[EmailMessage]:
        """What `to` has been written, oldest first."""
        found = []
        for path in sorted((self.instance / "letters").glob("*.eml")):
            letter = email.message_from_bytes(path.read_bytes(), policy=default)
            assert isinstance(letter, EmailMessage)
            if letter["To"] == to:
                found.append(letter)
        return found

    def wait_for_letter(self, to: str, *words: str, seconds: float = 20) -> EmailMessage:
        """The first letter to `to` whose title or text holds all `words`; the worker may still be writing it."""
        until(lambda: self._find_letter(to, words), f"a letter to {to} says {', '.join(words)}", seconds)
        letter = self._find_letter(to, words)
        assert letter is not None
        return letter

    def complaints(self) -> str:
        """What the shop had to say about itself; a shop that is well says nothing."""
        return self.log.read_text("utf-8", "replace") if self.log.exists() else ""

    def _find_letter(self, to: str, words: tuple[str, ...]) -> EmailMessage | None:
        for letter in self.letters(to):
            body = letter.get_body(("plain",))
            said = f"{letter['Subject']}\n{body.get_content() if body else ''}"
            if all(word in said for word in words):
                return letter
        return None

    def _run(self, *command: str) -> None:
        done = subprocess.run(command, cwd=ROOT, env=self._env, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)} failed: {(done.stdout + done.stderr)[-3000:]}")

    def _start(self, *command: str) -> None:
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                command, cwd=ROOT, env=self._env, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        self._running.append(process)

    def _is_ready(self) -> bool:
        if any(process.poll() is not None for process in self._running):
            raise RuntimeError(f"The shop ended: {self.complaints()[-3000:]}")
        try:
            with urllib.request.urlopen(f"{self.origin}/readyz", timeout=5) as answer:
                return bool(answer.status == 200)
        except (OSError, urllib.error.HTTPError):
            return False
