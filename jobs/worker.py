"""The worker's door: one supervisor that relays, keeps the schedule and runs RQ's workers (decision 6).

Each part lives in its own process, started anew when it dies. With Redis away the relay runs the reactions itself, slower.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

import click
from flask.cli import ScriptInfo
from redis.exceptions import TimeoutError as RedisTimeout
from rq import SimpleWorker
from rq.serializers import JSONSerializer

from config.settings import Settings
from elite.app import create_app
from elite.cli import elite
from elite.kernel.redis import RedisAway, key, queue_client, redis_client
from elite.kernel.settings import settings
from jobs import line, relay, schedule
from jobs.application import application_for, in_app

log = logging.getLogger(__name__)


@elite.command()
@click.option("--runners", default=1, show_default=True, help="Processes that run reactions.")
def worker(runners: int) -> None:
    """Relay, schedule and runners, until told to stop."""
    chosen = settings()
    parts: dict[str, Callable[[], None]] = {"relay": _relay, "schedule": _schedule}
    parts |= {f"runner-{n + 1}": _runner for n in range(runners)}
    Supervisor(parts, chosen).run()


class Supervisor:
    """Keeps its parts alive; ends them all on SIGTERM or Ctrl-C, after the work in hand."""

    def __init__(self, parts: dict[str, Callable[[], None]], chosen: Settings) -> None:
        self.parts, self.settings = parts, chosen
        self.processes: dict[str, Any] = {}
        self.stopping = False

    def run(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        print(f"worker ready: {', '.join(self.parts)}", flush=True)
        while not self.stopping:
            for name, work in self.parts.items():
                process = self.processes.get(name)
                if process is None or not process.is_alive():
                    if process is not None:
                        log.warning("worker.restart", extra={"part": name, "code": process.exitcode})
                        time.sleep(1)
                    self.processes[name] = _SPAWN.Process(target=_part, args=(work, self.settings), name=name)
                    self.processes[name].start()
            time.sleep(0.5)
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            process.join(25)
            if process.is_alive():
                process.kill()

    def _stop(self, *_: object) -> None:
        self.stopping = True


_SPAWN = multiprocessing.get_context("spawn")


def _part(work: Callable[[], None], chosen: Settings) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    application_for(chosen)
    with in_app():
        work()


def _relay() -> None:
    while True:
        moved = _guarded(relay.relay_once) or 0
        if not moved:
            _wait_for_the_bell()


def _wait_for_the_bell() -> None:
    try:
        redis_client().blpop([key(line.BELL)], timeout=0.4)
    except RedisTimeout:
        pass
    except RedisAway:
        time.sleep(1)


def _schedule() -> None:
    while True:
        _guarded(schedule.run_due)
        time.sleep(1)


def _runner() -> None:
    while True:
        try:
            runner = SimpleWorker([line.queue()], connection=queue_client(), serializer=JSONSerializer)
            runner.work(logging_level="WARNING")
            return
        except RedisAway:
            time.sleep(2)


def _guarded(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except Exception:
        log.exception("worker.stumbled")
        time.sleep(1)
        return None


def main() -> None:
    """The `elite` command, with the worker's verbs added; what `.venv/bin/elite` runs."""
    elite(obj=ScriptInfo(create_app=lambda: create_app(settings(), wake=line.ring)))
