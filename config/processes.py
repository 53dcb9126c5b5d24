"""Runs the programs of one machine together, so that trying the shop takes one command and one terminal.

Each program is started once what it needs answers; their lines become one stream with a name before each; one that dies
is started again a few times, then everything stops and says why. Ctrl-C, SIGTERM or a closed terminal ends all of them,
those that others need last. Standard library only, one thread, no knowledge of the shop.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import selectors
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, TextIO

RESTARTS = 3  # within WINDOW seconds; one more death stops everything
WINDOW = 60.0
GRACE = 30.0  # seconds between asking a program to end and ending it
TICK = 0.1
_COLOURS = (36, 32, 35, 34, 33, 96, 92, 95)


@dataclass(frozen=True, kw_only=True)
class Program:
    """Something to run: its command, the names of what it needs first, and how to tell that it answers.

    `answers` gives True, or False, or a sentence that says why not. A `task` is finished when it ends with status 0,
    and is never started again. `patience` is how many seconds may pass until somebody is told that it is not there yet.
    """

    name: str
    command: tuple[str, ...]
    needs: tuple[str, ...] = ()
    answers: Callable[[], bool | str] | None = None
    task: bool = False
    patience: float = 60.0


@dataclass
class _Running:
    """One program and what has become of it."""

    program: Program
    process: subprocess.Popen[bytes] | None = None
    ready: bool = False
    told: bool = False
    started_at: float = 0.0
    start_after: float = 0.0
    asked_at: float | None = None
    rest: bytes = b""
    deaths: deque[float] = field(default_factory=deque)


class Supervisor:
    """Starts, watches, restarts and ends a set of programs."""

    def __init__(
        self,
        programs: Iterable[Program],
        *,
        environment: Mapping[str, str],
        ready: Callable[[], None] = lambda: None,
        out: TextIO | None = None,
    ) -> None:
        self._all = {program.name: _Running(program) for program in programs}
        self._environment = {**environment, "PYTHONUNBUFFERED": "1"}
        self._ready = ready
        self._out = out or sys.stdout
        self._selector = selectors.DefaultSelector()
        self._width = max(len(name) for name in [*self._all, "elite"])
        self._announced = False
        self._status: int | None = None  # what `run` will return, once it is known that everything ends
        self._interrupts = 0
        for one in self._all.values():
            for name in one.program.needs:
                if name not in self._all:
                    raise ValueError(f"{one.program.name} needs {name}, which is not among the programs.")

    def run(self) -> int:
        """Run until somebody asks to stop (0) or it cannot go on (1)."""
        with self._signals():
            while not self._over():
                if self._interrupts:
                    self._stop(0, "Ending; Ctrl-C again ends at once.")
                if self._status is None:
                    self._start_what_may()
                    self._ask_whether_they_answer()
                else:
                    self._end_what_may()
                self._listen()
                self._bury_the_dead()
        return self._status or 0

    def say(self, line: str) -> None:
        """Put a line of our own into the stream."""
        self._write("elite", line, 1)

    # Starting

    def _start_what_may(self) -> None:
        now = time.monotonic()
        for one in self._all.values():
            if one.process or (one.program.task and one.ready) or now < one.start_after:
                continue
            if all(self._all[name].ready for name in one.program.needs):
                self._start(one)

    def _start(self, one: _Running) -> None:
        try:
            one.process = subprocess.Popen(
                one.program.command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env=self._environment,
                start_new_session=True,  # Ctrl-C reaches us alone; we end them in order
                preexec_fn=_end_with_parent if sys.platform == "linux" else None,
            )
        except OSError as error:
            self._stop(1, f"{one.program.name} could not be started: {error}")
            return
        one.started_at, one.ready, one.told = time.monotonic(), False, False
        pipe = _pipe_of(one.process)
        os.set_blocking(pipe.fileno(), False)
        self._selector.register(pipe, selectors.EVENT_READ, one)

    def _ask_whether_they_answer(self) -> None:
        for one in self._all.values():
            if not one.process or one.ready or one.program.task:
                continue
            says = one.program.answers() if one.program.answers else True
            if says is True:
                one.ready = True
            elif not one.told and time.monotonic() - one.started_at > one.program.patience:
                one.told = True
                why = f" ({says})" if says else ""
                self.say(
                    f"{one.program.name} does not answer after {one.program.patience:g} seconds{why}; still waiting."
                )
        if not self._announced and all(one.ready for one in self._all.values()):
            self._announced = True
            self._ready()

    # Watching

    def _listen(self) -> None:
        for key, _ in self._selector.select(TICK):
            self._read(key.data)

    def _read(self, one: _Running) -> None:
        """Pass on the whole lines that have arrived, and keep the beginning of the next."""
        if not one.process:
            return
        pipe = _pipe_of(one.process)
        try:
            while arrived := os.read(pipe.fileno(), 65536):
                *lines, one.rest = (one.rest + arrived).split(b"\n")
                for line in lines:
                    self._pass_on(one, line)
        except BlockingIOError:
            return
        self._selector.unregister(pipe)  # closed at the other end
        pipe.close()

    def _pass_on(self, one: _Running, line: bytes) -> None:
        colour = _COLOURS[list(self._all).index(one.program.name) % len(_COLOURS)]
        self._write(one.program.name, line.decode("utf-8", "replace").rstrip("\r"), colour)

    def _write(self, name: str, line: str, colour: int) -> None:
        prefix = f"{name:<{self._width}} |"
        if self._out.isatty():
            prefix = f"\x1b[{colour}m{prefix}\x1b[0m"
        try:
            print(prefix, line, file=self._out, flush=True)
        except (BrokenPipeError, ValueError):  # nobody reads us any more
            _silence(self._out)
            self._stop(1, "")

    def _bury_the_dead(self) -> None:
        for one in self._all.values():
            if one.process and one.process.poll() is not None:
                status = one.process.returncode
                self._forget(one)
                if self._status is None:
                    self._ended(one, status)

    def _forget(self, one: _Running) -> None:
        """Take what it still had to say, and end what it may have left behind."""
        assert one.process
        pipe = _pipe_of(one.process)
        if not pipe.closed:
            self._read(one)
        if one.rest:
            self._pass_on(one, one.rest)
            one.rest = b""
        if not pipe.closed:
            self._selector.unregister(pipe)
            pipe.close()
        _signal_group(one.process, signal.SIGKILL)
        one.process, one.asked_at = None, None

    def _ended(self, one: _Running, status: int) -> None:
        if one.program.task:
            one.ready = status == 0
            if not one.ready:
                self._stop(1, f"{one.program.name} did not succeed ({_in_words(status)}).")
            return
        now = time.monotonic()
        one.ready = False
        one.deaths.append(now)
        while one.deaths[0] < now - WINDOW:
            one.deaths.popleft()
        if len(one.deaths) > RESTARTS:
            self._stop(1, f"{one.program.name} ended {len(one.deaths)} times within a minute ({_in_words(status)}).")
            return
        pause = 0.5 * 2 ** (len(one.deaths) - 1)
        one.start_after = now + pause
        self.say(f"{one.program.name} ended ({_in_words(status)}); starting it again in {pause:g} s.")

    # Ending

    def _stop(self, status: int, why: str) -> None:
        if self._status is None:
            self._status = status
            if why:
                self.say(why + (" Stopping everything." if status else ""))

    def _end_what_may(self) -> None:
        """Ask programs to end as soon as nobody who needs them runs any more; end those that take too long."""
        now = time.monotonic()
        needed = {name for one in self._all.values() if one.process for name in one.program.needs}
        for name, one in self._all.items():
            if not one.process or name in needed:
                continue
            if one.asked_at is None:
                one.asked_at = now
                with contextlib.suppress(ProcessLookupError):
                    one.process.terminate()
            elif now - one.asked_at > GRACE or self._interrupts > 1:
                _signal_group(one.process, signal.SIGKILL)

    def _over(self) -> bool:
        return self._status is not None and not any(one.process for one in self._all.values())

    @contextlib.contextmanager
    def _signals(self) -> Iterator[None]:
        def asked(number: int, frame: object) -> None:
            self._interrupts += 1  # and nothing else: printing is not safe here

        numbers = [signal.SIGINT, signal.SIGTERM]
        if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # under nohup a closed terminal is no reason to end
            numbers.append(signal.SIGHUP)
        before = {number: signal.signal(number, asked) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _pipe_of(process: subprocess.Popen[bytes]) -> IO[bytes]:
    assert process.stdout
    return process.stdout


def _silence(out: TextIO) -> None:
    """Let what is still to be said, and what Python flushes when it ends, go nowhere instead of failing again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with contextlib.suppress(OSError, ValueError):
        os.dup2(nowhere, out.fileno())
    os.close(nowhere)


def _signal_group(process: subprocess.Popen[bytes], number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


def _in_words(status: int) -> str:
    return f"status {status}" if status >= 0 else f"signal {signal.Signals(-status).name}"


_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def _end_with_parent() -> None:
    """Runs in the child: ask the kernel to end it should we be killed without a chance to do so."""
    if _libc:
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
