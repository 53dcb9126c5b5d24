"""The payment sandbox as a process of its own, and a letterbox for its webhooks: real sockets, nothing patched."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import stripe

ROOT = Path(__file__).parents[2]
KEY = "sk_test_sandbox"
SECRET = "whsec_sandbox"


class Sandbox:
    """One running sandbox. Stop it, kill it, start it again: its state file stays."""

    def __init__(self, folder: Path, webhook: str = "", *, port: int | None = None) -> None:
        self.state_file = folder / "sandbox.sqlite3"
        self.output = folder / "sandbox.log"
        self.webhook = webhook
        self.port = port or free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> Sandbox:
        """Start the process and wait until it answers."""
        command = [sys.executable, "-m", "elite.sandbox", "--port", str(self.port), "--state", str(self.state_file)]
        command += ["--webhook", self.webhook, "--secret", SECRET, "--key", KEY]
        with self.output.open("ab") as output:
            self.process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output)
        until(self._answers, "the sandbox answers", seconds=20)
        return self

    def stop(self) -> None:
        """Ask it to end, by its own process id."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it without a chance to tidy up."""
        self._end(signal.SIGKILL)

    def client(self, **more: Any) -> stripe.StripeClient:
        """The real SDK, pointed at this sandbox."""
        more = {"max_network_retries": 0} | more
        return stripe.StripeClient(KEY, base_addresses={"api": self.origin}, **more)

    def control(self, **told: Any) -> Any:
        """Say how to behave: `fail={...}`, `heal=True`, `webhooks="hold"`, `webhook_url=`, `refunds=`, `advance=60`."""
        return self.post("", told)

    def pay(self, session: str, **how: Any) -> Any:
        """Be the shopper: `how="pay" | "decline" | "3ds" | "late"`, `card=`, `proof=`, `seconds=`, `email=`."""
        return self.post("/pay", {"session": session, **how})

    def expire(self, session: str) -> Any:
        """Let a page expire as if its time had come."""
        return self.post("/expire", {"session": session})

    def arrive(self, session: str, *, succeeded: bool = True) -> Any:
        """The money of a late payment comes, or never will."""
        return self.post("/arrive", {"session": session, "succeeded": succeeded})

    def refund(self, session: str, amount: int | None = None) -> Any:
        """Refund as somebody at the gateway's dashboard would, without the shop."""
        return self.post("/refund", {"session": session} | ({"amount": amount} if amount else {}))

    def settle_refund(self, refund: str, status: str = "succeeded") -> Any:
        """A pending refund works or fails; one that worked may still fail."""
        return self.post("/settle_refund", {"refund": refund, "status": status})

    def dispute(self, session: str) -> Any:
        """The card's owner wants the money back from the bank."""
        return self.post("/dispute", {"session": session})

    def release(self, order: str = "given", *, times: int = 1, together: bool = False) -> list[dict[str, str]]:
        """Deliver held webhooks now, in this order (or at one instant), and say what the shop answered to each."""
        return self.post("/release", {"order": order, "times": times, "together": together})["delivered"]

    def resend(self, event: str, times: int = 1) -> Any:
        """Deliver an event again, dropped ones too."""
        return self.post("/resend", {"event": event, "times": times})

    def reset(self) -> None:
        """Forget everything, faults and modes too."""
        self.post("/reset", {})

    def state(self) -> Any:
        """Every object, event, delivery and call, and under `money` what each session really took."""
        return self._ask("/_control/state")

    def money(self, session: str) -> Any:
        """What one session took and gave back."""
        return self.state()["money"][session]

    def wait_until_told(self, seconds: float = 10) -> None:
        """Wait until no webhook is waiting to be delivered."""
        until(lambda: not self._ask("/_control/deliveries").get("waiting"), "every webhook is delivered", seconds)

    def post(self, path: str, told: dict[str, Any]) -> Any:
        """Say something at the control door."""
        return self._ask(f"/_control{path}", told)

    def _ask(self, path: str, told: dict[str, Any] | None = None) -> Any:
        body = None if told is None else json.dumps(told).encode()
        asked = urllib.request.Request(self.origin + path, body, {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(asked, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as no:
            raise SandboxRefused(no.code, no.read().decode()) from None

    def _answers(self) -> bool:
        assert self.process is not None
        if self.process.poll() is not None:
            raise RuntimeError(f"The sandbox ended: {self.output.read_text()[-2000:]}")
        try:
            return bool(self._ask("/healthz")["ok"])
        except OSError:
            return False

    def _end(self, how: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            os.kill(self.process.pid, how)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                os.kill(self.process.pid, signal.SIGKILL)
                self.process.wait(10)
        self.process = None


class SandboxRefused(Exception):
    """The control door said no."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(f"{status}: {said}")
        self.status = status


class Letterbox:
    """A small server that takes webhooks as they come, and answers what it is told to."""

    def __init__(self) -> None:
        self.taken: list[tuple[bytes, str]] = []
        self.answers: list[int] = []
        box = self

        class Slot(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                box.taken.append((body, self.headers["Stripe-Signature"]))
                self.send_response(box.answers.pop(0) if box.answers else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *parts: Any) -> None:
                """Tests have enough to say."""

        class Door(ThreadingHTTPServer):
            request_queue_size = 256  # a crowd of copies may come at one instant

        self._server = Door(("127.0.0.1", 0), Slot)
        self.address = f"http://127.0.0.1:{self._server.server_port}/webhooks/stripe"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def events(self) -> list[stripe.Event]:
        """What came, each with its signature checked by the SDK."""
        return [stripe.Webhook.construct_event(body, signature, SECRET) for body, signature in list(self.taken)]

    def types(self) -> list[str]:
        """What the events are called, as they came."""
        return [event.type for event in self.events()]

    def wait_for(self, count: int, seconds: float = 10) -> list[stripe.Event]:
        """Wait until this many have come."""
        until(lambda: len(self.taken) >= count, f"{count} webhooks arrive", seconds)
        return self.events()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def until(true: Any, what: str, seconds: float = 10) -> None:
    """Wait for something to become true, or fail saying what did not."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"Waited {seconds} s in vain until {what}.")
        time.sleep(0.03)


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as peer:
        peer.bind(("127.0.0.1", 0))
        return int(peer.getsockname()[1])


@pytest.fixture(scope="session")
def sandbox_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """One sandbox for each worker of the test run."""
    running = Sandbox(tmp_path_factory.mktemp("sandbox")).start()
    yield running
    running.stop()


@pytest.fixture
def sandbox(sandbox_process: Sandbox) -> Sandbox:
    """A sandbox that remembers nothing of earlier tests. Say where webhooks go: `sandbox.control(webhook_url=...)`."""
    if sandbox_process.process is None or sandbox_process.process.poll() is not None:
        sandbox_process.start()
    sandbox_process.reset()
    return sandbox_process


@pytest.fixture
def letterbox(sandbox: Sandbox) -> Iterator[Letterbox]:
    """Takes the sandbox's webhooks during one test."""
    box = Letterbox()
    sandbox.control(webhook_url=box.address)
    yield box
    sandbox.control(webhook_url="")
    box.close()
