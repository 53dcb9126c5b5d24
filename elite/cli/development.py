"""Everything a demonstration is made of, started together: Redis, tables, goods, sandbox, web and worker.

`make run` calls this. The order lives in `needs`; how programs are watched and ended is config/processes.py.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import socket
import sys
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import click

from config.processes import Program, Supervisor
from config.settings import ROOT, Settings
from elite import seeds
from elite.cli import demonstration
from elite.cli.web import GUNICORN
from elite.kernel import embedded_redis
from elite.kernel.settings import settings


@click.command()
@click.pass_context
def dev(context: click.Context) -> None:
    """Run the whole shop for a demonstration, until Ctrl-C."""
    if not settings().demo:
        raise click.UsageError("A demonstration is switched on by ELITE_DEMO=1; `make run` does that.")
    with _alone(settings().instance):
        environment = demonstration.surroundings(os.environ) | {"ELITE_DEMO": "1", "PYTHONUNBUFFERED": "1"}
        _need_free_ports(settings(), environment)
        os.chdir(ROOT)
        supervisor = Supervisor(
            _programs(settings(), environment), environment=environment, ready=lambda: _welcome(supervisor, settings())
        )
        context.exit(supervisor.run())


def _programs(chosen: Settings, environment: Mapping[str, str]) -> list[Program]:
    first = [program for program in (_redis(chosen), _sandbox(chosen, environment)) if program]
    servers = tuple(program.name for program in first)  # named again below: what is needed ends last
    return [
        *first,
        Program(name="migrate", command=_elite("migrate"), needs=servers, task=True),
        Program(name="seed", command=_elite("seed"), needs=("migrate",), task=True),
        Program(
            name="web",
            command=GUNICORN,
            needs=("seed", *servers),
            answers=lambda: _ready(chosen.port),
        ),
        Program(name="worker", command=_elite("worker"), needs=("seed", *servers)),
    ]


def _redis(chosen: Settings) -> Program | None:
    """Our own server; none where REDIS_URL names another, which is somebody else's to start."""
    folder = demonstration.redis_folder(chosen.instance)
    if chosen.redis_url != embedded_redis.url(folder):
        return None
    command = tuple(embedded_redis.prepare(folder))
    return Program(name="redis", command=command, answers=lambda: embedded_redis.answers(chosen.redis_url), patience=10)


def _sandbox(chosen: Settings, environment: Mapping[str, str]) -> Program | None:
    """The payment sandbox; none where STRIPE_SECRET_KEY names an account at the real gateway."""
    if chosen.stripe_secret_key != demonstration.SANDBOX_KEY:
        return None
    port = demonstration.sandbox_port(environment)
    return Program(
        name="sandbox",
        command=(
            sys.executable,
            *("-m", "elite.sandbox"),
            *("--port", str(port)),
            *("--state", str(chosen.instance / "sandbox.sqlite")),
            *("--webhook", f"http://127.0.0.1:{chosen.port}/webhooks/stripe"),
            *("--secret", chosen.stripe_webhook_secret),
            *("--key", chosen.stripe_secret_key),
        ),
        answers=lambda: _listens("127.0.0.1", port),
    )


def _elite(*words: str) -> tuple[str, ...]:
    return (str(Path(sys.executable).with_name("elite")), *words)


# Is it there?


def _ready(port: int) -> bool | str:
    """Whether /readyz says 200, or what it says instead."""
    connection = HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/readyz")
        answer = connection.getresponse()
        said = answer.read(500).decode("utf-8", "replace").strip()
    except (OSError, HTTPException) as error:
        return str(error) or type(error).__name__
    finally:
        connection.close()
    return True if answer.status == 200 else f"/readyz says {answer.status}: {said}"


def _listens(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


@contextlib.contextmanager
def _alone(instance: Path) -> Iterator[None]:
    """One demonstration an instance folder: two would fight over its database and its Redis."""
    instance.mkdir(parents=True, exist_ok=True)
    with (instance / "running.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise click.ClickException(
                "This shop is running already; end that one first (Ctrl-C in its terminal)."
            ) from None
        yield


def _need_free_ports(chosen: Settings, environment: Mapping[str, str]) -> None:
    ports = [chosen.port]
    if chosen.stripe_secret_key == demonstration.SANDBOX_KEY:
        ports.append(demonstration.sandbox_port(environment))
    for port in ports:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                raise click.ClickException(
                    f"Port {port} is taken. Choose another: PORT={chosen.port + 10} make run"
                ) from None


# At last


def _welcome(supervisor: Supervisor, chosen: Settings) -> None:
    """The address, and who can sign in with what."""
    lines = ["", f"{chosen.store_name} is open: http://127.0.0.1:{chosen.port}/", ""]
    lines += [f"  {who}" for who in seeds.sign_ins()]
    lines += ["", f"Letters: http://127.0.0.1:{chosen.port}/dev/mail", "Ctrl-C ends everything.", ""]
    for line in lines:
        supervisor.say(line)
